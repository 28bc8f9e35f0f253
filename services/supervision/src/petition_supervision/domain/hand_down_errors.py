"""How supervision says no about what comes after a report to the issuer."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class NotReportedYet(Refused):
    code = "NOT_REPORTED_YET"
    zh = "本件尚未上报办结报告，没有可登记的审核结果，也无从重新办理。"
    en = "No report is with the issuer, so there is no verdict to record and nothing to reopen."


class VerdictOnRecord(Refused):
    code = "VERDICT_ON_RECORD"
    zh = "该报告的审核结果已登记，不能重复登记。"
    en = "The verdict on this report is on record; it is not recorded twice."


class NewDueDateRequired(Refused):
    code = "NEW_DUE_DATE_REQUIRED"
    zh = "退回的须写明新的反馈期限和理由。"
    en = "A matter that was sent back needs a new day for the report and the reason."


class NotForConfirmed(Refused):
    code = "NOT_FOR_CONFIRMED"
    zh = "审核认定办结的，没有新的反馈期限。"
    en = "A confirmed matter has no new day for a report."


class VerdictBeforeReport(Refused):
    code = "VERDICT_BEFORE_REPORT"
    zh = "审核日期应在上报之后、今天以前（含当日）。"
    en = "The verdict lies between the day of the report and today."


class IssuedAfterListing(Refused):
    code = "ISSUED_AFTER_LISTING"
    zh = "交办日期不能晚于列入台账之日。"
    en = "The matter cannot have been handed down later than it was listed."
