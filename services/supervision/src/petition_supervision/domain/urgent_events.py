"""What happened to an urgent matter, as this service tells it: codes and instants, no word of what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_supervision.domain.answers import LiftReason
from petition_supervision.domain.urgent_terms import Addressee, NoticeMethod, UrgentKind


@dataclass(frozen=True)
class UrgentMatterMarked:
    """`unit` learnt of a major or urgent matter at `found_at`; `due_at`: by when it tells the four addressees,
    `up_due_at`: by when the bureau tells those above.
    """

    urgent_kind: UrgentKind
    case_no: str | None
    unit: str
    competent_unit: str
    found_at: datetime
    marked_by: str
    marked_at: datetime
    report_hours: int
    due_at: datetime
    up_due_at: datetime


@dataclass(frozen=True)
class UrgentNoticeGiven:
    """One addressee was told at `notified_at`, in time or `late`."""

    case_no: str | None
    unit: str
    addressee: Addressee
    notice_method: NoticeMethod
    notified_by: str
    notified_at: datetime
    late: bool


@dataclass(frozen=True)
class UrgentReportApproaching:
    """The time to tell the addressees of this clock is nearly over; `unit` must act, `escalate_to` is told as well."""

    case_no: str | None
    clock_id: str
    kind: str
    unit: str
    due_at: datetime
    escalate_to: str


@dataclass(frozen=True)
class UrgentReportMissed:
    """Not every addressee of this clock was told by `due_at` (第四十六条: 应当及时报告而未报告); told once."""

    case_no: str | None
    clock_id: str
    kind: str
    unit: str
    due_at: datetime
    escalate_to: str


@dataclass(frozen=True)
class UrgentReportMissLifted:
    """An earlier `urgent_report_missed` no longer holds: all had been told in time, and it was recorded later."""

    case_no: str | None
    clock_id: str
    kind: str
    unit: str
    due_at: datetime
    reason_code: LiftReason


@dataclass(frozen=True)
class UrgentReportDone:
    """Every addressee of this clock was told; the last one at `told_at`, and so in time or not."""

    case_no: str | None
    clock_id: str
    kind: str
    unit: str
    due_at: datetime
    told_at: datetime
    met: bool


@dataclass(frozen=True)
class UrgentMeasureTaken:
    """第二十五条: 在职责范围内依法及时采取措施."""

    case_no: str | None
    unit: str
    taken_by: str
    taken_at: datetime


@dataclass(frozen=True)
class UrgentMatterEnded:
    """The urgency is over, by a named person's decision."""

    case_no: str | None
    unit: str
    ended_by: str
    ended_at: datetime
