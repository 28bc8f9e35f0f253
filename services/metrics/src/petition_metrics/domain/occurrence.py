"""One event as this service reads it: who told it, about what, the how-manieth, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

INTAKE = "intake"
ASSIGNMENT = "assignment"
SUPERVISION = "supervision"
BESIDE_CASES = ("dispute_no", "visit_no", "urgent_no", "incident_no", "urging_no")
"""Subjects with a record of their own that are no cases: disputes, visits to windows, urgent matters,
incidents, notices that urge a unit."""

PRODUCERS = (INTAKE, ASSIGNMENT, SUPERVISION)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`sequence` counts from 1, without gaps, what `source` told about `subject`; `type` carries the version."""

    source: str
    type: str
    subject: str
    sequence: int
    time: datetime
    data: Mapping[str, Any]

    @property
    def concerns_a_case(self) -> bool:
        """True when the subject is a case, or something counted beside it (and not the register, or yet unknown)."""
        return any(self.subject == self.data.get(name) for name in ("case_no", *BESIDE_CASES))
