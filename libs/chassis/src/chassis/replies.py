"""How answers leave the RPC process: over one connection that all green threads share by turns.

An answer needs no confirm: if it is lost the caller asks again with the same key and gets the stored one. What it must
not do is make a worker wait for a frozen broker, so every step has a limit, after which the socket is closed.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from typing import Any

import eventlet
from amqp import Message
from eventlet.semaphore import Semaphore
from kombu import Connection
from nameko.constants import AMQP_URI_CONFIG_KEY
from nameko.extensions import SharedExtension

from chassis.bus import BUS_ERRORS, drain, hard_close, open_connection
from chassis.topology import RPC_EXCHANGE

SEND_SECONDS = 5.0
BEAT_SECONDS = 2.0
GOODBYE_SECONDS = 2.0
AFTER_FAILURE_SECONDS = 1.0


class SendTimeout(OSError):
    """The broker did not take what was sent in time."""


class Replies(SharedExtension):
    """Sends answers; shared by all methods of a service."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = Semaphore(1)
        self._connection: Connection | None = None
        self._channel: Any = None
        self._not_before = 0.0
        self._keeper: Any = None

    def start(self) -> None:
        self._keeper = self.container.spawn_managed_thread(self._keep_alive, identifier="replies")

    def stop(self) -> None:
        """Part from the broker politely: when it has answered, it has taken in the last answer that was sent."""
        self._stop_keeping()
        if self._connection is not None:
            with suppress(*BUS_ERRORS), eventlet.Timeout(GOODBYE_SECONDS, False):
                self._connection.release()
        self._close()

    def kill(self) -> None:
        self._stop_keeping()
        self._close()

    def send(self, reply_to: str, correlation_id: str | None, answer: dict[str, Any]) -> None:
        """Hand one answer to the broker; it would not take it => one of BUS_ERRORS. Waits seconds, not minutes.

        A connection that turns out to be dead is replaced once; after that everybody fails at once for a moment, so
        that the waiting do not queue up behind each other's time limits.
        """
        body = json.dumps(answer).encode()
        with self._turn:
            if self._connection is not None:
                with suppress(*BUS_ERRORS):
                    self._publish(reply_to, correlation_id, body)
                    return
            if time.monotonic() < self._not_before:
                raise SendTimeout("the broker was away a moment ago")
            try:
                self._publish(reply_to, correlation_id, body)
            except BUS_ERRORS:
                self._not_before = time.monotonic() + AFTER_FAILURE_SECONDS
                raise

    def _publish(self, reply_to: str, correlation_id: str | None, body: bytes) -> None:
        try:
            with eventlet.Timeout(SEND_SECONDS, SendTimeout("the broker does not answer")):
                channel = self._open()
                channel.basic_publish(
                    Message(
                        body,
                        content_type="application/json",
                        content_encoding="utf-8",
                        delivery_mode=1,
                        **({"correlation_id": correlation_id} if correlation_id else {}),
                    ),
                    exchange=RPC_EXCHANGE,
                    routing_key=reply_to,
                )
        except BaseException:
            self._close()
            raise

    def _open(self) -> Any:
        """A channel that was alive a moment ago."""
        if self._connection is None:
            self._connection = open_connection(self.container.config[AMQP_URI_CONFIG_KEY])
            self._channel = self._connection.channel()
        # What the broker has to say, such as that it closes the channel, it has said by now.
        while drain(self._connection, 0):
            pass
        return self._channel

    def _keep_alive(self) -> None:
        while True:
            eventlet.sleep(BEAT_SECONDS)
            with self._turn:
                if self._connection is None:
                    continue
                try:
                    with eventlet.Timeout(SEND_SECONDS, SendTimeout("the broker does not answer")):
                        self._open()
                except BUS_ERRORS:
                    self._close()

    def _stop_keeping(self) -> None:
        if self._keeper is not None:
            self._keeper.kill()

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            hard_close(connection)
