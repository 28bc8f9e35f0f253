"""What the commands and queries of the staff record take. Persons are officers, by their number of the register."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_supervision.domain.staff_terms import HonourLevel, MoveKind, StaffFigure, StaffGroup
from petition_supervision.entrypoints.inspection_requests import code, day, text
from petition_supervision.entrypoints.questions import Paged

YEARS = validate.Range(1980, 2999)


def _office() -> fields.String:
    return code("联席会议办公室（综治中心）单位代码", "code of the joint office")


def _since(year: int) -> fields.Integer:
    return fields.Integer(
        load_default=year, strict=True, validate=YEARS, metadata={"zh": "自哪一年起", "en": "counted from this year on"}
    )


class RecordStaffMove(Schema):
    """登记信访干部提拔、调整、晋升职级、交流。Records a move of an officer."""

    person = code("人员编号", "the officer")
    kind = fields.Enum(MoveKind, by_value=True, required=True, metadata={"zh": "类型", "en": "type of move"})
    group = fields.Enum(
        StaffGroup, by_value=True, required=True, metadata={"zh": "局长、年轻干部、其他", "en": "who the officer is"}
    )
    unit = code("单位代码", "code of the unit of the new post")
    old_post = text("原职务", "the post before", 200)
    new_post = text("现职务", "the post after", 200)
    moved_on = day("日期，不晚于今天", "the day, not after today")


class RecordHonour(Schema):
    """登记最美信访干部、优秀信访工作者等荣誉。Records an honour of an officer."""

    person = code("人员编号", "the officer")
    award = text("荣誉名称", "name of the award", 100)
    year = fields.Integer(required=True, strict=True, validate=YEARS, metadata={"zh": "年份", "en": "the year"})
    level = fields.Enum(HonourLevel, by_value=True, required=True, metadata={"zh": "级别", "en": "who gives it"})


class RecordOfficeHead(Schema):
    """登记乡镇联席会议办公室（综治中心）主任任职。Records who heads a joint office and since when."""

    unit = _office()
    person = code("人员编号", "the officer")
    since = day("任职日期，不晚于今天", "first day, not after today")


class EndOfficeHead(Schema):
    """登记主任离任，其后为空缺。Records that the head of a joint office has left."""

    unit = _office()
    until = day("离任日期，不晚于今天", "last day, not after today")


class GetStaffFigures(Schema):
    """干部队伍数据：局长提拔调整、晋升职级、年轻干部交流，荣誉。Counts of moves and honours."""

    moves_since = _since(2020)
    honours_since = _since(2017)


class ListStaffMoves(Paged):
    """一项数据所计的干部调整。The moves behind one figure."""

    figure = fields.Enum(StaffFigure, by_value=True, required=True, metadata={"zh": "数据", "en": "which figure"})
    since = _since(2020)


class ListHonours(Paged):
    """荣誉清单。Honours from a year on."""

    since = _since(2017)


class ListOfficeVacancies(Paged):
    """空缺的乡镇联席会议办公室（综治中心）主任。Joint offices without a head."""
