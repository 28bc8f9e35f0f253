"""Dispositions of registered petitions: each ground with what it needs, who may, what the petitioner reads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from intake_builders import DAY, DISPATCHER, HEAD, NOW, STRANGER, a_call, a_visit, a_web_filing
from intake_fakes import FakeRegisters, World
from intake_register import BUREAU, CITY, DEPARTMENT, TOWNSHIP, register

from petition_intake.application import deciding, disposing, repeat_search, tracking
from petition_intake.domain import disposition_errors as refusals
from petition_intake.domain import errors, events
from petition_intake.domain.disposition import OUTCOMES, Asked, Ground, Outcome
from petition_intake.domain.levels import Level
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import CountySettings
from petition_intake.domain.states import CLOSED, DISPOSED, STATE_WORDING, State
from petition_intake.domain.vocabulary import Decision

WHY = "经审查，本机关无权处理"
UNIT_HEAD = Officer(TOWNSHIP, "P0110", frozenset({"unit_head"}))
CITY_HEAD = Officer(CITY, "P0349", frozenset({"unit_head"}))
UNKNOWN = "640425202603019999"
FINAL_NO = "复核1号"


def dispose(world: World, case_no: str, ground: Ground, officer: Officer = DISPATCHER, **stated: Any) -> Petition:
    asked = Asked(**{"ground": ground, "reason": WHY, **stated})
    return disposing.dispose_petition(world.files, world.office, officer, case_no, asked, None, NOW)


def withdraw(world: World, case_no: str, why: str = "认定有误", officer: Officer = HEAD) -> Petition:
    return disposing.withdraw_disposition(world.files, world.office, officer, case_no, why, None, NOW + DAY)


def shown(world: World, case_no: str) -> dict[str, Any]:
    return tracking.track_petition(world.files, world.office, case_no, world.code(case_no), NOW)


def a_live_case(world: World, unit: str = DEPARTMENT) -> str:
    case_no = world.register().case_no
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    world.tell(case_no, "case_routed", unit=unit, mode="transfer", routed_at=NOW)
    return case_no


def a_final_case(world: World) -> str:
    case_no = world.register().case_no
    progress = world.fares(case_no)
    progress.final_no = FINAL_NO
    world.progress.save(progress)
    return case_no


def a_visit_above(world: World) -> str:
    return world.register(a_visit(visited_level=Level.CITY, competent_level=Level.TOWNSHIP)).case_no


SAME_PERSON = {"comparison": "姓名、住址、所反映事项与在办件相同"}
SAME = {"comparison": "两次反映的事实、理由逐条相同", "same_facts_and_reasons": True}
SOUND: dict[Ground, Any] = {
    Ground.IN_HAND_BELOW: lambda world: {"refers_to": a_live_case(world), **SAME_PERSON},
    Ground.VISIT_ABOVE_LEVEL: lambda world: {"unit": TOWNSHIP},
    Ground.COURTS: lambda world: {"body": "县委政法委"},
    Ground.OTHER_POWER: lambda world: {"unit": CITY},
    Ground.SAME_AFTER_RE_REVIEW: lambda world: {"refers_to": a_final_case(world), **SAME},
    Ground.REVIEW_MISSED: lambda world: {"refers_to": a_final_case(world)},
    Ground.LITIGATION_ENDED: lambda world: {"body": "县委政法委"},
    Ground.INFORMATION_REQUEST: lambda world: {"body": "县政府信息公开申请平台"},
    Ground.KEPT: lambda world: {},
    Ground.ANSWERED: lambda world: {},
}
"""What each ground states when it is in order."""


def a_county_with_n7(world: World) -> None:
    settings = CountySettings(end_when_review_not_requested=True)
    world.office = replace(world.office, registers=FakeRegisters(replace(register(), settings=settings)))


@pytest.mark.parametrize("ground", list(Ground))
def test_each_ground_closes_a_registered_petition_with_a_notice_and_an_event(ground: Ground) -> None:
    world = World()
    a_county_with_n7(world)
    stated = SOUND[ground](world)
    case_no = a_visit_above(world) if ground is Ground.VISIT_ABOVE_LEVEL else world.register().case_no
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)

    dispose(world, case_no, ground, **stated)

    state = State(OUTCOMES[ground].value)
    progress = world.fares(case_no)
    assert (progress.state, progress.closed_at) == (state, NOW)
    notice = progress.notices[-1]
    assert (notice.kind.value, notice.number) == (state.value, f"{case_no}-02")
    told = world.events(case_no)[-1]
    assert isinstance(told, events.PetitionDisposed)
    assert (told.ground, told.outcome, told.disposed_by) == (ground, OUTCOMES[ground], DISPATCHER.name)
    assert WHY not in repr(told)
    page = shown(world, case_no)
    assert (page["state"]["code"], page["disposition"]["reason"]) == (state.value, WHY)
    assert page["timeline"][-1]["step"]["code"] == "disposed"
    assert page["timeline"][-1]["details"]


def test_the_outcomes_are_states_of_their_own_and_closed() -> None:
    assert {outcome.value for outcome in Outcome} == {state.value for state in DISPOSED}
    assert DISPOSED < CLOSED
    assert set(STATE_WORDING) == set(State)
    assert set(OUTCOMES) == set(Ground) == set(SOUND)


def test_the_notices_say_where_the_matter_is_and_where_to_go() -> None:
    world = World()
    live = a_live_case(world)
    case_no = world.register().case_no
    dispose(world, case_no, Ground.IN_HAND_BELOW, refers_to=live, **SAME_PERSON)
    assert live in world.fares(case_no).notices[-1].zh
    assert "彭阳县住房和城乡建设局" in world.fares(case_no).notices[-1].zh

    slip = a_visit_above(world)
    dispose(world, slip, Ground.VISIT_ABOVE_LEVEL, unit=TOWNSHIP)
    notice = world.fares(slip).notices[-1]
    assert (notice.title.zh, "不是不予受理" in notice.zh, "白阳镇" in notice.zh) == ("引导单", True, True)

    final = a_final_case(world)
    again = world.register().case_no
    dispose(world, again, Ground.SAME_AFTER_RE_REVIEW, refers_to=final, **SAME)
    assert FINAL_NO in world.fares(again).notices[-1].zh
    assert world.fares(again).notices[-1].title.zh == "不再受理告知书"


@pytest.mark.parametrize("filing", [a_call(), a_web_filing(), a_visit()], ids=["call", "web", "visit at the level"])
def test_only_a_visit_above_the_level_is_guided_elsewhere(filing: Any) -> None:
    world = World()
    case_no = world.register(filing).case_no
    with pytest.raises(refusals.VisitAboveLevelOnly):
        dispose(world, case_no, Ground.VISIT_ABOVE_LEVEL, unit=TOWNSHIP)


def test_the_superiors_rule_is_not_for_a_handling_unit_nor_for_what_one_has_in_hand_oneself() -> None:
    world = World()
    live = a_live_case(world)
    own = world.register(officer=Officer(TOWNSHIP, "P0101", frozenset({"registrar"}))).case_no
    with pytest.raises(refusals.SuperiorOnly):
        dispose(world, own, Ground.IN_HAND_BELOW, UNIT_HEAD, refers_to=live, **SAME_PERSON)
    with pytest.raises(refusals.HandledByOneself):
        dispose(world, own, Ground.IN_HAND_BELOW, refers_to=a_live_case(world, BUREAU), **SAME_PERSON)
    above = world.register(officer=Officer(CITY, "P0331", frozenset({"registrar"}))).case_no
    dispose(world, above, Ground.IN_HAND_BELOW, CITY_HEAD, refers_to=live, **SAME_PERSON)
    assert world.fares(above).state is State.NOT_ACCEPTED


@pytest.mark.parametrize(
    ("stated", "refusal"),
    [
        ({}, refusals.DispositionFieldMissing),
        ({"comparison": " "}, errors.TextRequired),
        ({**SAME_PERSON, "same_facts_and_reasons": True}, refusals.DispositionFieldMissing),
    ],
)
def test_a_person_puts_on_record_that_petitioner_and_matter_are_those_in_hand(
    stated: dict[str, Any], refusal: type[errors.Refused]
) -> None:
    """第十九条第三款: the same petitioner with the same matter; the system has no say in who is the same."""
    world = World()
    live, case_no = a_live_case(world), world.register().case_no
    with pytest.raises(refusal):
        dispose(world, case_no, Ground.IN_HAND_BELOW, refers_to=live, **stated)
    dispose(world, case_no, Ground.IN_HAND_BELOW, refers_to=live, **SAME_PERSON)
    assert world.petition(case_no).dispositions[-1].comparison == SAME_PERSON["comparison"]


def test_what_is_closed_is_not_in_hand() -> None:
    world = World()
    closed = world.register().case_no
    dispose(world, closed, Ground.KEPT)
    with pytest.raises(refusals.LiveCaseClosed):
        dispose(world, world.register().case_no, Ground.IN_HAND_BELOW, refers_to=closed, **SAME_PERSON)


def test_no_longer_accepting_rests_on_a_final_case_and_a_written_comparison() -> None:
    world = World()
    final, case_no = a_final_case(world), world.register().case_no
    for stated, refusal in (
        ({"refers_to": a_live_case(world), **SAME}, refusals.NotFinalYet),
        ({"refers_to": case_no, **SAME}, refusals.RefersToItself),
        ({"refers_to": UNKNOWN, **SAME}, refusals.RefersToUnknown),
        ({**SAME}, refusals.DispositionFieldMissing),
        ({"refers_to": final, "same_facts_and_reasons": True}, refusals.DispositionFieldMissing),
        ({"refers_to": final, "comparison": "已比对"}, refusals.DispositionFieldMissing),
        ({"refers_to": final, "comparison": " ", "same_facts_and_reasons": True}, errors.TextRequired),
        ({"refers_to": final, **SAME, "same_facts_and_reasons": False}, refusals.NewFactsReopen),
    ):
        with pytest.raises(refusal):
            dispose(world, case_no, Ground.SAME_AFTER_RE_REVIEW, **stated)
    assert world.petition(case_no).version == 1


def test_a_missed_review_ends_nothing_unless_the_county_says_so() -> None:
    world = World()
    final = a_final_case(world)
    with pytest.raises(refusals.GroundNotHere):
        dispose(world, world.register().case_no, Ground.REVIEW_MISSED, refers_to=final)


@pytest.mark.parametrize(
    ("ground", "stated", "refusal"),
    [
        (Ground.COURTS, {}, refusals.OneDestination),
        (Ground.COURTS, {"body": " "}, refusals.OneDestination),
        (Ground.OTHER_POWER, {"unit": CITY, "body": "市政府"}, refusals.OneDestination),
        (Ground.OTHER_POWER, {"unit": "nowhere"}, errors.UnitUnknown),
        (Ground.LITIGATION_ENDED, {}, refusals.OneDestination),
        (Ground.INFORMATION_REQUEST, {}, refusals.OneDestination),
        (Ground.KEPT, {"body": "县委政法委"}, refusals.DispositionFieldMissing),
        (Ground.KEPT, {"reason": " "}, errors.TextRequired),
        (Ground.ANSWERED, {"reason": " "}, errors.TextRequired),
        (Ground.ANSWERED, {"comparison": "无"}, refusals.DispositionFieldMissing),
    ],
)
def test_a_ground_states_what_it_needs_and_nothing_else(
    ground: Ground, stated: dict[str, Any], refusal: type[errors.Refused]
) -> None:
    world = World()
    case_no = world.register().case_no
    with pytest.raises(refusal):
        dispose(world, case_no, ground, **stated)
    assert world.fares(case_no).state is State.REGISTERED


def test_once_routed_the_unit_decides_and_not_the_window() -> None:
    world = World()
    with pytest.raises(errors.IllegalTransition):
        dispose(world, a_live_case(world), Ground.KEPT)


def test_another_unit_disposes_of_nothing() -> None:
    world = World()
    with pytest.raises(errors.NotYourCase):
        dispose(world, world.register().case_no, Ground.KEPT, STRANGER)


def test_a_wrong_disposition_is_withdrawn_once_and_the_petition_goes_back_to_be_routed() -> None:
    world = World()
    case_no = world.register().case_no
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    with pytest.raises(refusals.NoDisposition):
        withdraw(world, case_no)
    dispose(world, case_no, Ground.KEPT)
    with pytest.raises(errors.AlreadyDone):
        dispose(world, case_no, Ground.ANSWERED)
    with pytest.raises(errors.TextRequired):
        withdraw(world, case_no, " ")

    petition = withdraw(world, case_no)

    assert (petition.disposition, len(petition.dispositions), petition.dispositions[0].withdrawn_why) == (
        None,
        1,
        "认定有误",
    )
    assert world.events(case_no)[-1] == events.DispositionWithdrawn(HEAD.name, BUREAU, NOW + DAY)
    assert (world.fares(case_no).state, world.fares(case_no).closed_at) == (State.AWAITING_ROUTING, None)
    assert shown(world, case_no)["disposition"] is None
    assert dispose(world, case_no, Ground.ANSWERED).disposition is not None


def test_a_disposition_that_came_too_late_for_assignment_does_not_hide_where_the_case_is() -> None:
    world = World()
    case_no = world.register().case_no
    dispose(world, case_no, Ground.KEPT)
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    assert world.fares(case_no).state is State.KEPT_ON_FILE
    world.tell(case_no, "case_routed", unit=DEPARTMENT, mode="transfer", routed_at=NOW)
    assert world.fares(case_no).state is State.ROUTED


def test_a_filing_like_a_final_matter_is_suggested_with_the_reference_and_nothing_is_decided() -> None:
    world = World()
    final, case_no = a_final_case(world), world.register(at=NOW + DAY).case_no
    found = repeat_search.suggest_repeats(world.files, world.archive, world.registers, DISPATCHER, case_no)
    (candidate,) = found["candidates"]
    assert (candidate["case_no"], candidate["final"]["reference_no"]) == (final, FINAL_NO)
    assert world.petition(case_no).disposition is None
    decided = deciding.decide_first_or_repeat(
        world.files, world.office, DISPATCHER, case_no, Decision.REPEAT, final, None, NOW + DAY
    )
    assert decided.disposition is None


@pytest.mark.parametrize("ground", [Ground.COURTS, Ground.LITIGATION_ENDED])
@pytest.mark.parametrize(("days", "may"), [(-1, False), (0, True), (1, True), (2, False)])
def test_the_receipt_of_the_passing_on_lies_between_it_and_today(ground: Ground, days: int, may: bool) -> None:
    world = World()
    case_no = world.register().case_no
    dispose(world, case_no, ground, **SOUND[ground](world))
    day = NOW.date() + days * DAY

    def receive() -> Any:
        return disposing.record_passing_receipt(
            world.files, world.office, HEAD, case_no, "（2026）收1号", day, None, NOW + DAY
        )

    if not may:
        with pytest.raises(refusals.ReceiptDay):
            receive()
        return
    receive()
    assert world.petition(case_no).dispositions[-1].received_on == day
    assert "收1号" not in str(world.petitions.told[-1]), "the body's number stays here"
    with pytest.raises(refusals.ReceiptOnRecord):
        receive()


def test_only_what_was_passed_on_has_a_receipt() -> None:
    world = World()
    case_no = world.register().case_no

    def receive(number: str = "收1号") -> Any:
        return disposing.record_passing_receipt(world.files, world.office, HEAD, case_no, number, NOW.date(), None, NOW)

    with pytest.raises(refusals.NotPassedOn):
        receive()
    dispose(world, case_no, Ground.COURTS, **SOUND[Ground.COURTS](world))
    with pytest.raises(errors.TextRequired):
        receive(" ")
    withdraw(world, case_no, "认定有误")
    with pytest.raises(refusals.NotPassedOn):
        receive()
