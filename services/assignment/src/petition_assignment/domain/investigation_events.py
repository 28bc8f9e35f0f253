"""What happened in an investigation, as this service tells it. Wire name: the class name in snake case, `.v1`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_assignment.domain.vocabulary import InvestigationForm


@dataclass(frozen=True)
class InvestigationRecorded:
    """A record or a report of an investigation is on file. Who was asked and what was said are not told."""

    unit: str
    form: InvestigationForm
    held_on: date
    document_no: str
    recorded_by: str
    round: int
