"""What supervision tells about a notice that urges a unit. The subject is the notice's number, not a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class UrgingEnd(StrEnum):
    """What was urged was done, late; or the miss does not hold after all and the notice was taken back."""

    DONE = "done_late"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class UrgingIssued:
    """催办通知书: `unit` let the limit of a duty pass; `copied_to` is the unit whose leaders are told as well."""

    case_no: str
    clock_id: str
    kind: str
    unit: str
    copied_to: str
    due_at: datetime
    issued_at: datetime
    round: int


@dataclass(frozen=True)
class UrgingAnswered:
    """The unit said what it does about it; what it wrote stays in this service."""

    case_no: str
    unit: str
    answered_by: str
    answered_at: datetime


@dataclass(frozen=True)
class UrgingEnded:
    """Nothing is urged any more."""

    case_no: str
    unit: str
    end: UrgingEnd
    ended_at: datetime


@dataclass(frozen=True)
class CriticismSuggested:
    """The working days after the notice are over and nothing was done: a person decides on a criticism (通报批评)."""

    case_no: str
    unit: str
    clock_id: str
    kind: str
    urged_at: datetime
    suggested_at: datetime


@dataclass(frozen=True)
class CriticismIssued:
    """通报批评 by a named person, on the word of a joint meeting (《信访工作条例》第三十九条)."""

    case_no: str
    unit: str
    document_no: str
    sign_off: str
    due_on: date
    issued_by: str
    issued_at: datetime


@dataclass(frozen=True)
class CriticismWaived:
    """A named person decided that the unit is not criticised; the reason stays in this service."""

    case_no: str
    unit: str
    waived_by: str
    waived_at: datetime
