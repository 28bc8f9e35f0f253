"""The four measures of 第三十九条第三款: by the joint meeting, with a day, answered, lifted with proof."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import timedelta

import pytest
from supervision_builders import BUREAU, DAY, HANDLER, START, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application import appraising
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.measure import Imposing, Measure
from petition_supervision.domain.measure_events import MeasureAnswered, MeasureKind
from petition_supervision.domain.meetings import AgendaItem, Meeting, MeetingKind
from workdays import local_day

TODAY = local_day(START)
MEETING_NO = f"county_joint:petition_bureau:{TODAY}"


def a_meeting(kind: MeetingKind = MeetingKind.COUNTY_JOINT) -> Meeting:
    there, agenda = ["信访局"], [AgendaItem.APPRAISAL]
    return Meeting(MEETING_NO, kind, BUREAU, TODAY, "2026-03", "县委副书记", there, agenda, "纪要", [], "P0017", START)


def imposed(kind: MeasureKind = MeasureKind.PUBLIC_LISTING, on: int = 0, due: int | None = 30, now: int = 0) -> Measure:
    due_on = None if due is None else TODAY + timedelta(days=due)
    what = Imposing(kind, HANDLER, "连续两季度红色。", TODAY + timedelta(days=on), due_on)
    return Measure.impose("CS2026-0001", what, MEETING_NO, a_meeting(), "P0009", START + now * DAY)


def circular() -> Measure:
    return imposed(MeasureKind.CIRCULAR, due=None)


def answered() -> Measure:
    one = imposed()
    one.give_answer(HANDLER, "已整改。", START + DAY)
    return one


def lifted() -> Measure:
    one = answered()
    one.lift("复查合格。", "P0009", START + 2 * DAY)
    return one


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


COMMANDS: dict[str, Callable[[Measure], None]] = {
    "answer": lambda one: one.give_answer(HANDLER, "已整改。", START + 3 * DAY),
    "answer of another unit": lambda one: one.give_answer(TOWNSHIP, "已整改。", START + 3 * DAY),
    "lift": lambda one: one.lift("合格。", "P0009", START + 3 * DAY),
}
STATES = {"imposed": imposed, "circular": circular, "answered": answered, "lifted": lifted}
OUTCOMES = {
    "imposed": ["ok", "NOT_YOUR_MEASURE", "MEASURE_NOT_ANSWERED"],
    "circular": ["MEASURE_ENDED", "NOT_YOUR_MEASURE", "MEASURE_ENDED"],
    "answered": ["MEASURE_ANSWERED", "NOT_YOUR_MEASURE", "ok"],
    "lifted": ["MEASURE_ENDED", "NOT_YOUR_MEASURE", "MEASURE_ENDED"],
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_every_state_happens_or_is_refused_and_then_nothing_changed(state: str, command: str) -> None:
    one = STATES[state]()
    before, outcome = copy.deepcopy(one), OUTCOMES[state][list(COMMANDS).index(command)]
    if outcome == "ok":
        COMMANDS[command](one)
        assert one.version == before.version + 1
        return
    assert refusal(lambda: COMMANDS[command](one)) == outcome and one == before


@pytest.mark.parametrize("kind", MeasureKind)
def test_each_of_the_four_has_its_day_and_a_circular_none(kind: MeasureKind) -> None:
    needs = kind is not MeasureKind.CIRCULAR
    assert imposed(kind, due=1 if needs else None).in_force is needs
    assert refusal(lambda: imposed(kind, due=None if needs else 1)) == "MEASURE_DAY_NEEDED"
    assert not needs or refusal(lambda: imposed(kind, due=0)) == "MEASURE_DAY_NEEDED"


@pytest.mark.parametrize(("on", "fits"), [(-1, False), (0, True), (3, True), (4, False)])
def test_a_measure_is_taken_between_the_meeting_and_today(on: int, fits: bool) -> None:
    if fits:
        assert imposed(on=on, now=3).in_force
        return
    assert refusal(lambda: imposed(on=on, now=3)) == "MEASURE_OUT_OF_TIME"


def test_only_the_joint_meeting_takes_one_and_only_against_a_unit_of_the_register() -> None:
    work = FakeWork()
    what = Imposing(MeasureKind.INTERVIEW, HANDLER, "a", TODAY, TODAY + DAY)
    assert refusal(lambda: appraising.impose_measure(work, what, MEETING_NO, "P0009")) == "NOT_A_JOINT_MEETING"
    work.meetings.kept[MEETING_NO] = a_meeting(MeetingKind.TOWNSHIP_MONTHLY)
    assert refusal(lambda: appraising.impose_measure(work, what, MEETING_NO, "P0009")) == "NOT_A_JOINT_MEETING"
    work.meetings.kept[MEETING_NO] = a_meeting()
    nobody = Imposing(MeasureKind.INTERVIEW, "dept_unknown", "a", TODAY, TODAY + DAY)
    assert refusal(lambda: appraising.impose_measure(work, nobody, MEETING_NO, "P0009")) == "UNIT_UNKNOWN"
    number = appraising.impose_measure(work, what, MEETING_NO, "P0009").measure_no
    appraising.answer_measure(work, number, HANDLER, "a")
    assert not appraising.lift_measure(work, number, "a", "P0009").in_force


@pytest.mark.parametrize(("days", "late"), [(30, False), (31, True)])
def test_an_answer_after_its_day_is_late(days: int, late: bool) -> None:
    one = imposed()
    assert one.is_late(TODAY + timedelta(days=days)) is late
    one.give_answer(HANDLER, "a", START + days * DAY)
    assert one.pending[-1] == MeasureAnswered(MeasureKind.PUBLIC_LISTING, HANDLER, late)
    assert not one.is_late(TODAY + timedelta(days=99))
