"""Takes committed events from the outbox to the bus.

1. Hold the lease; only one relay of a service publishes at a time. (A stale holder makes duplicates, no harm.)
2. Read the oldest unsent events, and whatever unsent event precedes one of them in its stream.
3. Publish them over one channel, those of a stream in its order, and wait for the broker's word on each.
4. Mark as sent what the broker confirmed, unless an event before it in its stream was not: then it goes again after
   that one.
5. On doubt or refusal leave the rest unsent; it is taken again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import takewhile
from typing import Any

from pymongo.database import Database
from pymongo.errors import PyMongoError

from chassis.bell import Bell
from chassis.bus import BUS_ERRORS
from chassis.event import Event
from chassis.lease import Lease
from chassis.logs import describe
from chassis.mongo import is_outage
from chassis.publisher import Fate, Outgoing, Publisher
from chassis.telemetry import RELAYED
from chassis.topology import events_exchange
from chassis.unit_of_work import OUTBOX, UNSENT

log = logging.getLogger(__name__)

BATCH = 500
LEASE_SECONDS = 10.0
GATHER_SECONDS = 0.01
"""Between batches while there is traffic: what is committed meanwhile goes together."""
REST_SECONDS = 1.0
"""After doubt or refusal, or while it is another relay's turn."""


class Relay:
    """One service's relay; `run` until stopped, in a thread of its own."""

    def __init__(self, database: Database[dict[str, Any]], service: str, publisher: Publisher) -> None:
        self._outbox = database[OUTBOX]
        self._service = service
        self._exchange = events_exchange(service).name
        self._publisher = publisher
        self._lease = Lease(database, "relay", LEASE_SECONDS)
        self._bell = Bell(database)
        self._held_until = 0.0

    @property
    def connected(self) -> bool:
        """Whether the bus is there to publish to, whether or not it is this relay's turn."""
        return self._publisher.connected

    def run(self, stop: threading.Event) -> None:
        try:
            while not stop.is_set():
                try:
                    self._turn(stop)
                except BUS_ERRORS as error:
                    log.warning("the bus is in doubt, unsent events stay", extra={"reason": describe(error)})
                    stop.wait(REST_SECONDS)
                except PyMongoError as error:
                    if not is_outage(error):
                        raise
                    log.warning("the store is away, the relay waits", extra={"reason": describe(error)})
                    stop.wait(REST_SECONDS)
        finally:
            self._publisher.close()
            self._bell.close()
            self._give_up_lease()

    def _turn(self, stop: threading.Event) -> None:
        """Do what there is to do, and wait as long as the next turn can wait."""
        self._publisher.beat()
        self._publisher.connect()
        if not self._hold():
            stop.wait(REST_SECONDS)
            return
        sent, stuck = self.relay_once()
        if stuck:
            # Something is not as it should be; news of more events would only make for more of the same.
            stop.wait(REST_SECONDS)
        elif sent:
            stop.wait(GATHER_SECONDS)
        else:
            self._bell.wait(stop)

    def relay_once(self) -> tuple[int, int]:
        """Publish one batch of unsent events; how many became safe, and in how many streams the broker took not all."""
        documents = list(self._outbox.find(UNSENT, sort=[("order", 1)], limit=BATCH))
        if not documents:
            return 0, 0
        streams = _streams(self._with_predecessors(documents))
        fates = self._publisher.publish([self._outgoing(event) for stream in streams for event in stream])
        safe = [event.id for stream in streams for event in _safe_head(stream, fates)]
        if safe:
            self._outbox.update_many({"_id": {"$in": safe}}, {"$set": {"sent": True, "sent_at": datetime.now(UTC)}})
        for fate, number in Counter(fates.values()).items():
            RELAYED.labels(self._service, fate.value).inc(number)
        stuck = sum(any(fates[event.id] is not Fate.SAFE for event in stream) for stream in streams)
        if stuck:
            log.error("the broker did not take events; is the topology declared?", extra={"subjects": stuck})
        return len(safe), stuck

    def _with_predecessors(self, documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Add the unsent events that come before these in their streams.

        `order` is the order of writing only within one process: two processes' clocks differ, and a read may pass a
        place just before something is committed there. Within a stream the sequence is what counts.
        """
        complete = {document["_id"]: document for document in documents}
        fresh = documents
        while fresh:
            before = {f"{d['subject']}:{d['sequence'] - 1}" for d in fresh if d["sequence"] > 1} - complete.keys()
            fresh = list(self._outbox.find({"_id": {"$in": list(before)}, "sent": False})) if before else []
            complete.update((document["_id"], document) for document in fresh)
        return list(complete.values())

    def _hold(self) -> bool:
        if time.monotonic() > self._held_until:
            asked_at = time.monotonic()
            if not self._lease.hold():
                return False
            self._held_until = asked_at + LEASE_SECONDS / 3
        return True

    def _give_up_lease(self) -> None:
        try:
            self._lease.release()
        except PyMongoError as error:
            log.warning("the lease could not be given up, it runs out", extra={"reason": describe(error)})

    def _outgoing(self, event: Event) -> Outgoing:
        return Outgoing(event.id, self._exchange, event.type, event.to_body(), event.to_headers())


def _streams(documents: list[dict[str, Any]]) -> list[list[Event]]:
    """The events by stream, each stream in its order."""
    by_subject: dict[str, list[Event]] = {}
    for document in documents:
        by_subject.setdefault(document["subject"], []).append(Event.from_document(document))
    return [sorted(events, key=lambda event: event.sequence) for events in by_subject.values()]


def _safe_head(stream: list[Event], fates: Mapping[str, Fate]) -> Iterator[Event]:
    """The events of a stream before its first that is not safe."""
    return takewhile(lambda event: fates[event.id] is Fate.SAFE, stream)
