"""Every way a command on the staff record is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class OfficerUnknown(Refused):
    code = "OFFICER_UNKNOWN"
    zh = "人员编号 {person} 不在本县名册中。"
    en = "{person} is not in the county's register."


class StaffDayToCome(Refused):
    code = "STAFF_DAY_TO_COME"
    zh = "日期或者年份 {given} 尚未到来。"
    en = "{given} is still to come."


class StaffMoveOnRecord(Refused):
    code = "STAFF_MOVE_ON_RECORD"
    zh = "{person} {given} 的同类调整已经登记。"
    en = "A move of that kind of {person} on {given} is on record."


class HonourOnRecord(Refused):
    code = "HONOUR_ON_RECORD"
    zh = "{person} {year} 年的这项荣誉已经登记。"
    en = "This honour of {person} in {year} is on record."


class NotAJointOffice(Refused):
    code = "NOT_A_JOINT_OFFICE"
    zh = "{unit} 不是乡镇信访联席会议办公室（综治中心）。"
    en = "{unit} is not a township's joint office."


class OfficeHasHead(Refused):
    code = "OFFICE_HAS_HEAD"
    zh = "{unit} 现有主任，应当先登记离任。"
    en = "{unit} has a head, who leaves first."


class OfficeVacant(Refused):
    code = "OFFICE_VACANT"
    zh = "{unit} 现无主任，不能登记离任。"
    en = "{unit} has no head who could leave."


class HeadTermsOverlap(Refused):
    code = "HEAD_TERMS_OVERLAP"
    zh = "日期 {given} 与 {unit} 已登记的任期（{since}）不符。"
    en = "{given} does not fit the term at {unit} that is on record ({since})."
