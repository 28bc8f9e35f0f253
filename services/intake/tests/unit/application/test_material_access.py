"""Who adds materials and who sees them: officers in scope, the petitioner by code, an accusation's readers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from intake_builders import (
    AUDITOR,
    CITIZEN,
    DISPATCHER,
    HANDLER,
    HEAD,
    NOW,
    REGISTRAR,
    STRANGER,
    TOWNSHIP_REGISTRAR,
    a_web_filing,
)
from intake_register import BUREAU, DEPARTMENT, TOWNSHIP
from material_fakes import CONTENT, MaterialWorld, declared, parts_of

from petition_intake.application.confidential_filing import note_reading
from petition_intake.domain import errors
from petition_intake.domain.errors import QueryCodeRequired
from petition_intake.domain.filing import Accused, Purpose
from petition_intake.domain.material import LOOK_HOLDS
from petition_intake.domain.material_errors import (
    CaseOfficersOnly,
    FollowUpOfficersOnly,
    LookNotNoted,
    MaterialUnknown,
    NoSuchPart,
)
from petition_intake.domain.material_words import MaterialKind
from petition_intake.domain.officer import Officer

SECOND = timedelta(seconds=1)
WRONG = "0000-0000-0000"
FOLLOW_UP = declared(kind=MaterialKind.FOLLOW_UP_MATERIAL)
FOLLOWER = Officer(BUREAU, "P0019", frozenset({"follow_up_officer"}))
HANDLING_FOLLOWER = Officer(TOWNSHIP, "P0103", frozenset({"follow_up_officer"}))
ACCUSED_HEAD = Officer(DEPARTMENT, "P0201", frozenset({"unit_head", "accusation_officer"}))


@pytest.fixture
def world() -> MaterialWorld:
    return MaterialWorld()


@pytest.fixture
def case_no(world: MaterialWorld) -> str:
    return world.register(officer=TOWNSHIP_REGISTRAR).case_no


@pytest.fixture
def accusation(world: MaterialWorld) -> str:
    accused = Accused(unit=DEPARTMENT, name="某某")
    return world.register(a_web_filing(purpose=Purpose.ACCUSATION, accused=accused)).case_no


def look(world: MaterialWorld, accusation: str, officer: Officer = HEAD) -> None:
    note_reading(world.accusations, officer, accusation, "初步核查", NOW)


# -- officers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("officer", [REGISTRAR, DISPATCHER, TOWNSHIP_REGISTRAR], ids=["bureau", "bureau 2", "own unit"])
def test_officers_in_scope_add_and_list(world: MaterialWorld, case_no: str, officer: Officer) -> None:
    number = world.add(case_no, officer)
    assert [row["material_no"] for row in world.listed(case_no, officer)] == [number]


@pytest.mark.parametrize("officer", [STRANGER, HANDLER], ids=["another township", "a unit that has not got it"])
def test_out_of_scope_nothing_is_added_and_nothing_seen(world: MaterialWorld, case_no: str, officer: Officer) -> None:
    number = world.add(case_no, TOWNSHIP_REGISTRAR)
    for step in (
        lambda: world.begin(case_no, officer),
        lambda: world.send(number, 1, officer),
        lambda: world.listed(case_no, officer),
        lambda: world.read(number, 1, officer),
    ):
        with pytest.raises(errors.NotYourCase):
            step()


@pytest.mark.parametrize("officer", [AUDITOR, Officer(BUREAU, "P0001", frozenset({"county_leader"}))])
def test_who_handles_no_petitions_has_no_business_with_materials(
    world: MaterialWorld, case_no: str, officer: Officer
) -> None:
    for step in (lambda: world.begin(case_no, officer), lambda: world.listed(case_no, officer)):
        with pytest.raises(CaseOfficersOnly):
            step()


def test_an_original_is_read_within_the_hour_after_a_noted_look(world: MaterialWorld, case_no: str) -> None:
    number = world.add(case_no, TOWNSHIP_REGISTRAR)
    with pytest.raises(LookNotNoted):
        world.read(number, 2, REGISTRAR)
    world.looks.at[case_no, "P0012"] = NOW
    assert world.read(number, 2, REGISTRAR, at=NOW + LOOK_HOLDS) == (3, parts_of(CONTENT)[1])
    with pytest.raises(LookNotNoted):
        world.read(number, 2, REGISTRAR, at=NOW + LOOK_HOLDS + SECOND)
    with pytest.raises(LookNotNoted):
        world.read(number, 2, DISPATCHER)


def test_a_part_there_is_none_of_is_not_read(world: MaterialWorld, case_no: str) -> None:
    number = world.add(case_no, REGISTRAR)
    world.looks.at[case_no, "P0012"] = NOW
    for part in (0, 4):
        with pytest.raises(NoSuchPart):
            world.read(number, part, REGISTRAR)
    with pytest.raises(MaterialUnknown):
        world.read(f"{case_no}-009", 1, REGISTRAR)


def test_officers_see_file_names_masked(world: MaterialWorld, case_no: str) -> None:
    world.add(case_no, REGISTRAR)
    (row,) = world.listed(case_no, REGISTRAR)
    assert (row["file_name"], row["kind"]["zh"]) == ("测***来信.pdf", "来信扫描件")


# -- follow-up material ------------------------------------------------------------------------------------------------


def test_follow_up_material_is_kept_and_read_by_follow_up_officers_of_another_unit(world: MaterialWorld) -> None:
    case_no = world.register(officer=TOWNSHIP_REGISTRAR).case_no
    world.looks.at[case_no, "P0019"] = NOW
    number = world.add(case_no, FOLLOWER, what=FOLLOW_UP)
    assert [row["material_no"] for row in world.listed(case_no, FOLLOWER)] == [number]
    assert world.read(number, 1, FOLLOWER)[0] == 3


@pytest.mark.parametrize("officer", [REGISTRAR, HANDLING_FOLLOWER], ids=["no follow-up officer", "the handling unit"])
def test_nobody_else_keeps_it_and_to_nobody_else_is_it_there(world: MaterialWorld, officer: Officer) -> None:
    case_no = world.register(officer=TOWNSHIP_REGISTRAR).case_no
    world.looks.at[case_no, str(officer.person)] = NOW
    with pytest.raises(FollowUpOfficersOnly):
        world.begin(case_no, officer, FOLLOW_UP)
    begun = world.begin(case_no, FOLLOWER, FOLLOW_UP).material_no
    with pytest.raises(MaterialUnknown):
        world.send(begun, 1, officer)
    number = world.add(case_no, FOLLOWER, what=FOLLOW_UP)
    assert world.listed(case_no, officer) == []
    with pytest.raises(MaterialUnknown):
        world.read(number, 1, officer)
    with pytest.raises(MaterialUnknown):
        world.send(number, 1, officer)


def test_the_petitioner_keeps_none_of_it(world: MaterialWorld, case_no: str) -> None:
    with pytest.raises(FollowUpOfficersOnly):
        world.begin(case_no, CITIZEN, FOLLOW_UP, world.code(case_no))


# -- the petitioner ----------------------------------------------------------------------------------------------------


def test_the_petitioner_adds_and_reads_the_petitioners_own_with_the_code(world: MaterialWorld, case_no: str) -> None:
    code = world.code(case_no)
    officers, own = world.add(case_no, REGISTRAR), world.add(case_no, CITIZEN, code)
    (row,) = world.listed(case_no, CITIZEN, code)
    assert (row["material_no"], row["file_name"]) == (own, "测试人甲来信.pdf")
    assert world.read(own, 3, CITIZEN, code) == (3, parts_of(CONTENT)[2])
    with pytest.raises(MaterialUnknown):
        world.read(officers, 1, CITIZEN, code)
    assert [row["by_petitioner"] for row in world.listed(case_no, REGISTRAR)] == [False, True]


def test_neither_side_goes_on_with_what_the_other_began(world: MaterialWorld, case_no: str) -> None:
    code = world.code(case_no)
    officers = world.begin(case_no, REGISTRAR).material_no
    own = world.begin(case_no, CITIZEN, code=code).material_no
    with pytest.raises(MaterialUnknown):
        world.send(officers, 1, CITIZEN, code)
    with pytest.raises(MaterialUnknown):
        world.send(own, 1, REGISTRAR)


def test_nor_sends_again_what_the_other_completed(world: MaterialWorld, case_no: str) -> None:
    officers = world.add(case_no, REGISTRAR)
    with pytest.raises(MaterialUnknown):
        world.send(officers, 1, CITIZEN, world.code(case_no))


def test_without_the_right_code_the_door_stays_shut_and_wrong_ones_count(world: MaterialWorld, case_no: str) -> None:
    own = world.add(case_no, CITIZEN, world.code(case_no))
    steps = (
        lambda code: world.begin(case_no, CITIZEN, code=code),
        lambda code: world.send(own, 1, CITIZEN, code),
        lambda code: world.listed(case_no, CITIZEN, code),
        lambda code: world.read(own, 1, CITIZEN, code),
    )
    for step in steps:
        with pytest.raises(QueryCodeRequired):
            step(None)
        with pytest.raises(errors.CodeNotAccepted):
            step(WRONG)
    wrong = world.tries.of(case_no)
    assert wrong is not None and wrong.count == len(steps)


def test_an_agency_without_an_officer_is_no_petitioner(world: MaterialWorld, case_no: str) -> None:
    with pytest.raises(CaseOfficersOnly):
        world.begin(case_no, Officer(BUREAU, None), code=world.code(case_no))


# -- accusations -------------------------------------------------------------------------------------------------------


def test_whoever_registered_an_accusation_adds_what_came_with_it_and_does_not_see_it(
    world: MaterialWorld, accusation: str
) -> None:
    number = world.add(accusation, REGISTRAR)
    with pytest.raises(errors.CaseUnknown):
        world.listed(accusation, REGISTRAR)
    with pytest.raises(errors.CaseUnknown):
        world.read(number, 1, REGISTRAR)


def test_its_materials_lie_on_the_restricted_shelf_and_nothing_is_told(world: MaterialWorld, accusation: str) -> None:
    world.add(accusation, REGISTRAR)
    world.add(accusation, CITIZEN, world.code(accusation))
    assert (world.shelf.folders, world.shelf.parts, world.shelf.materials) == ({}, {}, {})
    assert (len(world.restricted.materials), world.shelf.told + world.restricted.told) == (2, [])


def test_its_readers_see_it_within_the_hour_after_they_opened_it(world: MaterialWorld, accusation: str) -> None:
    number = world.add(accusation, HEAD)
    with pytest.raises(errors.CaseUnknown):
        world.read(number, 1, HEAD)
    look(world, accusation)
    assert world.listed(accusation, HEAD)[0]["file_name"] == "测试人甲来信.pdf"
    assert world.read(number, 1, HEAD, at=NOW + LOOK_HOLDS)[1] == parts_of(CONTENT)[0]
    with pytest.raises(errors.CaseUnknown):
        world.read(number, 1, HEAD, at=NOW + LOOK_HOLDS + SECOND)


@pytest.mark.parametrize("officer", [DISPATCHER, HANDLER, ACCUSED_HEAD])
def test_to_everybody_else_there_is_no_such_case(world: MaterialWorld, accusation: str, officer: Officer) -> None:
    number = world.add(accusation, HEAD)
    look(world, accusation)
    for case in (accusation, "640425202603029999"):
        for step in (
            lambda case=case: world.begin(case, officer),
            lambda case=case: world.send(f"{case}{number[-4:]}", 1, officer),
            lambda case=case: world.listed(case, officer),
            lambda case=case: world.read(f"{case}{number[-4:]}", 1, officer),
        ):
            with pytest.raises(errors.CaseUnknown) as refused:
                step()
            assert refused.value.field == "case_no"


def test_the_accuser_adds_and_sees_the_accusers_own(world: MaterialWorld, accusation: str) -> None:
    code = world.code(accusation)
    world.add(accusation, REGISTRAR)
    own = world.add(accusation, CITIZEN, code)
    assert [row["material_no"] for row in world.listed(accusation, CITIZEN, code)] == [own]
    assert world.read(own, 1, CITIZEN, code)[0] == 3
