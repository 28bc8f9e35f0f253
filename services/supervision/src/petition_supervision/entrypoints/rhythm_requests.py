"""What the commands and queries of the county's rhythm take. An unknown field is refused by the chassis."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from petition_supervision.domain.meetings import AgendaItem, MeetingKind
from petition_supervision.entrypoints.questions import Paged

LONGEST_TEXT = 20_000
MOST_PEOPLE = 200
MOST_DECISIONS = 50


def _text(zh: str, en: str, longest: int = LONGEST_TEXT) -> fields.String:
    return fields.String(required=True, validate=validate.Length(min=1, max=longest), metadata={"zh": zh, "en": en})


def _day(zh: str, en: str) -> fields.Date:
    return fields.Date(required=True, format="iso", metadata={"zh": zh, "en": en})


def _kind() -> fields.Enum[MeetingKind]:
    return fields.Enum(
        MeetingKind,
        by_value=True,
        required=True,
        metadata={"zh": "会议种类：县联席会议、乡镇周例会、月研判、季考核", "en": "which promise the meeting keeps"},
    )


def _unit() -> fields.String:
    return fields.String(
        load_default=None,
        allow_none=True,
        metadata={"zh": "单位代码；非信访局、县领导只能查本单位", "en": "unit code; other units see their own only"},
    )


class DecisionMade(Schema):
    """一项议定事项。One thing a meeting decided."""

    text = _text("议定内容", "what is to be done", 2000)
    owner = _text("责任单位代码", "code of the unit that must do it", 60)
    due_on = _day("完成时限，不早于会议当天", "the last day, not before the meeting")
    case_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(min=1, max=38),
        metadata={"zh": "所涉信访件编号", "en": "the case it is about"},
    )


class RecordMeeting(Schema):
    """登记会议：县联席会议每月一次；乡镇周例会、月研判、季考核。Records a meeting as it was held."""

    kind = _kind()
    held_on = _day("会议日期，不晚于今天", "the day it was held, not after today")
    chair = _text("主持人", "who presided", 60)
    attendees = fields.List(
        fields.String(validate=validate.Length(min=1, max=60)),
        required=True,
        validate=validate.Length(min=1, max=MOST_PEOPLE),
        metadata={"zh": "参会人员", "en": "who took part"},
    )
    agenda = fields.List(
        fields.Enum(AgendaItem, by_value=True),
        required=True,
        validate=validate.Length(min=1, max=len(AgendaItem)),
        metadata={"zh": "议程：听取汇报、研判形势、研究突出问题、考核", "en": "what was dealt with"},
    )
    minutes = _text("会议纪要", "the minutes")
    decisions = fields.List(
        fields.Nested(DecisionMade),
        load_default=list,
        validate=validate.Length(max=MOST_DECISIONS),
        metadata={"zh": "议定事项", "en": "what was decided"},
    )


class CarryOutDecision(Schema):
    """议定事项办结：由召开会议的单位核实登记。Notes that a decision was carried out."""

    meeting_no = _text("会议编号", "number of the meeting", 120)
    number = fields.Integer(
        required=True, strict=True, validate=validate.Range(min=1), metadata={"zh": "第几项", "en": "which decision"}
    )
    done_on = _day("完成日期，会议当天至今天", "the day it was done, from the meeting to today")
    evidence = _text("完成情况和依据", "what was done and what shows it", 4000)


class GetMeeting(Schema):
    """查一次会议，含纪要和议定事项。One meeting in full."""

    meeting_no = _text("会议编号", "number of the meeting", 120)


class ListMeetings(Paged):
    """会议清单，最近的在前。Meetings of a kind, the latest first."""

    kind = _kind()
    unit = _unit()


class ListMeetingGaps(Paged):
    """缺会清单：已过去而没有开会的周、月、季。Periods that are over and in which a unit held no meeting."""

    kind = _kind()
    unit = _unit()
    first_day = _day("起始日", "first day")
    last_day = _day("终止日", "last day")


class GetMeetingPacket(Schema):
    """会议材料：由系统自动生成。What a meeting has before it, made from what is on record."""

    kind = _kind()
    unit = _unit()
    day = _day("会议所研究的周、月、季中的任意一天", "any day of the week, month or quarter it is about")


class PlanReception(Schema):
    """接访排班：信访局为接待大厅排县级领导，其他单位排本单位领导。Plans who receives visitors on a day."""

    on = _day("接访日期，不早于今天", "the day, not before today")
    leader = _text("接访领导（人员编号）", "the leader, a person of the register", 20)


class AttendReception(Schema):
    """接访签到：当天由到场领导本人签到，与排班不符的为替班。The leader who has come signs in on the day itself."""

    on = _day("今天", "today")


class CloseReception(Schema):
    """接访签退：批次、人次、所涉信访件、处理结果。Ends the day with the visitors received."""

    on = _day("接访日期", "the day")
    batches = fields.Integer(
        required=True, strict=True, validate=validate.Range(0, 9999), metadata={"zh": "批次", "en": "batches received"}
    )
    persons = fields.Integer(
        required=True, strict=True, validate=validate.Range(0, 99999), metadata={"zh": "人次", "en": "persons received"}
    )
    case_nos = fields.List(
        fields.String(validate=validate.Length(min=1, max=38)),
        load_default=list,
        validate=validate.Length(max=500),
        metadata={"zh": "所涉信访件编号", "en": "the cases they came about"},
    )
    results = _text("处理结果", "what was done", 4000)

    @validates_schema
    def check_persons(self, data: dict[str, Any], **kwargs: Any) -> None:
        if data["persons"] < data["batches"]:
            raise ValidationError("fewer persons than batches", "persons")


class ListReceptions(Paged):
    """接访日程和记录，最近的在前。Reception days, the latest first."""

    unit = _unit()


class ListReceptionGaps(Paged):
    """缺岗清单：已过去而无领导接访的工作日。Working days that are over and that no leader attended."""

    unit = _unit()
    first_day = _day("起始日", "first day")
    last_day = _day("终止日", "last day")
