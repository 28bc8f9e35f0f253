"""Every command in every state a supervision item can be in: it happens, or it is refused with the code that says why.

Nothing in between: a refused command changes nothing and tells nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date

import pytest
from supervision_builders import BUREAU, HANDLER, LEADERSHIP, START

from petition_supervision.domain.errors import Refused
from petition_supervision.domain.ladder import Adoption, Trigger, Verdict
from petition_supervision.domain.supervision_item import Officer, SupervisionItem

Step = Callable[[SupervisionItem], object]

LATER = date(2026, 6, 30)
UNIT, CHECKER, LEADER = Officer("P0100", HANDLER), Officer("P0018", BUREAU), Officer("P0002", LEADERSHIP)
MEETING = "county_joint:petition_bureau:2026-03-02"


def reply(item: SupervisionItem) -> None:
    item.reply(UNIT, "正在办理", START)


def failed(due_on: date | None, sign_off: str | None = None) -> Step:
    return lambda item: item.check(CHECKER, Verdict.NOT_CARRIED_OUT, "未见整改", due_on, sign_off, START)


def passed(item: SupervisionItem) -> None:
    item.check(CHECKER, Verdict.CARRIED_OUT, "已现场查看", None, None, START)


def sign(item: SupervisionItem) -> None:
    item.sign(LEADER, "彭信建〔2026〕1号", "county_discipline", "造成损失", date(2026, 4, 1), START)


def answer(item: SupervisionItem) -> None:
    item.answer_proposal(CHECKER, Adoption.ADOPTED, None, START)


def clear(item: SupervisionItem) -> None:
    item.clear(CHECKER, "现场照片", START)


RECTIFY, CRITICISE, PROPOSE = failed(LATER), failed(LATER, MEETING), failed(None)

COMMANDS: dict[str, Step] = {
    "reply": reply,
    "rectification": RECTIFY,
    "criticism": CRITICISE,
    "accountability": PROPOSE,
    "carried out": passed,
    "sign": sign,
    "feedback": answer,
    "clear": clear,
}

FIRST = (reply, RECTIFY)
SECOND = (*FIRST, reply, CRITICISE)
THIRD = (*SECOND, reply, PROPOSE)
STATES: dict[str, tuple[Step, ...]] = {
    "opened": (),
    "replied": (reply,),
    "told to put right": FIRST,
    "told to put right, replied": (*FIRST, reply),
    "criticised": SECOND,
    "criticised, replied": (*SECOND, reply),
    "proposal drafted": THIRD,
    "proposal signed": (*THIRD, sign),
    "proposal answered": (*THIRD, sign, answer),
    "carried out": (*FIRST, reply, passed),
    "cleared": (*FIRST, reply, passed, clear),
    "cleared with the proposal open": (*THIRD, sign, passed, clear),
}

AWAITED, OVER = "LAST_STEP_AWAITED", "SUPERVISION_CLEARED"
NOT_HERE, NO_DAY, NO_SIGN_OFF = "NOT_OF_THIS_STEP", "STEP_DUE_DATE_REQUIRED", "SIGN_OFF_REQUIRED"
UNSIGNED, UNASKED, UNCHECKED, TOP = "NO_PROPOSAL_TO_SIGN", "NO_PROPOSAL_TO_ANSWER", "CHECK_MISSING", "LADDER_AT_ITS_END"

OUTCOMES: dict[str, list[str]] = {
    "opened": ["ok", AWAITED, AWAITED, AWAITED, "ok", UNSIGNED, UNASKED, UNCHECKED],
    "replied": ["ok", "ok", NOT_HERE, NO_DAY, "ok", UNSIGNED, UNASKED, UNCHECKED],
    "told to put right": ["ok", AWAITED, AWAITED, AWAITED, "ok", UNSIGNED, UNASKED, UNCHECKED],
    "told to put right, replied": ["ok", NO_SIGN_OFF, "ok", NO_DAY, "ok", UNSIGNED, UNASKED, UNCHECKED],
    "criticised": ["ok", AWAITED, AWAITED, AWAITED, "ok", UNSIGNED, UNASKED, UNCHECKED],
    "criticised, replied": ["ok", NOT_HERE, NOT_HERE, "ok", "ok", UNSIGNED, UNASKED, UNCHECKED],
    "proposal drafted": ["ok", TOP, TOP, TOP, "ok", "ok", UNASKED, UNCHECKED],
    "proposal signed": ["ok", TOP, TOP, TOP, "ok", UNSIGNED, "ok", UNCHECKED],
    "proposal answered": ["ok", TOP, TOP, TOP, "ok", UNSIGNED, UNASKED, UNCHECKED],
    "carried out": ["ok", NO_SIGN_OFF, "ok", NO_DAY, "ok", UNSIGNED, UNASKED, "ok"],
    "cleared": [OVER, OVER, OVER, OVER, OVER, OVER, UNASKED, OVER],
    "cleared with the proposal open": [OVER, OVER, OVER, OVER, OVER, OVER, "ok", OVER],
}


def in_state(state: str) -> SupervisionItem:
    item = SupervisionItem.open(
        "DB2026-0001", Trigger.EVASION_OR_DELAY, HANDLER, None, BUREAU, "P0018", "P0018", LATER, START
    )
    for step in STATES[state]:
        step(item)
    return item


def test_the_table_has_every_state_and_every_command() -> None:
    assert STATES.keys() == OUTCOMES.keys()
    assert {len(row) for row in OUTCOMES.values()} == {len(COMMANDS)}


@pytest.mark.parametrize(
    ("state", "command", "outcome"),
    [
        (state, command, outcome)
        for state, row in OUTCOMES.items()
        for command, outcome in zip(COMMANDS, row, strict=True)
    ],
)
def test_it_happens_or_is_refused_with_its_code(state: str, command: str, outcome: str) -> None:
    item = in_state(state)
    before = copy.deepcopy(item)
    if outcome == "ok":
        COMMANDS[command](item)
        assert item.version > before.version and len(item.pending) > len(before.pending)
        return
    with pytest.raises(Refused) as refused:
        COMMANDS[command](item)
    assert refused.value.code == outcome
    assert item == before
