"""What supervision tells about a case that a county leader took over. The subject is the case.

Reasons, places, minutes and evidence stay in this service.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.leader_terms import CaseMark, LeaderActKind


@dataclass(frozen=True)
class LeaderAssigned:
    """`leader` answers for the case to its end (包案); `top_leader`: one of the county's two first leaders."""

    leader: str
    top_leader: bool
    mark: CaseMark
    mark_since: date | None
    assigned_by: str
    assigned_at: datetime


@dataclass(frozen=True)
class LeaderHandedOver:
    """Another leader answers for the case from now on."""

    from_leader: str
    to_leader: str
    top_leader: bool
    handed_over_by: str
    handed_over_at: datetime


@dataclass(frozen=True)
class LeaderTaskForceSet:
    """The task force (工作专班) of the case stands: so many `members`, of these `units`."""

    members: int
    units: list[str]
    set_by: str
    set_at: datetime


@dataclass(frozen=True)
class LeaderTaskAdded:
    """One more task stands on the case's list."""

    number: int
    owner: str
    unit: str
    due_on: date
    added_by: str
    added_at: datetime


@dataclass(frozen=True)
class LeaderTaskDone:
    """A task of the list was done, `in_time` or late."""

    number: int
    unit: str
    due_on: date
    done_on: date
    in_time: bool
    done_by: str


@dataclass(frozen=True)
class LeaderActRecorded:
    """The leader in charge did something for the case in person; where and what was said is not told."""

    act: LeaderActKind
    leader: str
    top_leader: bool
    held_on: date
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True)
class LeaderCaseClosed:
    """销号: every task was done, the case is finished and followed up."""

    leader: str
    top_leader: bool
    mark: CaseMark
    result: ReportResult
    closed_by: str
    closed_at: datetime
