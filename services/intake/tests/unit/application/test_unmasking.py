"""Seeing who a petitioner is: in scope, with a reason, with an entry that stays."""

from __future__ import annotations

import pytest
from intake_builders import CITIZEN, HANDLER, NOW, PETITIONER, REGISTRAR, STRANGER, a_web_filing
from intake_fakes import World

from petition_intake.application.unmasking import Access, note_unmasking, show_people
from petition_intake.domain import errors
from petition_intake.domain.filing import Purpose
from petition_intake.domain.officer import Officer


class Book:
    def __init__(self) -> None:
        self.entries: list[Access] = []

    def add(self, access: Access) -> None:
        self.entries.append(access)


def look(world: World, case_no: str, officer: Officer = REGISTRAR, reason: str = "电话核实情况") -> Book:
    book = Book()
    note_unmasking(world.files, book, world.registers, officer, case_no, reason, NOW)
    return book


def test_a_look_is_noted_and_shows_the_particulars() -> None:
    world = World()
    case_no = world.register().case_no
    assert look(world, case_no).entries == [Access(case_no, "P0012", "petition_bureau", NOW, "电话核实情况")]
    assert show_people(world.files, case_no)["petitioners"][0]["phone"] == PETITIONER.phone


@pytest.mark.parametrize("officer", [STRANGER, HANDLER], ids=["another township", "a unit that has not got it"])
def test_out_of_scope_nothing_is_shown_and_nothing_noted(officer: Officer) -> None:
    world = World()
    with pytest.raises(errors.NotYourCase):
        look(world, world.register().case_no, officer)


def test_nobody_named_sees_nobody() -> None:
    world = World()
    with pytest.raises(errors.NotYourCase):
        look(world, world.register(officer=CITIZEN).case_no, CITIZEN)


def test_a_reason_is_given() -> None:
    world = World()
    with pytest.raises(errors.TextRequired):
        look(world, world.register().case_no, reason=" ")


def test_an_accusation_is_not_there() -> None:
    world = World()
    with pytest.raises(errors.CaseUnknown):
        look(world, world.register(a_web_filing(purpose=Purpose.ACCUSATION)).case_no)
