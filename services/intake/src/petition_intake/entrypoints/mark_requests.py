"""The requests about the marks of a petition. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields

from petition_intake.domain.marks import Mark
from petition_intake.entrypoints.fields import LONG_TEXT, case_no, says


class MarkPetition(Schema):
    """标记信访事项: of a closed list, each a word to look by; no person is marked, and no right changes."""

    case_no = case_no()
    mark = fields.Enum(Mark, by_value=True, required=True, metadata=says("标记", "the mark"))
    reason = fields.String(required=True, validate=LONG_TEXT, metadata=says("标记理由", "why it is marked"))


class WithdrawMark(Schema):
    """撤销标记: it no longer stands, and stays on record."""

    case_no = case_no()
    mark = fields.Enum(Mark, by_value=True, required=True, metadata=says("标记", "the mark"))
    reason = fields.String(required=True, validate=LONG_TEXT, metadata=says("撤销理由", "why it is withdrawn"))
