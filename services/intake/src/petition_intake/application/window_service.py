"""Use cases at the window: visits, their rating, promises and practical things; the listening room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from petition_intake.application.access import open_case
from petition_intake.application.petitioner_access import check_code
from petition_intake.application.ports import Files, Office, Registers
from petition_intake.application.veiling import veil_over
from petition_intake.domain.errors import RatedByOfficer
from petition_intake.domain.listening_room import BOOKING_STATE_WORDING, RoomBooking
from petition_intake.domain.officer import Officer
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.register import PORTAL, RegisterCopy
from petition_intake.domain.window_errors import BookingUnknown, NotYourWindow, VisitUnknown
from petition_intake.domain.window_events import COURTESY_WORDING, Courtesy
from petition_intake.domain.window_visit import VISIT_STATE_WORDING, Card, Deed, WindowVisit


class Visits(Protocol):
    """Visits to windows; saving one tells what happened to it."""

    def next_number(self, now: datetime) -> str: ...

    def get(self, visit_no: str) -> WindowVisit | None: ...

    def save(self, visit: WindowVisit) -> None: ...


class Bookings(Protocol):
    """Hours of the listening rooms; saving one tells what happened to it."""

    def get(self, booking_no: str) -> RoomBooking | None: ...

    def save(self, booking: RoomBooking) -> None: ...


class VisitPages(Protocol):
    """Reading across visits, outside any command."""

    def page(self, wanted: dict[str, Any], limit: int, cursor: str | None) -> tuple[list[WindowVisit], str | None]:
        """One page, the latest arrival first."""
        ...


@dataclass(frozen=True)
class Finished:
    """What the officer records at the end of a visit."""

    case_no: str | None
    courtesies: list[Courtesy]
    deed: Deed | None
    card: Card
    helper: str | None


def record_arrival(visits: Visits, officer: Officer, window: str, needs_help: bool, now: datetime) -> WindowVisit:
    """取号 at a window of one's own unit."""
    visit = WindowVisit.arrive(visits.next_number(now), window, needs_help, officer, now)
    visits.save(visit)
    return visit


def call_visitor(visits: Visits, officer: Officer, visit_no: str, now: datetime) -> WindowVisit:
    """叫号. Refusals: VisitUnknown, NotYourWindow, VisitNotInThisState."""
    visit = _own_visit(visits, officer, visit_no)
    visit.call(officer, now)
    visits.save(visit)
    return visit


def finish_visit(
    visits: Visits,
    files: Files,
    registers: Registers,
    officer: Officer,
    visit_no: str,
    finished: Finished,
    now: datetime,
) -> WindowVisit:
    """结束接待. The petition the visit was about is one of the officer's own; other refusals as in
    `WindowVisit.finish`.
    """
    visit = _own_visit(visits, officer, visit_no)
    if finished.case_no is not None:
        open_case(files, registers.current(), officer, finished.case_no)
    visit.finish(
        finished.case_no,
        finished.courtesies,
        finished.deed,
        finished.card,
        finished.helper,
        officer,
        now,
    )
    visits.save(visit)
    return visit


def rate_window(
    visits: Visits,
    office: Office,
    caller: Officer,
    case_no: str,
    query_code: str,
    visit_no: str,
    rating: RatingLevel,
    deed_confirmed: bool | None,
    now: datetime,
) -> WindowVisit:
    """The petitioner rates through the citizens' entry; an officer, or an agency => RatedByOfficer.

    A visit about another petition is one that does not exist => VisitUnknown.
    """
    if caller.person is not None or office.registers.current().kind_of(caller.unit) != PORTAL:
        raise RatedByOfficer("actor")
    check_code(office, case_no, query_code, now)
    visit = visits.get(visit_no)
    if visit is None or visit.case_no != case_no:
        raise VisitUnknown("visit_no", visit_no=visit_no)
    visit.rate(rating, deed_confirmed, now)
    visits.save(visit)
    return visit


def review_promise(visits: Visits, officer: Officer, visit_no: str, kept: bool, now: datetime) -> WindowVisit:
    """登记承诺兑现情况. Refusals: VisitUnknown, NotYourWindow, and as in `WindowVisit.review_promise`."""
    visit = _own_visit(visits, officer, visit_no)
    visit.review_promise(kept, officer, now)
    visits.save(visit)
    return visit


def book_room(bookings: Bookings, officer: Officer, room: str, on: date, hour: int, now: datetime) -> RoomBooking:
    """预约接待室 of one's own unit. Refusals: HourIsOver, RoomTaken."""
    hour_of_room = RoomBooking.of_hour(officer.unit, room, on, hour)
    booking = bookings.get(hour_of_room.booking_no) or hour_of_room
    booking.book(officer, now)
    bookings.save(booking)
    return booking


def cancel_room(bookings: Bookings, officer: Officer, booking_no: str) -> RoomBooking:
    """取消预约. Refusals: BookingUnknown, NotYourWindow, BookingNotInThisState."""
    booking = _own_booking(bookings, officer, booking_no)
    booking.cancel(officer)
    bookings.save(booking)
    return booking


def record_statement(
    bookings: Bookings,
    files: Files,
    registers: Registers,
    officer: Officer,
    booking_no: str,
    case_no: str,
    statement: str,
    read_back_confirmed: bool,
    now: datetime,
) -> RoomBooking:
    """登记诉说内容 to a petition of one's own; refusals as in `RoomBooking.listen`."""
    booking = _own_booking(bookings, officer, booking_no)
    open_case(files, registers.current(), officer, case_no)
    booking.listen(case_no, statement, read_back_confirmed, officer, now)
    bookings.save(booking)
    return booking


def get_room_booking(bookings: Bookings, files: Files, officer: Officer, booking_no: str) -> dict[str, Any]:
    """One booking with what was said; names and numbers are masked."""
    booking = _own_booking(bookings, officer, booking_no)
    said = booking.statement
    state = BOOKING_STATE_WORDING[booking.state]
    names = ("booking_no", "unit", "room", "on", "hour", "booked_by", "version")
    return {
        **{name: getattr(booking, name) for name in names},
        "state": state.to_wire(booking.state.value),
        "statement": None if said is None else {**vars(said), "text": veil_over(files, said.case_no)(said.text)},
    }


def list_window_visits(
    pages: VisitPages,
    registers: Registers,
    officer: Officer,
    unit: str | None,
    window: str | None,
    on: date | None,
    with_deed: bool,
    limit: int,
    cursor: str | None,
) -> dict[str, Any]:
    """Visits of a unit, of one window or day of it; or only those with something practical done (实事台账).

    The bureau may ask for another unit's; anybody else => NotYourWindow.
    """
    asked = unit or officer.unit
    register: RegisterCopy = registers.current()
    if asked != officer.unit and not register.is_bureau(officer.unit):
        raise NotYourWindow("unit", unit=officer.unit)
    wanted: dict[str, Any] = {"unit": asked}
    if window is not None:
        wanted["window"] = window
    if on is not None:
        wanted["arrived_on"] = on.isoformat()
    if with_deed:
        wanted["has_deed"] = True
    found, following = pages.page(wanted, limit, cursor)
    return {"items": [_row(visit) for visit in found], "next": following}


def _own_visit(visits: Visits, officer: Officer, visit_no: str) -> WindowVisit:
    visit = visits.get(visit_no)
    if visit is None:
        raise VisitUnknown("visit_no", visit_no=visit_no)
    if visit.unit != officer.unit:
        raise NotYourWindow("visit_no", unit=officer.unit)
    return visit


def _own_booking(bookings: Bookings, officer: Officer, booking_no: str) -> RoomBooking:
    booking = bookings.get(booking_no)
    if booking is None:
        raise BookingUnknown("booking_no", booking_no=booking_no)
    if booking.unit != officer.unit:
        raise NotYourWindow("booking_no", unit=officer.unit)
    return booking


def _row(visit: WindowVisit) -> dict[str, Any]:
    names = (
        "visit_no",
        "unit",
        "window",
        "arrived_at",
        "called_at",
        "finished_at",
        "waited_minutes",
        "needs_help",
        "helper",
        "officer",
        "case_no",
        "deed_confirmed",
        "promise_kept",
        "version",
    )
    return {
        **{name: getattr(visit, name) for name in names},
        # Which rating it was is nobody's to see: an officer learns that the visitor rated, no more.
        "rated": visit.rating is not None,
        "state": VISIT_STATE_WORDING[visit.state].to_wire(visit.state.value),
        "courtesies": [COURTESY_WORDING[one].to_wire(one.value) for one in visit.courtesies],
        "card": None if visit.card is None else vars(visit.card),
        "deed": None if visit.deed is None else vars(visit.deed),
    }
