"""The requests of the commands, as they come over RPC. A field that is not here is refused.

Each schema's `load` gives what the domain's command of the same name is made of, and the case number.
"""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from petition_assignment.domain import acceptance, completion, extension, objection
from petition_assignment.domain.vocabulary import (
    AgreementForm,
    DeliveryMethod,
    InvestigationForm,
    Level,
    Mode,
    NoticeKind,
    Outcome,
)

CODE = validate.Length(min=1, max=100)
TEXT = validate.Length(max=4000)
DECLINE_CODES = (*acceptance.DECLINE_REASONS, *acceptance.REFUSED_REASONS)


def says(zh: str, en: str) -> dict[str, Any]:
    return {"zh": zh, "en": en}


class CaseCommand(Schema):
    """Every command names the case it is about."""

    case_no = fields.String(required=True, validate=CODE, metadata=says("信访件编号", "case number"))


class RouteCase(CaseCommand):
    """转办 (第二十二条). Without `unit` the catalogue chooses."""

    mode = fields.Enum(
        Mode,
        by_value=True,
        required=True,
        metadata=says("办理方式：transfer 转送、assign 交办、own 自办", "transfer, assign (result due) or own"),
    )
    unit = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("承办单位代码", "code of the handling unit"),
    )
    override_reason = fields.String(
        load_default=None,
        allow_none=True,
        validate=TEXT,
        metadata=says("不按责任目录转办的理由", "why the catalogue's choice is not followed"),
    )
    feedback_due_on = fields.Date(
        load_default=None, allow_none=True, metadata=says("交办反馈期限", "date by which an assigned case is fed back")
    )


class SignForCase(CaseCommand):
    """签收."""


class RaiseObjection(CaseCommand):
    """提出异议 (第二十三条): within 5 working days of receipt."""

    reason_code = fields.String(
        required=True,
        validate=validate.OneOf(list(objection.REASONS)),
        metadata=says("异议理由代码", "reason code"),
    )
    text = fields.String(required=True, validate=TEXT, metadata=says("详细理由", "the reason in full"))
    suggested_unit = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("建议的承办单位", "the unit that should handle it instead"),
    )


class DecideObjection(CaseCommand):
    """核实异议 (第二十三条): by the sender."""

    upheld = fields.Boolean(required=True, truthy={True}, falsy={False}, metadata=says("是否同意", "upheld or not"))
    text = fields.String(required=True, validate=TEXT, metadata=says("核实意见", "the reason of the decision"))


class AcceptCase(CaseCommand):
    """受理 (第二十三条、第三十一条)."""

    track = fields.Integer(
        required=True,
        strict=True,
        validate=validate.OneOf(list(acceptance.TRACKS)),
        metadata=says("办理程序，第三十一条第1至6项", "track 1 to 6 of Article 31"),
    )
    notice_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("受理告知书编号，姓名或住址不清的除外", "number of the notice; none for an anonymous petition"),
    )
    statute_due_on = fields.Date(
        load_default=None,
        allow_none=True,
        metadata=says("第1至5项所依法律规定的期限", "for tracks 1 to 5: the date their own statute sets"),
    )


class DeclineCase(CaseCommand):
    """不予受理 (第二十三条)."""

    reason_code = fields.String(
        required=True, validate=validate.OneOf(DECLINE_CODES), metadata=says("不予受理理由代码", "code of the reason")
    )
    text = fields.String(required=True, validate=TEXT, metadata=says("书面理由", "the reason as told in writing"))
    notice_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("不予受理告知书编号", "number of the notice; none for an anonymous petition"),
    )
    competent_unit = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says(
            "有权处理的单位代码；N5 时与 competent_body 填一项",
            "for N5: code of the unit with the power, or else competent_body",
        ),
    )
    competent_body = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says(
            "有权处理的机关、单位名称，单位名册中没有的", "for N5: the body with the power, where it is on no register"
        ),
    )


class SetResponsibility(CaseCommand):
    """落实责任: 牵头领导、责任站所、责任人员、办结时限, all four."""

    lead_leader = fields.String(required=True, validate=CODE, metadata=says("牵头领导", "leading officer (person id)"))
    station = fields.String(required=True, validate=CODE, metadata=says("责任站所", "station (unit code)"))
    person = fields.String(required=True, validate=CODE, metadata=says("责任人员", "responsible person (person id)"))
    due_on = fields.Date(required=True, metadata=says("办结时限", "promised date"))


class ExtendCase(CaseCommand):
    """延期 (第三十四条): once, at most 30 days, by the head of the handling unit, the petitioner told why."""

    days = fields.Integer(required=True, strict=True, metadata=says("延长日数，1至30", "1 to 30 days"))
    reason_code = fields.String(
        required=True,
        validate=validate.OneOf(list(extension.REASONS)),
        metadata=says("延期理由代码", "reason code"),
    )
    reason = fields.String(
        required=True, validate=TEXT, metadata=says("告知信访人的延期理由", "the reason as told to the petitioner")
    )
    notice_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("延期告知书编号", "number of the notice; none for an anonymous petition"),
    )


class RecordAgreement(CaseCommand):
    """登记调解、和解协议 (第三十三条): both parties consent, in writing."""

    form = fields.Enum(
        AgreementForm,
        by_value=True,
        required=True,
        metadata=says("调解协议书 mediation、和解协议书 reconciliation", "mediation or reconciliation"),
    )
    terms = fields.String(required=True, validate=TEXT, metadata=says("协议内容", "what was agreed"))
    agreed_on = fields.Date(required=True, metadata=says("协议日期", "day it was signed"))
    document_no = fields.String(required=True, validate=CODE, metadata=says("协议书编号", "number of the agreement"))
    petitioner_consents = fields.Boolean(
        required=True, truthy={True}, falsy={False}, metadata=says("信访人自愿", "the petitioner consents")
    )
    other_party_consents = fields.Boolean(
        required=True, truthy={True}, falsy={False}, metadata=says("对方当事人自愿", "the other party consents")
    )
    perform_by = fields.Date(
        load_default=None,
        allow_none=True,
        metadata=says("履行期限；当场履行的不填", "by when it is performed; none when performed at once"),
    )
    mediators = fields.List(
        fields.String(validate=CODE),
        load_default=list,
        validate=validate.Length(max=10),
        metadata=says(
            "主持调解的调解员（名录编号），和解不填",
            "ids of the listed mediators; none for a reconciliation",
        ),
    )


class RecordInvestigation(CaseCommand):
    """登记调查笔录、调查报告 (第三十一条第六项)."""

    form = fields.Enum(
        InvestigationForm,
        by_value=True,
        required=True,
        metadata=says("调查笔录 interview、调查报告 investigation_report", "interview or investigation_report"),
    )
    document_no = fields.String(required=True, validate=CODE, metadata=says("文书编号", "number of the document"))
    held_on = fields.Date(required=True, metadata=says("调查日期", "day of the interview or of the report"))
    investigators = fields.String(required=True, validate=CODE, metadata=says("调查人", "who investigated"))
    content = fields.String(required=True, validate=TEXT, metadata=says("笔录内容；调查情况", "what was said or found"))
    recorder = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("记录人，笔录必填", "for an interview: who wrote"),
    )
    place = fields.String(
        load_default=None, allow_none=True, validate=CODE, metadata=says("地点，笔录必填", "for an interview: where")
    )
    interviewed = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("被调查人，笔录必填；不出本服务", "for an interview: who was asked; stays in this service"),
    )
    conclusion = fields.String(
        load_default=None,
        allow_none=True,
        validate=TEXT,
        metadata=says("结论，报告必填", "for a report: the conclusion"),
    )


class IssueOpinion(CaseCommand):
    """信访处理意见书 (第三十二条): four parts, an outcome, approved by the head of the unit."""

    request = fields.String(required=True, validate=TEXT, metadata=says("投诉请求", "what is asked for"))
    facts_and_reasons = fields.String(required=True, validate=TEXT, metadata=says("事实和理由", "facts and reasons"))
    opinion = fields.String(required=True, validate=TEXT, metadata=says("处理意见", "the opinion"))
    legal_basis = fields.String(required=True, validate=TEXT, metadata=says("法律法规依据", "legal basis"))
    outcome = fields.Enum(
        Outcome,
        by_value=True,
        required=True,
        metadata=says("支持 support、解释说明 explain、不支持 not_support", "support, explain or not_support"),
    )
    approved_by = fields.String(
        required=True, validate=CODE, metadata=says("审批人（本单位负责人）", "approver, a head of the handling unit")
    )
    document_no = fields.String(
        load_default=None, allow_none=True, validate=CODE, metadata=says("处理意见书文号", "number of the opinion")
    )


class RecordDelivery(CaseCommand):
    """登记送达: the 30 days for a review begin on that day (第三十五条)."""

    method = fields.Enum(DeliveryMethod, by_value=True, required=True, metadata=says("送达方式", "way of delivery"))
    delivered_on = fields.Date(required=True, metadata=says("送达日期", "day on which it was received"))
    receipt_no = fields.String(required=True, validate=CODE, metadata=says("送达回执编号", "number of the receipt"))


class RecordNoticeDelivery(CaseCommand):
    """登记告知书送达 (第二十三条、第三十四条): the petitioner has the notice in hand."""

    notice = fields.Enum(
        NoticeKind,
        by_value=True,
        required=True,
        metadata=says(
            "告知书：受理 acceptance、不予（不再）受理 decline、延期 extension", "acceptance, decline or extension"
        ),
    )
    method = fields.Enum(DeliveryMethod, by_value=True, required=True, metadata=says("送达方式", "way of delivery"))
    delivered_on = fields.Date(required=True, metadata=says("送达日期", "day on which it was received"))
    receipt_no = fields.String(required=True, validate=CODE, metadata=says("送达回执编号", "number of the receipt"))


class CompleteCase(CaseCommand):
    """报办结."""

    level = fields.Enum(Level, by_value=True, required=True, metadata=says("化解层级", "where it was settled"))
    report_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("办结报告编号，交办事项必填", "number of the completion report; needed for an assigned case"),
    )
    report = fields.String(
        load_default=None,
        allow_none=True,
        validate=TEXT,
        metadata=says("办结报告正文；处理意见、送达等由系统写明", "what it says beside opinion and delivery"),
    )
    in_grid = fields.Boolean(
        load_default=False,
        metadata=says("在网格化解，层级填 village", "settled in a small grid; the level is village"),
    )


class ConfirmCase(CaseCommand):
    """审核认定办结."""


class ReturnCase(CaseCommand):
    """退回重办."""

    reason_code = fields.String(
        required=True,
        validate=validate.OneOf(list(completion.RETURN_REASONS)),
        metadata=says("退回理由代码", "code of the reason"),
    )
    text = fields.String(required=True, validate=TEXT, metadata=says("退回意见", "what must be done again and why"))
    due_on = fields.Date(required=True, metadata=says("重新办结的期限", "date by which it must be finished again"))
