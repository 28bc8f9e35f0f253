"""Tells of vacant offices and of appraisals that were not made; any number of workers may run it.

What is due is read outside the transaction and looked at again within it, so of two workers one finds it told.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from pymongo.database import Database

from chassis.unit_of_work import Units
from petition_supervision.adapters.appraisal_views import units_appraised
from petition_supervision.adapters.collections import APPRAISAL_YEARS, JOINT_OFFICES
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application.house_duties import end_appraisal_year, tell_vacancies
from petition_supervision.domain.settings import SupervisionSettings
from workdays import local_day

BATCH = 50


class HouseDutyTimer:
    def __init__(self, settings: SupervisionSettings) -> None:
        self._settings = settings

    def run(self, units: Units, now: datetime) -> int:
        """Tell of one batch; how many, 0 when nothing is due."""
        vacant = units.database[JOINT_OFFICES].find(self._vacant(now), {"_id": 1}, limit=BATCH)
        offices = [row["_id"] for row in vacant]
        year = units.database[APPRAISAL_YEARS].find_one(_over(now), {"_id": 1})
        told = 0
        if offices:
            told += units.run(lambda uow: tell_vacancies(MongoWork(uow, self._settings), offices))
        if year is not None:
            appraised = units_appraised(units.database, int(year["_id"]))
            told += units.run(lambda uow: end_appraisal_year(MongoWork(uow, self._settings), year["_id"], appraised))
        return told

    def waiting(self, reader: Database[dict[str, Any]], now: datetime) -> int:
        """How many vacancies and years are to be told of."""
        vacant = reader[JOINT_OFFICES].count_documents(self._vacant(now))
        return vacant + reader[APPRAISAL_YEARS].count_documents(_over(now))

    def _vacant(self, now: datetime) -> dict[str, Any]:
        """Days are stored as ISO text."""
        latest = local_day(now) - timedelta(days=self._settings.vacancy_days)
        return {"vacancy_told": False, "vacant_since": {"$lte": latest.isoformat()}}


def _over(now: datetime) -> dict[str, Any]:
    return {"over": False, "due_on": {"$lt": local_day(now).isoformat()}}
