"""What happens beside the main path of a case: other units' parts, disputes of competence, recusals, succession."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class CoHandlerInvited:
    """A further unit has a part of the case to answer by its own date. The task in full is not told."""

    unit: str
    lead_unit: str
    part_no: int
    due_on: date
    invited_by: str
    invited_at: datetime
    round: int


@dataclass(frozen=True)
class ParticipantInvited:
    """One of 两所一庭, or another unit, takes part on a day; it has nothing to answer."""

    unit: str
    lead_unit: str
    capacity: str
    invited_for: date
    invited_by: str


@dataclass(frozen=True)
class PartAnswered:
    """A further unit answered its part; `in_time` is False after its date."""

    unit: str
    part_no: int
    answered_by: str
    answered_at: datetime
    in_time: bool


@dataclass(frozen=True)
class PartWithdrawn:
    """The lead unit took a part back. The reason is not told."""

    unit: str
    part_no: int
    withdrawn_by: str
    withdrawn_at: datetime


@dataclass(frozen=True)
class PartHandedOn:
    """`unit` answers the part in the place of one that was merged or abolished, by the same date."""

    unit: str
    predecessor: str
    part_no: int
    handed_on_at: datetime


@dataclass(frozen=True)
class CompetenceDisputeRaised:
    """Two units both claim the case, or both deny it; `decider` decides, nobody named => the joint meeting."""

    unit: str
    other_unit: str
    position: str
    decider: str | None
    raised_by: str
    raised_at: datetime
    dispute_count: int


@dataclass(frozen=True)
class CompetenceDisputeDecided:
    """The case is for `unit`, by decision of the common superior or of the joint meeting."""

    unit: str
    decided_by: str
    meeting_no: str | None
    decided_at: datetime


@dataclass(frozen=True)
class CaseSucceeded:
    """`unit` took the case over from one that was merged or abolished; every clock of that unit is its own."""

    unit: str
    predecessor: str
    succeeded_at: datetime


@dataclass(frozen=True)
class RecusalDeclared:
    """An officer is said to have a direct interest. The reason is not told."""

    person: str
    unit: str
    declared_by: str
    declared_at: datetime


@dataclass(frozen=True)
class RecusalDecided:
    """The head decided whether that officer keeps out of the case."""

    person: str
    unit: str
    granted: bool
    decided_by: str
    decided_at: datetime
