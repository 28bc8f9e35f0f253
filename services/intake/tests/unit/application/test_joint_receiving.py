"""联合接访: several units at one table, each answers once, nobody leaves unanswered (第十八条第三款)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from intake_builders import NOW, REGISTRAR, a_letter, a_visit
from intake_fakes import World
from intake_register import BUREAU, TOWNSHIP

from petition_intake.application import joint_receiving
from petition_intake.application.joint_receiving import ReceptionPages, Receptions
from petition_intake.domain import errors
from petition_intake.domain import joint_reception_errors as refusals
from petition_intake.domain.joint_reception import (
    RECEPTION_STATE_WORDING,
    JointReception,
    ReceptionState,
    joint_reception_number,
)
from petition_intake.domain.joint_reception_events import TABLE_ANSWER_WORDING, JointReceptionClosed, TableAnswer
from petition_intake.domain.officer import Officer

HOUSING = "dept_housing"
TODAY = date(2026, 3, 2)
AT_HOUSING = Officer(HOUSING, "P0201", frozenset({"handler"}))
AT_TOWNSHIP = Officer(TOWNSHIP, "P0101", frozenset({"handler"}))
ELSEWHERE = Officer("dept_water", "P0301", frozenset({"handler"}))


class FakeReceptions(Receptions, ReceptionPages):
    def __init__(self) -> None:
        self.stored: dict[str, JointReception] = {}
        self.told: list[object] = []
        self.asked: list[str | None] = []

    def next_number(self, now: Any) -> str:
        return joint_reception_number(2026, len(self.stored) + 1)

    def get(self, joint_reception_no: str) -> JointReception | None:
        return copy.deepcopy(self.stored.get(joint_reception_no))

    def save(self, reception: JointReception) -> None:
        self.told += reception.pending
        reception.pending = []
        self.stored[reception.joint_reception_no] = copy.deepcopy(reception)

    def page(self, unit: str | None, limit: int, cursor: str | None) -> tuple[list[JointReception], str | None]:
        self.asked.append(unit)
        return list(self.stored.values()), None


def held() -> JointReception:
    return JointReception.hold("LH2026-000001", "640425202603020001", [HOUSING, TOWNSHIP], REGISTRAR, NOW)


def answered() -> JointReception:
    reception = held()
    for officer in (AT_HOUSING, AT_TOWNSHIP):
        reception.answer(TableAnswer.SETTLED, "当场解决", None, officer, NOW)
    return reception


def closed() -> JointReception:
    reception = answered()
    reception.close(REGISTRAR, NOW)
    return reception


COMMANDS: dict[str, Callable[[JointReception], None]] = {
    "answer_at_reception": lambda one: one.answer(TableAnswer.EXPLAINED, "已解释", None, AT_HOUSING, NOW),
    "close_joint_reception": lambda one: one.close(REGISTRAR, NOW),
}


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize(
    ("state", "allowed", "refusal"),
    [
        (held, {"answer_at_reception"}, refusals.UnitsStillToAnswer),
        (answered, {"close_joint_reception"}, refusals.UnitHasAnswered),
        (closed, set(), errors.IllegalTransition),
    ],
)
def test_a_command_is_carried_out_or_refused(
    state: Callable[[], JointReception], allowed: set[str], refusal: type[errors.Refused], command: str
) -> None:
    reception = state()
    version = reception.version
    if command in allowed:
        COMMANDS[command](reception)
        assert reception.version == version + 1
    else:
        with pytest.raises(refusal):
            COMMANDS[command](reception)
        assert reception.version == version


@pytest.mark.parametrize(
    ("units", "may"), [([HOUSING], False), ([HOUSING, HOUSING], False), ([HOUSING, TOWNSHIP], True)]
)
def test_at_least_two_units_are_present_each_once(units: list[str], may: bool) -> None:
    if may:
        assert JointReception.hold("n", "c", units, REGISTRAR, NOW).silent == units
    else:
        with pytest.raises(refusals.SeveralUnitsNeeded):
            JointReception.hold("n", "c", units, REGISTRAR, NOW)


@pytest.mark.parametrize(
    ("kind", "answer_by", "may"),
    [
        (TableAnswer.TAKEN_OVER, TODAY, True),
        (TableAnswer.TAKEN_OVER, TODAY - timedelta(days=1), False),
        (TableAnswer.TAKEN_OVER, None, False),
        (TableAnswer.EXPLAINED, TODAY, False),
        (TableAnswer.NOT_COMPETENT, None, True),
    ],
)
def test_only_who_takes_the_matter_over_says_by_when(kind: TableAnswer, answer_by: date | None, may: bool) -> None:
    reception = held()
    if may:
        reception.answer(kind, "答复", answer_by, AT_HOUSING, NOW)
        assert reception.silent == [TOWNSHIP]
    else:
        with pytest.raises(refusals.TakeOverDay):
            reception.answer(kind, "答复", answer_by, AT_HOUSING, NOW)


def test_one_visit_is_received_by_several_units_until_each_has_answered() -> None:
    world, receptions = World(), FakeReceptions()
    case_no = world.register(a_visit()).case_no

    def hold(officer: Officer = REGISTRAR, case: str = case_no, units: tuple[str, ...] = (HOUSING, TOWNSHIP)) -> str:
        return joint_receiving.hold_joint_reception(
            receptions, world.files, world.office.registers, officer, case, list(units), NOW
        ).joint_reception_no

    with pytest.raises(refusals.HeldByTheBureau):
        hold(AT_TOWNSHIP)
    with pytest.raises(errors.UnitUnknown):
        hold(units=(HOUSING, "nowhere"))
    with pytest.raises(refusals.VisitsOnly):
        hold(case=world.register(a_letter()).case_no)
    number = hold()

    def answer(officer: Officer, words: str = "张三反映的问题已当场解决") -> None:
        joint_receiving.answer_at_reception(receptions, officer, number, TableAnswer.SETTLED, words, None, NOW)

    with pytest.raises(refusals.NotAtTheTable):
        answer(ELSEWHERE)
    with pytest.raises(errors.TextRequired):
        answer(AT_HOUSING, " ")
    with pytest.raises(refusals.ReceptionUnknown):
        joint_receiving.close_joint_reception(receptions, world.office.registers, REGISTRAR, "LH2026-000009", NOW)
    answer(AT_HOUSING)
    answer(AT_TOWNSHIP)
    joint_receiving.close_joint_reception(receptions, world.office.registers, REGISTRAR, number, NOW)
    assert receptions.told[-1] == JointReceptionClosed(2, 2, REGISTRAR.name, NOW)
    assert "当场解决" not in str(receptions.told), "what was said stays here"

    def read(officer: Officer) -> dict[str, Any]:
        return joint_receiving.get_joint_reception(receptions, world.files, world.office.registers, officer, number)

    assert [one["unit"] for one in read(AT_HOUSING)["answers"]] == [HOUSING, TOWNSHIP]
    with pytest.raises(refusals.NotAtTheTable):
        read(ELSEWHERE)
    for officer, asked in ((REGISTRAR, None), (AT_HOUSING, HOUSING)):
        joint_receiving.list_joint_receptions(receptions, world.office.registers, officer, 50, None)
        assert receptions.asked[-1] == asked
    assert BUREAU == REGISTRAR.unit


def test_every_answer_and_state_has_its_words() -> None:
    assert set(TABLE_ANSWER_WORDING) == set(TableAnswer)
    assert set(RECEPTION_STATE_WORDING) == set(ReceptionState)
