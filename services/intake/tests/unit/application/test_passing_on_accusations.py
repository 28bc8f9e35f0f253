"""The transfer of an accusation to the discipline body: who may, who is informed, and that nobody else learns of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from intake_builders import DISPATCHER, HEAD, NOW, REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.application import confidential_filing
from petition_intake.domain import accusation_errors as refusals
from petition_intake.domain import errors
from petition_intake.domain.accusation_transfer import Informed, Transfer
from petition_intake.domain.filing import Accused, Purpose
from petition_intake.domain.officer import Officer
from workdays import local_day

TODAY = local_day(NOW)
SPECIAL = Officer(BUREAU, "P0347", frozenset({"accusation_officer"}))
OF_THE_ACCUSED = Officer(DEPARTMENT, "P0201", frozenset({"accusation_officer"}))
ALL = list(Informed)


def an_accusation(world: World, **accused: Any) -> str:
    whom = Accused(**{"unit": DEPARTMENT, "name": "某某", **accused})
    return world.register(a_web_filing(purpose=Purpose.ACCUSATION, accused=whom)).case_no


def pass_on(world: World, case_no: str, officer: Officer = SPECIAL, **changes: Any) -> None:
    given: dict[str, Any] = {
        "body": "县纪委监委",
        "unit": None,
        "passed_on_on": TODAY,
        "receipt_no": "纪收1号",
        "major": False,
        "informed": [Informed.ORGANISATION_DEPARTMENT],
        "recorded_by": officer.name,
        "recorded_at": NOW,
    }
    transfer = Transfer(**{**given, **changes})
    confidential_filing.pass_on(world.accusations, world.registers, officer, case_no, transfer)


@pytest.mark.parametrize("officer", [SPECIAL, HEAD], ids=["named officer", "head of the bureau"])
def test_it_is_passed_on_once_and_nothing_is_told(officer: Officer) -> None:
    world = World()
    case_no = an_accusation(world)

    pass_on(world, case_no, officer)

    kept = world.accusations.get(case_no)
    assert kept is not None
    shown = confidential_filing.show(kept, world.registers)["transfer"]
    assert (shown["receipt_no"], shown["informed"]) == ("纪收1号", ["organisation_department"])
    assert (world.petitions.told, world.progress.stored) == ([], {})
    with pytest.raises(refusals.AlreadyPassedOn):
        pass_on(world, case_no)


@pytest.mark.parametrize("officer", [REGISTRAR, DISPATCHER, OF_THE_ACCUSED], ids=lambda officer: officer.name)
def test_to_everybody_else_it_does_not_exist(officer: Officer) -> None:
    world = World()
    with pytest.raises(errors.CaseUnknown):
        pass_on(world, an_accusation(world), officer)
    with pytest.raises(errors.CaseUnknown):
        pass_on(world, "640425202603019999")


def test_who_is_accused_neither_opens_it_nor_passes_it_on_whatever_the_office() -> None:
    world = World()
    case_no = an_accusation(world, unit=None, person="P0009")
    with pytest.raises(errors.CaseUnknown):
        confidential_filing.note_reading(world.accusations, HEAD, case_no, "办理需要", NOW)
    with pytest.raises(errors.CaseUnknown):
        pass_on(world, case_no, HEAD)
    pass_on(world, case_no)


def test_it_never_goes_to_the_unit_it_accuses() -> None:
    world = World()
    case_no = an_accusation(world)
    with pytest.raises(refusals.BodyIsAccused):
        pass_on(world, case_no, unit=DEPARTMENT)
    with pytest.raises(errors.UnitUnknown):
        pass_on(world, case_no, unit="nowhere")
    pass_on(world, case_no, unit="county_leadership")


@pytest.mark.parametrize(
    ("major", "informed", "enough"),
    [
        (False, [], False),
        (False, [Informed.PARTY_SECRETARY], False),
        (False, [Informed.ORGANISATION_DEPARTMENT], True),
        (True, [Informed.ORGANISATION_DEPARTMENT], False),
        (True, ALL[:2], False),
        (True, ALL, True),
    ],
)
def test_who_must_be_informed(major: bool, informed: list[Informed], enough: bool) -> None:
    world = World()
    case_no = an_accusation(world)
    if enough:
        pass_on(world, case_no, major=major, informed=informed)
    else:
        with pytest.raises(refusals.InformedTooFew):
            pass_on(world, case_no, major=major, informed=informed)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"passed_on_on": TODAY + timedelta(days=1)}, errors.DateInFuture),
        ({"passed_on_on": date(2026, 3, 1)}, refusals.PassedOnBeforeReceipt),
        ({"body": " "}, errors.TextRequired),
        ({"receipt_no": " "}, errors.TextRequired),
    ],
)
def test_body_receipt_and_day_are_stated(changes: dict[str, Any], refusal: type[errors.Refused]) -> None:
    world = World()
    with pytest.raises(refusal):
        pass_on(world, an_accusation(world), **changes)
