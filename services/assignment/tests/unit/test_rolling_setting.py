"""A limit in 日 that ends on a day off rolls by 《民法典》第二百零三条, unless the register says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from assignment_world import World, an_extension
from hypothesis import given, settings
from hypothesis import strategies as st

from petition_assignment.adapters.mongo_register import calendar_under
from petition_assignment.application import timekeeping
from petition_assignment.domain import events
from petition_assignment.domain.clocks import LIMITS, start
from petition_assignment.domain.register import County
from workdays import Calendar, CalendarDays, WorkingDays, local_day

ROLLS, COUNTS = Calendar.published(), Calendar.published().rolling(False)
REGULATED = [limit for limit in LIMITS.values() if limit.length is not None]
moments = st.datetimes(datetime(2022, 5, 1), datetime(2026, 9, 1)).map(lambda moment: moment.replace(tzinfo=UTC))


@given(moments, st.sampled_from(REGULATED))
@settings(max_examples=200)
def test_every_limit_of_the_law_is_reckoned_by_either_setting(at, limit):
    ends = {}
    for calendar in (ROLLS, COUNTS):
        clocks = []
        start(clocks, limit.kind, "dept_water", at, 1, calendar)
        ends[calendar.rolls] = clocks[0].last_day
        assert clocks[0].calendar_version == calendar.version
    if isinstance(limit.length, WorkingDays):
        assert ends[True] == ends[False]
    else:
        assert ends[False] == local_day(at) + timedelta(days=limit.length.days)
        assert ends[True] == ends[False] or not ROLLS.is_working_day(ends[False])
        assert ROLLS.is_working_day(ends[True]) and ends[True] >= ends[False]


@pytest.mark.parametrize(
    ("county", "rolls"),
    [({}, True), ({"roll_day_clock_to_working_day": True}, True), ({"roll_day_clock_to_working_day": False}, False)],
)
def test_the_register_decides_and_the_law_does_where_it_is_silent(county, rolls):
    world = World()
    register = replace(world.desk.registers.current(), county=County("640425", "彭阳县", "1", county))
    assert calendar_under(register).rolls is rolls
    assert calendar_under(None).rolls is True


def test_running_clocks_follow_a_changed_setting_and_back():
    world = World().in_handling().do(an_extension(), "water_head")
    before = {clock.clock_id: clock.due_at for clock in world.case.clocks if clock.runs}
    for calendar in (COUNTS, ROLLS):
        world.desk = replace(world.desk, calendar=calendar)
        assert timekeeping.follow_calendar(world.desk, 10) == 1
        assert isinstance(world.events[-1], events.ClockMoved)
        assert timekeeping.follow_calendar(world.desk, 10) == 0
        clock = world.clock("K5")
        days = LIMITS["K5"].length + CalendarDays(clock.extension_days)
        assert clock.due_at == calendar.due(clock.started_at, days).at
    assert {clock.clock_id: clock.due_at for clock in world.case.clocks if clock.runs} == before
