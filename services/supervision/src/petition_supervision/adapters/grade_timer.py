"""Grades units at the end of every quarter, and for good some days later; any number of workers may run it.

Counting reads what is stored; writing is one transaction that begins with the progress document, so of two workers
that grade the same quarter one has nothing left to do.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.unit_of_work import UnitOfWork, Units
from petition_supervision.adapters.mongo_grades import count_quarter, read_progress
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application.grading import grade_quarter
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.unit_grade import Progress, next_grading


class GradeTimer:
    def __init__(self, settings: SupervisionSettings) -> None:
        self._settings = settings

    def run(self, units: Units, now: datetime) -> int:
        """Grade one quarter; how many units were graded, 0 when nothing is due."""
        progress = read_progress(units.database)
        due = self._due(progress, now)
        if progress is None or due is None:
            return 0
        counted = count_quarter(units.database, due[0])

        def grade(uow: UnitOfWork) -> int:
            work = MongoWork(uow, self._settings)
            kept = work.grades.progress()
            if kept != progress:
                return 0
            return grade_quarter(work, *due, counted, progress)

        return units.run(grade)

    def waiting(self, reader: Database[dict[str, Any]], now: datetime) -> int:
        """1 while a quarter waits to be graded."""
        return int(self._due(read_progress(reader), now) is not None)

    def _due(self, progress: Progress | None, now: datetime) -> tuple[str, bool] | None:
        return None if progress is None else next_grading(progress, now, self._settings.grade_freeze_days)
