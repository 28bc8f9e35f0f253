"""Publishing that knows what the broker did with each message.

One connection of its own with heartbeats; every message `mandatory`; confirms matched by delivery tag; one deadline
for a batch. When anything is in doubt the socket is closed hard and the caller is told that nothing is known.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from amqp import Message
from kombu import Connection

from chassis.bus import BUS_ERRORS, ConfirmTimeout, drain, hard_close, open_connection


class Fate(Enum):
    """What became of one message."""

    SAFE = "safe"
    REFUSED = "refused"
    UNROUTABLE = "unroutable"


@dataclass(frozen=True)
class Outgoing:
    """One message to publish; an empty exchange with a queue's name as routing key goes to that queue alone."""

    id: str
    exchange: str
    routing_key: str
    body: bytes
    headers: dict[str, Any]
    content_type: str = "application/json"


class Publisher:
    """Publishes batches; not for use by two threads at once."""

    def __init__(self, uri: str, deadline: float = 5.0) -> None:
        self._uri = uri
        self._deadline = deadline
        self._connection: Connection | None = None
        self._channel: Any = None
        self._tag = 0
        self._waiting: dict[int, str] = {}
        self._fates: dict[str, Fate] = {}

    @property
    def connected(self) -> bool:
        """Whether there is a connection that has not failed yet; `beat` finds out about one that has."""
        return self._connection is not None

    def publish(self, messages: Sequence[Outgoing]) -> dict[str, Fate]:
        """Publish all and wait for the broker's word on each.

        Returns the fate by message id. Connection lost or deadline passed => one of BUS_ERRORS, and nothing is known:
        publish again, consumers drop what they already have.
        """
        try:
            self.connect()
            end = time.monotonic() + self._deadline
            self._fates = {message.id: Fate.SAFE for message in messages}
            for message in messages:
                self._send(message)
            while self._waiting:
                left = end - time.monotonic()
                if left <= 0:
                    raise ConfirmTimeout(f"{len(self._waiting)} of {len(messages)} messages without a confirm")
                drain(self._open, min(left, 1.0))
            return self._fates
        except BaseException:
            self.close()
            raise

    def connect(self) -> None:
        """Open the connection if there is none; not in time => one of BUS_ERRORS."""
        if self._connection is not None:
            return
        self._connection = open_connection(self._uri)
        try:
            channel = self._connection.channel()
            channel.confirm_select()
        except BaseException:
            self.close()
            raise
        channel.events["basic_ack"].add(lambda tag, multiple: self._settle(tag, multiple, None))
        channel.events["basic_nack"].add(lambda tag, multiple: self._settle(tag, multiple, Fate.REFUSED))
        channel.events["basic_return"].add(self._returned)
        self._channel = channel
        self._tag = 0

    def beat(self) -> None:
        """Keep an idle connection alive, and close it when it turns out to be dead; call at least every few seconds."""
        if self._connection is None:
            return
        try:
            drain(self._open, 0)
        except BUS_ERRORS:
            self.close()

    def close(self) -> None:
        """Close the socket at once; unconfirmed messages stay in doubt."""
        connection, self._connection = self._connection, None
        self._waiting.clear()
        if connection is not None:
            hard_close(connection)

    @property
    def _open(self) -> Connection:
        assert self._connection is not None
        return self._connection

    def _send(self, message: Outgoing) -> None:
        self._tag += 1
        self._waiting[self._tag] = message.id
        self._channel._basic_publish(
            Message(
                message.body,
                content_type=message.content_type,
                content_encoding="utf-8",
                delivery_mode=2,
                message_id=message.id,
                application_headers=message.headers,
            ),
            exchange=message.exchange,
            routing_key=message.routing_key,
            mandatory=True,
        )

    def _settle(self, tag: int, multiple: bool, fate: Fate | None) -> None:
        for settled in [t for t in self._waiting if t <= tag] if multiple else [tag]:
            identifier = self._waiting.pop(settled)
            if fate is not None:
                self._fates[identifier] = fate

    def _returned(self, _exception: Exception, _exchange: str, _routing_key: str, message: Any) -> None:
        """A message that reached no queue is returned before its confirm."""
        self._fates[message.properties["message_id"]] = Fate.UNROUTABLE
