"""What intake tells of joint receptions: which units were there and how each answered; no word that was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from petition_intake.domain.wording import Wording


class TableAnswer(StrEnum):
    """How a unit answers the petitioner on the spot."""

    SETTLED = "settled"
    TAKEN_OVER = "taken_over"
    EXPLAINED = "explained"
    NOT_COMPETENT = "not_competent"


TABLE_ANSWER_WORDING: dict[TableAnswer, Wording] = {
    TableAnswer.SETTLED: Wording("当场解决", "settled on the spot"),
    TableAnswer.TAKEN_OVER: Wording("接手办理", "taken over"),
    TableAnswer.EXPLAINED: Wording("当场解释", "explained"),
    TableAnswer.NOT_COMPETENT: Wording("不属本单位职权", "not within its power"),
}


@dataclass(frozen=True)
class JointReceptionHeld:
    """Several units receive one visit together (第十八条第三款)."""

    reception_case_no: str
    units: list[str]
    held_by: str
    held_at: datetime


@dataclass(frozen=True)
class JointReceptionAnswered:
    """One of the units answered. `answer_by`: by when it will, where it took the matter over."""

    unit: str
    table_answer: TableAnswer
    answer_by: date | None
    answered_by: str
    answered_at: datetime


@dataclass(frozen=True)
class JointReceptionClosed:
    """Every unit has answered; how many units there were, and how many settled their part on the spot."""

    units_present: int
    units_settling: int
    closed_by: str
    closed_at: datetime
