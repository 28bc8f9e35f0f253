"""Every way a command on the three lists is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class FoundInTheFuture(Refused):
    code = "FOUND_IN_THE_FUTURE"
    zh = "发现日期 {date} 不能晚于今天。"
    en = "The day it was found, {date}, may not be after today."


class GridOfAnotherVillage(Refused):
    code = "GRID_OF_ANOTHER_VILLAGE"
    zh = "网格 {grid} 不属于村、社区 {village}。"
    en = "Grid {grid} does not lie in village {village}."


class ResponsibilityNamedBefore(Refused):
    code = "RESPONSIBILITY_NAMED_BEFORE"
    zh = "该问题的责任已明确（办结时限 {due_on}）；一个问题只有一条责任。"
    en = "The problem's responsibility is named (due {due_on}); a problem has exactly one."


class ResponsibilityMissing(Refused):
    code = "RESPONSIBILITY_MISSING"
    zh = "尚未明确牵头领导、责任站所、责任人员、办结时限，不能进入办理。"
    en = "Leading officer, station, person and promised date are not named, so it is not in handling."


class HandledBefore(Refused):
    code = "HANDLED_BEFORE"
    zh = "该问题已进入办理或已办结。"
    en = "The problem is in handling or done already."


class NotInHandling(Refused):
    code = "NOT_IN_HANDLING"
    zh = "该问题不在办理中，不能考核。"
    en = "The problem is not in handling, so it is not appraised."


class FollowsItsCase(Refused):
    code = "FOLLOWS_ITS_CASE"
    zh = "该问题随信访件 {case_no} 办理，不单独登记。"
    en = "The problem follows case {case_no}; nothing is recorded apart from it."


class LeadLeaderUnfit(Refused):
    code = "LEAD_LEADER_UNFIT"
    zh = "{person} 既不是 {unit} 的负责人、领导，也不是县级领导，不能任牵头领导。"
    en = "{person} is neither a leader of {unit} nor a county leader and does not lead it."


class StationUnfit(Refused):
    code = "STATION_UNFIT"
    zh = "{station} 不是 {unit} 及其下属、所在乡镇的站所。"
    en = "{station} is neither {unit} nor under it nor a station of its township."


class PersonUnfit(Refused):
    code = "PERSON_UNFIT"
    zh = "{person} 不是 {unit} 或责任站所的人员。"
    en = "{person} belongs neither to {unit} nor to the station."


class DoneOutsideHandling(Refused):
    code = "DONE_OUTSIDE_HANDLING"
    zh = "办结日期 {date} 须在进入办理之日（{first}）至今天之间。"
    en = "{date} must lie between the day handling began ({first}) and today."
