"""The log from end to end, and the bench on which timelines are rebuilt beside the live ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bson import ObjectId
from pymongo import ReplaceOne
from pymongo.collection import Collection
from pymongo.database import Database

from petition_metrics.adapters.element_days import FIELD, with_element_days
from petition_metrics.adapters.event_documents import of_subject, to_occurrence
from petition_metrics.adapters.mongo_indexes import TIMELINE_INDEXES
from petition_metrics.adapters.mongo_names import CASE_TIMELINES, EVENT_LOG, REBUILT_TIMELINES, REGISTERS
from petition_metrics.domain.occurrence import Occurrence
from petition_metrics.domain.register import REGISTER, Register
from petition_metrics.domain.timeline import Timeline

Document = dict[str, Any]
READ_AT_ONCE = 5000
FOLDED = {FIELD: 0}
"""A timeline as it is folded; what the index needs beside it is made whenever one is kept."""
CLOCKS_DIFFER_BY = timedelta(minutes=10)
"""Machines that append to the log may disagree about the time by this much."""


class MongoWholeLog:
    """Reads in runs of keys, so no cursor has to outlive one request."""

    def __init__(self, database: Database[Document]) -> None:
        self._log = database[EVENT_LOG]

    def mark(self) -> ObjectId:
        return ObjectId.from_datetime(datetime.now(UTC) - CLOCKS_DIFFER_BY)

    def size(self) -> int:
        return int(self._log.estimated_document_count())

    def stream(self) -> Iterator[Occurrence]:
        return (to_occurrence(document) for document in _by_id(self._log, READ_AT_ONCE))

    def of_subject(self, subject: str) -> Iterator[Occurrence]:
        return (to_occurrence(document) for document in self._log.find(of_subject(subject), sort=[("_id", 1)]))

    def subjects_since(self, mark: ObjectId) -> Iterator[str]:
        seen: set[str] = set()
        for document in self._log.find({"order": {"$gte": mark}}, {"subject": 1}):
            if document["subject"] not in seen:
                seen.add(document["subject"])
                yield document["subject"]


class MongoBench:
    """The collection in which timelines are rebuilt; as a projection it reads and keeps those."""

    def __init__(self, database: Database[Document]) -> None:
        self._database = database
        self._rebuilt = database[REBUILT_TIMELINES]
        self._live = database[CASE_TIMELINES]

    def clear(self) -> None:
        self._rebuilt.drop()
        self._database.create_collection(REBUILT_TIMELINES)

    def add(self, timelines: list[Timeline]) -> None:
        self._rebuilt.insert_many([with_element_days(one) for one in timelines], ordered=False)

    def replace(self, timelines: list[Timeline]) -> None:
        if timelines:
            self._rebuilt.bulk_write(
                [ReplaceOne({"_id": one["_id"]}, with_element_days(one), upsert=True) for one in timelines]
            )

    def timeline(self, case_no: str) -> Timeline | None:
        return self._rebuilt.find_one({"_id": case_no})

    def keep_timeline(self, timeline: Timeline) -> None:
        self.replace([timeline])

    def forget_timeline(self, case_no: str) -> None:
        self._rebuilt.delete_one({"_id": case_no})

    def register(self) -> Register | None:
        return self._database[REGISTERS].find_one({"_id": REGISTER})

    def keep_register(self, register: Register) -> None:
        self._database[REGISTERS].replace_one({"_id": REGISTER}, register, upsert=True)

    def some(self, case_numbers: list[str]) -> dict[str, Timeline]:
        return _some(self._rebuilt, case_numbers)

    def some_live(self, case_numbers: list[str]) -> dict[str, Timeline]:
        return _some(self._live, case_numbers)

    def rebuilt(self) -> Iterator[Timeline]:
        return _by_id(self._rebuilt, READ_AT_ONCE // 10)

    def live(self) -> Iterator[Timeline]:
        return _by_id(self._live, READ_AT_ONCE // 10)

    def finish(self) -> None:
        self._rebuilt.create_indexes(list(TIMELINE_INDEXES))

    def discard(self) -> None:
        self._rebuilt.drop()

    def swap(self) -> None:
        self._rebuilt.rename(CASE_TIMELINES, dropTarget=True)


def _some(collection: Collection[Document], identifiers: list[str]) -> dict[str, Document]:
    return {document["_id"]: document for document in collection.find({"_id": {"$in": identifiers}}, FOLDED)}


def _by_id(collection: Collection[Document], at_once: int) -> Iterator[Document]:
    last: Any = None
    while True:
        wanted = {} if last is None else {"_id": {"$gt": last}}
        found = list(collection.find(wanted, FOLDED, sort=[("_id", 1)], limit=at_once))
        yield from found
        if len(found) < at_once:
            return
        last = found[-1]["_id"]
