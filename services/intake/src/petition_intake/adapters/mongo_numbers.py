"""Serials and wrong codes: counters that are written at once, outside any transaction.

A serial belongs to no transaction on purpose: one document that every registration of a day must change inside its
transaction would let only one registration run at a time. A registration that fails afterwards leaves a gap, which
its slip explains.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

from pymongo import ReturnDocument, WriteConcern
from pymongo.database import Database
from pymongo.errors import DuplicateKeyError
from pymongo.read_concern import ReadConcern

from petition_intake.domain.numbering import NumberSlip
from petition_intake.domain.query_code import TRIES_WINDOW, WrongTries

COUNTERS = "number_counters"
SLIPS = "number_slips"
TRIES = "wrong_codes"
BEFORE_EVERYTHING = datetime.fromtimestamp(0, UTC)


class MongoNumbers:
    """Serials from one counter a day. The increment is majority-written, so no failover gives a serial out again."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._counters = database[COUNTERS]
        # A slip only explains a gap and spares one to a repeated request; a lost one does no harm.
        self._slips = database.get_collection(
            SLIPS, write_concern=WriteConcern(w=1), read_concern=ReadConcern("local")
        )

    def take(self, day: date, request_id: str, unit: str, now: datetime) -> int:
        slip_id = f"{day:%Y%m%d}|{hashlib.sha256(request_id.encode()).hexdigest()[:32]}"
        kept = self._slips.find_one({"_id": slip_id})
        if kept is not None:
            return int(kept["serial"])
        counter = self._counters.find_one_and_update(
            {"_id": f"{day:%Y%m%d}"},
            {"$inc": {"last": 1}},
            upsert=True,
            return_document=ReturnDocument.AFTER,
        )
        assert counter is not None, "an upsert that returns what it wrote always finds it"
        serial = int(counter["last"])
        try:
            self._slips.insert_one({"_id": slip_id, "serial": serial, "taken_at": now, "unit": unit})
        except DuplicateKeyError:
            # The same request is being carried out twice at this moment: both go on with the first one's number, so
            # that only one of them can register.
            first = self._slips.find_one({"_id": slip_id})
            assert first is not None, "slips are never removed"
            return int(first["serial"])
        return serial

    def last(self, day: date) -> int:
        counter = self._counters.find_one({"_id": f"{day:%Y%m%d}"})
        return int(counter["last"]) if counter else 0

    def slips(self, day: date) -> list[NumberSlip]:
        rows = self._slips.find({"_id": {"$gte": f"{day:%Y%m%d}|", "$lt": f"{day:%Y%m%d}}}"}})
        return [NumberSlip(row["serial"], row["taken_at"], row["unit"]) for row in rows]


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
