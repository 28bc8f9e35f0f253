"""Every command on an inspector's terms and on a joint meeting's membership, in every state of either."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from inspection_builders import FIRST, a_term, day
from supervision_builders import BUREAU, HANDLER, START, TOWNSHIP, UNITS

from petition_supervision.domain.errors import Refused
from petition_supervision.domain.inspector import Inspector
from petition_supervision.domain.joint_meeting import JointMeeting
from petition_supervision.domain.reception import Leader
from workdays import local_day

TODAY = local_day(START)
INSPECTOR = Leader(FIRST, BUREAU, frozenset({"inspector"}))
OF_THE_TOWNSHIP = Leader("P0201", TOWNSHIP, frozenset({"township_leader"}))
SUCCESSOR = Leader("P0202", TOWNSHIP, frozenset({"township_leader"}))
Step = Callable[[Any], object]


def appoint(first: int, last: int) -> Step:
    return lambda inspector: inspector.appoint(INSPECTOR, a_term(first, last))


def relieve(on: int) -> Step:
    return lambda inspector: inspector.relieve(day(on), "调离。")


TERMS: dict[str, Step] = {
    "appoint from today": appoint(0, 9),
    "appoint afterwards": appoint(10, 19),
    "relieve on the first day": relieve(0),
    "relieve within the term": relieve(5),
    "relieve after the term": relieve(10),
}
TERM_STATES: dict[str, tuple[Step, ...]] = {
    "never appointed": (),
    "in office": (appoint(0, 9),),
    "in office, a term to follow": (appoint(0, 9), appoint(10, 19)),
    "relieved on the first day": (appoint(0, 9), relieve(0)),
    "relieved within the term": (appoint(0, 9), relieve(5)),
    "term over": (appoint(-19, -10),),
}
OVERLAP, NONE = "TERMS_OVERLAP", "NO_TERM_TO_END"
TERM_OUTCOMES: dict[str, list[str]] = {
    "never appointed": ["ok", "ok", NONE, NONE, NONE],
    "in office": [OVERLAP, "ok", "ok", "ok", NONE],
    "in office, a term to follow": [OVERLAP, OVERLAP, "ok", "ok", "ok"],
    "relieved on the first day": ["ok", "ok", NONE, NONE, NONE],
    "relieved within the term": [OVERLAP, "ok", "ok", NONE, NONE],
    "term over": ["ok", "ok", NONE, NONE, NONE],
}


def constitute(convenor: Leader, members: tuple[str, ...], since: date) -> Step:
    return lambda meeting: meeting.constitute(convenor, members, since, UNITS, START)


YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
BOTH = (TOWNSHIP, HANDLER)
MEETING: dict[str, Step] = {
    "today": constitute(OF_THE_TOWNSHIP, BOTH, TODAY),
    "yesterday": constitute(OF_THE_TOWNSHIP, BOTH, YESTERDAY),
    "tomorrow": constitute(OF_THE_TOWNSHIP, BOTH, TOMORROW),
    "another convenor today": constitute(SUCCESSOR, BOTH, TODAY),
    "other members today": constitute(OF_THE_TOWNSHIP, (TOWNSHIP,), TODAY),
}
MEETING_STATES: dict[str, tuple[Step, ...]] = {
    "never constituted": (),
    "since yesterday": (constitute(OF_THE_TOWNSHIP, BOTH, YESTERDAY),),
    "since today": (constitute(OF_THE_TOWNSHIP, BOTH, TODAY),),
    "changed today": (constitute(SUCCESSOR, BOTH, YESTERDAY), constitute(OF_THE_TOWNSHIP, BOTH, TODAY)),
}
UNCHANGED, TIME = "CONSTITUTION_UNCHANGED", "CONSTITUTED_OUT_OF_TIME"
MEETING_OUTCOMES: dict[str, list[str]] = {
    "never constituted": ["ok", "ok", TIME, "ok", "ok"],
    "since yesterday": [UNCHANGED, UNCHANGED, TIME, "ok", "ok"],
    "since today": [UNCHANGED, TIME, TIME, "ok", "ok"],
    "changed today": [UNCHANGED, TIME, TIME, "ok", "ok"],
}


def outcome_of(command: Step, one: Inspector | JointMeeting) -> str:
    before = copy.deepcopy(one)
    try:
        command(one)
    except Refused as refusal:
        assert one == before, f"{refusal.code} changed it"
        return refusal.code
    assert (one.version, len(one.pending)) == (before.version + 1, len(before.pending) + 1)
    return "ok"


@pytest.mark.parametrize("command", list(TERMS))
@pytest.mark.parametrize("state", list(TERM_STATES))
def test_every_command_in_every_state_of_an_inspectors_terms(state: str, command: str) -> None:
    inspector = Inspector(FIRST, BUREAU)
    for step in TERM_STATES[state]:
        step(inspector)

    assert outcome_of(TERMS[command], inspector) == TERM_OUTCOMES[state][list(TERMS).index(command)]


@pytest.mark.parametrize("command", list(MEETING))
@pytest.mark.parametrize("state", list(MEETING_STATES))
def test_every_command_in_every_state_of_a_joint_meeting(state: str, command: str) -> None:
    meeting = JointMeeting(TOWNSHIP)
    for step in MEETING_STATES[state]:
        step(meeting)

    assert outcome_of(MEETING[command], meeting) == MEETING_OUTCOMES[state][list(MEETING).index(command)]


def test_the_tables_have_every_state_and_every_command() -> None:
    for commands, states, outcomes in (
        (TERMS, TERM_STATES, TERM_OUTCOMES),
        (MEETING, MEETING_STATES, MEETING_OUTCOMES),
    ):
        assert set(states) == set(outcomes)
        assert all(len(row) == len(commands) for row in outcomes.values())
