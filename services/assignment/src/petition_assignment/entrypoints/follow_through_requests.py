"""What a request around the answer must say: suggestions, referral, papers of the handling, what becomes of it."""

from __future__ import annotations

from marshmallow import fields, validate

from petition_assignment.domain.follow_through import CARE
from petition_assignment.domain.handling_hearing import HEARING_GROUNDS
from petition_assignment.domain.handling_papers import BODIES, HANDLING_PAPERS
from petition_assignment.domain.suggestion import SUGGESTION_OUTCOMES
from petition_assignment.entrypoints.commands import CODE, TEXT, CaseCommand, says


class AnswerSuggestion(CaseCommand):
    """答复建议意见 (第二十九条)."""

    outcome = fields.String(
        required=True,
        validate=validate.OneOf(list(SUGGESTION_OUTCOMES)),
        metadata=says("采纳、部分采纳、留作参考、未采纳", "what became of the suggestion"),
    )
    reply = fields.String(required=True, validate=TEXT, metadata=says("答复内容", "the reply in full"))
    approved_by = fields.String(required=True, validate=CODE, metadata=says("审批人（本单位负责人）", "approving head"))
    document_no = fields.String(
        load_default=None, allow_none=True, validate=CODE, metadata=says("答复文号", "number of the reply")
    )


class ReferCase(CaseCommand):
    """移送法定途径 (第二十八条第二款)."""

    referred_to = fields.String(
        required=True, validate=validate.OneOf(list(BODIES)), metadata=says("移送对象", "to which body")
    )
    document_no = fields.String(required=True, validate=CODE, metadata=says("移送文号", "number of the document"))
    text = fields.String(required=True, validate=TEXT, metadata=says("移送理由", "why it belongs there"))


class CallHandlingHearing(CaseCommand):
    """发出听证通知书 (第三十一条第六项)."""

    ground = fields.String(
        required=True,
        validate=validate.OneOf(list(HEARING_GROUNDS)),
        metadata=says("听证事由：重大、复杂、疑难", "major, complex or difficult"),
    )
    notice_no = fields.String(required=True, validate=CODE, metadata=says("听证通知书文号", "number of the notice"))
    hearing_on = fields.Date(required=True, metadata=says("听证日期", "the day of the hearing"))
    place = fields.String(required=True, validate=TEXT, metadata=says("听证地点", "where it is held"))
    participants = fields.String(required=True, validate=TEXT, metadata=says("参加人员", "who is asked to come"))


class RecordHandlingPaper(CaseCommand):
    """登记调查笔录、调查报告、听证、调解笔录 (第三十一条第六项)."""

    paper = fields.String(
        required=True, validate=validate.OneOf(list(HANDLING_PAPERS)), metadata=says("文书种类", "kind of paper")
    )
    document_no = fields.String(required=True, validate=CODE, metadata=says("文书编号", "number of the paper"))
    held_on = fields.Date(required=True, metadata=says("日期", "the day it is about"))
    content = fields.String(required=True, validate=TEXT, metadata=says("内容", "its content"))
    hearing_ground = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.OneOf(list(HEARING_GROUNDS)),
        metadata=says("听证事由：重大、复杂、疑难", "for a hearing: major, complex or difficult"),
    )
    mediators = fields.List(
        fields.String(validate=CODE),
        load_default=list,
        validate=validate.Length(max=10),
        metadata=says(
            "主持调解的调解员（名录编号），听证不填",
            "for a mediation: ids of the listed mediators who led it",
        ),
    )


class RecordPerformance(CaseCommand):
    """登记协议履行情况 (第三十三条)."""

    document_no = fields.String(required=True, validate=CODE, metadata=says("协议书编号", "number of the agreement"))
    performed = fields.Boolean(required=True, truthy={True}, falsy={False}, metadata=says("是否履行", "performed"))
    checked_on = fields.Date(required=True, metadata=says("核查日期", "the day it was found"))
    text = fields.String(required=True, validate=TEXT, metadata=says("核查情况", "what was found"))


class RecordExecution(CaseCommand):
    """登记意见执行情况 (第三十二条)."""

    carried_out = fields.Boolean(
        required=True, truthy={True}, falsy={False}, metadata=says("是否执行到位", "carried out or not")
    )
    checked_on = fields.Date(required=True, metadata=says("核查日期", "the day it was found"))
    text = fields.String(required=True, validate=TEXT, metadata=says("核查情况", "what was found"))


class RecordCare(CaseCommand):
    """登记救助帮扶 (第三十七条)."""

    care = fields.String(
        required=True, validate=validate.OneOf(list(CARE)), metadata=says("救助帮扶种类", "kind of help or care")
    )
    given_on = fields.Date(required=True, metadata=says("日期", "the day it was given"))
    text = fields.String(required=True, validate=TEXT, metadata=says("情况", "what was done"))
