"""Registering, end to end on the fakes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from intake_builders import (
    BY_CHANNEL,
    DAY,
    HOTLINE_REGISTRAR,
    NEIGHBOUR,
    NOW,
    PETITIONER,
    REGISTRAR,
    TOWNSHIP_REGISTRAR,
    a_hand_down,
    a_hand_down_document,
    a_hotline_ticket,
    a_visit,
    a_web_filing,
)
from intake_fakes import World
from intake_register import CITY, DEPARTMENT

from petition_intake.domain import errors
from petition_intake.domain.channels import Channel
from petition_intake.domain.events import PetitionRegistered
from petition_intake.domain.filing import Accused, Purpose
from petition_intake.domain.levels import Level
from petition_intake.domain.notices import NoticeKind
from petition_intake.domain.numbering import CASE_NO
from petition_intake.domain.officer import Officer
from petition_intake.domain.states import State


@pytest.mark.parametrize("channel", list(Channel))
def test_every_channel_gets_a_number_a_receipt_and_one_event(world: World, channel: Channel) -> None:
    receipt = world.register(BY_CHANNEL[channel]())

    assert receipt.case_no == "640425202603020001"
    assert receipt.version == 1
    assert [type(event) for event in world.events(receipt.case_no)] == [PetitionRegistered]
    progress = world.fares(receipt.case_no)
    assert progress.state is State.REGISTERED
    assert [notice.kind for notice in progress.notices] == [NoticeKind.REGISTRATION_RECEIPT]
    assert receipt.case_no in progress.notices[0].zh


def test_serials_follow_each_other_and_begin_anew_each_day(world: World) -> None:
    numbers = [world.register().case_no[-4:] for _ in range(3)]

    assert numbers == ["0001", "0002", "0003"]
    assert world.register(at=NOW + DAY).case_no == "640425202603030001"


def test_the_day_of_a_number_is_the_day_in_china(world: World) -> None:
    late_evening_utc = NOW.replace(hour=16)

    assert world.register(at=late_evening_utc).case_no.startswith("64042520260303")


def test_a_repeated_request_takes_no_second_number(world: World) -> None:
    first, second = world.register(key="same"), world.register(key="same")

    assert first.case_no == second.case_no
    assert world.register(key="other").case_no.endswith("0002")


def test_a_refused_request_takes_no_number(world: World) -> None:
    with pytest.raises(errors.CategoryUnknown):
        world.register(a_web_filing(category="999999"))

    assert world.register().case_no.endswith("0001")


def test_personal_data_goes_into_the_file_of_petitioners_alone(world: World) -> None:
    case_no = world.register(a_web_filing(petitioners=(PETITIONER, NEIGHBOUR))).case_no

    assert world.people.get(case_no) == (PETITIONER, NEIGHBOUR)
    assert len(world.people.keys[case_no]) == 5
    (told,) = world.events(case_no)
    assert isinstance(told, PetitionRegistered)
    assert told.person_keys_count == 2
    for stored in (world.petitions.stored, world.progress.stored, world.petitions.told, world.references.stored):
        assert str(PETITIONER.name) not in repr(stored)
        assert str(PETITIONER.phone) not in repr(stored)


def test_the_level_is_that_of_the_unit_that_registers(world: World) -> None:
    at_township = world.register(a_visit(), TOWNSHIP_REGISTRAR)

    assert world.petition(at_township.case_no).registered_level is Level.TOWNSHIP
    assert world.petition(at_township.case_no).registered_by_unit == TOWNSHIP_REGISTRAR.unit


def test_a_skipped_level_is_marked_and_registered_all_the_same(world: World) -> None:
    city = Officer(CITY, "P0331", frozenset({"registrar"}))
    receipt = world.register(a_visit(competent_level=Level.TOWNSHIP), city)

    assert receipt.skip_level
    assert world.petition(receipt.case_no).skip_level
    with pytest.raises(errors.CompetentLevelRequired):
        world.register(a_visit(), city)


def test_the_same_document_handed_down_twice_is_the_same_petition(world: World) -> None:
    first = world.register(a_hand_down())

    with pytest.raises(errors.AlreadyRegistered) as refused:
        world.register(a_hand_down())
    assert refused.value.field == "hand_down.document_no"
    assert refused.value.values["case_no"] == first.case_no
    other_issuer = a_hand_down_document(issuer="state_petition_bureau", issuer_level=Level.STATE)
    assert world.register(a_hand_down(hand_down=other_issuer)).case_no != first.case_no


def test_the_same_hotline_ticket_twice_is_the_same_petition(world: World) -> None:
    first = world.register(a_hotline_ticket(), HOTLINE_REGISTRAR)

    with pytest.raises(errors.AlreadyRegistered) as refused:
        world.register(a_hotline_ticket(), HOTLINE_REGISTRAR)
    assert refused.value.field == "ticket_no"
    assert refused.value.values["case_no"] == first.case_no


@pytest.mark.parametrize(
    "filing", [a_web_filing(anonymous=True, petitioners=()), a_web_filing(identity_unclear=True, petitioners=())]
)
def test_a_receipt_that_is_not_owed_is_marked(world: World, filing: object) -> None:
    case_no = world.register(filing).case_no  # type: ignore[arg-type]

    assert [notice.owed for notice in world.fares(case_no).notices] == [False]


# -- accusations -------------------------------------------------------------------------------------------------------


ACCUSATION = a_web_filing(purpose=Purpose.ACCUSATION, accused=Accused(unit=DEPARTMENT, name="某某", post="某职"))


def test_an_accusation_leaves_no_trace_outside_the_restricted_store(world: World) -> None:
    before = world.register().case_no
    receipt = world.register(ACCUSATION)
    after = world.register().case_no

    assert CASE_NO.match(receipt.case_no)
    assert world.accusations.stored[receipt.case_no].petitioners == [PETITIONER]
    assert (before[-4:], after[-4:]) == ("0001", "0002"), "no number is missing between two petitions"
    for stored in (world.petitions, world.people, world.progress, world.references):
        assert receipt.case_no not in stored.stored  # type: ignore[attr-defined]
    assert world.events(receipt.case_no) == []


def test_an_accusation_handed_down_twice_is_one(world: World) -> None:
    handed = replace(a_hand_down(), purpose=Purpose.ACCUSATION)
    first = world.register(handed)

    with pytest.raises(errors.AlreadyRegistered) as refused:
        world.register(handed)
    assert refused.value.values["case_no"] == first.case_no
    assert world.register(a_hand_down()), "an ordinary petition of that number meets no trace of it"


def test_an_accusation_without_an_accused_is_taken(world: World) -> None:
    case_no = world.register(a_web_filing(purpose=Purpose.ACCUSATION), REGISTRAR).case_no

    assert world.accusations.stored[case_no].accused == Accused()
