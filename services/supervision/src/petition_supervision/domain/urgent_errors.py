"""How supervision says no about urgent matters."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class FoundInTheFuture(Refused):
    code = "FOUND_IN_THE_FUTURE"
    zh = "发现时间不能晚于现在。"
    en = "A matter cannot have been found later than now."


class AlreadyMarkedUrgent(Refused):
    code = "ALREADY_MARKED_URGENT"
    zh = "该信访事项已列为重大、紧急事项（{urgent_no}），尚未解除。"
    en = "The matter is marked urgent already ({urgent_no}) and that has not ended."


class NotYourUrgentMatter(Refused):
    code = "NOT_YOUR_URGENT_MATTER"
    zh = "本单位（{unit}）既未报告该事项，也不是其主管部门。"
    en = "Your unit ({unit}) neither reported this matter nor is its competent department."


class OnlyTheBureauReportsUp(Refused):
    code = "ONLY_THE_BUREAU_REPORTS_UP"
    zh = "向上一级信访部门和国家信访局报告，由县信访局办理（《信访工作条例》第二十五条）。"
    en = "The petition bureau reports to the bureau above and the state bureau (Article 25)."


class AddresseeTold(Refused):
    code = "ADDRESSEE_TOLD"
    zh = "该对象已于此前报告或者通报，不能重复登记。"
    en = "This addressee has been told; it is not recorded twice."


class NotWithinTheMatter(Refused):
    code = "NOT_WITHIN_THE_MATTER"
    zh = "时间应在发现该事项之后、现在之前。"
    en = "The time must lie after the matter was found and not after now."


class UrgencyIsOver(Refused):
    code = "URGENCY_IS_OVER"
    zh = "该事项已于{ended_on}解除，不再登记。"
    en = "The urgency ended on {ended_on}; nothing more is recorded."


class AddresseesNotTold(Refused):
    code = "ADDRESSEES_NOT_TOLD"
    zh = "尚未报告、通报：{missing}。全部报告、通报后方可解除。"
    en = "Not told yet: {missing}. The urgency ends only when all of them have been."


class MeasureMissing(Refused):
    code = "MEASURE_MISSING"
    zh = "尚未登记采取的措施，不能解除（《信访工作条例》第二十五条）。"
    en = "No measure is on record yet, so the urgency cannot end (Article 25)."
