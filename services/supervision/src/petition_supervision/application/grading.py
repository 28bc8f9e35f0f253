"""Use cases of the three colours: what is counted, when units are graded, the reminder that is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from petition_supervision.application.ports import Work
from petition_supervision.application.supervising import open_item
from petition_supervision.domain.errors import NothingToAcknowledge
from petition_supervision.domain.ladder import Trigger
from petition_supervision.domain.unit_grade import RATED_KINDS, Colour, Count, Progress, UnitGrade, grade_number
from workdays import local_day

Counted = Mapping[str, tuple[Count, list[str]]]
"""What was counted for each unit, and the filings it was counted from."""


def grade_quarter(work: Work, quarter: str, final: bool, counted: Counted, progress: Progress) -> int:
    """Give every township and department its colour for a quarter; how many there are.

    红色督办: red puts the unit on the ledger, once while that entry is open. A unit with no filings is yellow.
    A final grading that changes nothing is entered all the same: it says so.
    """
    units = work.units.get().of_kinds(*RATED_KINDS)
    for unit in units:
        number = grade_number(unit, quarter)
        kept = work.grades.get(number) or UnitGrade(number, unit, quarter)
        count, case_nos = counted.get(unit, (Count(), []))
        kept.grade(count, case_nos, work.settings.grade_reading, final, work.now)
        work.grades.save(kept)
        if kept.latest.colour is Colour.RED:
            _supervise(work, unit)
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


def _supervise(work: Work, unit: str) -> None:
    """The bureau owns the entry; no person opened it, and every later step is a person's."""
    if work.items.open_of(unit, None, Trigger.RED_COLOUR) is None:
        due_on = local_day(work.now) + timedelta(days=work.settings.grade_supervision_days)
        open_item(work, Trigger.RED_COLOUR, unit, None, work.units.get().bureau, None, None, due_on)
