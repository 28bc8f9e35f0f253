"""Every way the transfer of an accusation is refused; told to nobody but the named people who may open it."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class BodyIsAccused(Refused):
    """第三十条第三款: nothing of it goes to the accused person or unit."""

    code = "BODY_IS_ACCUSED"
    zh = "不得将检举控告材料移送被反映的单位（《信访工作条例》第三十条）。"
    en = "An accusation is not passed on to the unit it accuses (Article 30)."


class InformedTooFew(Refused):
    code = "INFORMED_TOO_FEW"
    zh = "应当按照干部管理权限向组织（人事）部门通报，重大情况并报党委主要负责人和组织部门负责人；尚缺：{missing}。"
    en = "The organisation department is informed, in major matters the Party secretary and its head; left: {missing}."


class PassedOnBeforeReceipt(Refused):
    code = "PASSED_ON_BEFORE_RECEIPT"
    zh = "移送日期 {given} 早于收到日期 {received}。"
    en = "It was passed on on {given}, before it was received on {received}."


class AlreadyPassedOn(Refused):
    code = "ALREADY_PASSED_ON"
    zh = "该件已移送，不重复移送。"
    en = "It was passed on already."
