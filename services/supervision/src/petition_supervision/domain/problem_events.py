"""What supervision tells about a row of the three lists. The subject is the problem; its texts are not told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_supervision.domain.problem_terms import ProblemSource


@dataclass(frozen=True)
class ProblemListed:
    """A problem stands on the problem list (问题清单). `listed_by` None: it came with a case."""

    unit: str
    source: ProblemSource
    village_code: str | None
    grid_code: str | None
    category: str | None
    found_on: date
    case_no: str | None
    listed_by: str | None


@dataclass(frozen=True)
class ProblemResponsibilitySet:
    """Its row of the responsibility list (责任清单): leader, station, person and date, all four."""

    unit: str
    lead_leader: str
    station: str
    person: str
    due_on: date
    case_no: str | None
    set_by: str | None


@dataclass(frozen=True)
class ProblemHandlingStarted:
    """The problem is in handling."""

    unit: str
    case_no: str | None
    started_by: str | None
    started_at: datetime


@dataclass(frozen=True)
class ProblemDueToday:
    """The promised date (办结时限) has come and the problem is not done."""

    unit: str
    station: str
    due_on: date
    case_no: str | None


@dataclass(frozen=True)
class ProblemMissed:
    """The promised date has passed and the problem is not done; told once."""

    unit: str
    station: str
    due_on: date
    missed_at: datetime
    escalate_to: str
    case_no: str | None


@dataclass(frozen=True)
class ProblemAppraised:
    """Done, and on the appraisal list (考核清单). `score` and `appraised_by` None: it was done with its case."""

    unit: str
    done_on: date
    in_time: bool
    score: int | None
    quarter: str
    case_no: str | None
    appraised_by: str | None
