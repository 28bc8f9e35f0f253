"""Seals what was written before it was declared to be sealed."""

from __future__ import annotations

from typing import Any

import pymongo
from pymongo import ReplaceOne
from pymongo.collection import Collection
from pymongo.database import Database

from chassis.sealing import Seals

BATCH = 200


def seal_readable(database: Database[dict[str, Any]], seals: Seals) -> int:
    """Seal every readable field that is to be sealed; returns how many documents had one.

    It may be cut short at any moment and run again: what is sealed is passed over. A document that somebody else
    writes meanwhile is left to him.
    """
    # A look through a whole collection may take longer than any request.
    with pymongo.timeout(None):
        return sum(_seal_collection(database[name], seals) for name in seals.collections)


def _seal_collection(collection: Collection[dict[str, Any]], seals: Seals) -> int:
    done = 0
    wanted = _readable(seals.paths(collection.name))
    rows = list(collection.find(wanted, sort=[("_id", 1)], limit=BATCH))
    while rows:
        writes = [
            ReplaceOne({"_id": row["_id"], "version": row.get("version")}, seals.close(collection.name, row))
            for row in rows
        ]
        done += collection.bulk_write(writes, ordered=False).modified_count
        rows = list(collection.find({"_id": {"$gt": rows[-1]["_id"]}, **wanted}, sort=[("_id", 1)], limit=BATCH))
    return done


def _readable(paths: tuple[str, ...]) -> dict[str, Any]:
    """Documents with one of these fields in clear. What the chassis itself keeps as bytes stands beside a text."""

    def sealed_or_nothing(field: str) -> dict[str, Any]:
        return {"$or": [{"$in": [{"$type": field}, ["binData", "missing"]]}, {"$in": [field, [None, "", [], {}]]}]}

    return {"$expr": {"$not": {"$and": [sealed_or_nothing(f"${path}") for path in paths]}}}
