"""The requests about notices that come online. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.entrypoints.commands import QUERY_CODE
from petition_intake.entrypoints.fields import case_no, says


class ChooseDelivery(Schema):
    """选择告知送达方式: online or on paper, by the petitioner with the query code, or at the window."""

    case_no = case_no()
    online = fields.Boolean(required=True, metadata=says("同意网上送达", "agrees that notices come online"))
    query_code = fields.String(
        load_default=None,
        allow_none=True,
        validate=QUERY_CODE,
        metadata=says("查询码，信访人在网上提出时必填", "query code, when the petitioner asks online"),
    )


class OpenNotice(Schema):
    """打开告知: by the petitioner alone; the first opening is the receipt where online delivery was agreed to."""

    case_no = case_no()
    query_code = fields.String(required=True, validate=QUERY_CODE, metadata=says("查询码", "query code"))
    notice_number = fields.String(
        required=True,
        validate=validate.Regexp(r"^\d{18,26}-\d{2,3}$", error="case number, hyphen, serial / 信访件编号-序号"),
        metadata=says("告知编号", "number of the notice"),
    )
