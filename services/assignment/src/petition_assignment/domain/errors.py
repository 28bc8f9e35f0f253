"""Every way this service says no: one class a code, one sentence in Chinese and in English.

The codes are part of the contract with the agencies' systems and never change their meaning.
"""

from __future__ import annotations

from typing import ClassVar


class Refused(Exception):
    """A request that is not carried out; nothing was written. `field` names the part of the request at fault."""

    code: ClassVar[str]
    zh: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, field: str | None = None, **values: object) -> None:
        self.field = field
        self.values = values
        super().__init__(f"{self.code}: {self.en.format(field=field, **values)}")


class IllegalTransition(Refused):
    code = "ILLEGAL_TRANSITION"
    zh = "案件现为“{state_zh}”，不能办理“{step_zh}”。"
    en = "The case is {state}; {step} is not possible now."


class ExactRepeat(IllegalTransition):
    code = "ALREADY_DONE"
    zh = "“{step_zh}”已按同样内容办过（案件现为“{state_zh}”），未重复办理。"
    en = "{step} was already done with the same content (the case is {state}); it was not done again."


class SomeoneElsesCase(Refused):
    code = "NOT_YOUR_CASE"
    zh = "这是其他单位的案件，本单位（{unit}）不能办理或查看。"
    en = "This is someone else's case: {unit} may not act on it or read it."


class FirstOrRepeatUndecided(Refused):
    code = "FIRST_OR_REPEAT_UNDECIDED"
    zh = "尚未认定是初次还是重复信访，不能转办；请先由人工认定。"
    en = "Nobody has decided yet whether this is a first or a repeated petition; it cannot be routed before that."


class NoRoutingRule(Refused):
    code = "NO_ROUTING_RULE"
    zh = "责任目录中没有适用于内容分类 {category}、属地 {place} 的规则，请指定承办单位并说明理由。"
    en = "No catalogue rule covers category {category} in place {place}; name the unit and give the reason."


class UnitUnknown(Refused):
    code = "UNIT_UNKNOWN"
    zh = "单位名册中没有 {unit}。"
    en = "There is no unit {unit} on the register."


class UnitCannotHandle(Refused):
    code = "UNIT_CANNOT_HANDLE"
    zh = "单位 {unit} 不承办信访事项。"
    en = "Unit {unit} does not handle petitions."


class OverrideReasonRequired(Refused):
    code = "OVERRIDE_REASON_REQUIRED"
    zh = "责任目录指向 {suggested}，改交 {unit} 必须说明理由。"
    en = "The catalogue points to {suggested}; sending the case to {unit} instead needs a reason."


class ModeUnitMismatch(Refused):
    code = "MODE_UNIT_MISMATCH"
    zh = "办理方式与承办单位不符：本单位自办用 own，交其他单位用 transfer 或 assign（承办单位 {unit}）。"
    en = "The mode does not fit the unit {unit}: `own` keeps a case, `transfer` and `assign` send it to another unit."


class FeedbackDateRequired(Refused):
    code = "FEEDBACK_DATE_REQUIRED"
    zh = "交办须指定反馈结果的办理期限（《信访工作条例》第二十二条第一款第三项）。"
    en = "An assignment must set the date by which the result is fed back (Article 22)."


class FeedbackDateNotAllowed(Refused):
    code = "FEEDBACK_DATE_NOT_ALLOWED"
    zh = "只有交办才指定反馈期限；转送和自办不要填写。"
    en = "Only an assignment sets a feedback date; leave it out of a transfer or a case you keep."


class DateNotAfterToday(Refused):
    code = "DATE_NOT_AFTER_TODAY"
    zh = "期限 {date} 应晚于今天（{today}）。"
    en = "The date {date} must be later than today ({today})."


class ObjectionWindowClosed(Refused):
    code = "OBJECTION_WINDOW_CLOSED"
    zh = "异议应自收到之日起5个工作日内提出（《信访工作条例》第二十三条），期限已过或已提出过。"
    en = "An objection must come within 5 working days of receipt (Article 23); the time is over or was used."


class NothingToObjectTo(Refused):
    code = "NOT_A_TRANSFER"
    zh = "本事项由本单位直接收到，没有转送、交办单位，不能提出异议。"
    en = "Your unit received this petition itself; nobody transferred it, so there is nothing to object to."


class TextRequired(Refused):
    code = "TEXT_REQUIRED"
    zh = "{field} 必须写明，不能空白。"
    en = "{field} must be written out; it may not be blank."


class DeclineReasonNotAllowed(Refused):
    code = "DECLINE_REASON_NOT_ALLOWED"
    zh = "承办单位不能以 {reason} 不予受理：{why_zh}"
    en = "The handling unit may not decline for {reason}: {why_en}"


class NoticeNumberRequired(Refused):
    code = "NOTICE_NUMBER_REQUIRED"
    zh = "必须书面告知信访人，请填写告知书编号（{field}）。"
    en = "The petitioner must be told in writing; give the number of the notice ({field})."


class StatuteDateNotAllowed(Refused):
    code = "STATUTE_DATE_NOT_ALLOWED"
    zh = "信访程序（第六项）的期限由《信访工作条例》第三十四条规定，不另填法定期限。"
    en = "Track 6 has the limit of Article 34; a date from another statute belongs to tracks 1 to 5 only."


class PersonUnknown(Refused):
    code = "PERSON_UNKNOWN"
    zh = "人员名册中没有 {person}。"
    en = "There is no person {person} on the register."


class PersonNotOfUnit(Refused):
    code = "PERSON_NOT_OF_UNIT"
    zh = "{person} 不是 {unit} 的人员。"
    en = "{person} does not belong to {unit}."


class LeaderOfficeRequired(Refused):
    code = "LEADER_OFFICE_REQUIRED"
    zh = "牵头领导应为本单位负责人、乡镇领导或县级领导，{person} 不是。"
    en = "The leading officer must be a head of the unit, a township leader or a county leader; {person} is none."


class StationNotOfUnit(Refused):
    code = "STATION_NOT_OF_UNIT"
    zh = "责任站所 {station} 既不是承办单位 {unit}，也不隶属于它或服务于其辖区。"
    en = "Station {station} is neither the handling unit {unit} nor under it nor serving its township."


class DueAfterLimit(Refused):
    code = "DUE_AFTER_LIMIT"
    zh = "办结时限 {date} 晚于法定办理期限 {limit}。"
    en = "The promised date {date} is later than the legal limit {limit}."


class NoLimitToExtend(Refused):
    code = "NO_LIMIT_TO_EXTEND"
    zh = "本案没有正在计算的60日办理期限（《信访工作条例》第三十四条），无从延期。"
    en = "No 60-day limit (Article 34) is running for this case, so there is nothing to extend."


class ExtensionAlreadyUsed(Refused):
    code = "EXTENSION_ALREADY_USED"
    zh = "办理期限只能延长一次，本案已延长 {days} 日。"
    en = "The limit may be extended once; it was already extended by {days} days."


class ExtensionAppliedFor(Refused):
    code = "EXTENSION_APPLIED_FOR"
    zh = "{person} 已提交延期办理申请，待单位负责人决定。"
    en = "{person} applied for an extension already; the head of the unit has to decide."


class NoExtensionAppliedFor(Refused):
    code = "NO_EXTENSION_APPLIED_FOR"
    zh = "没有待决定的延期办理申请。"
    en = "No application for an extension waits to be decided."


class ExtensionTooLong(Refused):
    code = "EXTENSION_TOO_LONG"
    zh = "延长期限为1至30日（《信访工作条例》第三十四条），不能延长 {days} 日。"
    en = "An extension is 1 to 30 days (Article 34); {days} days are not possible."


class ExtensionTooLate(Refused):
    code = "EXTENSION_TOO_LATE"
    zh = "办理期限已于 {due} 届满，届满后不能延期。"
    en = "The limit ran out on {due}; it cannot be extended afterwards."


class ExtensionNotByHead(Refused):
    code = "EXTENSION_NOT_BY_HEAD"
    zh = "延期须经承办单位负责人批准（《信访工作条例》第三十四条），{person} 不是本单位负责人。"
    en = "Only the head of the handling unit grants an extension (Article 34); {person} is not."


class ApproverNotHead(Refused):
    code = "APPROVER_NOT_HEAD"
    zh = "处理意见应由承办单位负责人审批，{person} 不是 {unit} 的负责人。"
    en = "The opinion is approved by the head of the handling unit; {person} is not a head of {unit}."


class NobodyToDeliverTo(Refused):
    code = "NOBODY_TO_DELIVER_TO"
    zh = "信访人姓名（名称）、住址不清，无法送达；可直接报办结。"
    en = "The petitioner's name or address is unknown, so nothing can be delivered; report the case finished instead."


class DeliveryDateImpossible(Refused):
    code = "DELIVERY_DATE_IMPOSSIBLE"
    zh = "送达日期 {date} 应在处理意见作出之日（{earliest}）至今天（{latest}）之间。"
    en = "The delivery date {date} must lie between the day of the opinion ({earliest}) and today ({latest})."


class ReportNumberRequired(Refused):
    code = "REPORT_NUMBER_REQUIRED"
    zh = "交办事项须提交办结报告（《信访工作条例》第二十二条第一款第三项），请填写编号。"
    en = "An assigned case needs a completion report (Article 22); give its number."


class OwnWorkNotConfirmed(Refused):
    code = "OWN_WORK_NOT_CONFIRMED"
    zh = "{person} 报的办结，不能由本人审核认定。"
    en = "{person} reported this case finished and so may not confirm it."


class RegisterNotLoaded(Refused):
    code = "REGISTER_NOT_LOADED"
    zh = "县域名册尚未装载，请先执行 load-register。"
    en = "The county register has not been loaded yet; run load-register first."


class PlaceUnknown(Refused):
    code = "PLACE_UNKNOWN"
    zh = "地域名册中没有 {place}。"
    en = "There is no place {place} on the register."


class CategoryUnknown(Refused):
    code = "CATEGORY_UNKNOWN"
    zh = "内容分类表中没有 {category}。"
    en = "There is no category {category} in the table."
