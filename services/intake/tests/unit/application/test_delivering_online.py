"""Notices that come online: agreed to by the petitioner and opened by nobody else; the first opening is the receipt."""

from __future__ import annotations

from typing import Any

import pytest
from intake_builders import (
    CITIZEN,
    DAY,
    HANDLER,
    HOTLINE_REGISTRAR,
    NOW,
    REGISTRAR,
    STRANGER,
    a_letter,
    a_web_filing,
)
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.application import delivering_online, tracking
from petition_intake.application.viewing import get_petition
from petition_intake.domain import errors, events
from petition_intake.domain.delivery_errors import DeliveryAsChosen, NoticeUnknown, OpenedByOfficer
from petition_intake.domain.filing import Filing, Purpose
from petition_intake.domain.forms import Form
from petition_intake.domain.officer import Officer

WRONG = "0000-0000-0000"


def choose(world: World, case_no: str, online: bool, caller: Officer = CITIZEN) -> Any:
    code = None if caller.person else world.code(case_no)
    return delivering_online.choose_delivery(world.files, world.office, caller, case_no, online, code, None, NOW)


def open_notice(world: World, case_no: str, serial: int = 1, caller: Officer = CITIZEN, days: int = 1) -> Any:
    return delivering_online.open_notice(
        world.files,
        world.office,
        caller,
        case_no,
        world.code(case_no),
        f"{case_no}-{serial:02d}",
        NOW + days * DAY,
    )


@pytest.mark.parametrize(
    "filing",
    [a_web_filing(), a_web_filing(form=Form.MOBILE), a_web_filing(form=Form.WECHAT), a_letter()],
    ids=["web", "phone", "WeChat", "letter"],
)
@pytest.mark.parametrize("agreed", [True, False])
def test_the_first_opening_is_the_receipt_where_online_delivery_was_agreed_to(
    world: World, filing: Filing, agreed: bool
) -> None:
    case_no = world.register(filing).case_no
    if agreed:
        choose(world, case_no, online=True)
    opened = open_notice(world, case_no)
    assert (opened["opened_at"], opened["receipt"], opened["first_time"]) == (NOW + DAY, agreed, True)
    told = events.NoticeOpened(f"{case_no}-01", "registration_receipt", 1, NOW + DAY, agreed)
    assert world.events(case_no)[-1] == told


def test_opened_again_it_is_shown_with_its_first_day_and_nothing_more_is_recorded(world: World) -> None:
    case_no = world.register(a_web_filing(online_delivery=True)).case_no
    first = open_notice(world, case_no)
    version = world.petition(case_no).version
    choose(world, case_no, online=False)
    again = open_notice(world, case_no, days=5)
    assert again == {**first, "first_time": False, "case_version": version + 1}
    assert len(world.petition(case_no).openings) == 1


def test_petitioner_and_officers_see_which_notices_were_opened(world: World) -> None:
    case_no = world.register(a_web_filing(online_delivery=True)).case_no
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    open_notice(world, case_no, serial=2)
    page = tracking.track_petition(world.files, world.office, case_no, world.code(case_no), NOW)
    assert (page["online_delivery"], [notice["opened_at"] for notice in page["notices"]]) == (True, [None, NOW + DAY])
    shown = get_petition(world.files, world.registers, HANDLER, case_no)
    assert [opening["number"] for opening in shown["openings"]] == [f"{case_no}-02"]


def test_a_notice_that_is_not_there_cannot_be_opened(world: World) -> None:
    case_no = world.register().case_no
    other = world.register().case_no
    with pytest.raises(NoticeUnknown):
        open_notice(world, case_no, serial=2)
    with pytest.raises(NoticeUnknown):
        delivering_online.open_notice(
            world.files, world.office, CITIZEN, case_no, world.code(case_no), f"{other}-01", NOW
        )


@pytest.mark.parametrize("caller", [REGISTRAR, HOTLINE_REGISTRAR, Officer(BUREAU, None)])
def test_nobody_opens_a_notice_for_the_petitioner(world: World, caller: Officer) -> None:
    case_no = world.register(a_web_filing(online_delivery=True)).case_no
    with pytest.raises(OpenedByOfficer):
        open_notice(world, case_no, caller=caller)
    assert world.petition(case_no).openings == []


def test_a_wrong_code_opens_and_chooses_nothing(world: World) -> None:
    case_no = world.register().case_no
    with pytest.raises(errors.CodeNotAccepted):
        delivering_online.open_notice(world.files, world.office, CITIZEN, case_no, WRONG, f"{case_no}-01", NOW)
    with pytest.raises(errors.CodeNotAccepted):
        delivering_online.choose_delivery(world.files, world.office, CITIZEN, case_no, True, WRONG, None, NOW)
    with pytest.raises(errors.QueryCodeRequired):
        delivering_online.choose_delivery(world.files, world.office, CITIZEN, case_no, True, None, None, NOW)


@pytest.mark.parametrize("stated", [True, False])
def test_the_choice_can_be_stated_with_the_filing_and_changed_at_any_time(world: World, stated: bool) -> None:
    case_no = world.register(a_web_filing(online_delivery=stated)).case_no
    assert world.events(case_no)[0].online_delivery is stated
    with pytest.raises(DeliveryAsChosen):
        choose(world, case_no, stated)
    assert choose(world, case_no, not stated, REGISTRAR).online_delivery is not stated
    assert world.events(case_no)[-1] == events.DeliveryChosen(not stated, REGISTRAR.name, NOW)


@pytest.mark.parametrize(("caller", "refusal"), [(HANDLER, errors.NotAtTheWindow), (STRANGER, errors.NotYourCase)])
def test_others_do_not_choose_for_the_petitioner(world: World, caller: Officer, refusal: type[errors.Refused]) -> None:
    with pytest.raises(refusal):
        choose(world, world.register().case_no, True, caller)


def test_an_accusation_has_no_notice_and_no_choice(world: World) -> None:
    case_no = world.register(a_web_filing(purpose=Purpose.ACCUSATION, online_delivery=True)).case_no
    with pytest.raises(NoticeUnknown):
        open_notice(world, case_no)
    for online in (True, False):
        with pytest.raises(DeliveryAsChosen):
            choose(world, case_no, online)
    assert world.petitions.told == []
