"""The requests about joint receptions."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.domain.joint_reception_events import TableAnswer
from petition_intake.entrypoints.dispute_requests import Paged
from petition_intake.entrypoints.fields import CODE, LONG_TEXT, case_no, says

MOST_UNITS = 20


def _number() -> fields.String:
    return fields.String(
        required=True,
        validate=validate.Regexp(r"^LH\d{4}-\d{6,}$", error="LH, year, serial / LH年份-序号"),
        metadata=says("联合接访编号", "number of the joint reception"),
    )


class HoldJointReception(Schema):
    """登记联合接访：一件来访，几个单位同时在场。One visit, several units at one table."""

    case_no = case_no()
    units = fields.List(
        fields.String(validate=CODE),
        required=True,
        validate=validate.Length(max=MOST_UNITS),
        metadata=says("在场单位代码，至少两个", "codes of the units present, two at least"),
    )


class AnswerAtReception(Schema):
    """联合接访当场答复：每个单位答复一次。A unit answers on the spot, once."""

    joint_reception_no = _number()
    answer = fields.Enum(TableAnswer, by_value=True, required=True, metadata=says("答复种类", "how the unit answers"))
    words = fields.String(
        required=True, validate=LONG_TEXT, metadata=says("当面所作答复", "what was said to the petitioner")
    )
    answer_by = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata=says("接手办理的，承诺答复日期", "by when it answers, where it takes the matter over"),
    )


class CloseJointReception(Schema):
    """结束联合接访：在场单位都已答复。Every unit at the table has answered."""

    joint_reception_no = _number()


class GetJointReception(Schema):
    """查看一次联合接访。One reception with what each unit said."""

    joint_reception_no = _number()


class ListJointReceptions(Paged):
    """联合接访清单。Joint receptions, the latest first."""
