"""How supervision says no about a notice that urges a unit (催办通知书) and the criticism that may follow it."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class NotYourUrging(Refused):
    code = "NOT_YOUR_URGING"
    zh = "该催办通知书与本单位（{unit}）无关，不能查看。"
    en = "This notice does not concern your unit ({unit}); it may not read it."


class NotTheUrgedUnit(Refused):
    code = "NOT_THE_URGED_UNIT"
    zh = "只有被催办单位（{unit}）可以回复。"
    en = "Only the unit that was urged ({unit}) may answer."


class UrgingAnsweredBefore(Refused):
    code = "URGING_ANSWERED"
    zh = "该催办通知书已回复，不再更改。"
    en = "The notice has been answered; an answer is not changed."


class UrgingIsOver(Refused):
    code = "URGING_OVER"
    zh = "所催事项已办理或者催办已撤回（{ended_on}）。"
    en = "What was urged was done, or the notice was taken back ({ended_on})."


class CriticismNotSuggested(Refused):
    code = "CRITICISM_NOT_SUGGESTED"
    zh = "没有待决定的通报批评建议：催办后须满规定的工作日仍未办理，且尚未作出决定。"
    en = "No criticism waits for a decision: the working days after the notice are not over, or it was decided."


class CriticismOfOwnUnit(Refused):
    code = "CRITICISM_OF_OWN_UNIT"
    zh = "不能由被催办单位（{unit}）自己决定是否通报批评（《信访工作条例》第二十八条：应当回避）。"
    en = "The unit that was urged ({unit}) does not decide on its own criticism (Article 28)."
