"""The requests about the petitioner's wish for secrecy. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields

from petition_intake.entrypoints.commands import QUERY_CODE
from petition_intake.entrypoints.fields import case_no, says


class AskForSecrecy(Schema):
    """请求保密 (第十八条第四款): by the petitioner with the query code, or at the window."""

    case_no = case_no()
    query_code = fields.String(
        load_default=None,
        allow_none=True,
        validate=QUERY_CODE,
        metadata=says("查询码，信访人在网上提出时必填", "query code, when the petitioner asks online"),
    )


class LiftSecrecy(Schema):
    """撤回保密请求: by the petitioner alone, through the citizens' entry."""

    case_no = case_no()
    query_code = fields.String(required=True, validate=QUERY_CODE, metadata=says("查询码", "query code"))
