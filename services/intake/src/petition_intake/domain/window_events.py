"""What intake tells of visits to a window and of the listening room. Nobody is named, nothing that was said is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.wording import Wording


class Courtesy(StrEnum):
    """“六个一”接访法: a smile, a greeting, a seat, hot water, being heard, and one thing done for the visitor."""

    SMILE = "smile"
    GREETING = "greeting"
    SEAT = "seat"
    WATER = "water"
    LISTENING = "listening"
    PRACTICAL_DEED = "practical_deed"


COURTESY_WORDING: dict[Courtesy, Wording] = {
    Courtesy.SMILE: Wording("一张笑脸", "a smile"),
    Courtesy.GREETING: Wording("一声问候", "a greeting"),
    Courtesy.SEAT: Wording("一句请坐", "a seat"),
    Courtesy.WATER: Wording("一杯热水", "a cup of hot water"),
    Courtesy.LISTENING: Wording("一次倾听", "being heard"),
    Courtesy.PRACTICAL_DEED: Wording("一件实事", "one thing done"),
}


@dataclass(frozen=True)
class VisitorArrived:
    """Somebody came to a window and waits."""

    unit: str
    window: str
    arrived_at: datetime
    needs_help: bool


@dataclass(frozen=True)
class VisitorCalled:
    """An officer received the visitor, who had waited so long."""

    officer: str
    called_at: datetime
    waited_minutes: int


@dataclass(frozen=True)
class WindowVisitFinished:
    """The visit is over. `promised_on`: by when the officer promised an answer (亮承诺)."""

    unit: str
    window: str
    officer: str
    finished_at: datetime
    visit_case_no: str | None
    courtesies: list[Courtesy]
    assisted: bool
    promised_on: date | None


@dataclass(frozen=True)
class WindowRated:
    """The petitioner rated the window; `deed_confirmed` where something practical was on record."""

    unit: str
    window: str
    window_rating: RatingLevel
    deed_confirmed: bool | None
    rated_at: datetime


@dataclass(frozen=True)
class PromiseReviewed:
    """Whether what the officer promised was kept, said by another person."""

    unit: str
    kept: bool
    reviewed_by: str
    reviewed_on: date


@dataclass(frozen=True)
class RoomBooked:
    """“你诉说、我倾听”信访接待室: booked for an hour."""

    unit: str
    room: str
    on: date
    hour: int
    booked_by: str


@dataclass(frozen=True)
class RoomBookingCancelled:
    """The room is free again in that hour."""

    cancelled_by: str


@dataclass(frozen=True)
class StatementConfirmed:
    """What was said in the room was taken down, read back, and confirmed as right."""

    statement_case_no: str
    recorded_by: str
    confirmed_at: datetime
