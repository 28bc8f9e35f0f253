"""Serials and wrong codes: counters that are written at once, outside any transaction.

A serial belongs to no transaction on purpose: one document that every registration of a day must change inside its
transaction would let only one registration run at a time. A registration that fails afterwards leaves a gap, which
its slip explains.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from pymongo import ReturnDocument, WriteConcern
from pymongo.database import Database
from pymongo.read_concern import ReadConcern

from petition_intake.domain.numbering import NumberSlip
from petition_intake.domain.query_code import TRIES_WINDOW, WrongTries

COUNTERS = "number_counters"
SLIPS = "number_slips"
TRIES = "wrong_codes"
REMEMBERED = 1000
BEFORE_EVERYTHING = datetime.fromtimestamp(0, UTC)


class MongoNumbers:
    """Serials from one counter a day.

    The increment is majority-written, so that no failover gives a serial out again. The slip that explains a gap is
    sent without waiting: losing one loses an explanation and nothing else. A transaction that the store asks to be
    run again finds its serial in memory and takes no second one.
    """

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._counters = database[COUNTERS]
        self._slips = database.get_collection(SLIPS, read_concern=ReadConcern("local"))
        self._sent_slips = database.get_collection(SLIPS, write_concern=WriteConcern(w=0))
        self._taken: OrderedDict[tuple[date, str], int] = OrderedDict()

    def take(self, day: date, request_id: str, unit: str, now: datetime) -> int:
        return self.take_several(day, [request_id], unit, now)[0]

    def take_several(self, day: date, request_ids: Sequence[str], unit: str, now: datetime) -> list[int]:
        new = [request_id for request_id in request_ids if (day, request_id) not in self._taken]
        if new:
            counter = self._counters.find_one_and_update(
                {"_id": f"{day:%Y%m%d}"},
                {"$inc": {"last": len(new)}},
                upsert=True,
                return_document=ReturnDocument.AFTER,
            )
            assert counter is not None, "an upsert that returns what it wrote always finds it"
            first = int(counter["last"]) - len(new) + 1
            slips = [
                {
                    "_id": f"{day:%Y%m%d}|{serial}",
                    "request": hashlib.sha256(request_id.encode()).hexdigest()[:32],
                    "unit": unit,
                    "taken_at": now,
                }
                for serial, request_id in enumerate(new, first)
            ]
            self._sent_slips.insert_many(slips)
            for serial, request_id in enumerate(new, first):
                self._taken[day, request_id] = serial
        taken = [self._taken[day, request_id] for request_id in request_ids]
        while len(self._taken) > REMEMBERED:
            self._taken.popitem(last=False)
        return taken

    def last(self, day: date) -> int:
        counter = self._counters.find_one({"_id": f"{day:%Y%m%d}"})
        return int(counter["last"]) if counter else 0

    def slips(self, day: date) -> list[NumberSlip]:
        rows = self._slips.find({"_id": {"$gte": f"{day:%Y%m%d}|", "$lt": f"{day:%Y%m%d}}}"}})
        return [
            NumberSlip(int(row["_id"].partition("|")[2]), row["request"], row["unit"], row["taken_at"]) for row in rows
        ]


class MongoTriesBook:
    """Wrong query codes, counted for each case number, known or not. Entries are forgotten after two days."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._tries = database[TRIES]

    def of(self, case_no: str) -> WrongTries | None:
        row = self._tries.find_one({"_id": case_no})
        return WrongTries(row["opened_at"], row["count"]) if row else None

    def add(self, case_no: str, now: datetime) -> None:
        over = {"$lte": [{"$ifNull": ["$opened_at", BEFORE_EVERYTHING]}, now - TRIES_WINDOW]}
        self._tries.update_one(
            {"_id": case_no},
            [
                {
                    "$set": {
                        "opened_at": {"$cond": [over, now, "$opened_at"]},
                        "count": {"$cond": [over, 1, {"$add": ["$count", 1]}]},
                        "written_at": "$$NOW",
                    }
                }
            ],
            upsert=True,
        )
