"""Looks at the promised dates of the three lists: reminds on the day, tells the miss after it; any number may run it.

Whoever tells something changes the problem in the same transaction, so of two workers one finds nothing left to do.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.unit_of_work import UnitOfWork, Units
from petition_supervision.adapters.collections import PROBLEMS
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.domain.settings import SupervisionSettings

BATCH = 100


class ProblemTimer:
    def __init__(self, settings: SupervisionSettings) -> None:
        self._settings = settings

    def run(self, units: Units, now: datetime) -> int:
        """Look at one batch of dates that have come; how many, 0 when none has."""
        due = units.database[PROBLEMS].find({"next_at": {"$lte": now}}, {"_id": 1}, sort=[("next_at", 1)], limit=BATCH)
        numbers = [row["_id"] for row in due]
        return units.run(lambda uow: self._look(uow, numbers)) if numbers else 0

    def waiting(self, reader: Database[dict[str, Any]], now: datetime) -> int:
        """How many dates have come and were not looked at."""
        return reader[PROBLEMS].count_documents({"next_at": {"$lte": now}})

    def _look(self, uow: UnitOfWork, numbers: list[str]) -> int:
        work = MongoWork(uow, self._settings)
        uow.preload(PROBLEMS, numbers)
        looked_at = 0
        for number in numbers:
            problem = work.problems.require(number)
            problem.look_at_date(uow.now, work.units.get())
            looked_at += bool(problem.pending)
            work.problems.save(problem)
        return looked_at
