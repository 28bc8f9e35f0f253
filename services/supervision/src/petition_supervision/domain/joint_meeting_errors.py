"""Every way the constitution of a joint meeting is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class NoJointMeetingHere(Refused):
    code = "NO_JOINT_MEETING_HERE"
    zh = "{unit} 不设信访工作联席会议；县级由信访局登记，乡镇由本乡镇登记。"
    en = "{unit} holds no joint meeting: the bureau keeps the county's, each township its own."


class ConvenorUnfit(Refused):
    code = "CONVENOR_UNFIT"
    zh = "{person} 不是县级领导或者本乡镇领导，不能担任召集人。"
    en = "{person} is no leader of the county, or of this township, and cannot convene the meeting."


class MemberTwice(Refused):
    code = "MEMBER_TWICE"
    zh = "成员单位重复。"
    en = "A member is named twice."


class ConstitutedOutOfTime(Refused):
    code = "CONSTITUTED_OUT_OF_TIME"
    zh = "日期 {given} 尚未到来，或者早于上一次调整。"
    en = "{given} is still to come, or before the last change."


class ConstitutionUnchanged(Refused):
    code = "CONSTITUTION_UNCHANGED"
    zh = "召集人和成员单位没有变化。"
    en = "Convenor and members are what they were."
