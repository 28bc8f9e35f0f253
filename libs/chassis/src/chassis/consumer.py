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
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kombu import Connection, Consumer, Queue
from kombu.exceptions import OperationalError
from pymongo.errors import ConnectionFailure, PyMongoError

from chassis.event import Event, Undecodable
from chassis.inbox import Inbox, Outcomes, Rejected
from chassis.parking import ATTEMPT_HEADER, Parking
from chassis.publisher import (
    CHANNEL_ERRORS,
    CONNECT_SECONDS,
    CONNECTION_ERRORS,
    HEARTBEAT_SECONDS,
    ConfirmTimeout,
    Fate,
    Outgoing,
    Publisher,
)
from chassis.service import Service
from chassis.telemetry import ATTACHED, CONSUME_DELAY, CONSUMED
from chassis.topology import inbox_name, retry_name
from chassis.unit_of_work import Units

log = logging.getLogger(__name__)

BUS_ERRORS = (ConfirmTimeout, OperationalError, *CONNECTION_ERRORS, *CHANNEL_ERRORS)
LINGER_SECONDS = 0.002
"""How long a started batch waits for one more message."""


def is_outage(error: BaseException) -> bool:
    """Whether the store is away or overloaded, rather than the message at fault."""
    if isinstance(error, ConnectionFailure):
        return True
    labels = ("TransientTransactionError", "UnknownTransactionCommitResult", "RetryableWriteError")
    return isinstance(error, PyMongoError) and (error.timeout or any(map(error.has_error_label, labels)))


@dataclass(frozen=True)
class Received:
    """A message together with the event it carries."""

    message: Any
    event: Event

    @property
    def attempts(self) -> int:
        return int(self.message.headers.get(ATTEMPT_HEADER, 0))


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
        self._parking = Parking(units.database, service.name)
        self._queue = inbox_name(service.name)
        self.attached = threading.Event()

    def run(self, stop: threading.Event) -> None:
        while not stop.is_set():
            try:
                self._consume(stop)
            except BUS_ERRORS as error:
                log.warning("the bus is away, connecting again", extra={"reason": repr(error)})
            except PyMongoError as error:
                if not is_outage(error):
                    raise
                log.warning("the store is away, taking the messages again", extra={"reason": repr(error)})
            finally:
                self._detach()
            stop.wait(1.0)
        self._publisher.close()

    def _consume(self, stop: threading.Event) -> None:
        connection = Connection(self._uri, heartbeat=HEARTBEAT_SECONDS, connect_timeout=CONNECT_SECONDS)
        try:
            connection.connect()
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
            ATTACHED.labels(self._queue).set(1)
            log.info("consumer attached", extra={"queue": self._queue})
            while not stop.is_set():
                self._gather(connection, received)
                if received:
                    batch = received[: self._batch_size]
                    del received[: self._batch_size]
                    self._process(batch)
                    batch[-1].channel.basic_ack(batch[-1].delivery_tag, multiple=True)
            consumer.cancel()
        finally:
            _close(connection)

    def _gather(self, connection: Connection, received: list[Any]) -> None:
        """Fill `received` up to a batch; return as soon as nothing more comes."""
        while len(received) < self._batch_size:
            try:
                connection.drain_events(timeout=LINGER_SECONDS if received else 1.0)
            except TimeoutError:
                connection.heartbeat_check()
                return

    def _process(self, batch: Sequence[Any]) -> None:
        """After this every message of the batch is applied, waiting in a retry queue, or parked."""
        decoded = []
        for message in batch:
            try:
                decoded.append(Received(message, Event.from_message(message.headers, _body(message))))
            except Undecodable as error:
                self._park(message, f"undecodable: {error}", ("unknown", "undecodable"))
        if not decoded:
            return
        try:
            self._apply([one.event for one in decoded])
        except Exception as error:
            if is_outage(error):
                raise
            log.warning("a batch failed, taking its events one by one", extra={"reason": repr(error)})
            for one in decoded:
                self._process_alone(one)

    def _process_alone(self, one: Received) -> None:
        try:
            self._apply([one.event])
        except Rejected as error:
            self._park(one.message, f"rejected: {error}", (one.event.source, one.event.type))
        except Exception as error:
            if is_outage(error):
                raise
            log.exception("an event could not be applied", extra={"event_type": one.event.type, "event_id": one.event.id})
            self._retry(one, error)

    def _apply(self, events: list[Event]) -> None:
        outcomes: Outcomes = self._units.run(lambda uow: self._inbox.apply(uow, events))
        for (source, type, outcome), number in outcomes.items():
            CONSUMED.labels(self._service.name, source, type, outcome).inc(number)
        if self._units.clock.kind == "system":
            now = time.time()
            for event in events:
                CONSUME_DELAY.labels(self._service.name).observe(max(now - event.time.timestamp(), 0.0))

    def _retry(self, one: Received, error: Exception) -> None:
        if one.attempts >= len(self._retry_seconds):
            self._park(one.message, repr(error), (one.event.source, one.event.type))
            return
        queue = retry_name(self._service.name, self._retry_seconds[one.attempts])
        headers = {**one.message.headers, ATTEMPT_HEADER: one.attempts + 1}
        again = Outgoing(one.event.id, "", queue, _body(one.message), headers)
        if self._publisher.publish([again])[one.event.id] is not Fate.SAFE:
            raise ConfirmTimeout(f"the broker did not take an event for {queue}")
        CONSUMED.labels(self._service.name, one.event.source, one.event.type, "retried").inc()

    def _park(self, message: Any, error: str, labels: tuple[str, str]) -> None:
        attempts = int((message.headers or {}).get(ATTEMPT_HEADER, 0))
        identifier = self._parking.park(
            message.headers or {}, _body(message), error, attempts, self._units.clock.now()
        )
        CONSUMED.labels(self._service.name, *labels, "parked").inc()
        log.error("a message was parked", extra={"parked_id": identifier, "reason": error[:500]})

    def _detach(self) -> None:
        self.attached.clear()
        ATTACHED.labels(self._queue).set(0)


def _body(message: Any) -> bytes:
    return message.body if isinstance(message.body, bytes) else str(message.body).encode()


def _close(connection: Connection) -> None:
    """Close the socket without waiting for a broker that may be frozen; unacknowledged messages go back to it."""
    try:
        connection.connection.sock.close()
    except (AttributeError, OSError):
        pass
    try:
        connection.collect()
    except (*CONNECTION_ERRORS, AttributeError):
        pass
