"""What supervision tells about inspections and inspectors. Nobody who was questioned or met is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_supervision.domain.inspection_terms import InspectionForm, Organiser


@dataclass(frozen=True)
class InspectionOpened:
    """专项督查已部署: at these units, between the two days."""

    organiser: Organiser
    units: list[str]
    cases: int
    inspectors: int
    first_day: date
    last_day: date


@dataclass(frozen=True)
class InspectionActRecorded:
    """An act of inspection in one of the four forms."""

    form: InspectionForm
    unit: str
    done_on: date


@dataclass(frozen=True)
class FindingFedBack:
    """问题已反馈: the unit puts it right by the day."""

    number: int
    unit: str
    important: bool
    due_on: date


@dataclass(frozen=True)
class RectificationAnswered:
    """The unit says what it has put right; `late`: after the day it had."""

    number: int
    unit: str
    late: bool


@dataclass(frozen=True)
class RectificationChecked:
    """整改已核查; not put right => a new day."""

    number: int
    unit: str
    put_right: bool
    due_on: date


@dataclass(frozen=True)
class InspectionReportedUp:
    """重要问题已向本级党委和政府报告."""

    reported_on: date
    findings: int


@dataclass(frozen=True)
class InspectionConcluded:
    """The inspection ended with its report; every finding was put right."""

    units: list[str]
    acts: int
    findings: int
    important_findings: int
