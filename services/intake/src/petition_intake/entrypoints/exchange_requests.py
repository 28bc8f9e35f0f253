"""Requests of the exchange with other systems. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.entrypoints.fields import SHORT_TEXT, case_no, code, says

MOST_ROWS = 100


class ImportPetitions(Schema):
    """批量登记 (第二十一条): the rows of an exchange list; each is registered, or comes back with its reason."""

    source_system = code("来源系统代码", "code of the system the rows come from", required=True)
    rows = fields.List(
        fields.Dict(
            keys=fields.String(),
            values=fields.String(),
            metadata={**says("一行：列名和值", "one row: column and value"), "example": {"信访件编号": "NX2026-7788"}},
        ),
        required=True,
        validate=validate.Length(1, MOST_ROWS),
        metadata=says(
            "交换记录，列名用全国信访信息系统交换记录的列名，每次最多100行",
            "exchange records by the national column names, at most 100 at a time",
        ),
    )


class TakeExchangeRecord(Schema):
    """取出交换记录: the petition as another system takes it, with a reason that is noted."""

    case_no = case_no()
    reason = fields.String(required=True, validate=SHORT_TEXT, metadata=says("移交的理由", "why it is handed over"))
