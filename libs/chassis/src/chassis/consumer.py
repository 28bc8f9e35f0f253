"""Takes events from the inbox queue in batches, one transaction a batch.

1. Take what is there, up to a batch.
2. A message that is no event is parked.
3. Apply the rest in one transaction; acknowledge them together.
4. If that fails because of one of them, apply them one by one: the bad one goes to the next retry queue, after the
   last retry it is parked; the others are done.
5. If the store or the bus is away, acknowledge nothing, wait, connect anew: the broker gives the messages again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from kombu import Connection, Consumer, Queue
from pymongo.errors import PyMongoError

from chassis.bus import BUS_ERRORS, ConfirmTimeout, drain, hard_close, open_connection
from chassis.event import Event, Undecodable
from chassis.inbox import Inbox, Outcomes, Rejected
from chassis.logs import describe
from chassis.mongo import is_outage
from chassis.parking import ATTEMPT_HEADER, Parking, attempts_of, own_headers
from chassis.publisher import Fate, Outgoing, Publisher
from chassis.service import Service
from chassis.telemetry import CONSUME_DELAY, CONSUMED, Attachment
from chassis.topology import events_exchange, inbox_name, retry_name
from chassis.unit_of_work import Units

__all__ = ["EventConsumer", "Received", "is_outage"]

log = logging.getLogger(__name__)

LINGER_SECONDS = 0.002
"""How long a started batch waits for one more message."""
GATHER_SECONDS = 0.025
"""From the end of a batch to the start of the next while there is traffic: what comes meanwhile goes together."""


@dataclass(frozen=True)
class Received:
    """A message from the queue, or a held one, together with the event it carries."""

    headers: Mapping[str, Any]
    body: bytes
    event: Event

    @classmethod
    def held(cls, event: Event) -> Received:
        return cls(event.to_headers(), event.to_body(), event)


class EventConsumer:
    """One consumer of a service's inbox; any number may run at once. `run` until stopped, in a thread of its own."""

    def __init__(
        self,
        service: Service,
        units: Units,
        uri: str,
        publisher: Publisher,
        retry_seconds: Sequence[int],
        batch_size: int = 100,
    ) -> None:
        self._service = service
        self._units = units
        self._uri = uri
        self._publisher = publisher
        self._retry_seconds = tuple(retry_seconds)
        self._batch_size = batch_size
        self._inbox = Inbox(service)
        self._parking = Parking(units.database, service.name, units.seals)
        self._queue = inbox_name(service.name)
        self.attached = Attachment(self._queue)

    def run(self, stop: threading.Event) -> None:
        while not stop.is_set():
            try:
                self._consume(stop)
            except BUS_ERRORS as error:
                log.warning("the bus is away, connecting again", extra={"reason": describe(error)})
            except PyMongoError as error:
                if not is_outage(error):
                    raise
                log.warning("the store is away, taking the messages again", extra={"reason": describe(error)})
            finally:
                self.attached.clear()
            stop.wait(1.0)
        self._publisher.close()

    def _consume(self, stop: threading.Event) -> None:
        connection = open_connection(self._uri)
        try:
            received: list[Any] = []
            consumer = Consumer(
                connection.channel(),
                [Queue(self._queue, no_declare=True)],
                on_message=received.append,
                prefetch_count=2 * self._batch_size,
                auto_declare=False,
            )
            consumer.consume()
            self.attached.set()
            log.info("consumer attached", extra={"queue": self._queue})
            ended = 0.0
            while not stop.is_set():
                self._gather(connection, received, ended + GATHER_SECONDS)
                if received:
                    batch = received[: self._batch_size]
                    del received[: self._batch_size]
                    self._process(batch, connection)
                    batch[-1].channel.basic_ack(batch[-1].delivery_tag, multiple=True)
                    ended = time.monotonic()
            consumer.cancel()
        finally:
            hard_close(connection)

    def _gather(self, connection: Connection, received: list[Any], until: float) -> None:
        """Fill `received` up to a batch; return when it is past `until` and nothing more comes."""
        while len(received) < self._batch_size:
            linger = max(until - time.monotonic(), LINGER_SECONDS) if received else 1.0
            if not drain(connection, linger):
                return

    def _process(self, batch: Sequence[Any], connection: Connection) -> None:
        """After this every message of the batch is applied, waiting in a retry queue, or parked."""
        readable = []
        for message in batch:
            headers, body = message.headers or {}, _body(message)
            try:
                readable.append(Received(headers, body, self._read(message, headers, body)))
            except Undecodable as error:
                self._park(headers, body, f"undecodable: {error}", ("unknown", "undecodable"))
        if not readable:
            return
        try:
            self._apply([one.event for one in readable])
        except Exception as error:
            if is_outage(error):
                raise
            log.warning("a batch failed, taking its events one by one", extra={"reason": describe(error)})
            for one in readable:
                # Many slow events must not look like a dead consumer to the broker.
                connection.heartbeat_check()
                if self._process_alone(one):
                    self._release_held(one.event.stream)

    def _read(self, message: Any, headers: Mapping[str, Any], body: bytes) -> Event:
        """The event of a message; one that could not have come from its source by the bus => Undecodable."""
        event = Event.from_message(headers, body)
        if event.source not in self._service.follows:
            raise Undecodable(f"{event.source!r} is not followed here")
        # What was retried or put back comes by the default exchange, which has no name and only serves this service.
        exchange = message.delivery_info.get("exchange")
        if exchange not in ("", events_exchange(event.source).name):
            raise Undecodable(f"an event of {event.source!r} came by the exchange {exchange!r}")
        return event

    def _process_alone(self, one: Received) -> bool:
        """Apply one event; False when it went to a retry queue or was parked instead."""
        labels = (one.event.source, one.event.type)
        try:
            self._apply([one.event], release=False)
        except Rejected as error:
            self._park(one.headers, one.body, f"rejected: {error}", labels)
        except Exception as error:
            if is_outage(error):
                raise
            log.exception(
                "an event could not be applied", extra={"event_type": one.event.type, "event_id": one.event.id}
            )
            self._retry(one, error)
        else:
            return True
        return False

    def _release_held(self, stream: str) -> None:
        """Apply the held events whose turn has come, each by itself; a bad one leaves the store like any other."""
        while event := self._units.run(lambda uow: self._inbox.next_held(uow, stream)):
            if not self._process_alone(Received.held(event)):
                self._units.run(partial(self._inbox.withdraw, event=event))

    def _apply(self, events: list[Event], release: bool = True) -> None:
        outcomes: Outcomes = self._units.run(lambda uow: self._inbox.apply(uow, events, release))
        for (source, type, outcome), number in outcomes.items():
            CONSUMED.labels(self._service.name, source, type, outcome).inc(number)
        if self._units.clock.kind == "system":
            now = time.time()
            for event in events:
                CONSUME_DELAY.labels(self._service.name).observe(max(now - event.time.timestamp(), 0.0))

    def _retry(self, one: Received, error: Exception) -> None:
        attempts = attempts_of(one.headers)
        if attempts >= len(self._retry_seconds):
            self._park(one.headers, one.body, repr(error), (one.event.source, one.event.type))
            return
        queue = retry_name(self._service.name, self._retry_seconds[attempts])
        headers = {**own_headers(one.headers), ATTEMPT_HEADER: attempts + 1}
        again = Outgoing(one.event.id, "", queue, one.body, headers)
        if self._publisher.publish([again])[one.event.id] is not Fate.SAFE:
            raise ConfirmTimeout(f"the broker did not take an event for {queue}")
        CONSUMED.labels(self._service.name, one.event.source, one.event.type, "retried").inc()

    def _park(self, headers: Mapping[str, Any], body: bytes, error: str, labels: tuple[str, str]) -> None:
        identifier = self._parking.park(headers, body, error, self._units.clock.now())
        CONSUMED.labels(self._service.name, *labels, "parked").inc()
        log.error("a message was parked", extra={"parked_id": identifier, "source": labels[0], "event_type": labels[1]})


def _body(message: Any) -> bytes:
    return message.body if isinstance(message.body, bytes) else str(message.body).encode("utf-8", "surrogatepass")
