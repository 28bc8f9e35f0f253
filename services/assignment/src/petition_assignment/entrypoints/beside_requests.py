"""What a request beside the main path of a case must say (《信访工作条例》第二十四条、第二十八条第三款)."""

from __future__ import annotations

from marshmallow import fields, validate

from petition_assignment.domain.competence import POSITIONS
from petition_assignment.domain.extension import REASONS
from petition_assignment.entrypoints.commands import CODE, TEXT, CaseCommand, says


class InviteCoHandler(CaseCommand):
    """邀请共同承办 (第二十四条): the further unit answers its part by its own date."""

    unit = fields.String(required=True, validate=CODE, metadata=says("共同承办单位代码", "code of the further unit"))
    task = fields.String(required=True, validate=TEXT, metadata=says("承办事项", "the part it has to answer"))
    due_on = fields.Date(required=True, metadata=says("答复期限", "date by which it answers"))


class ApplyForExtension(CaseCommand):
    """延期办理申请 (第三十四条): to the head of the unit, before the limit ends."""

    days = fields.Integer(required=True, strict=True, metadata=says("申请延长日数，1至30", "1 to 30 days"))
    reason_code = fields.String(
        required=True, validate=validate.OneOf(list(REASONS)), metadata=says("延期理由代码", "reason code")
    )
    reason = fields.String(required=True, validate=TEXT, metadata=says("延期理由", "why more time is needed"))


class DeclineExtension(CaseCommand):
    """不予延期 (第三十四条): by the head of the unit; the limit stays."""

    reason = fields.String(required=True, validate=TEXT, metadata=says("不予延期的理由", "why it is not extended"))


class InviteParticipant(CaseCommand):
    """邀请“两所一庭”等参与."""

    unit = fields.String(required=True, validate=CODE, metadata=says("参与单位代码", "code of the unit"))
    capacity = fields.String(required=True, validate=CODE, metadata=says("参与身份", "in which capacity it takes part"))
    invited_for = fields.Date(required=True, metadata=says("参与日期", "the day it is invited for"))


class AnswerPart(CaseCommand):
    """答复共办事项 (第二十四条)."""

    answer = fields.String(required=True, validate=TEXT, metadata=says("答复内容", "the answer in full"))


class WithdrawPart(CaseCommand):
    """撤回共办事项 (第二十四条)."""

    unit = fields.String(required=True, validate=CODE, metadata=says("共同承办单位代码", "code of the further unit"))
    text = fields.String(required=True, validate=TEXT, metadata=says("撤回理由", "why its part is taken back"))


class RaiseCompetenceDispute(CaseCommand):
    """提出管辖争议 (第二十四条)."""

    other_unit = fields.String(required=True, validate=CODE, metadata=says("争议的另一单位", "the other unit"))
    position = fields.String(
        required=True,
        validate=validate.OneOf(list(POSITIONS)),
        metadata=says("都主张 both_claim、都不认 both_deny", "both_claim or both_deny"),
    )
    text = fields.String(required=True, validate=TEXT, metadata=says("争议理由", "the reasons of both"))


class DecideCompetenceDispute(CaseCommand):
    """决定管辖争议 (第二十四条): the common superior, else the joint meeting."""

    unit = fields.String(
        required=True, validate=CODE, metadata=says("决定由其承办的单位", "the unit that has the case")
    )
    text = fields.String(required=True, validate=TEXT, metadata=says("决定理由", "the reasons of the decision"))
    meeting_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says(
            "联席会议编号，没有共同上级时必填", "number of the joint meeting, where there is no common superior"
        ),
    )


class DeclareRecusal(CaseCommand):
    """提出回避 (第二十八条第三款)."""

    person = fields.String(required=True, validate=CODE, metadata=says("应回避人员", "the officer (person id)"))
    text = fields.String(required=True, validate=TEXT, metadata=says("回避理由", "the direct interest"))


class DecideRecusal(CaseCommand):
    """决定回避 (第二十八条第三款)."""

    person = fields.String(required=True, validate=CODE, metadata=says("提出回避的人员", "the officer (person id)"))
    granted = fields.Boolean(required=True, truthy={True}, falsy={False}, metadata=says("是否回避", "recused or not"))
    text = fields.String(required=True, validate=TEXT, metadata=says("决定理由", "the reason of the decision"))
