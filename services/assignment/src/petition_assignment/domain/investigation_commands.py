"""What an officer can ask for about an investigation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_assignment.domain.commands import Command
from petition_assignment.domain.vocabulary import InvestigationForm


@dataclass(frozen=True)
class RecordInvestigation(Command):
    """登记调查: a record of asking somebody (调查笔录), or the report (调查报告) with its conclusion."""

    name = "record_investigation"
    form: InvestigationForm
    document_no: str
    held_on: date
    investigators: str
    content: str
    recorder: str | None = None
    place: str | None = None
    interviewed: str | None = None
    conclusion: str | None = None
