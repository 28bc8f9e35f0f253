"""What happened to the record of an incident: days and codes, no word of what was written and no person concerned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class IncidentRecorded:
    """因信访问题引发的恶性事件: the bureau found that one occurred; `unit` had the matter it arose from."""

    unit: str
    case_no: str | None
    occurred_on: date
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True)
class IncidentWithdrawn:
    """The record was a mistake; it counts no more."""

    unit: str
    case_no: str | None
    occurred_on: date
    withdrawn_by: str
    withdrawn_at: datetime
