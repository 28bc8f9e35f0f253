"""What the commands take. An unknown field is refused by the chassis."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_supervision.domain.answers import Method, RehandlingReason, ReportResult, Score

LONGEST_REASON = 500


def _case_no() -> fields.String:
    return fields.String(
        required=True,
        validate=validate.Length(min=1, max=38),
        metadata={"zh": "信访件编号", "en": "number of the case"},
    )


class RecordFollowUp(Schema):
    """登记回访结果：由非承办单位的回访员询问。Records what the petitioner answered, or that nobody was reached."""

    case_no = _case_no()
    method = fields.Enum(
        Method,
        by_value=True,
        required=True,
        metadata={"zh": "回访方式：电话、上门、信函、网上", "en": "how: call, visit, letter, online"},
    )
    reached = fields.Boolean(
        required=True,
        truthy={True},
        falsy={False},
        metadata={"zh": "是否联系到信访人；否则本次只记为一次尝试", "en": "whether the petitioner was reached"},
    )
    score = fields.Enum(
        Score,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "评价：满意、基本满意、不满意；联系到时必填", "en": "the answer; required when reached"},
    )
    reason = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(max=LONGEST_REASON),
        metadata={
            "zh": "信访人说明的原因；不满意时必填，只存本系统，不上总线，不给承办单位看",
            "en": "the petitioner's words; required when dissatisfied; not published, not shown to the handling unit",
        },
    )
    promise_kept = fields.Boolean(
        load_default=None,
        allow_none=True,
        truthy={True},
        falsy={False},
        metadata={"zh": "答复承诺的事项是否兑现；没有承诺事项时不填", "en": "whether what was promised was done"},
    )


class OrderRehandling(Schema):
    """责成重新办理：回访不满意的，责成承办单位在期限内重新办理。Orders the handling unit to handle the case again."""

    case_no = _case_no()
    due_on = fields.Date(
        required=True,
        format="iso",
        metadata={"zh": "办结时限，晚于今天，最长60日", "en": "the last day, after today, at most 60 days ahead"},
    )
    reason_code = fields.Enum(
        RehandlingReason,
        by_value=True,
        required=True,
        metadata={"zh": "责成重新办理的原因", "en": "why it has to be handled again"},
    )


class ReportHandDown(Schema):
    """上报办结报告：送达、审核认定、回访之后上报一次。Reports a matter handed down to its issuer, once."""

    case_no = _case_no()
    result = fields.Enum(
        ReportResult,
        by_value=True,
        required=True,
        metadata={"zh": "化解（承诺兑现且非不满意），或解释说明", "en": "resolved (promise kept), or explained"},
    )
