"""Use cases of the three colours: what is counted, when units are graded, the reminder that is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import NothingToAcknowledge
from petition_supervision.domain.unit_grade import RATED_KINDS, Count, Progress, UnitGrade, grade_number

Counted = Mapping[str, tuple[Count, list[str]]]
"""What was counted for each unit, and the filings it was counted from."""


def grade_quarter(work: Work, quarter: str, final: bool, counted: Counted, progress: Progress) -> int:
    """Give every township and department its colour for a quarter; how many there are.

    A unit with no filings is yellow. A final grading that changes nothing is entered all the same: it says so.
    """
    units = work.units.get().of_kinds(*RATED_KINDS)
    for unit in units:
        number = grade_number(unit, quarter)
        kept = work.grades.get(number) or UnitGrade(number, unit, quarter)
        count, case_nos = counted.get(unit, (Count(), []))
        kept.grade(count, case_nos, work.settings.grade_reading, final, work.now)
        work.grades.save(kept)
    work.grades.set_progress(replace(progress, final=quarter) if final else replace(progress, graded=quarter))
    return len(units)


def acknowledge_reminder(work: Work, unit: str, quarter: str, person: str) -> UnitGrade:
    """橙色提醒: the unit's own officer has read it. Not graded yet, or not orange => NothingToAcknowledge."""
    kept = work.grades.get(grade_number(unit, quarter))
    if kept is None:
        raise NothingToAcknowledge("quarter", quarter=quarter)
    kept.acknowledge(person, work.now)
    work.grades.save(kept)
    return kept
