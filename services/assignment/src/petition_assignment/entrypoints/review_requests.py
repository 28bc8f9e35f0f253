"""The requests of the commands on reviews, as they come over RPC. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import fields, validate

from petition_assignment.domain import review
from petition_assignment.domain.vocabulary import DeliveryMethod, Outcome, ReviewOutcome
from petition_assignment.entrypoints.commands import CODE, TEXT, CaseCommand, says


class AcceptReview(CaseCommand):
    """受理复查、复核请求 (第三十五条、第三十六条): by the level above, told in writing."""

    notice_no = fields.String(
        required=True, validate=CODE, metadata=says("受理告知书编号", "number of the written notice")
    )


class DeclineReview(CaseCommand):
    """不予受理复查、复核请求: by a head or leader, by name; lateness alone does not make the matter final."""

    reason_code = fields.String(
        required=True,
        validate=validate.OneOf(list(review.DECLINE_REASONS)),
        metadata=says("不予受理理由代码", "code of the reason"),
    )
    text = fields.String(required=True, validate=TEXT, metadata=says("书面理由", "the reason as told in writing"))
    notice_no = fields.String(
        required=True, validate=CODE, metadata=says("不予受理告知书编号", "number of the written notice")
    )


class CallReviewHearing(CaseCommand):
    """发出复查、复核听证通知书 (第三十五条、第三十六条): in writing, for a day to come, before the hearing opens."""

    notice_no = fields.String(required=True, validate=CODE, metadata=says("听证通知书文号", "number of the notice"))
    hearing_on = fields.Date(required=True, metadata=says("听证日期", "the day of the hearing"))
    place = fields.String(required=True, validate=TEXT, metadata=says("听证地点", "where it is held"))
    participants = fields.String(required=True, validate=TEXT, metadata=says("参加人员", "who is asked to come"))


class OpenHearing(CaseCommand):
    """开始听证 (第三十六条), on a day it was called for: its time is not counted in a re-review."""


class CloseHearing(CaseCommand):
    """结束听证 (第三十六条): the clock runs again."""

    record_no = fields.String(required=True, validate=CODE, metadata=says("听证笔录编号", "number of the record"))
    summary = fields.String(required=True, validate=TEXT, metadata=says("听证情况", "what came of the hearing"))


class DecideReview(CaseCommand):
    """作出复查、复核意见 (第三十五条、第三十六条)."""

    outcome = fields.Enum(
        ReviewOutcome,
        by_value=True,
        required=True,
        metadata=says(
            "维持 upheld、撤销 revoked、变更 changed、责令重新作出 ordered_anew",
            "upheld, revoked, changed or ordered_anew",
        ),
    )
    reasons = fields.String(required=True, validate=TEXT, metadata=says("事实和理由", "facts and reasons"))
    legal_basis = fields.String(required=True, validate=TEXT, metadata=says("法律法规依据", "legal basis"))
    document_no = fields.String(
        required=True, validate=CODE, metadata=says("意见书文号", "number of the written decision")
    )
    changed_to = fields.Enum(
        Outcome,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata=says("变更后的结论，变更时必填", "the outcome it is changed to; needed for a change"),
    )
    due_on = fields.Date(
        load_default=None,
        allow_none=True,
        metadata=says("重新作出的期限，撤销或责令重新作出时必填", "date of the new opinion, where there is one"),
    )


class DeliverReview(CaseCommand):
    """登记复查、复核意见送达: after a review 30 days to ask for a re-review begin on that day (第三十六条)."""

    method = fields.Enum(DeliveryMethod, by_value=True, required=True, metadata=says("送达方式", "way of delivery"))
    delivered_on = fields.Date(required=True, metadata=says("送达日期", "day on which it was received"))
    receipt_no = fields.String(required=True, validate=CODE, metadata=says("送达回执编号", "number of the receipt"))


class PublishReviewOpinion(CaseCommand):
    """公示复核意见 (第三十六条第二款): a text written for everybody, without names and numbers."""

    text = fields.String(
        required=True, validate=TEXT, metadata=says("公示文本（已隐去个人信息）", "text for everybody")
    )
    reason = fields.String(required=True, validate=TEXT, metadata=says("公示理由", "why it is made public"))


class WithdrawPublication(CaseCommand):
    """撤销公示 (第三十六条第二款)."""

    reason = fields.String(required=True, validate=TEXT, metadata=says("撤销理由", "why it is taken back"))


class ReopenOnNewFacts(CaseCommand):
    """按新的事实和理由重新启动终结事项 (第三十六条第三款): a person compares, and says what is new."""

    new_facts = fields.String(required=True, validate=TEXT, metadata=says("新的事实和理由", "the new facts or reasons"))
    comparison = fields.String(
        required=True, validate=TEXT, metadata=says("与原事实和理由的比对", "how they compare with those decided on")
    )
    due_on = fields.Date(required=True, metadata=says("办结期限", "date by which it is handled again"))
