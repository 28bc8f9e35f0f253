"""The requests about visits to a window and about the listening room."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.window_events import Courtesy
from petition_intake.entrypoints.commands import QUERY_CODE
from petition_intake.entrypoints.dispute_requests import Paged
from petition_intake.entrypoints.fields import LONG_TEXT, SHORT_TEXT, case_no, code, optional_code, says


def _visit_no() -> fields.String:
    return fields.String(
        required=True,
        validate=validate.Regexp(r"^JD\d{4}-\d{6,}$", error="JD, year, serial / JD年份-序号"),
        metadata=says("接待编号", "number of the visit"),
    )


def _booking_no() -> fields.String:
    return fields.String(
        required=True, validate=validate.Length(min=1, max=160), metadata=says("预约编号", "number of the booking")
    )


def _text(zh: str, en: str) -> fields.String:
    return fields.String(required=True, validate=SHORT_TEXT, metadata=says(zh, en))


class CardFields(Schema):
    """“三亮”：亮身份、亮职责、亮承诺。What the officer shows: post, duty, and by when."""

    post = _text("职务", "post")
    duty = _text("职责", "duty")
    promised_on = fields.Date(
        load_default=None, allow_none=True, format="iso", metadata=says("承诺答复日期", "the day that was promised")
    )


class DeedFields(Schema):
    """一件实事。One thing done for the visitor."""

    what = _text("办了什么实事，不写姓名", "what was done; no names")
    proof = _text("凭据", "what shows it")


class RecordArrival(Schema):
    """来访取号：不登记姓名。Somebody came to a window; no name is asked."""

    window = code("窗口", "window", required=True)
    needs_help = fields.Boolean(
        load_default=False, metadata=says("书写有困难，需要协助", "cannot write and needs help")
    )


class CallVisitor(Schema):
    """叫号：由叫号人接待。The officer who calls receives the visitor."""

    visit_no = _visit_no()


class FinishVisit(Schema):
    """结束接待：“三亮”“六个一”、协助人、所涉信访件。Ends a visit, by the officer who received the visitor."""

    visit_no = _visit_no()
    case_no = optional_code("信访件编号", "the petition it was about")
    courtesies = fields.List(
        fields.Enum(Courtesy, by_value=True),
        required=True,
        validate=validate.Length(max=len(Courtesy)),
        metadata=says("“六个一”中做到的", "which of the six were kept"),
    )
    deed = fields.Nested(
        DeedFields, load_default=None, allow_none=True, metadata=says("一件实事", "the one thing done")
    )
    card = fields.Nested(CardFields, required=True, metadata=says("“三亮”", "post, duty and promise"))
    helper = optional_code("协助填写人（人员编号）", "who helped with writing")


class RateWindow(Schema):
    """评价窗口：由信访人凭查询码作出，同时确认实事是否属实。The petitioner rates the window, with the query code."""

    case_no = case_no()
    query_code = fields.String(required=True, validate=QUERY_CODE, metadata=says("查询码", "query code"))
    visit_no = _visit_no()
    window_rating = fields.Enum(
        RatingLevel, by_value=True, required=True, metadata=says("对窗口的评价", "rating of the window")
    )
    deed_confirmed = fields.Boolean(
        load_default=None, allow_none=True, metadata=says("登记的实事是否属实", "whether the thing done is true")
    )


class ReviewPromise(Schema):
    """登记承诺兑现情况：由承诺人以外的人员登记。Somebody else says whether the promise was kept."""

    visit_no = _visit_no()
    kept = fields.Boolean(required=True, metadata=says("是否兑现", "whether it was kept"))


class BookRoom(Schema):
    """预约“你诉说、我倾听”信访接待室，一次一小时。Books an hour of the listening room."""

    room = code("接待室", "room", required=True)
    on = fields.Date(required=True, format="iso", metadata=says("日期", "the day"))
    hour = fields.Integer(
        required=True, strict=True, validate=validate.Range(min=0, max=23), metadata=says("几时起", "hour it begins")
    )


class CancelRoom(Schema):
    """取消接待室预约。The hour may be booked again."""

    booking_no = _booking_no()


class RecordStatement(Schema):
    """登记诉说内容：如实记录，宣读核对 (第十九条)。What was said, taken down and read back."""

    booking_no = _booking_no()
    case_no = case_no()
    statement = fields.String(required=True, validate=LONG_TEXT, metadata=says("诉说内容", "what was said"))
    read_back_confirmed = fields.Boolean(
        required=True, metadata=says("已向信访人宣读并经其确认", "read back, and confirmed by the petitioner")
    )


class GetRoomBooking(Schema):
    """查看接待室预约和诉说内容，姓名隐去。One booking with what was said, names masked."""

    booking_no = _booking_no()


class ListWindowVisits(Paged):
    """窗口接待记录，最近的在前；也可以只看实事台账。Visits, the latest first, or the ledger of practical things."""

    unit = optional_code("单位；非信访局只能查本单位", "unit; others than the bureau see their own")
    window = optional_code("窗口", "window")
    on = fields.Date(load_default=None, allow_none=True, format="iso", metadata=says("日期", "day of arrival"))
    with_deed = fields.Boolean(load_default=False, metadata=says("只看办了实事的", "only where something was done"))
