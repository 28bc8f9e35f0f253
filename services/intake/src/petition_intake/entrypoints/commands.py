"""The requests of the commands, as they come over RPC. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.domain.filing import Purpose
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.review_course import ReviewLevel
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel
from petition_intake.entrypoints.fields import LONG_TEXT, PEOPLE, Instant, case_no, optional_code, says
from petition_intake.entrypoints.filing_schema import PlaceFields, RegisterPetition

__all__ = [
    "DecideFirstOrRepeat",
    "RatePetition",
    "ReadAccusation",
    "ReclassifyPetition",
    "RegisterPetition",
    "RequestReview",
    "SettleOnSpot",
    "WithdrawPetition",
]

QUERY_CODE = validate.Length(min=1, max=40)


class DecideFirstOrRepeat(Schema):
    """认定初次或者重复信访 (同人+同事), by a person."""

    case_no = case_no()
    decision = fields.Enum(Decision, by_value=True, required=True, metadata=says("初次或者重复", "first or repeat"))
    repeat_of = optional_code("先前的信访件编号，重复信访必填", "the earlier case number, for a repeat")


class ReclassifyPetition(Schema):
    """更正信访目的、内容分类或者问题属地; what is left out stays."""

    case_no = case_no()
    purpose = fields.Enum(
        Purpose, by_value=True, load_default=None, allow_none=True, metadata=says("信访目的", "purpose")
    )
    category = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Regexp(r"^\d{6}$", error="six digits / 六位数字"),
        metadata=says("内容分类，三级代码", "category, the code of the third level"),
    )
    place = fields.Nested(PlaceFields, load_default=None, allow_none=True, metadata=says("问题属地", "place"))
    reason_code = fields.Enum(
        ReclassifyReason, by_value=True, required=True, metadata=says("更正理由", "why it is corrected")
    )


class SettleOnSpot(Schema):
    """当场化解: settled at the window, with the result written down and the petitioner's confirmation."""

    case_no = case_no()
    level = fields.Enum(
        SettlementLevel, by_value=True, required=True, metadata=says("在哪一级化解", "level at which it was settled")
    )
    settled_at = Instant(
        load_default=None, allow_none=True, metadata=says("化解时间；不填为现在", "when settled; now when left out")
    )
    result = fields.String(required=True, validate=LONG_TEXT, metadata=says("化解结果", "what was agreed and done"))
    headcount = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        validate=PEOPLE,
        metadata=says("化解涉及人数；不填为登记人数", "people settled with; as registered when left out"),
    )
    petitioner_confirmed = fields.Boolean(
        required=True, metadata=says("信访人确认已化解", "the petitioner confirms the settlement")
    )
    in_grid = fields.Boolean(
        load_default=False,
        metadata=says("在网格化解，层级填 village", "settled in a small grid; the level is village"),
    )


class WithdrawPetition(Schema):
    """信访人撤回信访事项."""

    case_no = case_no()
    petitioner_confirmed = fields.Boolean(
        required=True, metadata=says("信访人确认撤回", "the petitioner confirms the withdrawal")
    )


class RatePetition(Schema):
    """评价 (第二十一条): by the petitioner, through the citizens' entry, once for each round of handling."""

    case_no = case_no()
    query_code = fields.String(required=True, validate=QUERY_CODE, metadata=says("查询码", "query code"))
    bureau_rating = fields.Enum(
        RatingLevel, by_value=True, required=True, metadata=says("对信访部门的评价", "rating of the petition bureau")
    )
    unit_rating = fields.Enum(
        RatingLevel, by_value=True, required=True, metadata=says("对办理单位的评价", "rating of the handling unit")
    )


class RequestReview(Schema):
    """请求复查、复核 (第三十五条、第三十六条): late or not, it is registered; at the window, or with the query code."""

    case_no = case_no()
    query_code = fields.String(
        load_default=None,
        allow_none=True,
        validate=QUERY_CODE,
        metadata=says("查询码，信访人在网上提出时必填", "query code, when the petitioner asks online"),
    )
    level = fields.Enum(ReviewLevel, by_value=True, required=True, metadata=says("复查或者复核", "review or re-review"))
    requested_at = Instant(
        load_default=None,
        allow_none=True,
        metadata=says("窗口收到请求的时间；不填为现在", "when the window received it; now when left out"),
    )
    reasons = fields.String(
        required=True, validate=LONG_TEXT, metadata=says("请求及理由", "what is asked for, and why")
    )
    good_reason = fields.String(
        load_default=None,
        allow_none=True,
        validate=LONG_TEXT,
        metadata=says("逾期的正当理由", "why it comes late, where it does"),
    )


class ReadAccusation(Schema):
    """查阅检举控告件 (第三十条): by the named people alone, with a reason, noted each time."""

    case_no = case_no()
    reason = fields.String(
        required=True, validate=validate.Length(max=500), metadata=says("查阅理由", "why it is opened")
    )
