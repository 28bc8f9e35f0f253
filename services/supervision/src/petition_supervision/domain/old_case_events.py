"""What happened to a case on the county's list of old cases: codes and instants, no word of what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_supervision.domain.old_case_terms import OldCaseGround


@dataclass(frozen=True)
class OldCaseListed:
    """列为信访积案: `unit` handles it, `leader` of the county answers for it."""

    ground: OldCaseGround
    unit: str
    leader: str
    listed_by: str
    listed_at: datetime


@dataclass(frozen=True)
class OldCaseCleared:
    """销号: resolved, with evidence."""

    ground: OldCaseGround
    unit: str
    cleared_by: str
    cleared_at: datetime


@dataclass(frozen=True)
class OldCaseWithdrawn:
    """The listing was a mistake: it counts no more, neither as standing nor as resolved."""

    ground: OldCaseGround
    unit: str
    withdrawn_by: str
    withdrawn_at: datetime
