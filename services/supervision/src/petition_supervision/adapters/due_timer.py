"""The sweep of the due-queue; any number of workers may run it.

1. Find the entries whose time has come, oldest first, at most a batch; what another worker has claimed is left out.
2. Claim them by compare-and-set, until `CLAIM_SECONDS` from now by the database's clock.
3. Fire those that are still claimed by this worker and still due, in one transaction.
4. The transaction failed because of one entry: fire them one by one; the bad one is put off by `PUT_OFF` and logged,
   the others are done.
5. The worker died between 2 and 3: the claim runs out and another worker takes them.

A claim only spares two workers the same work. What keeps an entry from firing twice is that firing changes the case:
of two transactions on the same case one cannot commit. Cost grows with what is due, not with what is open.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from prometheus_client import Counter, Histogram
from pymongo.database import Database

from chassis.mongo import is_outage
from chassis.unit_of_work import UnitOfWork, Units
from petition_supervision.adapters.collections import DUE
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application.sweep import Due, fire
from petition_supervision.domain.settings import SupervisionSettings

log = logging.getLogger(__name__)

BATCH = 200
CLAIM_SECONDS = 15
PUT_OFF = timedelta(minutes=5)
DELAY_BUCKETS = (0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 3600.0, 86400.0)

FIRE_DELAY = Histogram(
    "deadline_fire_delay_seconds", "From the instant a step was due to its firing.", buckets=DELAY_BUCKETS
)
PUT_OFF_TOTAL = Counter("deadline_put_off_total", "Due entries that could not be fired and were put off.")


class DueTimer:
    """One worker's sweep."""

    def __init__(self, settings: SupervisionSettings, batch: int = BATCH) -> None:
        self._settings = settings
        self._batch = batch
        self._worker = uuid.uuid4().hex

    def run(self, units: Units, now: datetime) -> int:
        """Claim and fire one batch; how many entries it dealt with, 0 when nothing is due or others are at it."""
        claimed = self._claim(units.database, now)
        if not claimed:
            return 0
        try:
            dealt_with = units.run(lambda uow: self._fire(uow, claimed))
        except Exception as error:
            if is_outage(error):
                raise
            log.warning("a batch of due entries failed, firing them one by one", extra={"reason": repr(error)})
            dealt_with = [due_at for identifier in claimed for due_at in self._fire_alone(units, identifier)]
        for due_at in dealt_with:
            FIRE_DELAY.observe(max((now - due_at).total_seconds(), 0.0))
        return len(dealt_with)

    def waiting(self, reader: Database[dict[str, Any]], now: datetime) -> int:
        """How many entries are due at `now`."""
        return reader[DUE].count_documents({"next_at": {"$lte": now}})

    def _claim(self, database: Database[dict[str, Any]], now: datetime) -> list[str]:
        free = {
            "next_at": {"$lte": now},
            "$or": [
                {"claimed_by": {"$exists": False}},
                {"claimed_by": self._worker},
                {"$expr": {"$lt": ["$claimed_until", "$$NOW"]}},
            ],
        }
        mark = [{"$set": {"claimed_by": self._worker, "claimed_until": {"$add": ["$$NOW", CLAIM_SECONDS * 1000]}}}]
        due = database[DUE]
        while found := [row["_id"] for row in due.find(free, {"_id": 1}, sort=[("next_at", 1)], limit=self._batch)]:
            # None modified: another worker was faster with all of them, and what comes after them is still free.
            if due.update_many({"_id": {"$in": found}, **free}, mark).modified_count:
                return found
        return []

    def _fire(self, uow: UnitOfWork, claimed: Sequence[str]) -> list[datetime]:
        """Fire the claimed entries that are still this worker's and still due; the instants they were due at."""
        rows = self._still_mine(uow, claimed)
        due = [Due(row.get("case_no"), row["ref"], row.get("urgent_no")) for row in rows]
        fire(MongoWork(uow, self._settings), due)
        return [row["next_at"] for row in rows]

    def _fire_alone(self, units: Units, identifier: str) -> list[datetime]:
        try:
            return units.run(lambda uow: self._fire(uow, [identifier]))
        except Exception as error:
            if is_outage(error):
                raise
            log.exception("a due entry could not be fired, it is put off", extra={"entry": identifier})
            put_off = units.run(lambda uow: self._put_off(uow, identifier))
            PUT_OFF_TOTAL.inc(len(put_off))
            return put_off

    def _put_off(self, uow: UnitOfWork, identifier: str) -> list[datetime]:
        rows = self._still_mine(uow, [identifier])
        free = {"claimed_by": "", "claimed_until": ""}
        for row in rows:
            uow.update(DUE, row["_id"], {"$set": {"next_at": uow.now + PUT_OFF}, "$unset": free})
        return [row["next_at"] for row in rows]

    def _still_mine(self, uow: UnitOfWork, claimed: Sequence[str]) -> list[dict[str, Any]]:
        mine = {"_id": {"$in": list(claimed)}, "claimed_by": self._worker, "next_at": {"$lte": uow.now}}
        return uow.find(DUE, mine, sort=[("next_at", 1), ("_id", 1)])
