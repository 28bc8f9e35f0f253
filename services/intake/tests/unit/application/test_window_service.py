"""At the window: whose visit it is, who may rate it, and what the ledger shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from intake_builders import CITIZEN, DISPATCHER, HANDLER, NOW, PETITIONER, REGISTRAR, TOWNSHIP_REGISTRAR
from intake_fakes import World
from intake_register import BUREAU, TOWNSHIP
from window_fakes import FakeBookings, FakeVisits

from petition_intake.application import window_service
from petition_intake.application.window_service import Finished
from petition_intake.domain.errors import CaseUnknown, CodeNotAccepted, NotYourCase, RatedByOfficer
from petition_intake.domain.listening_room import BookingState, RoomBooking
from petition_intake.domain.officer import Officer
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.window_errors import BookingUnknown, NotYourWindow, VisitUnknown
from petition_intake.domain.window_events import Courtesy
from petition_intake.domain.window_visit import Card, Deed, VisitState, WindowVisit

TODAY = date(2026, 3, 2)


class Hall:
    def __init__(self) -> None:
        self.world, self.visits, self.bookings = World(), FakeVisits(), FakeBookings()

    def arrive(self, officer: Officer = REGISTRAR) -> str:
        return window_service.record_arrival(self.visits, officer, "1", False, NOW).visit_no

    def call(self, visit_no: str, officer: Officer = REGISTRAR) -> WindowVisit:
        return window_service.call_visitor(self.visits, officer, visit_no, NOW + timedelta(minutes=5))

    def finish(self, visit_no: str, case_no: str | None = None, officer: Officer = REGISTRAR) -> WindowVisit:
        deed, card = Deed("恢复供水", "回执"), Card("接访员", "接待来访", TODAY)
        finished = Finished(case_no, list(Courtesy), deed, card, None)
        world = self.world
        return window_service.finish_visit(
            self.visits, world.files, world.registers, officer, visit_no, finished, NOW + timedelta(hours=1)
        )

    def visit(self, case_no: str | None = None, officer: Officer = REGISTRAR) -> str:
        visit_no = self.arrive(officer)
        self.call(visit_no, officer)
        return self.finish(visit_no, case_no, officer).visit_no

    def rate(self, case_no: str, visit_no: str, code: str | None = None, caller: Officer = CITIZEN) -> WindowVisit:
        right = self.world.code(case_no) if code is None else code
        level = RatingLevel.SATISFIED
        return window_service.rate_window(
            self.visits, self.world.office, caller, case_no, right, visit_no, level, True, NOW
        )

    def book(self, officer: Officer = REGISTRAR) -> str:
        return window_service.book_room(self.bookings, officer, "1", TODAY, 11, NOW).booking_no

    def listen(self, booking_no: str, case_no: str, officer: Officer = REGISTRAR) -> RoomBooking:
        world, said = self.world, f"{PETITIONER.name}说耕地少登记两亩"
        later = NOW + timedelta(hours=2)
        return window_service.record_statement(
            self.bookings, world.files, world.registers, officer, booking_no, case_no, said, True, later
        )


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_a_visit_runs_from_arrival_to_the_rating_and_the_promise(hall: Hall) -> None:
    case_no = hall.world.register().case_no
    visit_no = hall.visit(case_no)
    assert hall.visits.stored[visit_no].waited_minutes == 5
    assert hall.rate(case_no, visit_no).deed_confirmed is True
    reviewed = window_service.review_promise(hall.visits, DISPATCHER, visit_no, True, NOW)
    assert (reviewed.state, reviewed.promise_kept) == (VisitState.FINISHED, True)


@pytest.mark.parametrize("caller", [REGISTRAR, Officer(BUREAU, None), Officer("citizen_portal", "P0344")])
def test_no_officer_and_no_agency_rates_a_window(hall: Hall, caller: Officer) -> None:
    case_no = hall.world.register().case_no
    with pytest.raises(RatedByOfficer):
        hall.rate(case_no, hall.visit(case_no), caller=caller)


def test_a_wrong_code_and_another_petitions_visit_open_nothing(hall: Hall) -> None:
    case_no, other = hall.world.register().case_no, hall.world.register().case_no
    visit_no = hall.visit(case_no)
    with pytest.raises(CodeNotAccepted):
        hall.rate(case_no, visit_no, "0000-0000-0000")
    with pytest.raises(VisitUnknown):
        hall.rate(other, visit_no)
    with pytest.raises(VisitUnknown):
        hall.rate(case_no, hall.visit())
    with pytest.raises(VisitUnknown):
        hall.rate(case_no, "JD2026-000099")


def test_a_visit_belongs_to_the_unit_whose_window_it_was(hall: Hall) -> None:
    visit_no = hall.arrive()
    with pytest.raises(NotYourWindow):
        hall.call(visit_no, TOWNSHIP_REGISTRAR)
    with pytest.raises(VisitUnknown):
        hall.call("JD2026-000099")


def test_a_visit_is_about_a_petition_of_ones_own(hall: Hall) -> None:
    visit_no = hall.arrive(HANDLER)
    hall.call(visit_no, HANDLER)
    with pytest.raises(NotYourCase):
        hall.finish(visit_no, hall.world.register().case_no, HANDLER)
    with pytest.raises(CaseUnknown):
        hall.finish(visit_no, "640425202603029999", HANDLER)


@pytest.mark.parametrize(
    ("officer", "asked", "unit"),
    [(REGISTRAR, None, BUREAU), (REGISTRAR, TOWNSHIP, TOWNSHIP), (TOWNSHIP_REGISTRAR, TOWNSHIP, TOWNSHIP)],
)
def test_a_list_is_of_ones_own_windows_and_the_bureau_may_see_others(
    hall: Hall, officer: Officer, asked: str | None, unit: str
) -> None:
    hall.visit()
    registers = hall.world.registers
    found = window_service.list_window_visits(hall.visits, registers, officer, asked, "1", TODAY, True, 50, None)
    wanted = {"unit": unit, "window": "1", "arrived_on": "2026-03-02", "has_deed": True}
    assert hall.visits.wanted == wanted
    (row,) = found["items"]
    assert (row["deed"]["what"], row["card"]["duty"], row["waited_minutes"]) == ("恢复供水", "接待来访", 5)
    window_service.list_window_visits(hall.visits, registers, officer, asked, None, None, False, 50, None)
    assert hall.visits.wanted == {"unit": unit}


def test_another_units_windows_are_not_shown(hall: Hall) -> None:
    registers = hall.world.registers
    with pytest.raises(NotYourWindow):
        window_service.list_window_visits(
            hall.visits, registers, TOWNSHIP_REGISTRAR, BUREAU, None, None, False, 50, None
        )


def test_a_statement_is_kept_with_its_petition_and_shown_masked(hall: Hall) -> None:
    booking_no, case_no = hall.book(), hall.world.register().case_no
    empty = window_service.get_room_booking(hall.bookings, hall.world.files, REGISTRAR, booking_no)
    assert (empty["state"]["code"], empty["statement"]) == ("booked", None)
    assert hall.listen(booking_no, case_no).state is BookingState.HELD
    shown = window_service.get_room_booking(hall.bookings, hall.world.files, REGISTRAR, booking_no)
    assert "耕地" in shown["statement"]["text"]
    assert PETITIONER.name not in shown["statement"]["text"]


def test_an_hour_that_was_let_go_may_be_booked_again(hall: Hall) -> None:
    booking_no = hall.book()
    window_service.cancel_room(hall.bookings, REGISTRAR, booking_no)
    assert hall.book(DISPATCHER) == booking_no


def test_a_room_belongs_to_its_unit(hall: Hall) -> None:
    booking_no = hall.book()
    with pytest.raises(NotYourWindow):
        window_service.cancel_room(hall.bookings, TOWNSHIP_REGISTRAR, booking_no)
    with pytest.raises(BookingUnknown):
        window_service.cancel_room(hall.bookings, REGISTRAR, "none")
