"""The number of an accusation (第三十条) is, to disputes, grids, windows and rooms, one that was never given out."""

from __future__ import annotations

from datetime import date

import pytest
from dispute_fakes import FakeDisputes
from intake_builders import CITIZEN, DAY, NOW, REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BAIYANG, CATEGORY, GRID, VILLAGE
from window_fakes import FakeBookings, FakeVisits

from petition_intake.application import disputing, window_service
from petition_intake.application.window_service import Finished
from petition_intake.domain.dispute import Find
from petition_intake.domain.dispute_words import FoundBy
from petition_intake.domain.errors import CaseUnknown
from petition_intake.domain.filing import Purpose
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.register import Place
from petition_intake.domain.window_errors import VisitUnknown
from petition_intake.domain.window_visit import Card

TODAY = date(2026, 3, 2)
NEVER_GIVEN = "640425202603029999"


@pytest.fixture(params=["accusation", "never given out"])
def number(request: pytest.FixtureRequest, world: World) -> str:
    if request.param == "accusation":
        return world.register(a_web_filing(purpose=Purpose.ACCUSATION)).case_no
    return NEVER_GIVEN


@pytest.fixture
def world() -> World:
    return World()


def test_a_dispute_does_not_go_on_as_it_nor_come_to_light_in_it(world: World, number: str) -> None:
    disputes = FakeDisputes()
    find = Find(FoundBy.VISIT, Place(BAIYANG, VILLAGE, GRID), CATEGORY, TODAY, "地界争议")
    found = disputing.report_dispute(disputes, world.files, world.registers, REGISTRAR, find, NOW)
    with pytest.raises(CaseUnknown):
        disputing.upgrade_dispute(
            disputes, world.files, world.registers, REGISTRAR, found.dispute_no, number, None, NOW + DAY
        )
    in_it = Find(FoundBy.PETITION, find.place, CATEGORY, TODAY, "地界争议", case_no=number)
    with pytest.raises(CaseUnknown):
        disputing.report_dispute(disputes, world.files, world.registers, REGISTRAR, in_it, NOW)


def test_no_visit_is_about_it_and_its_author_rates_none(world: World, number: str) -> None:
    visits = FakeVisits()
    visit_no = window_service.record_arrival(visits, REGISTRAR, "1", False, NOW).visit_no
    window_service.call_visitor(visits, REGISTRAR, visit_no, NOW)
    finished = Finished(number, [], None, Card("接访员", "接待来访"), None)
    with pytest.raises(CaseUnknown):
        window_service.finish_visit(visits, world.files, world.registers, REGISTRAR, visit_no, finished, NOW)
    code, level = world.code(number), RatingLevel.SATISFIED
    with pytest.raises(VisitUnknown):
        window_service.rate_window(visits, world.office, CITIZEN, number, code, visit_no, level, None, NOW)


def test_no_statement_is_kept_with_it(world: World, number: str) -> None:
    bookings = FakeBookings()
    booking_no = window_service.book_room(bookings, REGISTRAR, "1", TODAY, 11, NOW).booking_no
    with pytest.raises(CaseUnknown):
        window_service.record_statement(
            bookings, world.files, world.registers, REGISTRAR, booking_no, number, "诉说", True, NOW + DAY
        )
