"""Every way a step of a joint reception is refused."""

from __future__ import annotations

from petition_intake.domain.errors import IllegalTransition, Refused


class ReceptionUnknown(Refused):
    code = "NOT_FOUND"
    zh = "查无此联合接访：{joint_reception_no}。"
    en = "There is no such joint reception: {joint_reception_no}."


class HeldByTheBureau(Refused):
    code = "HELD_BY_THE_BUREAU"
    zh = "联合接访由信访局组织，{unit} 不能登记。"
    en = "The petition bureau holds joint receptions; {unit} cannot."


class SeveralUnitsNeeded(Refused):
    code = "SEVERAL_UNITS_NEEDED"
    zh = "联合接访至少有两个单位同时在场，每个单位登记一次。"
    en = "At a joint reception at least two units are present, each named once."


class VisitsOnly(Refused):
    code = "VISITS_ONLY"
    zh = "联合接访接待来访；{case_no} 不是来访件。"
    en = "A joint reception receives a visit; {case_no} is none."


class NotAtTheTable(Refused):
    code = "NOT_AT_THE_TABLE"
    zh = "{unit} 不在该次联合接访的单位中。"
    en = "{unit} was not among the units at this reception."


class UnitHasAnswered(Refused):
    code = "UNIT_HAS_ANSWERED"
    zh = "{unit} 在该次联合接访中已经答复，答复不能更改。"
    en = "{unit} has answered at this reception; an answer is not changed."


class TakeOverDay(Refused):
    code = "TAKE_OVER_DAY"
    zh = "接手办理的，应当写明不早于接访当日的答复日期；其他答复不写日期。"
    en = "A unit that takes the matter over says by when, not before the reception; other answers carry no day."


class UnitsStillToAnswer(Refused):
    code = "UNITS_STILL_TO_ANSWER"
    zh = "还有单位没有当场答复：{units}。"
    en = "Units that have not answered yet: {units}."


class ReceptionIsOver(IllegalTransition):
    zh = "该次联合接访已经结束，不能办理“{step_zh}”。"
    en = "The joint reception is over; {step} is not possible now."
