"""The petitioner's wish for secrecy: who says it and takes it back, what it hides, and who is known to have read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from intake_builders import (
    AUDITOR,
    CITIZEN,
    DAY,
    HANDLER,
    HOTLINE_REGISTRAR,
    NOW,
    PETITIONER,
    REGISTRAR,
    STRANGER,
    a_letter,
    a_web_filing,
)
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.application import keeping_secret, tracking
from petition_intake.application.unmasking import Access, AccessKind
from petition_intake.domain import errors, events
from petition_intake.domain.filing import Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.secrecy_errors import LiftedByOfficer, NoSecrecyAsked, SecrecyStands


class Book:
    def __init__(self) -> None:
        self.entries: list[Access] = []

    def add(self, access: Access) -> None:
        self.entries.append(access)


def ask(world: World, case_no: str, caller: Officer = CITIZEN, code: str | None = None) -> Petition:
    given = code if code or caller.person else world.code(case_no)
    return keeping_secret.ask_for_secrecy(world.files, world.office, caller, case_no, given, None, NOW)


def lift(world: World, case_no: str, caller: Officer = CITIZEN, code: str | None = None) -> Petition:
    return keeping_secret.lift_secrecy(
        world.files, world.office, caller, case_no, code or world.code(case_no), NOW + DAY
    )


def read(world: World, case_no: str, officer: Officer = REGISTRAR) -> tuple[dict[str, Any], list[Access]]:
    book = Book()
    shown = keeping_secret.read_petition(world.files, book, world.registers, officer, case_no, NOW)
    return shown, book.entries


@pytest.mark.parametrize("secrecy", [True, False])
def test_the_wish_can_be_stated_with_the_filing_and_is_told_as_a_flag(world: World, secrecy: bool) -> None:
    case_no = world.register(a_web_filing(secrecy=secrecy, consent_public=True)).case_no
    (told,) = world.events(case_no)
    assert (told.secrecy_asked, told.consent_public) == (secrecy, not secrecy)
    page = tracking.track_petition(world.files, world.office, case_no, world.code(case_no), NOW)
    assert page["secrecy_asked"] is secrecy


@pytest.mark.parametrize("caller", [CITIZEN, REGISTRAR], ids=["online", "at the window"])
def test_the_wish_can_be_expressed_later_and_ends_the_consent_to_publish(world: World, caller: Officer) -> None:
    case_no = world.register(a_web_filing(consent_public=True)).case_no
    petition = ask(world, case_no, caller)
    assert (petition.secrecy_asked, petition.consent_public) == (True, False)
    assert world.events(case_no)[-1] == events.SecrecyAsked(caller.name, NOW)
    with pytest.raises(SecrecyStands):
        ask(world, case_no, caller)


def test_the_petitioner_alone_takes_it_back_and_may_ask_again(world: World) -> None:
    case_no = world.register(a_web_filing(secrecy=True, consent_public=True)).case_no
    for officer in (REGISTRAR, HOTLINE_REGISTRAR, Officer(BUREAU, None)):
        with pytest.raises(LiftedByOfficer):
            lift(world, case_no, officer)
    with pytest.raises(errors.CodeNotAccepted):
        lift(world, case_no, code="0000-0000-0000")
    petition = lift(world, case_no)
    assert (petition.secrecy_asked, petition.consent_public) == (False, False)
    assert world.events(case_no)[-1] == events.SecrecyLifted(NOW + DAY)
    with pytest.raises(NoSecrecyAsked):
        lift(world, case_no)
    assert [wish.lifted_at is None for wish in ask(world, case_no).secrecy] == [False, True]


@pytest.mark.parametrize(
    ("caller", "refusal"),
    [
        (HANDLER, errors.NotAtTheWindow),
        (STRANGER, errors.NotYourCase),
        (Officer(BUREAU, None), errors.NotAtTheWindow),
    ],
)
def test_nobody_else_expresses_it(world: World, caller: Officer, refusal: type[errors.Refused]) -> None:
    with pytest.raises(refusal):
        ask(world, world.register().case_no, caller)


def test_online_it_needs_the_petitioners_code(world: World) -> None:
    case_no = world.register().case_no
    with pytest.raises(errors.QueryCodeRequired):
        keeping_secret.ask_for_secrecy(world.files, world.office, CITIZEN, case_no, None, None, NOW)
    with pytest.raises(errors.CodeNotAccepted):
        ask(world, case_no, code="0000-0000-0000")


def test_of_a_secret_petitioner_officers_see_not_even_the_family_name(world: World) -> None:
    said = f"本人{PETITIONER.name}，电话{PETITIONER.phone}"
    case_no = world.register(a_letter(request=said)).case_no
    before, _ = read(world, case_no)
    assert (before["petitioners"][0]["name"], before["request"][:6]) == ("测***", "本人测***")
    ask(world, case_no)
    shown, _ = read(world, case_no)
    assert shown["petitioners"] == [
        {"name": "***", "phone": None, "address": None, "id_number_given": None, "role": "petitioner"}
    ]
    assert shown["request"].startswith("本人****，")
    assert "测" not in json.dumps(shown, default=str, ensure_ascii=False)


def test_each_reading_of_a_secret_case_is_noted_with_officer_and_time_and_of_others_none(world: World) -> None:
    case_no = world.register().case_no
    assert read(world, case_no)[1] == []
    ask(world, case_no)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    for officer in (REGISTRAR, HANDLER):
        assert read(world, case_no, officer)[1] == [
            Access(case_no, officer.name, officer.unit, NOW, None, AccessKind.READ)
        ]
    lift(world, case_no)
    assert read(world, case_no)[1] == []


def test_who_may_not_read_is_not_noted(world: World) -> None:
    case_no = world.register(a_web_filing(secrecy=True)).case_no
    book = Book()
    with pytest.raises(errors.NotYourCase):
        keeping_secret.read_petition(world.files, book, world.registers, STRANGER, case_no, NOW)
    assert book.entries == []


@pytest.mark.parametrize("secrecy", [True, False])
def test_a_reading_of_words_that_stand_elsewhere_is_noted_too(world: World, secrecy: bool) -> None:
    case_no = world.register(a_web_filing(secrecy=secrecy)).case_no
    book = Book()
    keeping_secret.note_reading_of_words(world.files, book, AUDITOR, case_no, NOW)
    assert [entry.by for entry in book.entries] == ([AUDITOR.name] if secrecy else [])


def test_an_accusation_answers_like_a_petition_that_is_secret_already_and_stays_so(world: World) -> None:
    case_no = world.register(a_web_filing(purpose=Purpose.ACCUSATION, secrecy=True)).case_no
    with pytest.raises(SecrecyStands):
        ask(world, case_no)
    with pytest.raises(NoSecrecyAsked):
        lift(world, case_no)
    with pytest.raises(errors.CaseUnknown):
        ask(world, case_no, REGISTRAR)
    assert world.petitions.told == []
