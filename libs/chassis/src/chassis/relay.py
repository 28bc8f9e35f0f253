"""Takes committed events from the outbox to the bus.

1. Hold the lease; only one relay of a service publishes at a time. (A stale holder makes duplicates, no harm.)
2. Read the oldest unsent events, and whatever unsent event precedes one of them in its stream.
3. Publish them in waves, at most one event of a subject in each, every wave confirmed before the next: an event is
   never on the bus before its predecessor is safe there.
4. Mark as sent what the broker confirmed, and nothing else.
5. On doubt or refusal leave the rest unsent; it is taken again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from pymongo.database import Database
from pymongo.errors import PyMongoError

from chassis.bus import BUS_ERRORS
from chassis.event import Event
from chassis.lease import Lease
from chassis.logs import describe
from chassis.mongo import is_outage
from chassis.publisher import Fate, Outgoing, Publisher
from chassis.telemetry import RELAYED
from chassis.topology import events_exchange
from chassis.unit_of_work import OUTBOX

log = logging.getLogger(__name__)

BATCH = 500
LEASE_SECONDS = 10.0
PAUSES = (0.005, 0.01, 0.02, 0.04, 0.08)
"""Seconds between looks at an empty outbox: quick while there is traffic, calm when there is none."""
REST_SECONDS = 1.0
"""After doubt or refusal, or while it is another relay's turn."""


class Relay:
    """One service's relay; `run` until stopped, in a thread of its own."""

    def __init__(
        self,
        database: Database[dict[str, Any]],
        service: str,
        publisher: Publisher,
        told: threading.Event | None = None,
    ) -> None:
        """`told` is set by whoever commits events in this process, so that they need not wait for the next look."""
        self._told = told or threading.Event()
        self._outbox = database[OUTBOX]
        self._service = service
        self._exchange = events_exchange(service).name
        self._publisher = publisher
        self._lease = Lease(database, "relay", LEASE_SECONDS)
        self._held_until = 0.0

    @property
    def connected(self) -> bool:
        """Whether the bus is there to publish to, whether or not it is this relay's turn."""
        return self._publisher.connected

    def run(self, stop: threading.Event) -> None:
        idle = 0
        try:
            while not stop.is_set():
                try:
                    pause = self._turn(idle)
                except BUS_ERRORS as error:
                    log.warning("the bus is in doubt, unsent events stay", extra={"reason": describe(error)})
                    pause = REST_SECONDS
                except PyMongoError as error:
                    if not is_outage(error):
                        raise
                    log.warning("the store is away, the relay waits", extra={"reason": describe(error)})
                    pause = REST_SECONDS
                idle = idle + 1 if pause else 0
                if pause >= REST_SECONDS:
                    # Something is not as it should be; news of more events would only make for more of the same.
                    stop.wait(pause)
                elif self._told.wait(pause):
                    self._told.clear()
                    idle = 0
        finally:
            self._publisher.close()
            self._give_up_lease()

    def _turn(self, idle: int) -> float:
        """Do what there is to do; seconds to wait before the next turn."""
        self._publisher.beat()
        self._publisher.connect()
        if not self._hold():
            return REST_SECONDS
        sent, stuck = self.relay_once()
        if stuck:
            return REST_SECONDS
        return 0.0 if sent else PAUSES[min(idle, len(PAUSES) - 1)]

    def relay_once(self) -> tuple[int, int]:
        """Publish one batch of unsent events; how many became safe, and how many the broker would not take."""
        documents = list(self._outbox.find({"sent": False}, sort=[("order", 1)], limit=BATCH))
        stuck: set[str] = set()
        sent = 0
        for wave in _waves(self._with_predecessors(documents)):
            events = [event for event in wave if event.subject not in stuck]
            if not events:
                continue
            fates = self._publisher.publish([self._outgoing(event) for event in events])
            safe = [identifier for identifier, fate in fates.items() if fate is Fate.SAFE]
            self._outbox.update_many({"_id": {"$in": safe}}, {"$set": {"sent": True, "sent_at": datetime.now(UTC)}})
            sent += len(safe)
            stuck |= {event.subject for event in events if fates[event.id] is not Fate.SAFE}
            for fate in fates.values():
                RELAYED.labels(self._service, fate.value).inc()
        if stuck:
            log.error("the broker did not take events; is the topology declared?", extra={"subjects": len(stuck)})
        return sent, len(stuck)

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


def _waves(documents: list[dict[str, Any]]) -> Iterator[list[Event]]:
    """Split into waves with at most one event of a subject in each, in the order of its stream."""
    by_subject: dict[str, list[Event]] = {}
    for document in documents:
        by_subject.setdefault(document["subject"], []).append(Event.from_document(document))
    streams = [sorted(events, key=lambda event: event.sequence) for events in by_subject.values()]
    for depth in range(max(map(len, streams), default=0)):
        yield [events[depth] for events in streams if depth < len(events)]
