"""Every command in every state a case can be in: it happens, or it is refused with the code that says why.

Nothing in between: a refused command changes nothing and tells nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date

import pytest
from supervision_builders import (
    DAY,
    DUE,
    HANDLER,
    ISSUED,
    LEADERSHIP,
    SETTINGS,
    TOWNSHIP,
    UNITS,
    a_case,
    an_attempt,
    closed,
    handled,
    nobody_reached,
)

from petition_supervision.domain.answers import RehandlingReason, ReportResult, Score
from petition_supervision.domain.case_facts import ClosedHow, Closing
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.follow_up_reading import AgainBy, Reading
from petition_supervision.domain.supervised_case import SupervisedCase

NOW = DUE + 3 * DAY
DUE_ON = date(2026, 4, 10)
Step = Callable[[SupervisedCase], object]


def settle(case: SupervisedCase) -> None:
    case.close(Closing(case.round, None, DUE, ClosedHow.ON_SPOT), SETTINGS)


def order(case: SupervisedCase) -> None:
    case.order_rehandling("P0018", DUE_ON, RehandlingReason.OTHER, NOW, SETTINGS)


def answer(score: Score | None, promise_kept: bool | None = True, officer_unit: str = "dept_water") -> Step:
    if score is None:
        return lambda case: case.record_follow_up(nobody_reached())
    attempt = an_attempt(score, promise_kept=promise_kept, officer_unit=officer_unit)
    return lambda case: case.record_follow_up(attempt)


def report(result: ReportResult) -> Step:
    return lambda case: case.report_hand_down(result, "P0018", NOW, UNITS)


def read(instruction: str | None) -> Step:
    """A leader reads the current round, with or without an instruction to handle it again."""
    reading = Reading("P0001", LEADERSHIP, None, instruction, NOW)
    again = AgainBy(DUE_ON, RehandlingReason.OTHER) if instruction else None
    return lambda case: case.read_follow_up(case.round, reading, again, SETTINGS)


def open_next_round(case: SupervisedCase) -> None:
    case.open_round(case.round + 1, HANDLER)


COMMANDS: dict[str, Step] = {
    "satisfied": answer(Score.SATISFIED),
    "dissatisfied": answer(Score.DISSATISFIED, promise_kept=False),
    "not reached": answer(None),
    "by the handling unit": answer(Score.SATISFIED, officer_unit=HANDLER),
    "order": order,
    "resolved": report(ReportResult.RESOLVED),
    "explained": report(ReportResult.EXPLAINED),
    "read": read(None),
    "instruct": read("责成重新办理"),
}

ASK_DISSATISFIED = answer(Score.DISSATISFIED, promise_kept=False)
HANDED_DOWN: dict[str, tuple[Step, ...]] = {
    "registered": (),
    "routed": (lambda case: case.make_responsible(HANDLER),),
    "accepted": (lambda case: case.take_on(HANDLER),),
    "withdrawn": (lambda case: case.withdraw(DUE),),
    "delivered": (handled,),
    "delivered, then returned": (handled, lambda case: case.send_back(1)),
    "confirmed without delivery": (lambda case: case.take_on(HANDLER), closed),
    "confirmed": (handled, closed),
    "not reached yet": (handled, closed, answer(None)),
    "satisfied": (handled, closed, answer(Score.SATISFIED)),
    "satisfied, promise not kept": (handled, closed, answer(Score.SATISFIED, promise_kept=False)),
    "dissatisfied": (handled, closed, ASK_DISSATISFIED),
    "ordered": (handled, closed, ASK_DISSATISFIED, order),
    "second round": (handled, closed, ASK_DISSATISFIED, order, open_next_round),
    "second round confirmed": (handled, closed, ASK_DISSATISFIED, order, open_next_round, handled, closed),
    "dissatisfied, read": (handled, closed, ASK_DISSATISFIED, read(None)),
    "instructed": (handled, closed, ASK_DISSATISFIED, read("责成重新办理")),
    "reported": (handled, closed, answer(Score.SATISFIED), report(ReportResult.RESOLVED)),
    "reported as explained": (handled, closed, ASK_DISSATISFIED, report(ReportResult.EXPLAINED)),
}

OPEN = ["NOTHING_TO_FOLLOW_UP"] * 4 + ["FOLLOW_UP_PENDING"]
PENDING = ["ok", "ok", "ok", "OFFICER_OF_HANDLING_UNIT", "FOLLOW_UP_PENDING"]
DONE = ["FOLLOW_UP_ALREADY_RECORDED"] * 3 + ["OFFICER_OF_HANDLING_UNIT"]
NOT_DELIVERED = ["OPINION_NOT_DELIVERED"] * 2
NOT_CONFIRMED = ["CASE_NOT_CONFIRMED"] * 2
NOT_FOLLOWED_UP = ["FOLLOW_UP_MISSING"] * 2
REPORTED = ["ALREADY_REPORTED"] * 2
UNREAD = ["NOTHING_TO_READ"] * 2
CONTENT = ["ok", "PETITIONER_NOT_DISSATISFIED"]
READ = ["FOLLOW_UP_ALREADY_READ"] * 2
ORDERED = "REHANDLING_ALREADY_ORDERED"

OUTCOMES: dict[str, list[str]] = {
    "registered": [*OPEN, *NOT_DELIVERED, *UNREAD],
    "routed": [*OPEN, *NOT_DELIVERED, *UNREAD],
    "accepted": [*OPEN, *NOT_DELIVERED, *UNREAD],
    "withdrawn": [*OPEN, *NOT_DELIVERED, *UNREAD],
    "delivered": [*OPEN, *NOT_CONFIRMED, *UNREAD],
    "delivered, then returned": [*OPEN, *NOT_DELIVERED, *UNREAD],
    "confirmed without delivery": [*PENDING, *NOT_DELIVERED, *UNREAD],
    "confirmed": [*PENDING, *NOT_FOLLOWED_UP, *UNREAD],
    "not reached yet": [*PENDING, *NOT_FOLLOWED_UP, *UNREAD],
    "satisfied": [*DONE, "PETITIONER_NOT_DISSATISFIED", "ok", "ok", *CONTENT],
    "satisfied, promise not kept": [*DONE, "PETITIONER_NOT_DISSATISFIED", "PROMISE_NOT_KEPT", "ok", *CONTENT],
    "dissatisfied": [*DONE, "ok", "PETITIONER_DISSATISFIED", "ok", "ok", "ok"],
    "ordered": [*DONE, ORDERED, "PETITIONER_DISSATISFIED", "ok", "ok", ORDERED],
    "second round": [*OPEN, *NOT_DELIVERED, *UNREAD],
    "second round confirmed": [*PENDING, *NOT_FOLLOWED_UP, *UNREAD],
    "dissatisfied, read": [*DONE, "ok", "PETITIONER_DISSATISFIED", "ok", *READ],
    "instructed": [*DONE, ORDERED, "PETITIONER_DISSATISFIED", "ok", *READ],
    "reported": [*DONE, "PETITIONER_NOT_DISSATISFIED", *REPORTED, *CONTENT],
    "reported as explained": [*DONE, "ok", *REPORTED, "ok", "ok"],
}


def outcome_of(command: Step, case: SupervisedCase) -> str:
    before = copy.deepcopy(case)
    try:
        command(case)
    except Refused as refusal:
        assert case == before, f"{refusal.code} changed the case"
        return refusal.code
    assert case.version > before.version
    return "ok"


@pytest.mark.parametrize("state", list(HANDED_DOWN))
@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_in_every_state_of_a_matter_handed_down(state: str, command: str) -> None:
    case = a_case(ISSUED)
    for step in HANDED_DOWN[state]:
        step(case)

    assert outcome_of(COMMANDS[command], case) == OUTCOMES[state][list(COMMANDS).index(command)]


@pytest.mark.parametrize("state", [name for name in HANDED_DOWN if not name.startswith("reported")])
@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_in_every_state_of_the_countys_own_matters(state: str, command: str) -> None:
    case = a_case()
    for step in HANDED_DOWN[state]:
        step(case)

    expected = OUTCOMES[state][list(COMMANDS).index(command)]
    if command in ("resolved", "explained"):
        expected = "NOT_HANDED_DOWN"
    assert outcome_of(COMMANDS[command], case) == expected


@pytest.mark.parametrize(
    ("steps", "outcomes"),
    [
        ((settle,), ["ok", "ok", "ok", "ok", "FOLLOW_UP_PENDING"]),
        ((settle, ASK_DISSATISFIED), ["FOLLOW_UP_ALREADY_RECORDED"] * 4 + ["ok"]),
        ((settle, ASK_DISSATISFIED, order), ["FOLLOW_UP_ALREADY_RECORDED"] * 4 + ["REHANDLING_ALREADY_ORDERED"]),
    ],
)
def test_every_command_on_a_matter_settled_on_the_spot(steps: tuple[Step, ...], outcomes: list[str]) -> None:
    for command, expected in zip(COMMANDS.values(), outcomes, strict=False):
        case = a_case(unit=TOWNSHIP)
        for step in steps:
            step(case)
        assert outcome_of(command, case) == expected


@pytest.mark.parametrize("command", ["satisfied", "dissatisfied", "not reached", "by the handling unit"])
def test_every_follow_up_of_an_anonymous_matter_is_refused(command: str) -> None:
    case = closed(handled(a_case(anonymous=True)))

    assert outcome_of(COMMANDS[command], case) == "ANONYMOUS_PETITIONER"


def test_the_table_has_every_state_and_every_command() -> None:
    assert set(OUTCOMES) == set(HANDED_DOWN)
    assert all(len(outcomes) == len(COMMANDS) for outcomes in OUTCOMES.values())
