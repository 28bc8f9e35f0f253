"""What only time, a calendar or a register brings about, in every state of a case: dates and units move, no state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from assignment_beside import with_merged
from assignment_states import BEFORE_ACCEPTANCE, STATES, STILL_OPEN

from petition_assignment.domain.beside_events import CaseSucceeded, PartHandedOn
from petition_assignment.domain.case import Case
from petition_assignment.domain.clocks import LAPSED
from petition_assignment.domain.events import ClockMoved, ClockStopped
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Nature
from workdays import Calendar

A_YEAR = timedelta(days=365)
WITH_A_UNIT = STILL_OPEN - {State.AWAITING_ROUTING}
Brought = Callable[[Case, datetime], None]


def lapse(case: Case, now: datetime) -> None:
    case.lapse(now + A_YEAR)


def another_calendar(case: Case, _now: datetime) -> None:
    case.follow_calendar(Calendar.published().rolling(False))


def merger(case: Case, now: datetime) -> None:
    case.succeed(with_merged("dept_water", "dept_housing"), now)


TOLD: dict[Brought, tuple[type, ...]] = {
    lapse: (ClockStopped,),
    another_calendar: (ClockMoved,),
    merger: (CaseSucceeded, PartHandedOn),
}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("brought", list(TOLD))
def test_it_happens_once_and_leaves_the_state_as_it_is(state: State, brought: Brought) -> None:
    world = STATES[state]()
    case, before = world.case, len(world.case.pending)
    brought(case, world.desk.now)
    told = case.pending[before:]
    assert {type(event) for event in told} <= set(TOLD[brought])
    brought(case, world.desk.now)
    assert (case.state, case.pending[before:]) == (state, told), "the second time nothing is left to do"


@pytest.mark.parametrize("state", list(State))
def test_rights_end_with_their_time_and_duties_do_not(state: State) -> None:
    world = STATES[state]()
    case = world.case
    running = {clock.clock_id: clock for clock in case.clocks if clock.runs}
    lapse(case, world.desk.now)
    for clock in running.values():
        assert clock.runs is (clock.limit.nature is Nature.DUTY)
        assert clock.runs or clock.stop_reason == LAPSED


@pytest.mark.parametrize("state", sorted(WITH_A_UNIT))
def test_an_open_case_of_a_merged_unit_is_its_successors(state: State) -> None:
    world = STATES[state]()
    case = world.case
    merger(case, world.desk.now)
    assert case.answerable == "dept_housing"
    assert (case.unit == "dept_housing") or state in BEFORE_ACCEPTANCE
    assert "dept_water" not in {clock.unit for clock in case.clocks if clock.runs}
