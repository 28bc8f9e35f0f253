"""一次提出整改、二次通报批评、三次严肃问责: one step at a time, each on its own paper, the third signed by a person."""

from __future__ import annotations

import copy
from datetime import date, datetime, timedelta

import pytest
from supervision_builders import BUREAU, DAY, HANDLER, LEADERSHIP, START

from chassis.documents import to_wire
from petition_supervision.domain import ladder_errors as no
from petition_supervision.domain.errors import DueDateNotAhead, Refused
from petition_supervision.domain.ladder import Adoption, ItemState, LadderStep, Trigger, Verdict, step_after
from petition_supervision.domain.ladder_events import LadderStepTaken, SupervisionChecked, SupervisionCleared
from petition_supervision.domain.ladder_totals import counted_as
from petition_supervision.domain.supervision_item import Officer, SupervisionItem
from workdays import end_of_day

TODAY = date(2026, 3, 2)
DUE_ON = date(2026, 3, 10)
DUE = end_of_day(DUE_ON)
LATER = date(2026, 6, 30)
UNIT = Officer("P0100", HANDLER)
CHECKER = Officer("P0018", BUREAU)
SIGNER = Officer("P0017", BUREAU)
LEADER = Officer("P0002", LEADERSHIP)


def an_item(due_on: date = DUE_ON) -> SupervisionItem:
    return SupervisionItem.open(
        "DB2026-0001", Trigger.EVASION_OR_DELAY, HANDLER, None, BUREAU, "P0018", "P0018", due_on, START
    )


def not_done(
    item: SupervisionItem, now: datetime = START, due_on: date | None = LATER, sign_off: str | None = None
) -> LadderStep | None:
    return item.check(CHECKER, Verdict.NOT_CARRIED_OUT, "现场未见整改", due_on, sign_off, now)


def done(item: SupervisionItem) -> None:
    item.check(CHECKER, Verdict.CARRIED_OUT, "已现场查看", None, None, START)


def climbed(steps: int) -> SupervisionItem:
    item = an_item()
    papers = ((LATER, None), (LATER, "彭联发〔2026〕3号"), (None, None))
    for due_on, sign_off in papers[:steps]:
        item.reply(UNIT, "正在办理", START)
        not_done(item, START, due_on, sign_off)
    return item


def refused(kind: type[Refused], item: SupervisionItem, act: object) -> None:
    before = copy.deepcopy(item)
    with pytest.raises(kind):
        act(item)  # type: ignore[operator]
    assert item == before


def test_the_steps_follow_each_other_and_there_is_none_after_the_third() -> None:
    assert [step_after(None), *map(step_after, LadderStep)] == [*LadderStep, None]


@pytest.mark.parametrize(("steps", "reached"), list(enumerate([None, *LadderStep])))
def test_each_check_that_finds_it_not_carried_out_goes_up_by_exactly_one(
    steps: int, reached: LadderStep | None
) -> None:
    item = climbed(steps)

    assert item.step is reached
    assert [one.step for one in item.pending if isinstance(one, LadderStepTaken)] == list(LadderStep)[:steps]
    assert item.version == len(item.pending)


def test_nothing_comes_after_the_third_step() -> None:
    item = climbed(3)
    item.reply(UNIT, "正在办理", START)
    refused(no.LadderAtItsEnd, item, lambda one: not_done(one, due_on=None))


@pytest.mark.parametrize(("now", "allowed"), [(DUE - timedelta(milliseconds=1), False), (DUE, True)])
def test_without_a_reply_a_step_waits_for_the_end_of_the_day(now: datetime, allowed: bool) -> None:
    item = an_item()
    if allowed:
        assert not_done(item, now) is LadderStep.RECTIFICATION
    else:
        refused(no.LastStepAwaited, item, lambda one: not_done(one, now))


def test_a_reply_to_the_step_before_does_not_serve_for_the_next() -> None:
    refused(no.LastStepAwaited, climbed(1), lambda one: not_done(one, sign_off="彭联发〔2026〕3号"))


@pytest.mark.parametrize(
    ("steps", "due_on", "sign_off", "refusal"),
    [
        (0, None, None, no.StepDueDateRequired),
        (0, TODAY, None, DueDateNotAhead),
        (0, LATER, "1号", no.NotOfThisStep),
        (1, LATER, None, no.SignOffRequired),
        (1, None, "1号", no.StepDueDateRequired),
        (2, LATER, None, no.NotOfThisStep),
        (2, None, "1号", no.NotOfThisStep),
    ],
)
def test_each_step_needs_its_own_paper(
    steps: int, due_on: date | None, sign_off: str | None, refusal: type[Refused]
) -> None:
    item = climbed(steps)
    item.reply(UNIT, "正在办理", START)
    refused(refusal, item, lambda one: not_done(one, START, due_on, sign_off))


@pytest.mark.parametrize(("due_on", "allowed"), [(TODAY, False), (TODAY + DAY, True)])
def test_an_item_is_due_after_the_day_it_is_opened(due_on: date, allowed: bool) -> None:
    if allowed:
        assert an_item(due_on).due_on == due_on
    else:
        with pytest.raises(DueDateNotAhead):
            an_item(due_on)


def sign(item: SupervisionItem, officer: Officer = SIGNER) -> None:
    item.sign(officer, "彭信建〔2026〕1号", "county_discipline", "造成群众重大损失", date(2026, 4, 1), START)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_proposal_is_signed_at_the_third_step_only(steps: int) -> None:
    refused(no.NoProposalToSign, climbed(steps), sign)


def test_a_named_person_other_than_the_drafter_signs_the_proposal_once() -> None:
    item = climbed(3)
    refused(no.DrafterMayNotSign, item, lambda one: sign(one, CHECKER))
    sign(item, LEADER)

    assert item.signature is not None and item.signature.by == LEADER.person
    assert item.signature.feedback_due_on == TODAY + 30 * DAY
    refused(no.NoProposalToSign, item, sign)


@pytest.mark.parametrize(("early", "late"), [(timedelta(milliseconds=1), False), (timedelta(), True)])
def test_an_answer_is_late_from_the_end_of_the_thirtieth_day_on(early: timedelta, late: bool) -> None:
    item = climbed(3)
    sign(item)
    feedback = item.answer_proposal(CHECKER, Adoption.ADOPTED, None, end_of_day(TODAY + 30 * DAY) - early)

    assert feedback.late is late
    refused(no.NoProposalToAnswer, item, lambda one: one.answer_proposal(CHECKER, Adoption.ADOPTED, None, START))


def test_an_unsigned_proposal_has_no_answer_and_a_refusal_to_adopt_needs_its_reason() -> None:
    item = climbed(3)
    refused(no.NoProposalToAnswer, item, lambda one: one.answer_proposal(CHECKER, Adoption.ADOPTED, None, START))
    sign(item)
    for adoption in (Adoption.PARTLY_ADOPTED, Adoption.NOT_ADOPTED):
        refused(
            no.AdoptionReasonRequired, item, lambda one, how=adoption: one.answer_proposal(CHECKER, how, None, START)
        )
    item.answer_proposal(CHECKER, Adoption.NOT_ADOPTED, "已另案处理", START)


def test_an_item_is_cleared_when_the_last_check_found_it_carried_out() -> None:
    item = climbed(1)
    refused(no.CheckMissing, item, lambda one: one.clear(CHECKER, "照片", START))
    done(item)
    item.clear(CHECKER, "照片", START + 9 * DAY)

    assert item.state is ItemState.CLEARED and item.age_days(START + 99 * DAY) == 9
    assert [type(one) for one in item.pending[-2:]] == [SupervisionChecked, SupervisionCleared]
    assert item.pending[-1].step is LadderStep.RECTIFICATION


def test_a_check_nobody_made_does_not_clear() -> None:
    refused(no.CheckMissing, an_item(), lambda one: one.clear(CHECKER, "照片", START))


def test_after_clearing_nothing_more_is_done_and_another_item_starts_at_the_foot() -> None:
    item = climbed(2)
    done(item)
    item.clear(CHECKER, "照片", START)
    for act in (
        lambda one: one.reply(UNIT, "已办", START),
        not_done,
        sign,
        lambda one: one.clear(CHECKER, "照片", START),
    ):
        refused(no.SupervisionIsCleared, item, act)
    assert an_item().step is None


def test_a_draft_nobody_signed_goes_with_the_item_and_a_signed_one_is_answered_after_it() -> None:
    unsigned, signed = climbed(3), climbed(3)
    sign(signed)
    for item in (unsigned, signed):
        done(item)
        item.clear(CHECKER, "照片", START)
    refused(no.NoProposalToAnswer, unsigned, lambda one: one.answer_proposal(CHECKER, Adoption.ADOPTED, None, START))
    refused(no.OwnUnitSupervised, signed, lambda one: one.answer_proposal(UNIT, Adoption.ADOPTED, None, START))
    assert signed.answer_proposal(CHECKER, Adoption.ADOPTED, None, START).late is False


def test_a_unit_neither_checks_nor_signs_nor_clears_its_own_item_and_no_other_replies_for_it() -> None:
    refused(no.NotTheSupervisedUnit, an_item(), lambda one: one.reply(CHECKER, "已办", START))
    for act in (
        lambda one: one.check(UNIT, Verdict.CARRIED_OUT, "已办", None, None, START),
        lambda one: sign(one, UNIT),
        lambda one: one.clear(UNIT, "照片", START),
    ):
        refused(no.OwnUnitSupervised, climbed(3), act)


def test_a_years_totals_count_every_step_and_clearing_takes_nothing_away() -> None:
    item = climbed(3)
    sign(item)
    done(item)
    item.clear(CHECKER, "照片", START)

    assert [name for event in item.pending if (name := counted_as(event))] == [
        "opened", "rectification", "criticism", "accountability", "accountability_signed", "cleared",
    ]  # fmt: skip


def test_no_event_carries_what_somebody_wrote() -> None:
    item = climbed(3)
    sign(item)
    item.answer_proposal(CHECKER, Adoption.NOT_ADOPTED, "已另案处理", START)
    text = str([to_wire(event) for event in item.pending])

    assert not any(words in text for words in ("正在办理", "现场未见整改", "造成群众重大损失", "已另案处理"))
