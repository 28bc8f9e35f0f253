"""Opening an accusation: named people, a reason, a note of each look; to all others it does not exist."""

from __future__ import annotations

from typing import Any

import pytest
from intake_builders import DISPATCHER, HANDLER, HEAD, NOW, PETITIONER, REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.application.confidential_filing import note_reading, show
from petition_intake.domain import errors
from petition_intake.domain.filing import Accused, Purpose
from petition_intake.domain.officer import Officer

NAMED = Officer("county_discipline", "P0339", frozenset({"accusation_officer"}))
NAMED_IN_THE_ACCUSED_UNIT = Officer(DEPARTMENT, "P0201", frozenset({"accusation_officer"}))


@pytest.fixture
def case_no(world: World) -> str:
    filing = a_web_filing(purpose=Purpose.ACCUSATION, accused=Accused(unit=DEPARTMENT, name="某某"))
    return world.register(filing).case_no


def opened(world: World, case_no: str, officer: Officer, reason: str = "受理审查") -> dict[str, Any]:
    return show(note_reading(world.accusations, officer, case_no, reason, NOW), world.registers)


@pytest.mark.parametrize("officer", [HEAD, NAMED])
def test_a_named_person_reads_it_in_full_and_each_look_is_noted(world: World, case_no: str, officer: Officer) -> None:
    opened(world, case_no, officer)
    shown = opened(world, case_no, officer, "移送纪检监察机关")

    assert shown["petitioners"][0]["name"] == PETITIONER.name
    assert shown["accused"]["unit"]["code"] == DEPARTMENT
    assert [(reading["by"], reading["reason"]) for reading in shown["readings"]] == [
        (officer.person, "受理审查"),
        (officer.person, "移送纪检监察机关"),
    ]


@pytest.mark.parametrize(
    "officer",
    [REGISTRAR, DISPATCHER, HANDLER, NAMED_IN_THE_ACCUSED_UNIT, Officer(BUREAU, None, frozenset({"bureau_head"}))],
)
def test_to_everybody_else_it_does_not_exist(world: World, case_no: str, officer: Officer) -> None:
    said = []
    for number in (case_no, "640425202603029999"):
        with pytest.raises(errors.CaseUnknown) as refused:
            opened(world, number, officer)
        said.append((refused.value.code, refused.value.field))

    assert said[0] == said[1]
    assert world.accusations.stored[case_no].readings == []


def test_it_is_not_opened_without_a_reason(world: World, case_no: str) -> None:
    with pytest.raises(errors.ReasonRequired):
        opened(world, case_no, HEAD, " ")
    assert world.accusations.stored[case_no].readings == []


def test_an_ordinary_petition_is_not_opened_this_way(world: World) -> None:
    with pytest.raises(errors.CaseUnknown):
        opened(world, world.register().case_no, HEAD)
