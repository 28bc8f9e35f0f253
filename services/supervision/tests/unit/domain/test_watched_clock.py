"""One clock under watch, on both sides of every instant that matters."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from supervision_builders import DAY, DUE, HANDLER, LEADERSHIP, START, UNITS, a_clock

from petition_supervision.domain.answers import LiftReason
from petition_supervision.domain.errors import FactOutOfPlace
from petition_supervision.domain.events import DeadlineApproaching, DeadlineMissed, DeadlineMissLifted
from petition_supervision.domain.watched_clock import ClockState, WatchedClock

MOMENT = timedelta(milliseconds=1)
IN_TIME = LiftReason.DONE_IN_TIME


def missed_clock() -> WatchedClock:
    clock = a_clock()
    clock.take_step(DUE, UNITS)
    return clock


def test_a_clock_waits_for_its_first_reminder() -> None:
    clock = a_clock()

    assert (clock.next_step, clock.next_at) == ("remind_10", DUE - 10 * DAY)


def test_a_clock_told_of_late_skips_the_reminders_behind_it() -> None:
    clock = a_clock(told_at=DUE - 3 * DAY)

    assert clock.next_step == "remind_1"


def test_a_clock_told_of_after_its_due_instant_is_missed_at_the_next_sweep() -> None:
    clock = a_clock(told_at=DUE + DAY)

    assert isinstance(clock.take_step(DUE + DAY, UNITS), DeadlineMissed)


@pytest.mark.parametrize("before_due", [10, 5, 1])
def test_each_reminder_is_given_once_and_says_how_much_time_is_left(before_due: int) -> None:
    clock = a_clock(provisional=True)
    reminders = []
    for day in range(15, before_due - 1, -1):
        now = DUE - day * DAY
        if clock.next_at is not None and clock.next_at <= now:
            reminders.append(clock.take_step(now, UNITS))

    assert reminders[-1] == DeadlineApproaching("K3", "K3", HANDLER, DUE, before_due, LEADERSHIP, True, 1)
    assert [reminder.days_left for reminder in reminders] == [d for d in (10, 5, 1) if d >= before_due]


def test_after_a_long_stop_only_the_nearest_reminder_is_given() -> None:
    clock = a_clock()

    reminder = clock.take_step(DUE - 3 * DAY, UNITS)

    assert reminder is not None and reminder.days_left == 3
    assert (clock.next_step, clock.next_at) == ("remind_1", DUE - DAY)


def test_a_duty_is_missed_at_its_due_instant_and_told_once() -> None:
    clock = a_clock()

    assert clock.take_step(DUE, UNITS) == DeadlineMissed("K3", "K3", HANDLER, DUE, LEADERSHIP, False, 1)
    assert (clock.missed_at, clock.state, clock.next_step) == (DUE, ClockState.RUNNING, "urge")
    with pytest.raises(FactOutOfPlace):
        clock.take_step(DUE + DAY, UNITS)


def test_a_duty_is_not_missed_a_moment_before_it_is_due() -> None:
    clock = a_clock(told_at=DUE - MOMENT)

    with pytest.raises(FactOutOfPlace):
        clock.take_step(DUE - MOMENT, UNITS)


@pytest.mark.parametrize(("kind", "nature"), [("K7", None), ("K4", None), ("K3", "right")])
def test_a_right_lapses_without_a_breach(kind: str, nature: str | None) -> None:
    clock = a_clock(kind=kind, nature=nature, told_at=DUE - MOMENT)

    assert clock.take_step(DUE, UNITS) is None
    assert (clock.state, clock.missed_at, clock.next_at) == (ClockState.LAPSED, None, None)


@pytest.mark.parametrize(("stopped_at", "missed"), [(DUE - MOMENT, False), (DUE, True), (DUE + MOMENT, True)])
def test_an_act_is_late_from_the_due_instant_on_even_if_no_sweep_came_between(
    stopped_at: datetime, missed: bool
) -> None:
    clock = a_clock()

    told = clock.settle(stopped_at, IN_TIME, UNITS)

    assert isinstance(told, DeadlineMissed) is missed
    assert clock.missed_at == (stopped_at if missed else None)


def test_a_right_used_after_it_lapsed_is_no_breach() -> None:
    clock = a_clock(kind="K7")

    assert clock.settle(DUE + DAY, IN_TIME, UNITS) is None


def test_a_miss_is_lifted_when_the_act_turns_out_to_have_been_in_time() -> None:
    clock = missed_clock()

    told = clock.settle(DUE - MOMENT, IN_TIME, UNITS)

    assert told == DeadlineMissLifted("K3", "K3", HANDLER, DUE, IN_TIME, 1)
    assert clock.missed_at is None


def test_a_miss_is_not_told_again_when_the_act_is_done_late() -> None:
    clock = missed_clock()

    assert clock.settle(DUE + DAY, IN_TIME, UNITS) is None
    assert clock.missed_at == DUE


def test_a_moved_clock_starts_its_reminders_anew_for_the_new_instant() -> None:
    clock = a_clock()
    clock.take_step(DUE - 5 * DAY, UNITS)

    assert clock.move(DUE + 30 * DAY, DUE - 4 * DAY, True, "2027") is None
    assert (clock.next_step, clock.next_at) == ("remind_10", DUE + 20 * DAY)
    assert (clock.due_at, clock.provisional, clock.calendar_version) == (DUE + 30 * DAY, True, "2027")


def test_a_clock_moved_by_a_day_does_not_repeat_a_reminder_that_lies_behind() -> None:
    clock = a_clock()
    clock.take_step(DUE - 5 * DAY, UNITS)

    clock.move(DUE + DAY, DUE - 4 * DAY + MOMENT, False, "2026")

    assert clock.next_step == "remind_1"


def test_moving_a_missed_clock_ahead_lifts_the_miss_of_the_old_instant() -> None:
    clock = missed_clock()

    told = clock.move(DUE + 30 * DAY, DUE + DAY, False, "2026")

    assert told == DeadlineMissLifted("K3", "K3", HANDLER, DUE, LiftReason.DUE_DATE_MOVED, 1)
    assert (clock.missed_at, clock.next_step) == (None, "remind_10")


def test_a_missed_clock_moved_to_an_instant_that_is_past_too_stays_missed_and_silent() -> None:
    clock = missed_clock()

    assert clock.move(DUE + DAY, DUE + DAY, False, "2026") is None
    assert (clock.missed_at, clock.next_step) == (DUE, "urge")


def test_a_clock_moved_before_a_sweep_noted_its_end_is_missed_by_its_new_instant() -> None:
    clock = a_clock()

    clock.move(DUE - 3 * DAY, DUE - 2 * DAY, False, "2026")

    assert (clock.next_step, clock.next_at) == ("missed", DUE - 3 * DAY)


def test_a_paused_clock_is_silent_until_it_is_moved() -> None:
    clock = a_clock()

    clock.pause()

    assert (clock.state, clock.next_at) == (ClockState.PAUSED, None)
    clock.move(DUE + 12 * DAY, DUE, False, "2026")
    assert (clock.state, clock.next_step) == (ClockState.RUNNING, "remind_10")


def test_a_lapsed_right_runs_again_when_it_is_moved() -> None:
    clock = a_clock(kind="K7")
    clock.take_step(DUE, UNITS)

    clock.move(DUE + 30 * DAY, DUE + DAY, False, "2026")

    assert (clock.state, clock.next_step) == (ClockState.RUNNING, "lapsed")


def test_a_stopped_clock_is_silent_for_ever() -> None:
    clock = a_clock()

    clock.stop(START + DAY, "accepted")

    assert (clock.state, clock.next_at, clock.stop_reason) == (ClockState.STOPPED, None, "accepted")
    for act in (
        clock.pause,
        lambda: clock.stop(START + DAY, "accepted"),
        lambda: clock.move(DUE + DAY, START, False, None),
        lambda: clock.take_step(DUE, UNITS),
    ):
        with pytest.raises(FactOutOfPlace):
            act()
