"""The words of the three lists 问题、责任、考核."""

from __future__ import annotations

from enum import StrEnum


class ProblemSource(StrEnum):
    """大走访、大摸排、大起底、信访、网格."""

    BIG_VISIT = "big_visit"
    BIG_SCREENING = "big_screening"
    BIG_UNCOVERING = "big_uncovering"
    PETITION_MATTER = "petition_matter"
    GRID_PATROL = "grid_patrol"


class ProblemState(StrEnum):
    """How far a problem has come: found, its responsibility named, in handling, done."""

    FOUND = "found"
    ASSIGNED = "assigned"
    HANDLING = "handling"
    DONE = "done"


class WhichList(StrEnum):
    """问题清单、责任清单、考核清单."""

    PROBLEMS = "problems"
    RESPONSIBILITIES = "responsibilities"
    APPRAISALS = "appraisals"
