"""The due-queue and the clocks cannot disagree, and each step is taken once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from supervision_builders import CASE_NO, DAY, DUE, HANDLER, START
from supervision_fakes import FakeWork, NotKept

from petition_supervision.application import facts
from petition_supervision.application.sweep import Due, fire
from petition_supervision.domain.errors import FactOutOfPlace
from petition_supervision.domain.events import DeadlineApproaching, DeadlineMissed
from petition_supervision.domain.steps import days_left

OTHER = "640425202603020002"


def watching(*case_nos: str, kinds: tuple[str, ...] = ("K3",)) -> FakeWork:
    work = FakeWork()
    for case_no in case_nos:
        for kind in kinds:
            started = facts.ClockStarted(kind, kind, HANDLER, START, DUE, False, "2026", 1, None)
            facts.clock_started(work, case_no, started, START)
    return work


def test_a_batch_fires_every_entry_and_reads_its_cases_at_once() -> None:
    work = watching(CASE_NO, OTHER)
    work.now = DUE

    assert fire(work, [Due(CASE_NO, "K3"), Due(OTHER, "K3")]) == 2
    assert work.cases.preloaded == [CASE_NO, OTHER]
    assert len(work.events(DeadlineMissed)) == 2
    assert all(entry.step == "urge" for entry in work.cases.due.values())


def test_two_clocks_of_one_case_fire_in_one_batch() -> None:
    work = watching(CASE_NO, kinds=("K3", "K5", "K7"))
    work.now = DUE

    assert work.sweep() == 3
    assert sorted(event.kind for event in work.events(DeadlineMissed)) == ["K3", "K5"]
    assert [number for _, number, _ in work.cases.published] == [1, 2]


def test_nothing_due_does_nothing() -> None:
    work = watching(CASE_NO)

    assert work.sweep() == 0
    assert fire(work, []) == 0


def test_an_entry_of_a_case_that_is_not_due_is_a_program_error() -> None:
    work = watching(CASE_NO)

    with pytest.raises(FactOutOfPlace):
        fire(work, [Due(CASE_NO, "K3")])
    with pytest.raises(NotKept):
        fire(work, [Due(OTHER, "K3")])


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(st.integers(min_value=1, max_value=6 * 24 * 60), min_size=1, max_size=12))
def test_however_seldom_the_sweep_runs_each_step_is_told_at_most_once_and_the_miss_exactly_once(
    pauses: list[int],
) -> None:
    work = watching(CASE_NO)
    for minutes in pauses:
        work.now += timedelta(minutes=minutes)
        work.sweep()
        for entry in work.cases.due.values():
            assert entry.step == "urge" or entry.next_at is None or entry.next_at > work.now
    work.now = DUE
    work.sweep()
    work.now = DUE + 5 * DAY
    work.sweep()

    reminders = [event.days_left for event in work.events(DeadlineApproaching)]
    assert reminders == sorted(set(reminders), reverse=True)
    assert all(1 <= days <= days_left(DUE, DUE - 10 * DAY) for days in reminders)
    assert len(work.events(DeadlineMissed)) == 1
