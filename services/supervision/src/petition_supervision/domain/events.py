"""What supervision tells about a case. Wire name: the class name in snake case, `.v1`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_supervision.domain.answers import LiftReason, Method, ReportResult, Score


@dataclass(frozen=True)
class DeadlineApproaching:
    """A clock is still running `days_left` days before it is due; `unit` must act, `escalate_to` is told as well."""

    clock_id: str
    kind: str
    unit: str
    due_at: datetime
    days_left: int
    escalate_to: str
    provisional: bool
    round: int


@dataclass(frozen=True)
class DeadlineMissed:
    """A duty was not done by `due_at`; told once for each due instant."""

    clock_id: str
    kind: str
    unit: str
    due_at: datetime
    escalate_to: str
    provisional: bool
    round: int


@dataclass(frozen=True)
class DeadlineMissLifted:
    """An earlier `deadline_missed` no longer holds: the act was in time after all, or the due date was moved."""

    clock_id: str
    kind: str
    unit: str
    due_at: datetime
    reason_code: LiftReason
    round: int


@dataclass(frozen=True)
class FollowUpDue:
    """A case that `unit` handled was closed at `since` and is to be followed up before `due_at`."""

    since: datetime
    unit: str
    due_at: datetime
    round: int


@dataclass(frozen=True)
class FollowUpOverdue:
    """A follow-up was not done by `due_at`; `owed_by` owes it, `escalate_to` is told as well."""

    since: datetime
    unit: str
    due_at: datetime
    owed_by: str
    escalate_to: str
    round: int


@dataclass(frozen=True)
class FollowUpRecorded:
    """An officer of another unit asked the petitioner, or tried to (`reached` false)."""

    officer: str
    officer_unit: str
    unit: str
    method: Method
    reached: bool
    score: Score | None
    promise_kept: bool | None
    recorded_at: datetime
    attempt: int
    round: int


@dataclass(frozen=True)
class FollowUpRead:
    """A county leader read what the petitioner of `unit` answered; the instruction opens `ordered_round`, or none."""

    reader: str
    reader_unit: str
    unit: str
    score: Score
    instructed: bool
    ordered_round: int | None
    read_at: datetime
    round: int


@dataclass(frozen=True)
class RehandlingOrdered:
    """`unit` has to handle the same case again, as round `round`, and finish it on `due_on` at the latest."""

    ordered_by: str
    unit: str
    due_on: date
    round: int
    reason_code: str
    ordered_at: datetime


@dataclass(frozen=True)
class HandDownListed:
    """A matter handed down from above stands on the ledger; the county means to route it by `routing_target_on`."""

    issuer: str
    issuer_level: str
    document_no: str
    batch_name: str | None
    feedback_due_on: date
    routing_target_on: date | None = None


@dataclass(frozen=True)
class Evidence:
    """What a report to the issuer rests on."""

    opinion_delivered: bool
    promise_kept: bool | None
    follow_up: Score | None


@dataclass(frozen=True)
class ReportSentUp:
    """The completion report of a matter handed down went to its issuer; `late` when the feedback day had passed."""

    issuer: str
    document_no: str
    result: ReportResult
    reported_at: datetime
    reported_by: str
    late: bool
    evidence: Evidence
