"""Every way a command on a measure of the joint meeting is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class NotAJointMeeting(Refused):
    code = "NOT_A_JOINT_MEETING"
    zh = "{meeting_no} 不是已登记的县信访工作联席会议（《信访工作条例》第三十九条第三款）。"
    en = "{meeting_no} is no joint meeting of the county on record (Article 39)."


class MeasureOutOfTime(Refused):
    code = "MEASURE_OUT_OF_TIME"
    zh = "采取日期 {given} 应当不早于会议日期 {held}，且不晚于今天。"
    en = "The day {given} is before the meeting of {held} or after today."


class MeasureDayNeeded(Refused):
    code = "MEASURE_DAY_NEEDED"
    zh = "约谈、挂牌督办、责令限期整改应当写明今天以后的时限；通报不写时限。"
    en = "An interview, a listing and an order name a day ahead; a circular names none."


class NotYourMeasure(Refused):
    code = "NOT_YOUR_MEASURE"
    zh = "该措施针对 {unit}，本单位不能答复或者查看。"
    en = "This measure is about {unit}; your unit neither answers nor reads it."


class MeasureEnded(Refused):
    code = "MEASURE_ENDED"
    zh = "该措施已经解除或者已经完成。"
    en = "This measure has been lifted or was complete at once."


class MeasureAnsweredBefore(Refused):
    code = "MEASURE_ANSWERED"
    zh = "该措施已经答复，不重复答复。"
    en = "This measure has been answered already."


class MeasureNotAnswered(Refused):
    code = "MEASURE_NOT_ANSWERED"
    zh = "被采取措施的单位尚未书面答复，不能解除。"
    en = "The unit has not answered in writing, so the measure stays."
