"""Withdrawal and settlement on the spot."""

from assignment_world import CASE, World

from petition_assignment.application import following
from petition_assignment.domain import events
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Level


def test_withdrawn_every_clock_stops_but_the_right_to_a_review():
    world = World().delivered().pass_days(1)
    following.close_withdrawn(world.desk, CASE, world.now)
    assert world.case.state is State.WITHDRAWN
    assert [clock.clock_id for clock in world.case.clocks if clock.runs] == ["K7"]
    assert world.told(events.CaseClosedWithdrawn) == [events.CaseClosedWithdrawn(world.now)]


def test_withdrawn_before_routing_the_clock_of_the_bureau_stops():
    world = World().withdrawn()
    assert (world.clock("K1").stop_reason, world.case.answerable, world.case.holder) == (
        "withdrawn",
        "petition_bureau",
        "petition_bureau",
    )


def test_settled_while_an_objection_is_open_all_is_over():
    world = World().objected()
    following.close_on_spot(world.desk, CASE, Level.COUNTY, world.now)
    assert world.case.state is State.CLOSED_ON_SPOT
    assert [clock.clock_id for clock in world.case.clocks if clock.runs] == []


def test_disposed_of_where_it_was_registered_the_case_leaves_the_list_and_its_clock_stops():
    world = World().disposed()
    assert (world.case.state, world.case.open, world.case.stage) == (State.DISPOSED, False, "closed")
    assert (world.clock("K1").stop_reason, world.clock("K1").met) == ("disposed", True)
    assert world.told(events.CaseClosedByDisposition) == [events.CaseClosedByDisposition("guided", world.now)]


def test_a_disposition_that_is_withdrawn_brings_the_case_back_with_the_time_since_receipt():
    world = World().disposed()
    first = world.clock("K1").due_at
    world.pass_days(3)
    following.route_after_all(world.desk, CASE, world.now)
    assert (world.case.state, world.case.open, world.case.closed_at) == (State.AWAITING_ROUTING, True, None)
    assert world.case.due_at == first == world.clock("K1#2").due_at
    assert world.told(events.CaseBackToRoute) == [events.CaseBackToRoute("petition_bureau", world.now)]
