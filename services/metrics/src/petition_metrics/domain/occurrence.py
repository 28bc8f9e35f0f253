"""One event as this service reads it: who told it, about what, the how-manieth, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

INTAKE = "intake"
ASSIGNMENT = "assignment"
SUPERVISION = "supervision"
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
        """True when the subject is a case, or a dispute or a visit beside it (and not the register, or yet unknown)."""
        return self.subject in (self.data.get("case_no"), self.data.get("dispute_no"), self.data.get("visit_no"))
