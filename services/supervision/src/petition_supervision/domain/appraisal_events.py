"""What supervision tells about yearly appraisals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_supervision.domain.appraisal_terms import AppraisedFigure, Grade


@dataclass(frozen=True)
class YearlyAppraisalGraded:
    """年度考核已评定: told to the unit, which may appeal until the day."""

    unit: str
    year: int
    total: float
    grade: Grade
    graded_by: str
    appeal_until: date
    late: bool
    figures: list[AppraisedFigure]


@dataclass(frozen=True)
class AppraisalsMissed:
    """K14: the day by which the year was to be appraised is over, and these units' was not."""

    year: int
    due_on: date
    units: list[str]


@dataclass(frozen=True)
class AppraisalAppealed:
    """The unit appealed."""

    unit: str
    year: int


@dataclass(frozen=True)
class AppraisalAppealDecided:
    """The appeal was decided by somebody else than who graded; `grade` is the one that stands."""

    unit: str
    year: int
    upheld: bool
    grade: Grade
    decided_by: str


@dataclass(frozen=True)
class YearlyAppraisalPublished:
    """年度考核结果已公布."""

    unit: str
    year: int
    total: float
    grade: Grade
