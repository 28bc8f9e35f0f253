"""The requests about petitions that are not sent on. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields

from petition_intake.domain.disposition import Ground
from petition_intake.entrypoints.fields import LONG_TEXT, SHORT_TEXT, case_no, optional_code, says


class DisposePetition(Schema):
    """不予受理、不再受理、引导、移送、存、直接回复: a person decides about a registered petition, in writing."""

    case_no = case_no()
    ground = fields.Enum(
        Ground,
        by_value=True,
        required=True,
        metadata=says("理由：N1至N9（N4除外）、存、直接回复", "N1 to N9 but N4, kept or answered"),
    )
    reason = fields.String(
        required=True,
        validate=LONG_TEXT,
        metadata=says("书面理由或者回复内容，信访人可见", "the written reason, or the answer; the petitioner reads it"),
    )
    refers_to = optional_code(
        "所依据的信访件编号，N1、N6、N7必填；存查时填写为并案",
        "the case it rests on, for N1, N6, N7; kept on file: joined to it",
    )
    unit = optional_code("有权处理的单位代码", "code of the competent unit, where it is on the register")
    body = fields.String(
        load_default=None,
        allow_none=True,
        validate=SHORT_TEXT,
        metadata=says("名册外的机关或者渠道", "a body outside the register, or a channel"),
    )
    comparison = fields.String(
        load_default=None,
        allow_none=True,
        validate=LONG_TEXT,
        metadata=says(
            "与所依据信访件的比对：N1和并案比对信访人和事项，N6比对事实和理由，均必填",
            "compared with that case: petitioner and matter for N1 and when joined, facts and reasons for N6",
        ),
    )
    same_facts_and_reasons = fields.Boolean(
        load_default=None,
        allow_none=True,
        metadata=says("经比对是同一事实和理由，N6必填", "compared, and found the same; for N6"),
    )


class WithdrawDisposition(Schema):
    """撤销处置: a wrong disposition no longer stands, and the petition is routed after all."""

    case_no = case_no()
    reason = fields.String(required=True, validate=LONG_TEXT, metadata=says("撤销理由", "why it is withdrawn"))


class RecordPassingReceipt(Schema):
    """登记移送回执: the body to which the petition was passed on has it."""

    case_no = case_no()
    receipt_no = fields.String(required=True, validate=SHORT_TEXT, metadata=says("回执编号", "number of the receipt"))
    received_on = fields.Date(required=True, format="iso", metadata=says("接收日期", "day of the receipt"))
