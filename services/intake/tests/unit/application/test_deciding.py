"""First or repeat, corrections, settlement, withdrawal: who may, what is kept, what is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from intake_builders import DAY, HANDLER, NOW, REGISTRAR, STRANGER, TOWNSHIP_REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BAIYANG, CATEGORY, DEPARTMENT, GRID, NEAR_CATEGORY, VILLAGE

from petition_intake.application import deciding
from petition_intake.domain import errors
from petition_intake.domain.filing import Purpose
from petition_intake.domain.notices import NoticeKind
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import Place
from petition_intake.domain.states import State
from petition_intake.domain.steps import StepKind
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel

UNKNOWN = "640425202603019999"


def decide(
    world: World,
    case_no: str,
    decision: Decision = Decision.FIRST,
    repeat_of: str | None = None,
    officer: Officer = REGISTRAR,
    version: int | None = None,
) -> Petition:
    return deciding.decide_first_or_repeat(
        world.files, world.office, officer, case_no, decision, repeat_of, version, NOW
    )


def reclassify(world: World, case_no: str, officer: Officer = REGISTRAR, **changes: Any) -> Petition:
    given: dict[str, Any] = {"purpose": None, "category": None, "place": None}
    return deciding.reclassify_petition(
        world.files,
        world.office,
        officer,
        case_no,
        **{**given, **changes},
        reason=ReclassifyReason.FACTS_BECAME_CLEARER,
        expected_version=None,
        now=NOW,
    )


def settle(world: World, case_no: str, officer: Officer = REGISTRAR, **changes: Any) -> Petition:
    given: dict[str, Any] = {"settled_at": None, "result": "当场补登", "headcount": None, "confirmed": True}
    return deciding.settle_on_spot(
        world.files,
        world.office,
        officer,
        case_no,
        SettlementLevel.COUNTY,
        **{**given, **changes},
        expected_version=None,
        now=NOW,
    )


def withdraw(world: World, case_no: str, officer: Officer = REGISTRAR, confirmed: bool = True) -> Petition:
    return deciding.withdraw_petition(world.files, world.office, officer, case_no, confirmed, None, NOW)


# -- who may -----------------------------------------------------------------------------------------------------------


def test_the_unit_that_registered_it_and_the_bureau_decide(world: World) -> None:
    decide(world, world.register(officer=TOWNSHIP_REGISTRAR).case_no, officer=TOWNSHIP_REGISTRAR)
    decide(world, world.register(officer=TOWNSHIP_REGISTRAR).case_no, officer=REGISTRAR)


@pytest.mark.parametrize("act", [decide, reclassify, settle, withdraw])
def test_a_stranger_does_not(world: World, act: Any) -> None:
    case_no = world.register().case_no

    with pytest.raises(errors.NotYourCase):
        act(world, case_no, officer=STRANGER)


@pytest.mark.parametrize("act", [decide, reclassify, settle, withdraw])
def test_the_unit_it_was_sent_to_looks_but_does_not_decide(world: World, act: Any) -> None:
    case_no = world.register().case_no
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)

    with pytest.raises(errors.NotYourCase):
        act(world, case_no, officer=HANDLER)


@pytest.mark.parametrize("act", [decide, reclassify, settle, withdraw])
def test_a_case_that_is_not_there_is_unknown(world: World, act: Any) -> None:
    with pytest.raises(errors.CaseUnknown):
        act(world, UNKNOWN)


@pytest.mark.parametrize("act", [decide, reclassify, settle, withdraw])
def test_an_accusation_is_not_there_either(world: World, act: Any) -> None:
    case_no = world.register(a_web_filing(purpose=Purpose.ACCUSATION)).case_no

    with pytest.raises(errors.CaseUnknown):
        act(world, case_no)


def test_whoever_looked_at_another_version_looks_again(world: World) -> None:
    case_no = world.register().case_no

    with pytest.raises(errors.StaleVersion):
        decide(world, case_no, version=2)
    assert decide(world, case_no, version=1).version == 2


# -- first or repeat ---------------------------------------------------------------------------------------------------


def test_a_decision_is_kept_told_and_shown(world: World) -> None:
    earlier, later = world.register().case_no, world.register().case_no
    decide(world, later, Decision.REPEAT, earlier)

    link = world.petition(later).link
    assert link is not None
    assert link.repeat_of == earlier
    assert world.fares(later).steps[-1].kind is StepKind.LINKED
    assert len(world.events(later)) == 2


@pytest.mark.parametrize("accusation", [False, True])
def test_an_earlier_petition_must_be_on_file(world: World, accusation: bool) -> None:
    case_no = world.register().case_no
    earlier = world.register(a_web_filing(purpose=Purpose.ACCUSATION)).case_no if accusation else UNKNOWN

    with pytest.raises(errors.RepeatOfUnknown):
        decide(world, case_no, Decision.REPEAT, earlier)


# -- corrections -------------------------------------------------------------------------------------------------------


def test_what_is_not_corrected_stays(world: World) -> None:
    case_no = world.register().case_no
    reclassify(world, case_no, category=NEAR_CATEGORY)
    petition = reclassify(world, case_no, place=Place(BAIYANG, None, GRID))

    assert petition.purpose is Purpose.APPEAL
    assert petition.category == NEAR_CATEGORY
    assert petition.place == Place(BAIYANG, VILLAGE, GRID)
    progress = world.fares(case_no)
    assert (progress.category, progress.place) == (NEAR_CATEGORY, petition.place)


def test_an_appeal_may_turn_out_to_be_a_suggestion_but_is_not_turned_into_an_accusation(world: World) -> None:
    case_no = world.register().case_no

    assert reclassify(world, case_no, purpose=Purpose.SUGGESTION).purpose is Purpose.SUGGESTION
    with pytest.raises(errors.AccusationNeedsOwnFiling):
        reclassify(world, case_no, purpose=Purpose.ACCUSATION)


def test_a_correction_is_checked_like_a_registration(world: World) -> None:
    case_no = world.register().case_no

    with pytest.raises(errors.CategoryUnknown):
        reclassify(world, case_no, category="999999")
    with pytest.raises(errors.PlaceUnknown):
        reclassify(world, case_no, place=Place("999"))
    with pytest.raises(errors.NothingToChange):
        reclassify(world, case_no, category=CATEGORY)


# -- settlement and withdrawal -----------------------------------------------------------------------------------------


def test_a_settlement_closes_the_case_and_opens_the_rating(world: World) -> None:
    case_no = world.register().case_no
    decide(world, case_no)
    settle(world, case_no)

    progress = world.fares(case_no)
    assert progress.state is State.SETTLED_ON_SPOT
    assert progress.closed_at == NOW
    assert progress.notices[-1].kind is NoticeKind.SETTLED_ON_SPOT
    assert "2026-04-01" in progress.notices[-1].zh


@pytest.mark.parametrize(("offset", "allowed"), [(timedelta(0), True), (timedelta(milliseconds=1), False)])
def test_nothing_is_settled_in_the_future(world: World, offset: timedelta, allowed: bool) -> None:
    case_no = world.register().case_no
    decide(world, case_no)

    if allowed:
        assert settle(world, case_no, settled_at=NOW + offset)
    else:
        with pytest.raises(errors.DateInFuture):
            settle(world, case_no, settled_at=NOW + offset)


def test_a_settlement_of_yesterday_may_be_recorded_today(world: World) -> None:
    case_no = world.register(a_web_filing(received_at=NOW - 2 * DAY)).case_no
    decide(world, case_no)

    settlement = settle(world, case_no, settled_at=NOW - DAY).settlement
    assert settlement is not None
    assert settlement.settled_at == NOW - DAY


def test_a_withdrawal_closes_the_case_for_good(world: World) -> None:
    case_no = world.register().case_no
    withdraw(world, case_no)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)

    progress = world.fares(case_no)
    assert progress.state is State.WITHDRAWN
    assert NoticeKind.WITHDRAWN in [notice.kind for notice in progress.notices]
