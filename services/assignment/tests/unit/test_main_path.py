"""The ordinary way of a case, from registration to confirmation, as the events tell it."""

from datetime import date

from assignment_world import MORNING, World, a_delivery, a_routing, on

from petition_assignment.domain import commands as asked
from petition_assignment.domain import events
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Mode


def test_a_case_walks_from_registration_to_confirmation_and_tells_every_step():
    world = World().confirmed()
    assert world.names_since(0) == [
        "CaseOpened",
        "ClockStarted",
        "CaseRouted",
        "ClockStopped",
        "ClockStarted",
        "ClockStarted",
        "CaseSignedFor",
        "CaseAccepted",
        "ClockStopped",
        "ClockStopped",
        "ClockStarted",
        "ResponsibilitySet",
        "OpinionIssued",
        "OpinionDelivered",
        "ClockStopped",
        "ClockStarted",
        "CaseCompleted",
        "CaseConfirmed",
    ]
    assert world.case.state is State.CONFIRMED
    assert not world.case.open


def test_events_are_numbered_without_a_gap_and_the_version_is_their_number():
    world = World().confirmed()
    assert [sequence for _, sequence, _ in world.desk.cases.told] == list(range(1, world.case.version + 1))


def test_the_clocks_of_the_main_path_run_in_turn():
    world = World().confirmed()
    seen = [(clock.clock_id, clock.unit, clock.stop_reason, clock.met) for clock in world.case.clocks]
    assert seen == [
        ("K1", "petition_bureau", "routed", True),
        ("K3", "dept_water", "accepted", True),
        ("K4", "dept_water", "accepted", True),
        ("K5", "dept_water", "delivered", True),
        ("K7", "petitioner", None, None),
    ]


def test_every_paper_of_the_way_is_kept():
    world = World().completed()
    assert [paper.kind for paper in world.papers] == [
        PaperKind.ROUTING_NOTE,
        PaperKind.ACCEPTANCE_NOTICE,
        PaperKind.OPINION,
        PaperKind.DELIVERY_RECEIPT,
    ]


def test_the_holder_is_always_the_unit_whose_turn_it_is():
    holders = {
        "routing": World().opened().case.holder,
        "signing": World().routed().case.holder,
        "objection": World().objected().case.holder,
        "handling": World().in_handling().case.holder,
        "confirming": World().completed().case.holder,
    }
    assert holders == {
        "routing": "petition_bureau",
        "signing": "dept_water",
        "objection": "petition_bureau",
        "handling": "dept_water",
        "confirming": "petition_bureau",
    }


def test_every_open_state_before_the_finish_has_a_next_date():
    states = [
        World().opened(),
        World().routed(),
        World().objected(),
        World().accepted(),
        World().in_handling(),
        World().opinion_issued(),
        World().delivered(),
    ]
    assert all(world.case.due_at.year < 9999 for world in states)


def test_the_bureau_can_keep_a_case_to_itself_and_then_has_the_fifteen_days_of_a_unit_that_received_it_directly():
    world = World().routed(a_routing(mode=Mode.OWN), category="990101")
    assert world.case.state is State.SIGNED
    assert world.case.unit == "petition_bureau"
    assert [clock.clock_id for clock in world.case.clocks] == ["K1", "K2"]
    assert world.clock("K2").started_at == MORNING


def test_an_assigned_case_runs_a_clock_to_its_feedback_date_that_ends_with_completion():
    world = World().routed(a_routing(mode=Mode.ASSIGN, feedback_due_on=date(2026, 5, 3)))
    started = world.told(events.ClockStarted)[-1]
    assert (started.clock_id, started.length, started.length_unit) == ("K11", 62, "day")
    assert started.due_at == on("2026-05-04", "00:00")
    world.do(asked.SignForCase(), "water_signer")
    assert world.case.due_at == on("2026-03-18", "00:00")


def test_a_delivery_recorded_later_counts_from_the_day_it_was_made():
    world = World().opinion_issued().move_to(on("2026-03-10"))
    world.do(a_delivery(delivered_on=date(2026, 3, 6)), "water_handler")
    assert world.clock("K5").stopped_at < on("2026-03-07", "00:00")
    assert world.case.delivery.remedy_until == date(2026, 4, 7)
