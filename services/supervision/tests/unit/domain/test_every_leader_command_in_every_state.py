"""Every command of a leader-led case in every state it can be in: it happens, or is refused and changes nothing."""

from __future__ import annotations

import pytest
from leader_builders import (
    Step,
    add_task,
    assign,
    close,
    county,
    done,
    fact,
    finish_task,
    hand_over,
    record_act,
    set_force,
)
from supervision_builders import CASE_NO, an_attempt, closed, handled

from petition_supervision.domain.errors import Refused

FINISHED = (fact(handled), fact(closed), fact(lambda case: case.record_follow_up(an_attempt())))
READY = (assign(), set_force(), add_task(), finish_task(), *FINISHED)
FURTHER_ROUND = fact(lambda case: case.open_round(2, "dept_housing"))
STATES: dict[str, tuple[Step, ...]] = {
    "no leader": (),
    "no leader, case finished": FINISHED,
    "assigned": (assign(),),
    "with a task force": (assign(), set_force()),
    "with a task": (assign(), set_force(), add_task()),
    "handed over": (assign(), set_force(), add_task(), hand_over()),
    "tasks done": (assign(), set_force(), add_task(), finish_task()),
    "case finished, task open": (assign(), set_force(), add_task(), *FINISHED),
    "case finished, tasks done": READY,
    "closed": (*READY, close()),
    "closed, a further round open": (*READY, close(), FURTHER_ROUND),
}
COMMANDS: dict[str, Step] = {
    "assign": assign(),
    "hand over": hand_over("P0003"),
    "task force": set_force(),
    "add task": add_task("P0100"),
    "finish task": finish_task(),
    "record act": record_act(),
    "close": close(),
}
MISSING = "PIECES_MISSING"
NONE = ["NO_LEADER_ASSIGNED"] * 6
OUTCOMES: dict[str, list[str]] = {
    "no leader": ["ok", *NONE],
    "no leader, case finished": ["ok", *NONE],
    "assigned": ["LEADER_ALREADY_ASSIGNED", "ok", "ok", "NOT_OF_THE_TASK_FORCE", "TASK_UNKNOWN", "ok", MISSING],
    "with a task force": ["LEADER_ALREADY_ASSIGNED", "ok", "ok", "ok", "TASK_UNKNOWN", "ok", MISSING],
    "with a task": ["LEADER_ALREADY_ASSIGNED", "ok", "ok", "ok", "ok", "ok", "TASKS_STILL_OPEN"],
    "handed over": ["LEADER_ALREADY_ASSIGNED", "SAME_LEADER", "ok", "ok", "ok", "ok", "TASKS_STILL_OPEN"],
    "tasks done": ["LEADER_ALREADY_ASSIGNED", "ok", "ok", "ok", "TASK_DONE_BEFORE", "ok", "CASE_NOT_FINISHED"],
    "case finished, task open": ["LEADER_ALREADY_ASSIGNED", "ok", "ok", "ok", "ok", "ok", "TASKS_STILL_OPEN"],
    "case finished, tasks done": ["LEADER_ALREADY_ASSIGNED", "ok", "ok", "ok", "TASK_DONE_BEFORE", "ok", "ok"],
    "closed": ["LEADER_CASE_CLOSED"] * 7,
    "closed, a further round open": ["ok", *["LEADER_CASE_CLOSED"] * 6],
}


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_in_every_state_of_a_leader_led_case(state: str, command: str) -> None:
    work = county()
    before = done(work, *STATES[state])
    told = len(work.cases.published)
    try:
        COMMANDS[command](work)
        outcome = "ok"
        assert len(work.cases.published) == told + 1
        assert work.cases.require(CASE_NO).version == before.version + 1
    except Refused as refusal:
        outcome = refusal.code
        assert work.cases.require(CASE_NO) == before
        assert len(work.cases.published) == told

    assert outcome == OUTCOMES[state][list(COMMANDS).index(command)]


def test_the_table_has_every_state_and_every_command() -> None:
    assert set(OUTCOMES) == set(STATES)
    assert all(len(outcomes) == len(COMMANDS) for outcomes in OUTCOMES.values())
