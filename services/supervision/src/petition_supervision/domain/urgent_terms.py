"""The closed lists of urgent matters (重大、紧急信访事项, 《信访工作条例》第二十五条)."""

from __future__ import annotations

from enum import StrEnum


class UrgentKind(StrEnum):
    """重大 or 紧急."""

    MAJOR = "major"
    URGENT = "urgent"


class UrgentState(StrEnum):
    """Whether measures are still being taken."""

    OPEN = "open"
    ENDED = "ended"


class Addressee(StrEnum):
    """Who is told. The first four by whoever learns of the matter, the last two by the petition bureau."""

    PARTY_COMMITTEE = "party_committee"
    GOVERNMENT = "government"
    COMPETENT_DEPARTMENT = "competent_department"
    JOINT_MEETING_OFFICE = "joint_meeting_office"
    PETITION_BUREAU_ABOVE = "petition_bureau_above"
    STATE_PETITION_BUREAU = "state_petition_bureau"


class NoticeMethod(StrEnum):
    """How an addressee was told."""

    CALL = "call"
    IN_PERSON = "in_person"
    IN_WRITING = "in_writing"
    BY_SYSTEM = "by_system"


FOUR = (
    Addressee.PARTY_COMMITTEE,
    Addressee.GOVERNMENT,
    Addressee.COMPETENT_DEPARTMENT,
    Addressee.JOINT_MEETING_OFFICE,
)
"""第二十五条: 报告本级党委和政府，通报相关主管部门和本级信访工作联席会议办公室."""

UPWARDS = (Addressee.PETITION_BUREAU_ABOVE, Addressee.STATE_PETITION_BUREAU)
"""第二十五条: 信访部门应当向上一级信访部门报告，同时报告国家信访局."""

ADDRESSEE_ZH: dict[Addressee, str] = {
    Addressee.PARTY_COMMITTEE: "本级党委",
    Addressee.GOVERNMENT: "本级政府",
    Addressee.COMPETENT_DEPARTMENT: "相关主管部门",
    Addressee.JOINT_MEETING_OFFICE: "信访工作联席会议办公室",
    Addressee.PETITION_BUREAU_ABOVE: "上一级信访部门",
    Addressee.STATE_PETITION_BUREAU: "国家信访局",
}
METHOD_ZH: dict[NoticeMethod, str] = {
    NoticeMethod.CALL: "电话",
    NoticeMethod.IN_PERSON: "当面",
    NoticeMethod.IN_WRITING: "书面",
    NoticeMethod.BY_SYSTEM: "系统",
}
KIND_ZH: dict[UrgentKind, str] = {UrgentKind.MAJOR: "重大", UrgentKind.URGENT: "紧急"}
