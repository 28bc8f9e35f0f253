"""Marks of a petition: a closed list, set and withdrawn by a person with a reason, and lists made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from intake_builders import (
    DAY,
    DISPATCHER,
    HANDLER,
    NOW,
    PETITIONER,
    REGISTRAR,
    STRANGER,
    TOWNSHIP_REGISTRAR,
    a_visit,
    a_web_filing,
)
from intake_fakes import FakeRegisters, World
from intake_register import register

from petition_intake.application import marking, tracking
from petition_intake.application.handing_over import show_exchange_record
from petition_intake.application.viewing import ListFilter, get_petition, list_petitions
from petition_intake.domain import errors, events
from petition_intake.domain.exchange_columns import MARKS_A_PERSON
from petition_intake.domain.mark_errors import MarkNotSet, MarkStands, NotAGroupVisit
from petition_intake.domain.marks import MARK_WORDING, Mark
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import CountySettings
from petition_intake.domain.states import State

WHY = f"{PETITIONER.name}反映的事项列入专项治理"


def mark(world: World, case_no: str, value: Mark, officer: Officer = DISPATCHER, why: str = WHY) -> Petition:
    return marking.mark_petition(world.files, world.office, officer, case_no, value, why, None, NOW)


def withdraw(world: World, case_no: str, value: Mark, officer: Officer = REGISTRAR, why: str = "标记有误") -> Petition:
    return marking.withdraw_mark(world.files, world.office, officer, case_no, value, why, None, NOW + DAY)


def listed(world: World, value: Mark, officer: Officer = REGISTRAR) -> list[str]:
    found = list_petitions(world.archive, world.registers, officer, ListFilter(marks=value), 50, None)
    return [row["case_no"] for row in found["items"]]


def a_group(world: World, people: int = 5, **changes: Any) -> str:
    return world.register(a_visit(headcount=people, representatives=1, **changes)).case_no


def test_the_list_of_marks_is_closed_and_marks_no_person() -> None:
    said = [MARK_WORDING[value].zh for value in Mark]
    assert said == ["集体访", "积案", "最多访一次", "专项件", "三跨三分离"]
    assert not any(word in MARKS_A_PERSON for word in said)


@pytest.mark.parametrize("value", list(Mark))
def test_each_mark_is_set_and_withdrawn_with_a_reason_that_is_not_told(world: World, value: Mark) -> None:
    case_no = a_group(world)
    mark(world, case_no, value)
    assert listed(world, value) == [case_no]
    assert [other for other in Mark if listed(world, other)] == [value]
    petition = withdraw(world, case_no, value)
    assert listed(world, value) == []
    told = world.events(case_no)[-2:]
    assert told == [
        events.PetitionMarked(value, DISPATCHER.name, DISPATCHER.unit, NOW),
        events.MarkWithdrawn(value, REGISTRAR.name, REGISTRAR.unit, NOW + DAY),
    ]
    (kept,) = petition.marks
    assert (kept.reason, kept.withdrawn_why, kept.in_force) == (WHY, "标记有误", False)


def test_a_mark_stands_once_and_can_be_set_again_after_it_was_withdrawn(world: World) -> None:
    case_no = world.register().case_no
    with pytest.raises(MarkNotSet):
        withdraw(world, case_no, Mark.OLD_CASE)
    mark(world, case_no, Mark.OLD_CASE)
    with pytest.raises(MarkStands):
        mark(world, case_no, Mark.OLD_CASE)
    with pytest.raises(MarkNotSet):
        withdraw(world, case_no, Mark.SPECIAL_ITEM)
    withdraw(world, case_no, Mark.OLD_CASE)
    with pytest.raises(MarkNotSet):
        withdraw(world, case_no, Mark.OLD_CASE)
    assert [one.in_force for one in mark(world, case_no, Mark.OLD_CASE).marks] == [False, True]


def test_a_mark_needs_its_reason_in_writing(world: World) -> None:
    case_no = world.register().case_no
    with pytest.raises(errors.TextRequired):
        mark(world, case_no, Mark.SPECIAL_ITEM, why=" ")
    mark(world, case_no, Mark.SPECIAL_ITEM)
    with pytest.raises(errors.TextRequired):
        withdraw(world, case_no, Mark.SPECIAL_ITEM, why=" ")
    assert listed(world, Mark.SPECIAL_ITEM) == [case_no]


@pytest.mark.parametrize(("people", "may"), [(4, False), (5, True)])
def test_a_group_visit_is_a_visit_of_so_many_as_the_county_counts(world: World, people: int, may: bool) -> None:
    case_no = a_group(world, people)
    if may:
        mark(world, case_no, Mark.GROUP_VISIT)
        return
    with pytest.raises(NotAGroupVisit):
        mark(world, case_no, Mark.GROUP_VISIT)
    county = replace(register(), settings=CountySettings.read({"collective_visit_from_people": people}))
    world.office = replace(world.office, registers=FakeRegisters(county))
    mark(world, case_no, Mark.GROUP_VISIT)


def test_what_many_signed_is_no_group_visit(world: World) -> None:
    case_no = world.register(a_web_filing(headcount=30)).case_no
    with pytest.raises(NotAGroupVisit):
        mark(world, case_no, Mark.GROUP_VISIT)


def test_the_bureau_and_the_window_that_registered_it_mark_a_petition(world: World) -> None:
    case_no = world.register(officer=TOWNSHIP_REGISTRAR).case_no
    for officer in (HANDLER, STRANGER):
        with pytest.raises(errors.NotYourCase):
            mark(world, case_no, Mark.OLD_CASE, officer)
    mark(world, case_no, Mark.OLD_CASE, TOWNSHIP_REGISTRAR)
    with pytest.raises(errors.NotYourCase):
        withdraw(world, case_no, Mark.OLD_CASE, STRANGER)
    assert (listed(world, Mark.OLD_CASE, TOWNSHIP_REGISTRAR), listed(world, Mark.OLD_CASE, HANDLER)) == ([case_no], [])


def test_officers_see_the_marks_and_the_petitioners_page_has_none(world: World) -> None:
    case_no = world.register().case_no
    before = tracking.track_petition(world.files, world.office, case_no, world.code(case_no), NOW)
    mark(world, case_no, Mark.ACROSS_AND_APART)
    shown = get_petition(world.files, world.registers, REGISTRAR, case_no)
    assert [one["zh"] for one in shown["marks"]] == ["三跨三分离"]
    assert shown["markings"][0]["reason"] == WHY.replace(PETITIONER.name, "测***")
    assert tracking.track_petition(world.files, world.office, case_no, world.code(case_no), NOW) == before
    record = show_exchange_record(world.files, world.registers, case_no)["record"]
    assert (record["三跨三分离标志"], record["案标志"], record[MARKS_A_PERSON]) == ("1", "0", "")


def test_a_mark_changes_nothing_about_where_a_petition_stands(world: World) -> None:
    """A closed matter can become an old case, and its mark reopens nothing."""
    case_no = world.register().case_no
    world.tell(case_no, "case_confirmed", confirmed_by="P0009", confirmed_at=NOW, round=1)
    before = world.fares(case_no)
    assert before.state is State.CONFIRMED
    mark(world, case_no, Mark.OLD_CASE)
    assert replace(world.fares(case_no), marks=[], version=before.version) == before
