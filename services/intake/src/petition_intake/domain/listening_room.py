"""“你诉说、我倾听”信访接待室: an hour in a room, and what was said in it, read back and confirmed (第十九条)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from petition_intake.domain.errors import ReadBackNotConfirmed, TextRequired
from petition_intake.domain.officer import Officer
from petition_intake.domain.window_errors import BookingNotInThisState, HourIsOver, HourNotYetCome, RoomTaken
from petition_intake.domain.window_events import RoomBooked, RoomBookingCancelled, StatementConfirmed
from petition_intake.domain.wording import Wording
from workdays import CHINA_STANDARD_TIME

CANCEL = Wording("取消预约", "cancelling")
LISTEN = Wording("登记诉说内容", "taking the statement down")


class BookingState(StrEnum):
    """An hour of a room: booked, free again, or used."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    HELD = "held"


BOOKING_STATE_WORDING: dict[BookingState, Wording] = {
    BookingState.BOOKED: Wording("已预约", "booked"),
    BookingState.CANCELLED: Wording("已取消", "cancelled"),
    BookingState.HELD: Wording("已接待", "held"),
}


@dataclass(frozen=True)
class Statement:
    """What the visitor said, as taken down; it stays here."""

    case_no: str
    text: str
    recorded_by: str
    confirmed_at: datetime


@dataclass
class RoomBooking:
    """One hour of one room of a unit: the number is made of these, so no hour is given twice."""

    booking_no: str
    unit: str
    room: str
    on: date
    hour: int
    booked_by: str
    state: BookingState = BookingState.CANCELLED
    statement: Statement | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def of_hour(cls, unit: str, room: str, on: date, hour: int) -> RoomBooking:
        """An hour nobody has booked yet."""
        return cls(booking_number(unit, room, on, hour), unit, room, on, hour, "")

    def book(self, officer: Officer, now: datetime) -> None:
        """预约. The hour has begun => HourIsOver. Somebody has it => RoomTaken."""
        if self._starts_at <= now:
            raise HourIsOver("hour", on=self.on, hour=self.hour)
        if self.state is not BookingState.CANCELLED:
            raise RoomTaken("hour", room=self.room, on=self.on, hour=self.hour)
        self.state, self.booked_by = BookingState.BOOKED, officer.name
        self._record(RoomBooked(self.unit, self.room, self.on, self.hour, officer.name))

    def cancel(self, officer: Officer) -> None:
        """取消预约; the hour may be booked again."""
        self._must_be_booked(CANCEL)
        self.state = BookingState.CANCELLED
        self._record(RoomBookingCancelled(officer.name))

    def listen(self, case_no: str, text: str, read_back_confirmed: bool, officer: Officer, now: datetime) -> None:
        """第十九条: taken down faithfully and read back. Not confirmed => ReadBackNotConfirmed. Blank => TextRequired.
        Before the hour => HourNotYetCome.
        """
        self._must_be_booked(LISTEN)
        if now < self._starts_at:
            raise HourNotYetCome("booking_no")
        if not text.strip():
            raise TextRequired("statement")
        if not read_back_confirmed:
            raise ReadBackNotConfirmed("read_back_confirmed")
        self.state, self.statement = BookingState.HELD, Statement(case_no, text.strip(), officer.name, now)
        self._record(StatementConfirmed(case_no, officer.name, now))

    @property
    def _starts_at(self) -> datetime:
        return datetime.combine(self.on, time(), CHINA_STANDARD_TIME) + timedelta(hours=self.hour)

    def _must_be_booked(self, step: Wording) -> None:
        if self.state is not BookingState.BOOKED:
            shown = BOOKING_STATE_WORDING[self.state]
            raise BookingNotInThisState("booking_no", state=shown.en, state_zh=shown.zh, step=step.en, step_zh=step.zh)

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def booking_number(unit: str, room: str, on: date, hour: int) -> str:
    """`petition_bureau:1:2026-03-02:09`."""
    return f"{unit}:{room}:{on.isoformat()}:{hour:02}"
