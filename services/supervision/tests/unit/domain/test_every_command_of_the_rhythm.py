"""Every command on a reception day, a meeting's decision and a unit's colour, in every state each of them can be in."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from supervision_builders import BUREAU, HANDLER, LEADERSHIP, START

from petition_supervision.domain.errors import Refused
from petition_supervision.domain.meetings import AgendaItem, Decision, Meeting, MeetingKind
from petition_supervision.domain.reception import Leader, ReceptionDay
from petition_supervision.domain.unit_grade import Count, Reading, UnitGrade
from workdays import local_day

TODAY = local_day(START)
LEADER = Leader("P0002", LEADERSHIP, frozenset({"county_leader"}))
TOMORROW = START + timedelta(days=1)

Step = Callable[[Any], object]


def plan(day: ReceptionDay) -> None:
    day.plan(LEADER, True, START)


def attend(day: ReceptionDay) -> None:
    day.attend(LEADER, True, START)


def close(day: ReceptionDay) -> None:
    day.close(1, 2, [], "当场答复", START)


RECEPTION: dict[str, Step] = {
    "plan": plan,
    "plan afterwards": lambda day: day.plan(LEADER, True, TOMORROW),
    "attend": attend,
    "attend the day after": lambda day: day.attend(LEADER, True, TOMORROW),
    "close": close,
}
DAY_STATES: dict[str, tuple[Step, ...]] = {
    "nothing planned": (),
    "planned": (plan,),
    "attended": (plan, attend),
    "attended without a plan": (attend,),
    "closed": (plan, attend, close),
}
THERE, CLOSED = "ALREADY_ATTENDED", "RECEPTION_CLOSED"
DAY_OUTCOMES: dict[str, list[str]] = {
    "nothing planned": ["ok", "DAY_IS_OVER", "ok", "NOT_THE_DAY", "NOT_ATTENDED_YET"],
    "planned": ["ok", "DAY_IS_OVER", "ok", "NOT_THE_DAY", "NOT_ATTENDED_YET"],
    "attended": [THERE, "DAY_IS_OVER", THERE, "NOT_THE_DAY", "ok"],
    "attended without a plan": [THERE, "DAY_IS_OVER", THERE, "NOT_THE_DAY", "ok"],
    "closed": [THERE, "DAY_IS_OVER", THERE, "NOT_THE_DAY", CLOSED],
}


def carry_out(meeting: Meeting) -> None:
    meeting.carry_out(1, TODAY, "已落实", START)


MEETING: dict[str, Step] = {
    "carry out": carry_out,
    "carry out tomorrow": lambda meeting: meeting.carry_out(1, TODAY + timedelta(days=1), "已落实", START),
    "carry out before it was decided": lambda meeting: meeting.carry_out(1, date(2025, 1, 1), "已落实", START),
    "carry out another": lambda meeting: meeting.carry_out(2, TODAY, "已落实", START),
}
MEETING_STATES: dict[str, tuple[Step, ...]] = {"decided": (), "carried out": (carry_out,)}
MEETING_OUTCOMES: dict[str, list[str]] = {
    "decided": ["ok", "HELD_IN_THE_FUTURE", "HELD_IN_THE_FUTURE", "DECISION_UNKNOWN"],
    "carried out": ["DECISION_SETTLED", "DECISION_SETTLED", "DECISION_SETTLED", "DECISION_UNKNOWN"],
}


def graded(filings: int, final: bool = False) -> Step:
    return lambda grade: grade.grade(Count(filings=filings), [], Reading.FROM_THREE, final, START)


def acknowledge(grade: UnitGrade) -> None:
    grade.acknowledge("P0100", START)


GRADE: dict[str, Step] = {"acknowledge": acknowledge, "grade again": graded(2, final=True), "grade red": graded(3)}
GRADE_STATES: dict[str, tuple[Step, ...]] = {
    "yellow": (graded(0),),
    "orange": (graded(1),),
    "orange, read": (graded(1), acknowledge),
    "red": (graded(3),),
    "red, then orange": (graded(3), graded(1)),
    "orange, read, red, orange": (graded(1), acknowledge, graded(3), graded(1)),
}
GRADE_OUTCOMES: dict[str, list[str]] = {
    "yellow": ["NOTHING_TO_ACKNOWLEDGE", "ok", "ok"],
    "orange": ["ok", "ok", "ok"],
    "orange, read": ["REMINDER_ACKNOWLEDGED", "ok", "ok"],
    "red": ["NOTHING_TO_ACKNOWLEDGE", "ok", "ok"],
    "red, then orange": ["ok", "ok", "ok"],
    "orange, read, red, orange": ["ok", "ok", "ok"],
}


def a_day() -> ReceptionDay:
    return ReceptionDay(f"{BUREAU}:{TODAY}", BUREAU, TODAY)


def a_meeting() -> Meeting:
    decision = Decision(1, "限期通水", HANDLER, TODAY + timedelta(days=30))
    agenda = [AgendaItem.PROBLEMS_RESOLVED]
    return Meeting(
        "county_joint:petition_bureau:2026-03-02",
        MeetingKind.COUNTY_JOINT,
        BUREAU,
        TODAY,
        "2026-03",
        "县委副书记",
        ["信访局"],
        agenda,
        "议定一项",
        [decision],
        "P0017",
        START,
        open_decisions=1,
    )


def a_grade() -> UnitGrade:
    return UnitGrade(f"{HANDLER}:2026-Q1", HANDLER, "2026-Q1")


AGGREGATES = (
    ("reception day", a_day, DAY_STATES, RECEPTION, DAY_OUTCOMES),
    ("meeting", a_meeting, MEETING_STATES, MEETING, MEETING_OUTCOMES),
    ("unit's colour", a_grade, GRADE_STATES, GRADE, GRADE_OUTCOMES),
)
CASES = [
    pytest.param(make, states[state], commands[command], outcome, id=f"{name}: {state}: {command}")
    for name, make, states, commands, outcomes in AGGREGATES
    for state, row in outcomes.items()
    for command, outcome in zip(commands, row, strict=True)
]


def test_no_state_is_left_out() -> None:
    assert all(states.keys() == outcomes.keys() for _, _, states, _, outcomes in AGGREGATES)


@pytest.mark.parametrize(("make", "steps", "command", "outcome"), CASES)
def test_it_happens_or_is_refused_and_then_nothing_changed(
    make: Callable[[], Any], steps: tuple[Step, ...], command: Step, outcome: str
) -> None:
    one = make()
    for step in steps:
        step(one)
    before = copy.deepcopy(one)
    if outcome == "ok":
        command(one)
        assert one.version == before.version + 1
        return
    with pytest.raises(Refused) as refused:
        command(one)
    assert refused.value.code == outcome and one == before
