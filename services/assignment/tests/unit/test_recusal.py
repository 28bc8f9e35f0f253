"""第二十八条第三款: who has a direct interest keeps out, officers and units."""

import pytest
from assignment_beside import a_recusal, a_recusal_decision
from assignment_world import World, a_responsibility, a_routing, an_acceptance

from petition_assignment.domain import beside_errors, errors
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.possible_beside import possible_beside
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Purpose


def test_who_declares_it_of_themself_keeps_out_at_once_until_decided():
    world = World().signed().do(a_recusal(), "water_handler")
    with pytest.raises(beside_errors.MustKeepOut):
        world.do(an_acceptance(), "water_handler")
    officer = world.officer("water_handler")
    assert possible_commands(world.case, None, officer, world.now) == []
    assert possible_beside(world.case, officer, world.register, Purpose.APPEAL, world.now) == []
    world.do(a_recusal_decision(granted=False), "water_head")
    assert world.do(an_acceptance(), "water_handler").case.state is State.ACCEPTED


def test_whom_another_names_keeps_out_once_the_head_grants_it():
    world = World().signed().do(a_recusal(), "water_signer").do(a_responsible_step(), "water_handler")
    world.do(a_recusal_decision(), "water_head")
    with pytest.raises(beside_errors.MustKeepOut):
        world.do(a_responsibility(), "water_handler")
    with pytest.raises(beside_errors.MustKeepOut) as refused:
        world.do(a_responsibility(), "water_head")
    assert refused.value.field == "person"
    assert world.do(a_responsibility(person="water_signer"), "water_head").case.state is State.IN_HANDLING


def a_responsible_step():
    return an_acceptance()


def test_a_head_decides_and_never_of_oneself():
    world = World().accepted().do(a_recusal(person="water_head"), "water_handler")
    for person in ("water_head", "housing_head"):
        with pytest.raises(beside_errors.RecusalNotByHead):
            world.do(a_recusal_decision(person="water_head"), person)
    world.do(a_recusal_decision(person="water_head"), "leader1")
    assert world.case.recusals[0].granted is True


def test_it_is_declared_once_and_decided_once():
    world = World().accepted()
    with pytest.raises(beside_errors.NoRecusalDeclared):
        world.do(a_recusal_decision(), "water_head")
    world.do(a_recusal(), "water_signer")
    with pytest.raises(beside_errors.AlreadyDeclared):
        world.do(a_recusal(text="另一个理由"), "water_signer")
    world.do(a_recusal_decision(), "water_head")
    with pytest.raises(beside_errors.NoRecusalDeclared):
        world.do(a_recusal_decision(text="另一个理由"), "water_head")
    with pytest.raises(beside_errors.AlreadyDeclared):
        world.do(a_recusal(text="第三个理由"), "water_signer")


@pytest.mark.parametrize(
    ("command", "refusal"),
    [(a_recusal(person="nobody"), errors.PersonUnknown), (a_recusal(text=" "), errors.TextRequired)],
)
def test_a_declaration_names_an_officer_and_a_reason(command, refusal: type[errors.Refused]):
    with pytest.raises(refusal):
        World().accepted().do(command, "water_signer")


def test_nothing_is_routed_to_the_unit_complained_of_and_its_superior_is_named():
    world = World().opened(complained_of_unit="dept_water").decided()
    for command in (a_routing(), a_routing(unit="dept_water")):
        with pytest.raises(beside_errors.UnitComplainedOf) as refused:
            world.do(command, "dispatcher")
        assert refused.value.values == {"unit": "dept_water", "superior": "county_leadership"}
    world.do(a_routing(unit="dept_housing", override_reason="被反映单位不得承办"), "dispatcher")
    assert world.case.unit == "dept_housing"


def test_a_window_that_is_complained_of_does_not_keep_the_petition():
    world = World().opened(registered_by_unit="dept_water", complained_of_unit="dept_water").decided()
    assert (world.case.router, world.case.state) == ("petition_bureau", State.AWAITING_ROUTING)
    assert world.clock("K1").runs
