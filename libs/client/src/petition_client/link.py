"""One connection to the broker with a reply queue of its own: sends requests, collects what comes back.

The broker checks the name in every request against the log-in, and only this agency can read its reply queue. The
socket is closed without a goodbye, because a frozen broker would never answer one.
"""

from __future__ import annotations

import json
import uuid
from contextlib import suppress
from typing import Any
from urllib.parse import unquote, urlsplit

from amqp import Message
from amqp.exceptions import AccessRefused, NotAllowed
from kombu import Connection, Consumer, Exchange, Queue
from kombu.exceptions import OperationalError

EXCHANGE = "nameko-rpc"
CONNECT_SECONDS = 5
HEARTBEAT_SECONDS = 20
AT_ONCE = 50
"""Answers handed on together, if that many have come."""
CHANNEL_ERRORS: tuple[type[Exception], ...] = Connection("amqp://").channel_errors
LINK_ERRORS: tuple[type[Exception], ...] = (OperationalError, *Connection("amqp://").connection_errors, OSError)
LOG_IN_ERRORS: tuple[type[Exception], ...] = (AccessRefused, NotAllowed)


class Link:
    """The way to the services; opened when it is needed, again after it was lost."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._user = unquote(urlsplit(uri).username or "guest")
        self._connection: Connection | None = None
        self._channel: Any = None
        self._reply_to = ""
        self._answers: dict[str, dict[str, Any] | None] = {}

    def open(self, seconds: float) -> None:
        """Connect if there is no connection. Not in time => LINK_ERRORS; not allowed in => LOG_IN_ERRORS."""
        if self._connection is not None:
            return
        patience = max(min(seconds, CONNECT_SECONDS), 0.1)
        self._connection = Connection(
            self._uri,
            heartbeat=HEARTBEAT_SECONDS,
            connect_timeout=patience,
            transport_options={"read_timeout": patience, "write_timeout": patience},
        )
        try:
            hosts = len(self._connection.alt)
            self._connection.ensure_connection(max_retries=max(hosts - 1, 0), interval_start=0, interval_step=0)
            self._channel = self._connection.channel()
            self._listen()
        except BaseException:
            self.close()
            raise

    def send(self, routing_key: str, body: bytes, seconds: float) -> str:
        """Send one request that the broker drops after `seconds`; returns the id its answer will carry."""
        correlation_id = str(uuid.uuid4())
        message = Message(
            body,
            content_type="application/json",
            content_encoding="utf-8",
            delivery_mode=2,
            reply_to=self._reply_to,
            correlation_id=correlation_id,
            user_id=self._user,
            expiration=str(int(seconds * 1000)),
            application_headers={},
        )
        self._channel.basic_publish(message, exchange=EXCHANGE, routing_key=routing_key, mandatory=True)
        return correlation_id

    def receive(self, seconds: float) -> dict[str, dict[str, Any] | None]:
        """What came back within `seconds`, by id: an answer, or None for a request no service takes."""
        assert self._connection is not None
        try:
            self._connection.drain_events(timeout=seconds)
            while len(self._answers) < AT_ONCE:
                self._connection.drain_events(timeout=0)
        except TimeoutError:
            self._connection.heartbeat_check()
        answers, self._answers = self._answers, {}
        return answers

    def close(self) -> None:
        """Close the socket; what was sent may still be carried out, what comes back is lost."""
        connection, self._connection = self._connection, None
        self._answers = {}
        inner = connection._connection if connection is not None else None
        if inner is None:
            return
        transport = inner._transport
        if transport is not None and transport.sock is not None:
            sock, transport.sock = transport.sock, None
            with suppress(OSError):
                sock.close()
        inner.collect()

    def _listen(self) -> None:
        self._reply_to = f"{self._user}.{uuid.uuid4()}"
        queue = Queue(
            f"rpc.reply-{self._user}-{uuid.uuid4()}",
            exchange=Exchange(EXCHANGE, type="topic", durable=True, no_declare=True),
            routing_key=self._reply_to,
            durable=False,
            exclusive=True,
            auto_delete=True,
        )
        Consumer(self._channel, [queue], on_message=self._on_answer, no_ack=True).consume()
        self._channel.events["basic_return"].add(self._on_return)

    def _on_answer(self, message: Any) -> None:
        self._answers[message.properties["correlation_id"]] = json.loads(message.body)

    def _on_return(self, _exception: Exception, _exchange: str, _routing_key: str, message: Any) -> None:
        self._answers[message.properties["correlation_id"]] = None
