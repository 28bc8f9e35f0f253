"""When a clock's unit is reminded, and when its time is up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from supervision_builders import DAY, DUE

from petition_supervision.domain.clock_kinds import KINDS, Nature, nature_of
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.steps import LAPSED, MISSED, days_left, first_after, step_to_take, steps_to

MOMENT = timedelta(milliseconds=1)
STEPS = steps_to(DUE, (10, 5, 1), Nature.DUTY)


def test_a_duty_has_its_reminders_and_then_the_miss() -> None:
    assert [(step.name, DUE - step.at) for step in STEPS] == [
        ("remind_10", 10 * DAY),
        ("remind_5", 5 * DAY),
        ("remind_1", 1 * DAY),
        (MISSED, 0 * DAY),
    ]


def test_a_right_ends_without_a_miss() -> None:
    assert [step.name for step in steps_to(DUE, (), Nature.RIGHT)] == [LAPSED]


def test_days_given_twice_or_in_any_order_make_one_reminder_each() -> None:
    assert [step.name for step in steps_to(DUE, (1, 5, 5), Nature.DUTY)] == ["remind_5", "remind_1", MISSED]


@pytest.mark.parametrize(
    ("before_due", "expected"),
    [
        (15 * DAY, "remind_10"),
        (10 * DAY + MOMENT, "remind_10"),
        (10 * DAY, "remind_5"),
        (5 * DAY, "remind_1"),
        (1 * DAY + MOMENT, "remind_1"),
        (1 * DAY, MISSED),
        (0 * DAY, MISSED),
        (-3 * DAY, MISSED),
    ],
)
def test_a_step_that_lies_behind_the_start_is_skipped(before_due: timedelta, expected: str) -> None:
    assert first_after(STEPS, DUE - before_due).name == expected


@pytest.mark.parametrize(
    ("next_step", "before_due", "taken"),
    [
        ("remind_10", 10 * DAY, "remind_10"),
        ("remind_10", 5 * DAY + MOMENT, "remind_10"),
        ("remind_10", 5 * DAY, "remind_5"),
        ("remind_10", 12 * MOMENT, "remind_1"),
        ("remind_10", 0 * DAY, MISSED),
        ("remind_5", -1 * DAY, MISSED),
        (MISSED, 0 * DAY, MISSED),
    ],
)
def test_of_several_steps_that_came_due_unseen_the_latest_is_taken(
    next_step: str, before_due: timedelta, taken: str
) -> None:
    assert step_to_take(STEPS, next_step, DUE - before_due).name == taken


@pytest.mark.parametrize(
    ("before_due", "days"),
    [(10 * DAY, 10), (10 * DAY - MOMENT, 10), (9 * DAY + MOMENT, 10), (9 * DAY, 9), (1 * DAY, 1), (MOMENT, 1)],
)
def test_days_left_counts_begun_days(before_due: timedelta, days: int) -> None:
    assert days_left(DUE, DUE - before_due) == days


@pytest.mark.parametrize(
    ("kind", "days"),
    [("K1", (10, 5, 1)), ("K3", (10, 5, 1)), ("K4", (1,)), ("K5", (10, 5, 1)), ("K7", ()), ("K9", ())],
)
def test_reminder_days_are_set_by_kind(kind: str, days: tuple[int, ...]) -> None:
    assert SupervisionSettings().remind_days_for(kind) == days


@pytest.mark.parametrize(
    ("kind", "told", "nature"),
    [
        ("K3", None, Nature.DUTY),
        ("K4", None, Nature.RIGHT),
        ("K7", None, Nature.RIGHT),
        ("K99", None, Nature.DUTY),
        ("K3", "right", Nature.RIGHT),
        ("K7", "duty", Nature.DUTY),
    ],
)
def test_the_owner_says_whether_a_lapse_is_a_breach_else_the_kind_does(
    kind: str, told: str | None, nature: Nature
) -> None:
    assert nature_of(kind, told) is nature


def test_every_kind_names_its_source_and_says_what_it_is_in_both_languages() -> None:
    assert all(kind.article and kind.zh and kind.en and code == kind.code for code, kind in KINDS.items())
