"""What is asked for when a matter is decided by the county's leadership (《信访工作条例》第二十二条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_assignment.domain.commands import Command


@dataclass(frozen=True)
class ReportForDecision(Command):
    """报请决定: what is major or urgent, with the unit proposed to handle it."""

    name = "report_for_decision"
    ground: str
    unit: str
    proposal: str
    document_no: str


@dataclass(frozen=True)
class DecideReportedCase(Command):
    """批示: which unit handles what was reported, and by when it reports back."""

    name = "decide_reported_case"
    unit: str
    instruction: str
    document_no: str
    feedback_due_on: date


@dataclass(frozen=True)
class WithdrawReportForDecision(Command):
    """撤回报请, with the reason."""

    name = "withdraw_report_for_decision"
    reason: str
