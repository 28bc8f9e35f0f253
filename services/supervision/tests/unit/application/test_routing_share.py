"""The county's 4 days of the 15 (第二十二条) for what came down from above: a target, never a breach."""

from __future__ import annotations

from datetime import timedelta

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, ISSUED, START
from supervision_fakes import FakeWork

from petition_supervision.adapters.hand_down_views import show_hand_down
from petition_supervision.application import facts
from petition_supervision.domain.clock_kinds import COUNTY_SHARE
from petition_supervision.domain.county_settings import CountySettings
from petition_supervision.domain.events import DeadlineApproaching, DeadlineMissed, HandDownListed
from petition_supervision.domain.watched_clock import ClockState
from workdays import end_of_day, local_day

TARGET = local_day(START) + 4 * DAY
END = end_of_day(TARGET)
TICK = timedelta(milliseconds=1)


def register(work: FakeWork, handed_down: bool = True) -> None:
    issued = ISSUED if handed_down else None
    facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, issued, START))


def start_k1(work: FakeWork) -> None:
    started = facts.ClockStarted("K1", "K1", BUREAU, START, DUE, False, "2026", 1, None)
    facts.clock_started(work, CASE_NO, started, START)


def route(work: FakeWork, at) -> None:
    facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K1", at, "routed"))


def test_it_is_four_days_or_what_the_county_set_and_told_with_the_listing() -> None:
    for settings, days in ((CountySettings(), 4), (CountySettings(routing_share_days=2), 2)):
        work = FakeWork()
        work.county.replace(settings)
        register(work)
        (event,) = work.events(HandDownListed)
        assert event.routing_target_on == local_day(START) + days * DAY


def test_what_the_county_received_itself_has_no_share() -> None:
    work = FakeWork()
    register(work, handed_down=False)

    assert COUNTY_SHARE not in work.cases.require(CASE_NO).clocks


@pytest.mark.parametrize(("at", "within"), [(END - TICK, True), (END, False)])
@pytest.mark.parametrize("routed_first", [False, True])
def test_routed_within_the_target_or_not_whoever_was_heard_first(at, within: bool, routed_first: bool) -> None:
    work = FakeWork()
    steps = [lambda: register(work), lambda: (start_k1(work), route(work, at))]
    for step in reversed(steps) if routed_first else steps:
        step()

    case = work.cases.require(CASE_NO)
    shown = show_hand_down(case, at)
    assert shown is not None
    assert (shown["routing_target_on"], shown["routed_within_target"]) == (TARGET.isoformat(), within)
    assert case.clocks[COUNTY_SHARE].state is ClockState.STOPPED


def test_the_bureau_is_reminded_a_day_before_and_nothing_is_missed() -> None:
    work = FakeWork()
    register(work)
    start_k1(work)

    work.now = END - DAY
    work.sweep()
    (reminder,) = [event for event in work.events(DeadlineApproaching) if event.kind == COUNTY_SHARE]
    assert (reminder.unit, reminder.days_left) == (BUREAU, 1)
    work.now = END
    work.sweep()
    assert work.events(DeadlineMissed) == [] and work.cases.missed == {}
    assert work.cases.require(CASE_NO).clocks[COUNTY_SHARE].state is ClockState.LAPSED


def test_a_second_routing_does_not_change_the_first() -> None:
    work = FakeWork()
    register(work)
    start_k1(work)
    route(work, START + DAY)
    again = facts.ClockStarted("K1#2", "K1", BUREAU, START + 9 * DAY, DUE + 9 * DAY, False, "2026", 1, None)
    facts.clock_started(work, CASE_NO, again, START + 9 * DAY)
    facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K1#2", START + 10 * DAY, "routed"))

    entry = work.cases.require(CASE_NO).hand_down
    assert entry is not None and entry.routed_at == START + DAY and entry.routed_within_target is True
