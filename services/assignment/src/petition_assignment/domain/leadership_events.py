"""What is told when a matter is decided by the county's leadership; proposals and instructions are not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CaseReportedForDecision:
    """The bureau reported the case to the unit above it."""

    decider: str
    ground: str
    proposed_unit: str
    document_no: str
    reported_by: str
    reported_at: datetime
    round: int


@dataclass(frozen=True)
class ReportedCaseDecided:
    """The leadership decided who handles the case; its routing is told beside this."""

    decider: str
    unit: str
    as_proposed: bool
    document_no: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True)
class ReportForDecisionWithdrawn:
    """The bureau took its report back before it was decided."""

    document_no: str
    withdrawn_by: str
    withdrawn_at: datetime
