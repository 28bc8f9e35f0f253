"""The clocks of a case: who is told what, and what a fact out of place does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from supervision_builders import BUREAU, DAY, DUE, HANDLER, START, UNITS, a_case, a_clock, told

from petition_supervision.domain.errors import FactOutOfPlace
from petition_supervision.domain.events import DeadlineApproaching, DeadlineMissed, DeadlineMissLifted
from petition_supervision.domain.supervised_case import SupervisedCase

MOMENT = timedelta(milliseconds=1)


def watching(clock_id: str = "K3", kind: str = "K3") -> SupervisedCase:
    case = a_case()
    case.start_clock(a_clock(clock_id, kind))
    return case


def test_a_case_tells_each_step_of_a_clock_once_and_numbers_what_it_tells() -> None:
    case = watching()

    for now in (DUE - 10 * DAY, DUE - 5 * DAY, DUE - DAY, DUE):
        case.fire("K3", now, UNITS)

    assert [event.days_left for event in told(case, DeadlineApproaching)] == [10, 5, 1]
    assert len(told(case, DeadlineMissed)) == 1
    assert case.version == len(case.pending) == 4


def test_a_right_that_lapses_is_noted_without_a_word() -> None:
    case = watching("K7", "K7")

    case.fire("K7", DUE, UNITS)

    assert case.pending == []
    assert case.clocks["K7"].next_at is None


def test_a_stopped_clock_tells_nothing() -> None:
    case = watching()

    case.stop_clock("K3", DUE - DAY, "accepted", UNITS)

    assert case.pending == []


def test_a_clock_stopped_too_late_is_missed_even_if_no_sweep_came_between() -> None:
    case = watching()

    case.stop_clock("K3", DUE, "accepted", UNITS)

    assert len(told(case, DeadlineMissed)) == 1


def test_a_stop_that_arrives_after_the_sweep_but_was_in_time_lifts_the_miss() -> None:
    case = watching()
    case.fire("K3", DUE, UNITS)

    case.stop_clock("K3", DUE - MOMENT, "accepted", UNITS)

    assert [lifted.reason_code for lifted in told(case, DeadlineMissLifted)] == ["done_in_time"]


def test_a_pause_that_arrives_after_the_sweep_but_was_in_time_lifts_the_miss() -> None:
    case = watching()
    case.fire("K3", DUE, UNITS)

    case.pause_clock("K3", DUE - MOMENT, UNITS)

    assert [lifted.reason_code for lifted in told(case, DeadlineMissLifted)] == ["paused_in_time"]


def test_moving_a_clock_ahead_lifts_its_miss_and_arms_it_again() -> None:
    case = watching()
    case.fire("K3", DUE, UNITS)

    case.move_clock("K3", DUE + 30 * DAY, DUE + DAY, False, "2026")
    case.fire("K3", DUE + 30 * DAY, UNITS)

    assert [missed.due_at for missed in told(case, DeadlineMissed)] == [DUE, DUE + 30 * DAY]
    assert [lifted.due_at for lifted in told(case, DeadlineMissLifted)] == [DUE]


@pytest.mark.parametrize("kind", ["K8", "K10"])
def test_the_level_above_that_answers_too_late_is_told_of_once(kind: str) -> None:
    case = watching(kind, kind)
    for now in (DUE - 10 * DAY, DUE - 5 * DAY, DUE - DAY, DUE):
        case.fire(kind, now, UNITS)

    case.stop_clock(kind, DUE + DAY, "review_decided", UNITS)

    assert [(missed.kind, missed.due_at) for missed in told(case, DeadlineMissed)] == [(kind, DUE)]


def test_a_re_review_is_not_missed_while_it_is_heard_and_is_once_it_runs_out_after_that() -> None:
    case = watching("K10", "K10")
    case.pause_clock("K10", DUE - 2 * DAY, UNITS)
    assert case.clocks["K10"].next_at is None

    case.move_clock("K10", DUE + 5 * DAY, DUE + 3 * DAY, False, "2026")
    assert told(case, DeadlineMissed) == []
    case.fire("K10", DUE + 5 * DAY, UNITS)

    assert [missed.due_at for missed in told(case, DeadlineMissed)] == [DUE + 5 * DAY]
    assert told(case, DeadlineMissLifted) == []


def test_a_clock_cannot_be_started_twice() -> None:
    with pytest.raises(FactOutOfPlace):
        watching().start_clock(a_clock())


def test_facts_about_a_clock_that_was_never_started_are_out_of_place() -> None:
    case = a_case()

    for act in (
        lambda: case.move_clock("K5", DUE, START, False, None),
        lambda: case.pause_clock("K5", START, UNITS),
        lambda: case.stop_clock("K5", START, None, UNITS),
        lambda: case.fire("K5", DUE, UNITS),
    ):
        with pytest.raises(FactOutOfPlace):
            act()


def test_units_with_a_clock_in_a_case_are_concerned_by_it() -> None:
    case = watching()
    case.take_on("dept_education")
    case.make_responsible("dept_water")

    assert case.units_concerned == {BUREAU, HANDLER, "dept_water", "dept_education"}


def test_a_case_of_which_only_a_clock_is_known_concerns_its_unit() -> None:
    case = SupervisedCase("640425202603020009")
    case.start_clock(a_clock())

    assert case.units_concerned == {HANDLER}
