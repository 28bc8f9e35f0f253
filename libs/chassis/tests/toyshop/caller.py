"""A caller that writes its requests by hand, also those that no honest client would write."""

from __future__ import annotations

import json
import time
import uuid
from typing import Any
from urllib.parse import urlsplit

from amqp import Message
from kombu import Connection, Consumer, Exchange, Queue

EXCHANGE = "nameko-rpc"
PATIENCE = 60.0
ABSENT = object()


class Caller:
    """One connection with its own reply queue."""

    def __init__(self, uri: str) -> None:
        self.user = str(urlsplit(uri).username)
        self.connection = Connection(uri)
        self.connection.connect()
        self.channel = self.connection.channel()
        self.answers: dict[str, dict[str, Any]] = {}
        self.reply_to = f"{self.user}.{uuid.uuid4()}"
        queue = Queue(
            f"rpc.reply-{self.user}-{uuid.uuid4()}",
            exchange=Exchange(EXCHANGE, type="topic", durable=True, no_declare=True),
            routing_key=self.reply_to,
            durable=False,
            exclusive=True,
            auto_delete=True,
        )
        Consumer(self.channel, [queue], on_message=self._on_answer, no_ack=True).consume()

    def close(self) -> None:
        self.connection.release()

    def ask(self, method: str, data: Any = ABSENT, **envelope: Any) -> dict[str, Any]:
        """Send one request to `boxes` and wait for its answer: {"result", "error"}."""
        return self.wait([self.send(method, data, **envelope)])[0]

    def send(self, method: str, data: Any = ABSENT, **envelope: Any) -> str:
        """Send a request; key and officer are filled in unless given, and left out when given as None."""
        request = {"actor": "P1", "key": str(uuid.uuid4()), **envelope}
        kwargs = {name: value for name, value in request.items() if value is not None}
        if data is not ABSENT:
            kwargs["data"] = data
        return self.send_body(method, json.dumps({"args": [], "kwargs": kwargs}).encode())

    def send_body(self, method: str, body: bytes, headers: dict[str, Any] | None = None, **properties: Any) -> str:
        correlation_id = str(uuid.uuid4())
        usual = {
            "content_type": "application/json",
            "content_encoding": "utf-8",
            "delivery_mode": 2,
            "reply_to": self.reply_to,
            "correlation_id": correlation_id,
            "user_id": self.user,
        }
        chosen = {name: value for name, value in {**usual, **properties}.items() if value is not None}
        message = Message(body, application_headers=headers or {}, **chosen)
        self.channel.basic_publish(message, exchange=EXCHANGE, routing_key=f"boxes.{method}", mandatory=True)
        return correlation_id

    def wait(self, correlation_ids: list[str], seconds: float = PATIENCE) -> list[dict[str, Any]]:
        """The answers to some requests, in their order."""
        end = time.monotonic() + seconds
        while not all(identifier in self.answers for identifier in correlation_ids):
            left = end - time.monotonic()
            assert left > 0, "no answer"
            try:
                self.connection.drain_events(timeout=min(left, 1.0))
            except TimeoutError:
                self.connection.heartbeat_check()
        return [self.answers.pop(identifier) for identifier in correlation_ids]

    def _on_answer(self, message: Any) -> None:
        self.answers[message.properties["correlation_id"]] = json.loads(message.body)


def code_of(answer: dict[str, Any]) -> str:
    """OK, or the code of the refusal."""
    return "OK" if answer["error"] is None else str(answer["error"]["refusal"]["code"])
