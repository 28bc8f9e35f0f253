"""第二十四条: who decides whose case it is, and who has the cases of a unit that is no more."""

import pytest
from assignment_beside import (
    a_dispute,
    a_dispute_decision,
    an_answer,
    an_invitation,
    succeeded,
    with_water_abolished,
    without_common_superior,
)
from assignment_register import a_raw_register, with_other
from assignment_world import World, a_declining, a_routing, an_acceptance, an_objection

from petition_assignment.application import timekeeping
from petition_assignment.domain import beside_errors, beside_events, errors
from petition_assignment.domain import commands as asked
from petition_assignment.domain.register_check import check_register
from petition_assignment.domain.states import State


def test_the_common_superior_decides_and_the_case_goes_to_the_other_unit():
    world = World().signed().do(a_dispute(), "water_head")
    assert world.case.disputes[0].decider == "county_leadership"
    world.do(a_dispute_decision(), "leader1")
    case = world.case
    assert (case.state, case.unit, case.signed_by) == (State.ROUTED, "dept_housing", None)
    assert case.routing is not None and case.routing.rule_id == "competence_decision"
    running = {(clock.clock_id, clock.unit) for clock in case.clocks if clock.runs}
    assert running == {("K3#2", "dept_housing")}
    world.do(asked.SignForCase(), "housing_signer").do(an_acceptance(), "housing_handler")


def test_decided_for_the_unit_that_has_it_the_case_goes_on_where_it_stood():
    world = World().signed().do(a_dispute(), "dispatcher").do(a_dispute_decision(unit="dept_water"), "leader1")
    assert (world.case.state, world.case.unit) == (State.SIGNED, "dept_water")
    assert world.clock("K3").runs
    world.do(an_acceptance(), "water_handler")


def test_without_a_common_superior_the_joint_meeting_decides_by_its_number():
    world = World(without_common_superior()).signed().do(a_dispute(), "water_head")
    assert world.case.disputes[0].decider is None
    with pytest.raises(beside_errors.MeetingNumberRequired):
        world.do(a_dispute_decision(), "dispatcher")
    with pytest.raises(errors.SomeoneElsesCase):
        world.do(a_dispute_decision(meeting_no="LX2026-0003"), "leader1")
    world.do(a_dispute_decision(meeting_no="LX2026-0003"), "dispatcher")
    assert (world.case.unit, world.case.disputes[0].meeting_no) == ("dept_housing", "LX2026-0003")


def test_where_a_superior_decides_no_meeting_is_named():
    with pytest.raises(beside_errors.MeetingNumberNotAllowed):
        World().signed().do(a_dispute(), "water_head").do(a_dispute_decision(meeting_no="LX2026-0003"), "leader1")


@pytest.mark.parametrize("command", [an_acceptance(), a_declining(), an_objection()])
def test_nothing_is_accepted_declined_or_objected_to_while_it_is_open(command: asked.Command):
    world = World().signed().do(a_dispute(), "water_head")
    with pytest.raises(beside_errors.DisputeOpen):
        world.do(command, "water_handler")


def test_a_dispute_is_between_two_units_one_at_a_time_and_they_are_counted():
    world = World().signed()
    with pytest.raises(beside_errors.DisputeNeedsAnotherUnit):
        world.do(a_dispute(other_unit="dept_water"), "water_head")
    with pytest.raises(beside_errors.NoDisputeOpen):
        world.do(a_dispute_decision(), "leader1")
    world.do(a_dispute(), "water_head")
    with pytest.raises(beside_errors.DisputeOpen):
        world.do(a_dispute(text="再次"), "water_head")
    with pytest.raises(beside_errors.NotAPartyToTheDispute):
        world.do(a_dispute_decision(unit="township_baiyang"), "leader1")
    world.do(a_dispute_decision(unit="dept_water"), "leader1").do(a_dispute(text="再次"), "water_head")
    assert [told.dispute_count for told in world.told(beside_events.CompetenceDisputeRaised)] == [1, 2]


def test_a_case_is_not_decided_to_the_unit_complained_of():
    world = World().signed(complained_of_unit="dept_housing").do(a_dispute(), "water_head")
    with pytest.raises(beside_errors.UnitComplainedOf):
        world.do(a_dispute_decision(), "leader1")


def test_open_cases_of_an_abolished_unit_go_to_its_successor_with_their_dates():
    world = World().accepted()
    due = world.clock("K5").due_at
    succeeded(world)
    case = world.case
    assert (case.unit, case.answerable, case.holder, case.state) == (
        "dept_housing",
        "dept_housing",
        "dept_housing",
        State.ACCEPTED,
    )
    assert (world.clock("K5").unit, world.clock("K5").due_at) == ("dept_housing", due)
    told = world.told(beside_events.CaseSucceeded)
    assert [(one.unit, one.predecessor) for one in told] == [("dept_housing", "dept_water")]
    assert timekeeping.follow_succession(world.desk, 10) == 0


def test_closed_cases_and_cases_of_others_stay_where_they_are():
    assert not succeeded(World().confirmed()).told(beside_events.CaseSucceeded)
    assert not succeeded(World().opened()).told(beside_events.CaseSucceeded)


def test_before_any_register_nobody_succeeds():
    world = World().accepted()
    world.desk.registers.register = None
    assert timekeeping.follow_succession(world.desk, 10) == 0


def test_new_routing_never_chooses_an_abolished_unit():
    world = World(with_water_abolished()).opened().decided()
    with pytest.raises(beside_errors.UnitAbolished) as refused:
        world.do(a_routing(unit="dept_water", override_reason="惯例"), "dispatcher")
    assert refused.value.values["successor"] == "dept_housing"
    assert world.do(a_routing(), "dispatcher").case.unit == "dept_housing"


def test_a_successor_is_on_the_register_and_the_chain_does_not_come_back():
    head = with_other("units", "caller,serves", "caller,serves,successor")["units"].strip().splitlines()
    table = "\n".join([head[0].strip(), *(f"{line.strip()},SUCCESSOR" for line in head[1:])])

    def faults(successor_of_water: str, successor_of_housing: str) -> list[str]:
        lines = [
            line.replace(
                "SUCCESSOR",
                {"dept_water": successor_of_water, "dept_housing": successor_of_housing}.get(line.split(",")[0], ""),
            )
            for line in table.splitlines()
        ]
        return [fault.column for fault in check_register(a_raw_register(units="\n".join(lines)))]

    assert faults("dept_housing", "") == []
    assert faults("nobody", "") == ["successor"]
    assert faults("dept_housing", "dept_water") == ["successor", "successor"]


def test_an_open_part_of_an_abolished_unit_is_its_successors_by_the_same_date():
    world = World().in_handling().do(an_invitation(unit="township_caomiao"), "water_handler")
    due_on = world.case.parts[0].due_on
    succeeded(world, "township_caomiao", "township_baiyang")
    case = world.case
    assert (case.parts[0].unit, case.parts[0].due_on, case.part_holders) == (
        "township_baiyang",
        due_on,
        ["township_baiyang"],
    )
    (told,) = world.told(beside_events.PartHandedOn)
    assert (told.unit, told.predecessor, told.part_no) == ("township_baiyang", "township_caomiao", 1)
    assert not world.told(beside_events.CaseSucceeded) and case.unit == "dept_water"
    assert timekeeping.follow_succession(world.desk, 10) == 0
    world.do(an_answer(), "baiyang_handler")
    assert not world.case.part_holders


def test_a_part_that_falls_to_the_lead_unit_is_answered_by_it():
    world = World().delivered().do(an_invitation(unit="township_caomiao"), "water_handler")
    succeeded(world, "township_caomiao", "dept_water")
    world.do(an_answer(), "water_handler")
    assert not world.case.part_holders


def test_a_part_answered_or_withdrawn_before_stays_with_whom_it_was():
    world = World().in_handling().do(an_invitation(unit="township_caomiao"), "water_handler")
    world.do(an_answer(), "caomiao_handler")
    succeeded(world, "township_caomiao", "township_baiyang")
    assert world.case.parts[0].unit == "township_caomiao"
    assert not world.told(beside_events.PartHandedOn)
