"""Tells of proposals whose written answer never came; any number of workers may run it.

What is overdue is read outside the transaction and looked at again within it. Telling changes the item, so of two
workers with the same item one cannot commit, and finds it told when it tries again.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.unit_of_work import Units
from petition_supervision.adapters.collections import ITEMS
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application.unanswered_proposals import miss_feedback
from petition_supervision.domain.settings import SupervisionSettings
from workdays import local_day

BATCH = 50


class ProposalTimer:
    def __init__(self, settings: SupervisionSettings) -> None:
        self._settings = settings

    def run(self, units: Units, now: datetime) -> int:
        """Tell of one batch; how many, 0 when every proposal is answered or its day is not over."""
        found = units.database[ITEMS].find(_overdue(now), {"_id": 1}, limit=BATCH)
        numbers = [row["_id"] for row in found]
        if not numbers:
            return 0
        return units.run(lambda uow: miss_feedback(MongoWork(uow, self._settings), numbers))

    def waiting(self, reader: Database[dict[str, Any]], now: datetime) -> int:
        """How many proposals are overdue and not told of."""
        return reader[ITEMS].count_documents(_overdue(now))


def _overdue(now: datetime) -> dict[str, Any]:
    """Days are stored as ISO text, so an item without a signature is not below any of them."""
    return {
        "feedback": None,
        "feedback_missed_at": None,
        "signature.feedback_due_on": {"$lt": local_day(now).isoformat()},
    }
