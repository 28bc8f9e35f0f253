"""Starting, moving, stopping; lapse of rights; a new calendar."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from assignment_fakes import FakeCases
from assignment_world import World, a_delivery, a_return, an_extension, an_opinion, on

from petition_assignment.application import timekeeping
from petition_assignment.domain import events
from petition_assignment.domain.clocks import LIMITS, Clock
from petition_assignment.domain.vocabulary import Nature
from workdays import Calendar, CalendarDays, Due, WorkingDays


@pytest.mark.parametrize(
    ("kind", "length", "nature"),
    [
        ("K1", CalendarDays(15), Nature.DUTY),
        ("K2", CalendarDays(15), Nature.DUTY),
        ("K3", CalendarDays(15), Nature.DUTY),
        ("K4", WorkingDays(5), Nature.RIGHT),
        ("K5", CalendarDays(60), Nature.DUTY),
        ("K7", CalendarDays(30), Nature.RIGHT),
        ("K8", CalendarDays(30), Nature.DUTY),
        ("K9", CalendarDays(30), Nature.RIGHT),
        ("K10", CalendarDays(30), Nature.DUTY),
        ("K11", None, Nature.DUTY),
        ("REHANDLING", None, Nature.DUTY),
    ],
)
def test_the_limits_are_those_of_the_regulation(kind: str, length, nature: Nature):
    assert (LIMITS[kind].length, LIMITS[kind].nature) == (length, nature)
    assert LIMITS[kind].article and LIMITS[kind].zh and LIMITS[kind].en


def test_a_started_clock_says_how_it_was_reckoned():
    started = World().routed().told(events.ClockStarted)
    told = [(s.clock_id, s.length, s.length_unit, s.provisional, s.calendar_version) for s in started]
    version = Calendar.published().version
    assert told == [
        ("K1", 15, "day", False, version),
        ("K3", 15, "day", False, version),
        ("K4", 5, "working_day", False, version),
    ]


def a_clock(kind: str = "K1") -> Clock:
    return Clock("K1", kind, "u", on("2026-03-02"), on("2026-03-18", "00:00"), False, "v", 1)


@pytest.mark.parametrize(("moment", "met"), [(timedelta(milliseconds=-1), True), (timedelta(0), False)])
def test_a_duty_stopped_at_its_due_instant_was_not_met(moment: timedelta, met: bool):
    clock = a_clock()
    assert clock.stop(clock.due_at + moment, "routed").met is met


def test_a_right_cannot_be_breached():
    clock = a_clock("K7")
    assert clock.stop(clock.due_at + timedelta(days=9), "lapsed").met


def test_the_objection_window_lapses_by_itself_at_its_end():
    world = World().signed().move_to(on("2026-03-10", "00:00"))
    assert timekeeping.lapse_rights(world.desk, 10) == 1
    told = world.events[-1]
    assert (told.clock_id, told.stopped_at, told.reason_code, told.met) == (
        "K4",
        on("2026-03-10", "00:00"),
        "lapsed",
        True,
    )
    assert world.case.lapses_at is None


def test_nothing_lapses_before_its_end():
    world = World().signed().move_to(on("2026-03-09", "23:59"))
    assert timekeeping.lapse_rights(world.desk, 10) == 0


def test_the_review_window_lapses_on_a_closed_case_and_leaves_it_closed():
    world = World().confirmed().move_to(on("2026-04-02", "00:00"))
    assert timekeeping.lapse_rights(world.desk, 10) == 1
    assert not world.case.open
    assert world.clock("K7").stop_reason == "lapsed"


def test_only_the_window_that_is_over_lapses():
    world = World().completed().do(a_return(), "dispatcher").pass_days(5)
    world.do(an_opinion(), "water_handler").do(a_delivery(delivered_on=date(2026, 3, 7)), "water_handler")
    world.move_to(on("2026-04-02", "00:00"))
    timekeeping.lapse_rights(world.desk, 10)
    assert [clock.clock_id for clock in world.case.clocks if clock.runs] == ["K7#2"]
    assert world.case.lapses_at == world.clock("K7#2").due_at


class AnotherCalendar:
    """Knows one more day off: every limit ends a day later."""

    version = "2027-another"

    def due(self, start, length, pauses=(), extension=None) -> Due:
        due = Calendar.published().due(start, length, pauses, extension)
        return Due(due.on + timedelta(days=1), due.at + timedelta(days=1), True, self.version)


def test_when_another_calendar_is_published_running_clocks_follow_it():
    world = World().in_handling().do(an_extension(), "water_head")
    before = world.clock("K5").due_at
    world.desk = replace(world.desk, calendar=AnotherCalendar())
    assert timekeeping.follow_calendar(world.desk, 10) == 1
    moved = world.events[-1]
    assert isinstance(moved, events.ClockMoved)
    assert (moved.reason_code, moved.old_due_at, moved.due_at) == (
        "calendar_published",
        before,
        before + timedelta(days=1),
    )
    assert (moved.provisional, moved.calendar_version) == (True, "2027-another")
    assert timekeeping.follow_calendar(world.desk, 10) == 0


def test_a_date_set_by_a_person_does_not_follow_the_calendar():
    world = World().completed().do(a_return(), "dispatcher")
    before = world.clock("REHANDLING").due_at
    world.desk = replace(world.desk, calendar=AnotherCalendar())
    timekeeping.follow_calendar(world.desk, 10)
    assert world.clock("REHANDLING").due_at == before
    assert world.case.reckoned_with == ["2027-another"]


def test_a_clock_already_on_the_new_calendar_is_left_alone():
    world = World().in_handling()
    case = world.case
    version = case.version
    case.follow_calendar(Calendar.published())
    assert case.version == version


def test_a_date_past_the_published_calendar_is_provisional():
    world = World(now=on("2026-12-20")).routed(received_at=on("2026-12-20"))
    assert world.clock("K3").provisional


def test_no_more_cases_are_taken_at_once_than_asked_for():
    assert FakeCases().with_a_right_due(on("2026-03-02"), 5) == []
