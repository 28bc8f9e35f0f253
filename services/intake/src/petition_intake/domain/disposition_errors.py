"""Every way a disposition is refused. None of them keeps a petition from being registered."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class GroundNotHere(Refused):
    code = "GROUND_NOT_HERE"
    zh = "不能以 {ground} 处置：{why_zh}。"
    en = "{ground} cannot be used here: {why_en}."


class DispositionFieldMissing(Refused):
    code = "DISPOSITION_FIELD_MISPLACED"
    zh = "以 {ground} 处置，“{field}”该填的未填，或者不该填而填写。"
    en = "A disposition on ground {ground} lacks {field}, or states it where it does not belong."


class OneDestination(Refused):
    code = "ONE_DESTINATION_REQUIRED"
    zh = "以 {ground} 处置，须写明去向：名册内单位填“unit”，名册外机关或者渠道填“body”，二者填一。"
    en = "Ground {ground} needs one destination: a unit of the register in unit, any other body or channel in body."


class VisitAboveLevelOnly(Refused):
    """第二十条: letters, calls and web filings go to whom the petitioner likes."""

    code = "VISIT_ABOVE_LEVEL_ONLY"
    zh = "引导单只用于越级走访（《信访工作条例》第二十条）；本件不是走访，或者未越级。"
    en = "Only a visit above the allowed level is guided elsewhere (Article 20); this is no visit, or skips no level."


class SuperiorOnly(Refused):
    code = "SUPERIOR_ONLY"
    zh = "第十九条第三款只适用于上级机关、单位，承办单位不得据此对自己的信访人不予受理。"
    en = "Article 19 speaks of the superior body; a handling unit may not use it against its own petitioner."


class HandledByOneself(Refused):
    code = "HANDLED_BY_ONESELF"
    zh = "信访事项 {case_no} 正由本单位办理，不能据此不予受理。"
    en = "Your own unit has petition {case_no} in hand; it may not decline another filing for that."


class LiveCaseClosed(Refused):
    code = "LIVE_CASE_CLOSED"
    zh = "信访事项 {case_no} 已经办结，不是正在办理，不适用第十九条第三款。"
    en = "Petition {case_no} is closed, not in hand; Article 19 does not apply."


class RefersToUnknown(Refused):
    code = "REFERS_TO_UNKNOWN"
    zh = "查无所引信访事项：{case_no}。"
    en = "There is no petition {case_no} to refer to."


class RefersToItself(Refused):
    code = "REFERS_TO_ITSELF"
    zh = "不能以本件自身为依据。"
    en = "A petition is no ground for its own disposition."


class NotARepeatOfIt(Refused):
    code = "NOT_A_REPEAT_OF_IT"
    zh = "本件未经认定为信访事项 {case_no} 的重复信访，不能并入该件办理。"
    en = "This petition was not decided to repeat {case_no}, so it is not joined to it."


class JoinedCaseClosed(Refused):
    code = "JOINED_CASE_CLOSED"
    zh = "信访事项 {case_no} 已经办结，不能再并入。"
    en = "Petition {case_no} is closed; nothing is joined to it any more."


class NotFinalYet(Refused):
    code = "NOT_FINAL_YET"
    zh = "信访事项 {case_no} 尚未终结，不适用不再受理（《信访工作条例》第三十六条第三款）。"
    en = "Petition {case_no} is not final; Article 36 does not apply."


class NewFactsReopen(Refused):
    code = "NEW_FACTS_REOPEN"
    zh = "有新的事实或者理由的，不适用不再受理；请转送、交办，或者重新启动信访事项 {case_no}。"
    en = "New facts or reasons are taken up: send the petition on, or have {case_no} reopened."


class NoDisposition(Refused):
    code = "NO_DISPOSITION"
    zh = "该信访事项没有生效的处置决定可以撤销。"
    en = "There is no disposition in force to be withdrawn."


class NotPassedOn(Refused):
    code = "NOT_PASSED_ON"
    zh = "该信访事项没有移送其他机关，无移送回执可登记。"
    en = "The petition was not passed on to another body, so there is no receipt to record."


class ReceiptOnRecord(Refused):
    code = "RECEIPT_ON_RECORD"
    zh = "移送回执（{receipt_no}）已经登记。"
    en = "The receipt {receipt_no} is on record."


class ReceiptDay(Refused):
    code = "RECEIPT_DAY"
    zh = "回执日期应当在移送之日（{first}）至今天（{last}）之间。"
    en = "The receipt's day lies between the passing on, {first}, and today, {last}."
