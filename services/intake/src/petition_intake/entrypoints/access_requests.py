"""The requests about looks at petitioners' particulars. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.entrypoints.fields import case_no, optional_code, says


class UnmaskPetition(Schema):
    """查看信访人信息 (第十八条第四款): with a reason, noted each time; officers otherwise see masked names."""

    case_no = case_no()
    reason = fields.String(
        required=True, validate=validate.Length(max=500), metadata=says("查看理由", "why it is looked at")
    )


class ListAccesses(Schema):
    """查看记录: who looked at petitioners' particulars, when and why, newest first."""

    case_no = optional_code("信访件编号", "case number")
    limit = fields.Integer(
        load_default=50,
        strict=True,
        validate=validate.Range(min=1, max=200),
        metadata=says("每页条数", "rows a page"),
    )
    cursor = fields.String(
        load_default=None, allow_none=True, metadata=says("上一页给出的游标", "cursor given by the page before")
    )
