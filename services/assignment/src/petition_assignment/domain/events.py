"""What happened to a case, as this service tells it. Wire name: the class name in snake case, `.v1`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from petition_assignment.domain.vocabulary import (
    AgreementForm,
    DeliveryMethod,
    Level,
    Mode,
    Outcome,
)


@dataclass(frozen=True)
class CaseOpened:
    """The case exists; `unit_to_route` must route it or keep it."""

    received_at: datetime
    unit_to_route: str


@dataclass(frozen=True)
class CaseRouted:
    """A unit has the case to handle; `rule_id` is the rule that chose it, or would have chosen otherwise."""

    mode: Mode
    unit: str
    rule_id: str | None
    rule_version: int
    overridden: bool
    routed_by: str
    routed_at: datetime
    feedback_due_on: date | None
    round: int


@dataclass(frozen=True)
class CaseSignedFor:
    """The unit signed for the case."""

    unit: str
    signed_by: str
    signed_at: datetime


@dataclass(frozen=True)
class ObjectionRaised:
    """The unit objects to the transfer. The reason in full is not told."""

    unit: str
    reason_code: str
    raised_at: datetime
    raised_by: str
    suggested_unit: str | None


@dataclass(frozen=True)
class ObjectionDecided:
    """The sender decided; `bounce_count` is how often the case went back so far."""

    unit: str
    upheld: bool
    decided_by: str
    decided_at: datetime
    bounce_count: int


@dataclass(frozen=True)
class CaseAccepted:
    """The unit accepted the case and told the petitioner."""

    unit: str
    track: int
    accepted_at: datetime
    accepted_by: str
    notice_no: str | None


@dataclass(frozen=True)
class CaseDeclined:
    """The unit declined the case and told the petitioner; the case is closed."""

    unit: str
    reason_code: str
    declined_at: datetime
    declined_by: str
    notice_no: str | None
    competent_unit: str | None


@dataclass(frozen=True)
class ResponsibilitySet:
    """Leader, station, person and date are named, or named anew."""

    unit: str
    lead_leader: str
    station: str
    person: str
    due_on: date


@dataclass(frozen=True)
class ExtensionAppliedFor:
    """Whoever handles the matter applied to the head for more time; the limit has not moved."""

    unit: str
    days: int
    reason_code: str
    applicant: str
    applied_at: datetime
    round: int


@dataclass(frozen=True)
class ExtensionDeclined:
    """The head did not extend the limit."""

    unit: str
    days: int
    declined_by: str
    declined_at: datetime
    round: int


@dataclass(frozen=True)
class CaseExtended:
    """The head of the unit extended the limit to `new_due_at`."""

    unit: str
    days: int
    reason_code: str
    approved_by: str
    new_due_at: datetime
    notice_no: str | None


@dataclass(frozen=True)
class AgreementRecorded:
    """The parties agreed, both of their own free will. The terms are not told, mediators by their ids alone."""

    unit: str
    form: AgreementForm
    agreed_on: date
    perform_by: date | None
    document_no: str
    recorded_by: str
    round: int
    mediators: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class OpinionIssued:
    """The opinion of a round was issued. Its text is not told."""

    unit: str
    outcome: Outcome
    issued_at: datetime
    approved_by: str
    round: int


@dataclass(frozen=True)
class OpinionDelivered:
    """The opinion of a round reached the petitioner."""

    unit: str
    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
    remedy_until: date
    round: int


@dataclass(frozen=True)
class CaseCompleted:
    """The unit reports the case finished; in a grid is told as in its village, and `in_grid` (小事不出村)."""

    unit: str
    completed_at: datetime
    completed_by: str
    round: int
    level: Level
    in_grid: bool = False


@dataclass(frozen=True)
class CaseConfirmed:
    """The sender confirmed it; the case is closed."""

    unit: str
    confirmed_by: str
    confirmed_at: datetime
    round: int


@dataclass(frozen=True)
class CaseReturned:
    """The sender did not confirm it; the same round goes on, by `due_on`."""

    unit: str
    returned_by: str
    reason_code: str
    returned_at: datetime
    due_on: date
    round: int


@dataclass(frozen=True)
class RoundOpened:
    """The closed case is handled again, by `due_on`."""

    round: int
    unit: str
    ordered_by: str
    due_on: date


@dataclass(frozen=True)
class CaseClosedOnSpot:
    """The matter was settled on the spot by `unit`; the case is closed."""

    unit: str
    level: Level
    closed_at: datetime


@dataclass(frozen=True)
class CaseClosedWithdrawn:
    """The petitioner took the petition back; the case is closed."""

    closed_at: datetime


@dataclass(frozen=True)
class CaseClosedByDisposition:
    """The unit that registered the petition decided that it is not sent on; the case is closed."""

    outcome: str
    closed_at: datetime


@dataclass(frozen=True)
class CaseBackToRoute:
    """That decision was withdrawn: `unit_to_route` must route the case after all."""

    unit_to_route: str
    back_at: datetime


@dataclass(frozen=True)
class ClockStarted:
    """A clock runs; `due_at` is the first instant that is too late."""

    clock_id: str
    kind: str
    unit: str
    started_at: datetime
    due_at: datetime
    length: int
    length_unit: str
    provisional: bool
    calendar_version: str
    round: int
    nature: str


@dataclass(frozen=True)
class ClockMoved:
    """A running clock ends at another instant."""

    clock_id: str
    kind: str
    unit: str
    old_due_at: datetime
    due_at: datetime
    reason_code: str
    provisional: bool
    calendar_version: str
    round: int


@dataclass(frozen=True)
class ClockPaused:
    """A clock stands still, as the clock of a re-review does during a hearing (第三十六条)."""

    clock_id: str
    paused_at: datetime
    reason_code: str


@dataclass(frozen=True)
class ClockResumed:
    """A clock that stood still runs again, to `due_at`; `paused_days` are all days not counted so far."""

    clock_id: str
    kind: str
    unit: str
    resumed_at: datetime
    due_at: datetime
    paused_days: int
    provisional: bool
    calendar_version: str
    round: int


@dataclass(frozen=True)
class ClockStopped:
    """A clock ended; `met` is False for a duty that was done too late."""

    clock_id: str
    kind: str
    unit: str
    stopped_at: datetime
    reason_code: str
    met: bool
    round: int
