"""The words of an inspection (专项督查, 《信访工作条例》第三十八条) and the parts it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Organiser(StrEnum):
    """Who inspects: 信访工作联席会议, or 党委和政府信访部门."""

    JOINT_MEETING = "joint_meeting"
    PETITION_BUREAU = "petition_bureau"


class InspectionForm(StrEnum):
    """查询资料、询问人员、约见信访人、要求书面说明."""

    RECORDS_CONSULTED = "records_consulted"
    STAFF_QUESTIONED = "staff_questioned"
    PETITIONER_MET = "petitioner_met"
    WRITTEN_EXPLANATION = "written_explanation"


class FindingState(StrEnum):
    """限期整改: to be answered, answered and to be checked, put right."""

    RECTIFYING = "rectifying"
    ANSWERED = "answered"
    PUT_RIGHT = "put_right"


@dataclass(frozen=True)
class InspectionPlan:
    """督查方案: what is looked at, where, between which days, and by whom."""

    organiser: Organiser
    title: str
    units: tuple[str, ...]
    matters: tuple[str, ...]
    case_nos: tuple[str, ...]
    text: str
    inspectors: tuple[str, ...]
    first_day: date
    last_day: date


@dataclass(frozen=True)
class InspectionAct:
    """One act of inspection, in one of the four forms, at one unit on one day."""

    form: InspectionForm
    unit: str
    done_on: date
    inspector: str
    record: str


@dataclass(frozen=True)
class RectificationCheck:
    """复查整改: whether the matter was put right, and what shows it."""

    put_right: bool
    evidence: str
    checked_by: str
    checked_at: datetime


@dataclass
class Finding:
    """A problem found at a unit, fed back to it with a day by which it is put right.

    `important`: reported to the Party committee and the government as well (第三十八条).
    """

    number: int
    unit: str
    problem: str
    important: bool
    due_on: date
    found_by: str
    fed_back_at: datetime
    state: FindingState = FindingState.RECTIFYING
    answer: str | None = None
    answered_at: datetime | None = None
    checks: list[RectificationCheck] = field(default_factory=list)


@dataclass(frozen=True)
class ReportUp:
    """向本级党委和政府报告: on which day, under which number."""

    reported_on: date
    document_no: str
    reported_by: str
    findings: int
