"""“你诉说、我倾听”: an hour is given once, and what was said is read back and confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from intake_builders import DISPATCHER, NOW, REGISTRAR

from petition_intake.domain import window_errors as errors
from petition_intake.domain.errors import IllegalTransition, ReadBackNotConfirmed, TextRequired
from petition_intake.domain.listening_room import BOOKING_STATE_WORDING, BookingState, RoomBooking, booking_number

TODAY = date(2026, 3, 2)
CASE = "640425202603020001"
ELEVEN = NOW + timedelta(hours=1)
"""NOW is ten in the morning in China."""


def booked(hour: int = 11) -> RoomBooking:
    booking = RoomBooking.of_hour("petition_bureau", "1", TODAY, hour)
    booking.book(REGISTRAR, NOW)
    return booking


def cancelled() -> RoomBooking:
    booking = booked()
    booking.cancel(REGISTRAR)
    return booking


def listen(booking: RoomBooking) -> None:
    booking.listen(CASE, "自家耕地少登记两亩", True, DISPATCHER, ELEVEN)


def held() -> RoomBooking:
    booking = booked()
    listen(booking)
    return booking


STATES: dict[BookingState, Callable[[], RoomBooking]] = {
    BookingState.BOOKED: booked,
    BookingState.CANCELLED: cancelled,
    BookingState.HELD: held,
}
COMMANDS: dict[str, Callable[[RoomBooking], None]] = {
    "book_room": lambda booking: booking.book(DISPATCHER, NOW),
    "cancel_room": lambda booking: booking.cancel(DISPATCHER),
    "record_statement": listen,
}
ALLOWED = {
    BookingState.BOOKED: {"cancel_room", "record_statement"},
    BookingState.CANCELLED: {"book_room"},
    BookingState.HELD: set(),
}


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("state", list(BookingState))
def test_a_command_is_carried_out_or_refused(state: BookingState, command: str) -> None:
    booking = STATES[state]()
    version = booking.version
    if command in ALLOWED[state]:
        COMMANDS[command](booking)
        assert booking.version == version + 1
    else:
        with pytest.raises((IllegalTransition, errors.RoomTaken)):
            COMMANDS[command](booking)
        assert (booking.state, booking.version) == (state, version)


@pytest.mark.parametrize(("hour", "free"), [(9, False), (10, False), (11, True)])
def test_an_hour_that_has_begun_is_not_booked(hour: int, free: bool) -> None:
    if free:
        assert booked(hour).state is BookingState.BOOKED
    else:
        with pytest.raises(errors.HourIsOver):
            booked(hour)


@pytest.mark.parametrize(("early", "may"), [(timedelta(milliseconds=1), False), (timedelta(), True)])
def test_nothing_was_said_before_the_hour(early: timedelta, may: bool) -> None:
    booking = booked()
    if may:
        booking.listen(CASE, "诉说", True, REGISTRAR, ELEVEN - early)
    else:
        with pytest.raises(errors.HourNotYetCome):
            booking.listen(CASE, "诉说", True, REGISTRAR, ELEVEN - early)


def test_what_was_said_is_written_read_back_and_confirmed() -> None:
    booking = booked()
    with pytest.raises(TextRequired):
        booking.listen(CASE, " ", True, REGISTRAR, ELEVEN)
    with pytest.raises(ReadBackNotConfirmed):
        booking.listen(CASE, "诉说", False, REGISTRAR, ELEVEN)
    listen(booking)
    assert booking.statement is not None
    assert "耕地" not in str(booking.pending[-1])


def test_a_number_is_made_of_the_room_and_the_hour() -> None:
    assert set(BOOKING_STATE_WORDING) == set(BookingState)
    assert booking_number("petition_bureau", "1", TODAY, 9) == "petition_bureau:1:2026-03-02:09"
