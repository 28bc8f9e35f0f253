"""One transaction for everything a message changes: state, outgoing events, the message's mark and audit entry.

Reads go through an identity map; writes are collected and flushed as one bulk write a collection at the end, so a
batch of a hundred events costs a handful of round trips.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

import pymongo
from bson import ObjectId
from pymongo import DeleteOne, InsertOne, MongoClient, ReadPreference, ReplaceOne, UpdateOne
from pymongo.client_session import ClientSession
from pymongo.database import Database

from chassis.bell import ring
from chassis.clock import Clock
from chassis.event import Event
from chassis.mongo import OPERATION_SECONDS, SAFE_WRITE, SNAPSHOT
from chassis.sealing import NOTHING_SEALED, Seals

OUTBOX = "outbox"
UNSENT: dict[str, Any] = {"sent": False, "order": {"$exists": True}}
"""Outbox entries not yet safe on the bus. Without a word on `order` the store would not use the index that holds them,
and would read every event ever told."""
Document = dict[str, Any]
T = TypeVar("T")


class LostUpdate(Exception):
    """A document changed between its read and its write inside one unit of work; the unit wrote nothing."""


class UnitOfWork:
    """What one message may read and write. Nothing is visible outside before the transaction commits."""

    def __init__(
        self,
        database: Database[Document],
        session: ClientSession,
        now: datetime,
        source: str,
        correlation_id: str,
        seals: Seals,
    ) -> None:
        self.now = now
        self.correlation_id = correlation_id
        self.told = False
        """Whether events were written with this unit."""
        self._database = database
        self._session = session
        self._source = source
        self._seals = seals
        self._documents: dict[tuple[str, Any], Document | None] = {}
        self._loaded_versions: dict[tuple[str, Any], int | None] = {}
        self._dirty: dict[tuple[str, Any], None] = {}
        self._operations: dict[str, list[Any]] = {}
        self._published: list[Document] = []

    # -- reading ---------------------------------------------------------------------------------------------------

    def get(self, collection: str, identifier: Any) -> Document | None:
        """The document as this unit of work sees it, or None. Do not change it in place: put a new one."""
        slot = (collection, identifier)
        if slot not in self._documents:
            self.preload(collection, [identifier])
        return self._documents[slot]

    def preload(self, collection: str, identifiers: Iterable[Any]) -> None:
        """Read many documents in one round trip; later `get`s of them cost nothing."""
        missing = [i for i in dict.fromkeys(identifiers) if (collection, i) not in self._documents]
        if not missing:
            return
        for identifier in missing:
            self._remember(collection, identifier, None)
        for document in self._database[collection].find({"_id": {"$in": missing}}, session=self._session):
            self._remember(collection, document["_id"], document)

    def find(
        self,
        collection: str,
        filter: Mapping[str, Any],
        sort: Sequence[tuple[str, int]] | None = None,
        limit: int = 0,
    ) -> list[Document]:
        """Documents that match, this unit's own writes included."""
        self.flush()
        found = []
        wanted = self._seals.close_filter(collection, filter)
        for document in self._database[collection].find(wanted, session=self._session, sort=sort, limit=limit):
            slot = (collection, document["_id"])
            if slot not in self._documents:
                self._remember(collection, document["_id"], document)
            found.append(self._documents[slot] or document)
        return found

    # -- writing ---------------------------------------------------------------------------------------------------

    def put(self, collection: str, document: Document) -> None:
        """Insert a document that was never loaded, or replace the loaded version of it. It carries `_id`, `version`."""
        slot = (collection, document["_id"])
        self._loaded_versions.setdefault(slot, None)
        self._documents[slot] = document
        self._dirty[slot] = None

    def insert(self, collection: str, document: Document) -> None:
        """Add a document to an append-only collection."""
        self._operations.setdefault(collection, []).append(InsertOne(self._seals.close(collection, document)))

    def insert_first(self, collection: str, document: Document) -> None:
        """Add a document before anything else is written; DuplicateKeyError at once when it is there already."""
        self._database[collection].insert_one(self._seals.close(collection, document), session=self._session)

    def update(
        self,
        collection: str,
        identifier: Any,
        change: Mapping[str, Any] | Sequence[Mapping[str, Any]],
        upsert: bool = False,
    ) -> None:
        """Apply update operators ($inc, $set …), or stages, to a document that this unit of work does not read."""
        closed = self._seals.close_change(collection, change)
        self._operations.setdefault(collection, []).append(UpdateOne({"_id": identifier}, closed, upsert=upsert))

    def delete(self, collection: str, identifier: Any) -> None:
        """Remove a document (a timer that is done, a held message that was applied)."""
        slot = (collection, identifier)
        self._dirty.pop(slot, None)
        self._documents[slot] = None
        self._loaded_versions[slot] = None
        self._operations.setdefault(collection, []).append(DeleteOne({"_id": identifier}))

    def publish(self, type: str, subject: str, sequence: int, data: Document) -> Event:
        """Send an event with this transaction: it leaves, through the relay, if and only if the unit commits."""
        event = Event(
            id=f"{subject}:{sequence}",
            source=self._source,
            type=type,
            subject=subject,
            sequence=sequence,
            time=self.now,
            correlation_id=self.correlation_id,
            data=data,
        )
        self._published.append({**event.to_document(), "order": ObjectId(), "sent": False})
        return event

    def flush(self) -> None:
        """Send collected writes to the server, inside the transaction."""
        for collection, identifier in self._dirty:
            document = self._documents[collection, identifier]
            assert document is not None
            loaded = self._loaded_versions[collection, identifier]
            closed = self._seals.close(collection, document)
            operation = (
                InsertOne(closed) if loaded is None else ReplaceOne({"_id": identifier, "version": loaded}, closed)
            )
            self._operations.setdefault(collection, []).append(operation)
            self._loaded_versions[collection, identifier] = document["version"]
        self._dirty.clear()
        operations, self._operations = self._operations, {}
        for collection, batch in operations.items():
            result = self._database[collection].bulk_write(batch, session=self._session)
            # Updates match what they may; a replacement always has a document of the loaded version to replace.
            expected = sum(isinstance(operation, ReplaceOne) for operation in batch)
            if result.matched_count < expected:
                raise LostUpdate(collection)
        published, self._published = self._published, []
        if published:
            self.told = True
            self._database[OUTBOX].insert_many(published, session=self._session)

    def _remember(self, collection: str, identifier: Any, document: Document | None) -> None:
        self._documents[collection, identifier] = document
        self._loaded_versions[collection, identifier] = None if document is None else document.get("version", 0)


class Units:
    """Opens units of work for one service."""

    def __init__(
        self,
        client: MongoClient[Document],
        database: str,
        clock: Clock,
        source: str,
        seals: Seals = NOTHING_SEALED,
    ) -> None:
        self.database: Database[Document] = client[database]
        self.clock = clock
        self.source = source
        self.seals = seals
        self._client = client

    def run(self, work: Callable[[UnitOfWork], T], correlation_id: str | None = None) -> T:
        """Run `work` in one transaction (snapshot reads, journaled majority write) and return what it returned.

        `work` may be run again from the start when the server asks for it, so it must do nothing but through its
        unit of work. Whatever it raises aborts the transaction and is raised here. A PyMongoError means that the
        outcome is unknown or that nothing was written; the same message may safely be tried again.
        """
        correlation = correlation_id or str(uuid.uuid4())

        def transaction(session: ClientSession) -> tuple[T, bool]:
            unit = UnitOfWork(self.database, session, self.clock.now(), self.source, correlation, self.seals)
            result = work(unit)
            unit.flush()
            return result, unit.told

        with pymongo.timeout(OPERATION_SECONDS), self._client.start_session() as session:
            result, told = session.with_transaction(
                transaction,
                read_concern=SNAPSHOT,
                write_concern=SAFE_WRITE,
                read_preference=ReadPreference.PRIMARY,
            )
        if told:
            ring(self.database)
        return result
