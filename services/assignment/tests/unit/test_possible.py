"""What is offered to an officer is exactly what would be accepted."""

import pytest
from assignment_world import (
    World,
    a_completion,
    a_notice_delivery,
    a_responsibility,
    an_acceptance,
    an_extension,
    an_opinion,
    on,
)

from petition_assignment.domain.officer import Officer
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.vocabulary import FirstOrRepeat


def offered_to(world: World, officer: Officer) -> list[str]:
    petition = world.desk.petitions.require(world.case.case_no)
    return possible_commands(world.case, petition.first_or_repeat, officer, world.now)


def offered(world: World, person: str) -> list[str]:
    return offered_to(world, world.officer(person))


@pytest.mark.parametrize(
    ("make", "person", "commands"),
    [
        (lambda: World().opened(), "dispatcher", []),
        (lambda: World().opened().decided(), "dispatcher", ["route_case"]),
        (lambda: World().opened(), "water_head", []),
        (lambda: World().routed(), "water_signer", ["sign_for_case", "raise_objection"]),
        (lambda: World().routed(), "housing_signer", []),
        (lambda: World().routed().move_to(on("2026-03-10")), "water_signer", ["sign_for_case"]),
        (lambda: World().signed(), "water_handler", ["raise_objection", "accept_case", "decline_case"]),
        (
            lambda: World().opened(registered_by_unit="dept_water").decided(),
            "water_handler",
            ["accept_case", "decline_case"],
        ),
        (lambda: World().objected(), "dispatcher", ["decide_objection"]),
        (
            lambda: World().accepted(),
            "water_handler",
            ["set_responsibility", "record_agreement", "record_investigation", "record_notice_delivery"],
        ),
        (
            lambda: World().accepted().do(a_notice_delivery(), "water_signer"),
            "water_handler",
            ["set_responsibility", "record_agreement", "record_investigation"],
        ),
        (
            lambda: World().accepted(),
            "water_head",
            ["set_responsibility", "extend_case", "record_agreement", "record_investigation", "record_notice_delivery"],
        ),
        (
            lambda: World().accepted().move_to(on("2026-05-07")),
            "water_head",
            ["set_responsibility", "record_agreement", "record_investigation", "record_notice_delivery"],
        ),
        (
            lambda: World().in_handling(),
            "water_head",
            [
                "set_responsibility",
                "extend_case",
                "record_agreement",
                "record_investigation",
                "issue_opinion",
                "record_notice_delivery",
            ],
        ),
        (
            lambda: World().in_handling().do(an_extension(), "water_head"),
            "water_head",
            [
                "set_responsibility",
                "record_agreement",
                "record_investigation",
                "issue_opinion",
                "record_notice_delivery",
            ],
        ),
        (lambda: World().opinion_issued(), "water_signer", ["record_delivery", "record_notice_delivery"]),
        (lambda: World().opinion_issued(), "water_handler", ["record_delivery", "record_notice_delivery"]),
        (lambda: World().delivered(), "water_handler", ["record_notice_delivery", "complete_case"]),
        (lambda: World().completed(), "dispatcher", ["confirm_case", "return_case"]),
        (lambda: World().confirmed(), "dispatcher", []),
        (lambda: World().declined(), "water_handler", ["record_notice_delivery"]),
    ],
)
def test_an_officer_is_offered_what_can_be_done_now(make, person: str, commands: list[str]):
    assert offered(make(), person) == commands


def test_for_an_unknown_petitioner_finishing_is_offered_instead_of_delivering():
    world = World().signed(anonymous=True).do(an_acceptance(notice_no=None), "water_handler")
    world.do(a_responsibility(), "water_handler").do(an_opinion(), "water_handler")
    assert offered(world, "water_handler") == ["complete_case"]
    world.do(a_completion(), "water_handler")
    assert offered(world, "water_handler") == []


def test_one_who_reported_it_finished_is_not_offered_to_confirm_it():
    world = World().completed()
    same = Officer("petition_bureau", "water_handler", frozenset({"bureau_head"}))
    assert offered_to(world, same) == ["return_case"]


def test_a_system_without_an_officer_is_offered_nothing():
    nobody = Officer("dept_water", None, frozenset())
    assert possible_commands(World().routed().case, FirstOrRepeat.FIRST, nobody, on("2026-03-02")) == []


def test_an_unnamed_caller_is_recorded_as_its_unit():
    assert Officer("dept_water", None, frozenset()).name == "dept_water"
