"""牵头领导、责任站所、责任人员、办结时限."""

from datetime import date

import pytest
from assignment_world import World, a_responsibility, a_routing, an_acceptance, on

from petition_assignment.domain import commands as asked
from petition_assignment.domain import errors, events
from petition_assignment.domain.states import State


def test_all_four_are_told_and_the_case_is_in_handling():
    world = World().in_handling()
    told = world.told(events.ResponsibilitySet)[0]
    assert (told.unit, told.lead_leader, told.station, told.person, told.due_on) == (
        "dept_water",
        "water_head",
        "dept_water",
        "water_handler",
        date(2026, 4, 10),
    )
    assert world.case.state is State.IN_HANDLING


def test_a_change_is_told_again():
    world = World().in_handling().do(a_responsibility(person="water_signer"), "water_head")
    assert world.case.responsibility.person == "water_signer"
    assert len(world.told(events.ResponsibilitySet)) == 2


@pytest.mark.parametrize("leader", ["water_head", "leader2"])
def test_the_leader_is_of_the_unit_or_of_the_county(leader: str):
    world = World().accepted().do(a_responsibility(lead_leader=leader), "water_handler")
    assert world.case.responsibility.lead_leader == leader


@pytest.mark.parametrize("leader", ["water_handler", "housing_head", "auditor"])
def test_nobody_else_leads(leader: str):
    with pytest.raises(errors.LeaderOfficeRequired):
        World().accepted().do(a_responsibility(lead_leader=leader), "water_handler")


@pytest.mark.parametrize(("field", "value"), [("lead_leader", "nobody"), ("person", "nobody")])
def test_unknown_people_are_named_by_field(field: str, value: str):
    with pytest.raises(errors.PersonUnknown) as refused:
        World().accepted().do(a_responsibility(**{field: value}), "water_handler")
    assert refused.value.field == field


def test_a_station_under_the_unit_can_be_responsible_with_its_own_person():
    world = World().accepted()
    world.do(a_responsibility(station="water_station", person="keeper"), "water_handler")
    assert world.case.responsibility.station == "water_station"


@pytest.mark.parametrize("station", ["court_baiyang", "joint_office_baiyang", "township_baiyang"])
def test_a_township_can_name_what_serves_it(station: str):
    world = World().opened(registered_by_unit="township_baiyang").decided()
    world.do(an_acceptance(), "baiyang_handler")
    chosen = asked.SetResponsibility("baiyang_deputy", station, "baiyang_handler", date(2026, 4, 1))
    assert world.do(chosen, "baiyang_handler").case.responsibility.station == station


@pytest.mark.parametrize("station", ["dept_housing", "court_baiyang", "township_caomiao"])
def test_a_station_that_does_not_belong_to_the_unit_is_refused(station: str):
    with pytest.raises(errors.StationNotOfUnit):
        World().accepted().do(a_responsibility(station=station), "water_handler")


def test_an_unknown_station_is_refused():
    with pytest.raises(errors.UnitUnknown) as refused:
        World().accepted().do(a_responsibility(station="dept_moon"), "water_handler")
    assert refused.value.field == "station"


def test_a_person_of_another_unit_is_refused():
    with pytest.raises(errors.PersonNotOfUnit):
        World().accepted().do(a_responsibility(person="housing_handler"), "water_handler")


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (date(2026, 3, 2), errors.DateNotAfterToday),
        (date(2026, 3, 3), None),
        (date(2026, 5, 6), None),
        (date(2026, 5, 7), errors.DueAfterLimit),
    ],
)
def test_the_promised_date_lies_between_tomorrow_and_the_legal_limit(day: date, refusal):
    world = World().accepted()
    if refusal is None:
        assert world.do(a_responsibility(due_on=day), "water_handler").case.responsibility.due_on == day
    else:
        with pytest.raises(refusal) as refused:
            world.do(a_responsibility(due_on=day), "water_handler")
        assert refused.value.field == "due_on"


def test_without_a_legal_limit_the_promised_date_is_the_date_that_counts():
    world = World().accepted(an_acceptance(track=1)).do(a_responsibility(due_on=date(2026, 9, 1)), "water_handler")
    assert world.case.due_at == on("2026-09-02", "00:00")


def test_the_head_of_the_bureau_leads_what_the_bureau_keeps():
    world = World().routed(a_routing(mode=asked.Mode.OWN), category="990101")
    world.do(an_acceptance(), "bureau_handler")
    chosen = asked.SetResponsibility("bureau_head", "petition_bureau", "bureau_handler", date(2026, 4, 1))
    assert world.do(chosen, "bureau_handler").case.state is State.IN_HANDLING
