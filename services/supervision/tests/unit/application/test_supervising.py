"""The ledger's use cases: who is put on it, and that one matter stands on it once."""

from __future__ import annotations

from datetime import date

import pytest
from supervision_builders import BUREAU, HANDLER, START, TOWNSHIP, UNITS
from supervision_fakes import FakeWork, NotKept

from petition_supervision.application.supervising import (
    check_supervision,
    clear_supervision,
    open_supervision,
    reply_to_supervision,
)
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.ladder import LadderStep, Trigger, Verdict, suggested_trigger
from petition_supervision.domain.ladder_errors import (
    OwnUnitSupervised,
    SignOffRequired,
    SupervisionAlreadyOpen,
    SupervisionReasonRequired,
)
from petition_supervision.domain.meetings import Meeting, MeetingKind
from petition_supervision.domain.printed_papers import papers_of_item
from petition_supervision.domain.supervision_item import Officer, SupervisionItem

OFFICER = Officer("P0018", BUREAU)
DUE_ON = date(2026, 4, 1)


def opened(work: FakeWork, unit: str = HANDLER, trigger: Trigger = Trigger.OTHER) -> SupervisionItem:
    return open_supervision(work, OFFICER, trigger, unit, None, None, DUE_ON, "群众多次反映")


def test_one_matter_is_on_the_ledger_once_and_again_after_it_was_cleared() -> None:
    work = FakeWork()
    first = opened(work)
    with pytest.raises(SupervisionAlreadyOpen):
        opened(work)
    others = [opened(work, unit=TOWNSHIP), opened(work, trigger=Trigger.FALSE_REPORT)]
    number = first.supervision_no
    check_supervision(work, OFFICER, number, Verdict.CARRIED_OUT, "已查看", None, None)
    clear_supervision(work, OFFICER, number, "照片")

    again = opened(work)
    assert (again.step, again.owner) == (None, "P0018")
    assert len({first.supervision_no, again.supervision_no, *(one.supervision_no for one in others)}) == 4


def test_a_unit_nobody_knows_ones_own_unit_and_an_unknown_case_are_not_put_on_it() -> None:
    work = FakeWork()
    with pytest.raises(UnitUnknown):
        opened(work, unit="dept_nowhere")
    with pytest.raises(OwnUnitSupervised):
        opened(work, unit=BUREAU)
    with pytest.raises(NotKept):
        open_supervision(work, OFFICER, Trigger.OTHER, HANDLER, "1", None, DUE_ON)
    assert work.items.kept == {}


@pytest.mark.parametrize(
    ("kind", "trigger"), [("K5", "D1"), ("K11", "D2"), ("K3", "D3"), ("REHANDLING", "D1"), ("K99", "D8")]
)
def test_a_missed_clock_suggests_its_trigger(kind: str, trigger: str) -> None:
    assert suggested_trigger(kind) == trigger


def a_meeting(kind: MeetingKind) -> Meeting:
    return Meeting(f"{kind}:1", kind, BUREAU, DUE_ON, "2026-04", "", [], [], "", [], "P0018", START)


@pytest.mark.parametrize(
    ("sign_off", "allowed"),
    [("county_joint:1", True), ("township_weekly:1", False), ("彭联发〔2026〕3号", False), ("", False)],
)
def test_a_criticism_rests_on_a_joint_meeting_of_the_county_that_is_on_record(sign_off: str, allowed: bool) -> None:
    work = FakeWork()
    for kind in (MeetingKind.COUNTY_JOINT, MeetingKind.TOWNSHIP_WEEKLY):
        work.meetings.save(a_meeting(kind))
    number = opened(work).supervision_no
    reply_to_supervision(work, Officer("P0100", HANDLER), number, "正在办理")
    check_supervision(work, OFFICER, number, Verdict.NOT_CARRIED_OUT, "未见整改", DUE_ON, None)
    reply_to_supervision(work, Officer("P0100", HANDLER), number, "正在办理")
    if allowed:
        item = check_supervision(work, OFFICER, number, Verdict.NOT_CARRIED_OUT, "未见整改", DUE_ON, sign_off)
        assert item.step is LadderStep.CRITICISM and item.steps[-1].sign_off == sign_off
    else:
        with pytest.raises(SignOffRequired):
            check_supervision(work, OFFICER, number, Verdict.NOT_CARRIED_OUT, "未见整改", DUE_ON, sign_off)
        assert work.items.kept[number].step is LadderStep.RECTIFICATION


@pytest.mark.parametrize(("reason", "allowed"), [("群众多次反映", True), (None, False), ("  ", False)])
def test_an_item_for_another_reason_says_in_words_what_it_is(reason: str | None, allowed: bool) -> None:
    work = FakeWork()
    if allowed:
        item = open_supervision(work, OFFICER, Trigger.OTHER, HANDLER, None, None, DUE_ON, reason)
        (notice,) = papers_of_item(item, UNITS)
        assert (item.reason, any(reason in text for _, text in notice.parts if reason)) == (reason, True)
    else:
        with pytest.raises(SupervisionReasonRequired):
            open_supervision(work, OFFICER, Trigger.OTHER, HANDLER, None, None, DUE_ON, reason)
    assert len(work.items.kept) == allowed
