"""联合接访 (一站式解决): one visit, several units at one table, each answering there (《信访工作条例》第十八条)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from petition_intake.domain.errors import TextRequired
from petition_intake.domain.joint_reception_errors import (
    NotAtTheTable,
    ReceptionIsOver,
    SeveralUnitsNeeded,
    TakeOverDay,
    UnitHasAnswered,
    UnitsStillToAnswer,
)
from petition_intake.domain.joint_reception_events import (
    JointReceptionAnswered,
    JointReceptionClosed,
    JointReceptionHeld,
    TableAnswer,
)
from petition_intake.domain.officer import Officer
from petition_intake.domain.wording import Wording
from workdays import local_day

LEAST_UNITS = 2
ANSWER = Wording("当场答复", "answering")
CLOSE = Wording("结束联合接访", "closing the reception")


class ReceptionState(StrEnum):
    """Being held, over."""

    HELD = "held"
    CLOSED = "closed"


RECEPTION_STATE_WORDING: dict[ReceptionState, Wording] = {
    ReceptionState.HELD: Wording("接访中", "being held"),
    ReceptionState.CLOSED: Wording("已结束", "over"),
}


@dataclass(frozen=True)
class Answer:
    """What one unit said to the petitioner; the words stay here."""

    unit: str
    kind: TableAnswer
    words: str
    answer_by: date | None
    answered_by: str
    answered_at: datetime


@dataclass
class JointReception:
    """`units` are those present, in the order the bureau named them; the bureau itself sits at the head."""

    joint_reception_no: str
    case_no: str
    units: list[str]
    held_by: str
    held_at: datetime
    state: ReceptionState = ReceptionState.HELD
    answers: list[Answer] = field(default_factory=list)
    closed_at: datetime | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def hold(cls, number: str, case_no: str, units: list[str], officer: Officer, now: datetime) -> JointReception:
        """At least two units, each once => SeveralUnitsNeeded otherwise."""
        if len(units) < LEAST_UNITS or len(set(units)) != len(units):
            raise SeveralUnitsNeeded("units")
        reception = cls(number, case_no, list(units), officer.name, now)
        reception._record(JointReceptionHeld(case_no, list(units), officer.name, now))
        return reception

    @property
    def silent(self) -> list[str]:
        """The units that have not answered."""
        answered = {answer.unit for answer in self.answers}
        return [unit for unit in self.units if unit not in answered]

    def answer(self, kind: TableAnswer, words: str, answer_by: date | None, officer: Officer, now: datetime) -> None:
        """One unit answers, once, in words the petitioner hears.

        Over => ReceptionIsOver. Not present => NotAtTheTable. A second time => UnitHasAnswered. No words =>
        TextRequired. A day without taking over, none with it, or one that is past => TakeOverDay.
        """
        self._must_be_held(ANSWER)
        if officer.unit not in self.units:
            raise NotAtTheTable("actor", unit=officer.unit)
        if officer.unit not in self.silent:
            raise UnitHasAnswered("actor", unit=officer.unit)
        if not words.strip():
            raise TextRequired("words")
        if (answer_by is not None) != (kind is TableAnswer.TAKEN_OVER):
            raise TakeOverDay("answer_by")
        if answer_by is not None and answer_by < local_day(now):
            raise TakeOverDay("answer_by")
        self.answers.append(Answer(officer.unit, kind, words, answer_by, officer.name, now))
        self._record(JointReceptionAnswered(officer.unit, kind, answer_by, officer.name, now))

    def close(self, officer: Officer, now: datetime) -> None:
        """一站式: nobody goes home while a unit at the table owes an answer => UnitsStillToAnswer."""
        self._must_be_held(CLOSE)
        if self.silent:
            raise UnitsStillToAnswer("joint_reception_no", units=" ".join(self.silent))
        self.state, self.closed_at = ReceptionState.CLOSED, now
        settling = sum(answer.kind is TableAnswer.SETTLED for answer in self.answers)
        self._record(JointReceptionClosed(len(self.units), settling, officer.name, now))

    def _must_be_held(self, step: Wording) -> None:
        if self.state is not ReceptionState.HELD:
            raise ReceptionIsOver("joint_reception_no", step=step.en, step_zh=step.zh)

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def joint_reception_number(year: int, serial: int) -> str:
    """`LH2026-000001`: 联合, year, serial."""
    return f"LH{year}-{serial:06}"
