"""Every way a command on an inspection or on the appointment of an inspector is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class InspectionDaysReversed(Refused):
    code = "INSPECTION_DAYS_REVERSED"
    zh = "督查结束日期 {last_day} 早于开始日期 {first_day}。"
    en = "The last day of the inspection, {last_day}, is before the first, {first_day}."


class InspectionInHindsight(Refused):
    code = "INSPECTION_IN_HINDSIGHT"
    zh = "专项督查应当事先部署，结束日期不能早于今天（{today}）。"
    en = "An inspection is planned ahead: its last day cannot be before today ({today})."


class NotAnInspector(Refused):
    code = "NOT_AN_INSPECTOR"
    zh = "{person} 在 {day} 不是任期内的信访督查专员（《信访工作条例》第十六条），不能开展督查。"
    en = "{person} holds no appointment as inspector on {day} (Article 16) and cannot inspect."


class InspectorOfInspectedUnit(Refused):
    code = "INSPECTOR_OF_INSPECTED_UNIT"
    zh = "{person} 是被督查单位 {unit} 的人员，应当回避（《信访工作条例》第二十八条第三款）。"
    en = "{person} belongs to the inspected unit {unit} and stands aside (Article 28)."


class NotOfThisInspection(Refused):
    code = "NOT_OF_THIS_INSPECTION"
    zh = "{person} 不是本次督查的督查专员。"
    en = "{person} is not one of the inspectors of this inspection."


class UnitNotInspected(Refused):
    code = "UNIT_NOT_INSPECTED"
    zh = "{unit} 不在本次督查范围内。"
    en = "{unit} is not within the scope of this inspection."


class InspectedOutsidePlan(Refused):
    code = "INSPECTED_OUTSIDE_PLAN"
    zh = "督查日期 {given} 应当在 {first_day} 至 {last_day} 之间，且不晚于今天。"
    en = "The day {given} is not between {first_day} and {last_day}, or not yet over."


class InspectionClosed(Refused):
    code = "INSPECTION_CLOSED"
    zh = "本次督查已经结束。"
    en = "This inspection has been concluded."


class NothingInspectedThere(Refused):
    code = "NOTHING_INSPECTED_THERE"
    zh = "尚未对 {unit} 开展督查，不能反馈问题。"
    en = "No act of inspection at {unit} is on record, so nothing was found there."


class RectificationNotAhead(Refused):
    code = "RECTIFICATION_NOT_AHEAD"
    zh = "整改时限 {due_on} 必须晚于今天（{today}）。"
    en = "The day by which it is put right, {due_on}, must be later than today ({today})."


class FindingUnknown(Refused):
    code = "FINDING_UNKNOWN"
    zh = "本次督查没有第 {number} 个问题。"
    en = "This inspection has no finding number {number}."


class FindingOfAnotherUnit(Refused):
    code = "FINDING_OF_ANOTHER_UNIT"
    zh = "第 {number} 个问题由 {unit} 整改，本单位不能答复。"
    en = "Finding {number} is put right by {unit}; your unit cannot answer it."


class FindingNotWaiting(Refused):
    code = "FINDING_NOT_WAITING"
    zh = "第 {number} 个问题已经答复，不重复答复。"
    en = "Finding {number} has been answered already."


class RectificationNotAnswered(Refused):
    code = "RECTIFICATION_NOT_ANSWERED"
    zh = "第 {number} 个问题没有待核查的整改答复。"
    en = "There is no answer on finding {number} to be checked."


class NewDayNeeded(Refused):
    code = "NEW_DAY_NEEDED"
    zh = "整改不到位的，应当写明新的整改时限；整改到位的不写。"
    en = "What was not put right gets a new day; what was put right gets none."


class NothingImportantToReport(Refused):
    code = "NOTHING_IMPORTANT_TO_REPORT"
    zh = "没有尚未报告的重要问题。"
    en = "There is no important finding that has not been reported."


class ReportedInTheFuture(Refused):
    code = "REPORTED_IN_THE_FUTURE"
    zh = "报告日期 {given} 应当不早于督查开始日期，且不晚于今天。"
    en = "The day of the report, {given}, is before the inspection began or after today."


class NothingInspected(Refused):
    code = "NOTHING_INSPECTED"
    zh = "以下单位尚未开展督查：{units}。"
    en = "No act of inspection is on record at: {units}."


class FindingsStanding(Refused):
    code = "FINDINGS_STANDING"
    zh = "还有 {count} 个问题没有整改到位，不能结束督查。"
    en = "{count} findings have not been put right; the inspection goes on."


class ImportantNotReported(Refused):
    code = "IMPORTANT_NOT_REPORTED"
    zh = "重要问题尚未向本级党委和政府报告（《信访工作条例》第三十八条），不能结束督查。"
    en = "Important findings were not reported to the Party committee and the government (Article 38)."


class InspectorRoleMissing(Refused):
    code = "INSPECTOR_ROLE_MISSING"
    zh = "{person} 在名册中没有信访督查专员的岗位。"
    en = "The register does not give {person} the office of inspector."


class TermReversed(Refused):
    code = "TERM_REVERSED"
    zh = "任期截止日期 {last_day} 早于开始日期 {first_day}。"
    en = "The term ends on {last_day}, before it begins on {first_day}."


class TermsOverlap(Refused):
    code = "TERMS_OVERLAP"
    zh = "{person} 在 {first_day} 至 {last_day} 已有任期。"
    en = "{person} holds a term from {first_day} to {last_day} already."


class NoTermToEnd(Refused):
    code = "NO_TERM_TO_END"
    zh = "{person} 在 {day} 不在任期内，无从免去。"
    en = "{person} holds no term on {day} that could be ended."
