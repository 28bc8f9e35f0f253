"""What a request about a matter for the leadership must say (《信访工作条例》第二十二条第一款第一项)."""

from __future__ import annotations

from marshmallow import fields, validate

from petition_assignment.domain.leadership_decision import REPORT_GROUNDS
from petition_assignment.entrypoints.commands import CODE, TEXT, CaseCommand, says


class ReportForDecision(CaseCommand):
    """报请决定 (第二十二条第一款第一项): before the case is routed, with a proposal in writing."""

    ground = fields.String(
        required=True,
        validate=validate.OneOf(list(REPORT_GROUNDS)),
        metadata=says("情况重大 major、情况紧急 urgent", "major or urgent"),
    )
    unit = fields.String(required=True, validate=CODE, metadata=says("建议承办单位代码", "code of the unit proposed"))
    proposal = fields.String(required=True, validate=TEXT, metadata=says("建议", "what is proposed, and why"))
    document_no = fields.String(required=True, validate=CODE, metadata=says("请示文号", "number of the report"))


class DecideReportedCase(CaseCommand):
    """批示报请事项: the unit that handles the case, and the day by which it reports back."""

    unit = fields.String(required=True, validate=CODE, metadata=says("承办单位代码", "code of the unit"))
    instruction = fields.String(required=True, validate=TEXT, metadata=says("批示内容", "the instruction in full"))
    document_no = fields.String(required=True, validate=CODE, metadata=says("批示文号", "number of the decision"))
    feedback_due_on = fields.Date(required=True, metadata=says("要求反馈结果的日期", "date by which the result is due"))


class WithdrawReportForDecision(CaseCommand):
    """撤回报请: the bureau routes the case by itself; K1 runs again from the day of receipt."""

    reason = fields.String(required=True, validate=TEXT, metadata=says("撤回理由", "why it is taken back"))
