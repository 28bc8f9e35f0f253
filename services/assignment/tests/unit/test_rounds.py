"""责成重新办理: the next round on the same case, with its own date."""

from dataclasses import replace
from datetime import date

import pytest
from assignment_beside import succeeded
from assignment_world import CASE, World, a_completion, a_delivery, a_responsibility, an_opinion, on

from petition_assignment.domain import commands as asked
from petition_assignment.domain import errors, events
from petition_assignment.domain.states import State


def test_a_confirmed_case_is_opened_again_for_the_same_unit_by_a_date_of_its_own():
    world = World().confirmed().pass_days(10).order_rehandling()
    told, clock = world.events[-2:]
    assert isinstance(told, events.RoundOpened)
    assert (told.round, told.unit, told.ordered_by, told.due_on) == (2, "dept_water", "leader1", date(2026, 4, 30))
    assert (clock.clock_id, clock.kind, clock.round, clock.nature) == ("REHANDLING", "REHANDLING", 2, "duty")
    case = world.case
    assert (case.state, case.open, case.closed_at, case.round) == (State.IN_HANDLING, True, None, 2)
    assert case.due_at == on("2026-05-01", "00:00")


def test_the_review_window_of_the_first_opinion_is_never_shortened():
    world = World().confirmed().pass_days(10)
    before = world.clock("K7")
    world.order_rehandling()
    after = world.clock("K7")
    assert (after.due_at, after.runs) == (before.due_at, True)


@pytest.mark.parametrize(("day", "met"), [(date(2026, 4, 30), True), (date(2026, 5, 1), False)])
def test_the_round_is_finished_in_time_or_late_by_its_own_date(day: date, met: bool):
    world = World().confirmed().order_rehandling().move_to(on(day.isoformat()))
    world.do(an_opinion(), "water_handler").do(a_delivery(delivered_on=day), "water_handler")
    assert world.clock("REHANDLING").met is met
    assert world.told(events.OpinionDelivered)[-1].round == 2


def test_the_second_round_ends_like_the_first():
    world = World().confirmed().order_rehandling()
    world.do(an_opinion(), "water_handler").do(a_delivery(), "water_handler").do(a_completion(), "water_handler")
    world.do(asked.ConfirmCase(), "dispatcher")
    assert (world.case.state, world.told(events.CaseConfirmed)[-1].round) == (State.CONFIRMED, 2)


def test_a_matter_settled_on_the_spot_gets_a_unit_and_first_of_all_someone_responsible():
    world = World().closed_on_spot().order_rehandling()
    assert (world.case.state, world.case.unit) == (State.ACCEPTED, "dept_water")
    world.do(a_responsibility(), "water_handler")
    assert world.case.state is State.IN_HANDLING


def test_the_promised_date_of_a_round_is_not_later_than_the_date_ordered():
    world = World().closed_on_spot().order_rehandling(due_on=date(2026, 3, 20))
    with pytest.raises(errors.DueAfterLimit):
        world.do(a_responsibility(due_on=date(2026, 3, 21)), "water_handler")


def complaining_of(unit: str, world: World) -> World:
    kept = world.desk.petitions.kept
    kept[CASE] = replace(kept[CASE], complained_of_unit=unit)
    return world


def test_a_round_never_goes_to_the_unit_complained_of_but_to_the_bureau():
    world = complaining_of("dept_housing", World().confirmed())
    assert world.order_rehandling(unit="dept_housing").case.unit == "petition_bureau"
    other = complaining_of("dept_housing", World().confirmed())
    assert other.order_rehandling(unit="dept_water").case.unit == "dept_water"


def test_a_round_for_a_unit_that_was_merged_into_the_one_complained_of_is_the_bureaus():
    world = complaining_of("dept_housing", World().confirmed())
    assert succeeded(world).order_rehandling(unit="dept_water").case.unit == "petition_bureau"


@pytest.mark.parametrize("round", [1, 3])
def test_an_order_for_another_round_than_the_next_is_noted_and_opens_none(round: int):
    world = World().confirmed().order_rehandling(round=round)
    assert world.case.state is State.CONFIRMED
    assert world.desk.late_facts.noted == [(CASE, "rehandling_ordered", State.CONFIRMED)]


def test_an_order_for_an_unknown_unit_is_not_applied():
    with pytest.raises(errors.UnitUnknown):
        World().confirmed().order_rehandling(unit="dept_moon")
