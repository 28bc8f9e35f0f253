"""The calling side: one connection, many calls in flight, each answered once."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from kombu import Connection, Consumer, Exchange, Queue
from kombu.exceptions import OperationalError
from amqp import Message

EXCHANGE = "nameko-rpc"
ERRORS: tuple[type[Exception], ...] = (OperationalError, *Connection("amqp://").connection_errors)
PAUSES = (0.05, 0.2, 0.5, 1.0, 2.0)


class Refused(Exception):
    """The service refused; nothing was written. `code` is stable, `field` names the field, `zh` and `en` say why."""

    def __init__(self, code: str, field: str | None, zh: str, en: str, retryable: bool = False) -> None:
        super().__init__(f"{code}: {zh} {en}")
        self.code = code
        self.field = field
        self.zh = zh
        self.en = en
        self.retryable = retryable


class NoAnswer(Exception):
    """No answer came in time: the outcome is unknown. Call again with the same key to learn it."""


class UnknownService(Exception):
    """No service of this name receives requests on this broker."""


@dataclass(frozen=True)
class Request:
    """One call: which service and method, with which data, in whose name, under which idempotency key."""

    service: str
    method: str
    data: dict[str, Any] = field(default_factory=dict)
    actor: str | None = None
    key: str | None = None
    expected_version: int | None = None

    def body(self, expires_at: datetime) -> bytes:
        envelope = {
            "actor": self.actor,
            "key": self.key,
            "expected_version": self.expected_version,
            "expires_at": expires_at.isoformat(timespec="milliseconds"),
            "data": self.data,
        }
        kwargs = {name: value for name, value in envelope.items() if value is not None}
        return json.dumps({"args": [], "kwargs": kwargs}, ensure_ascii=False).encode()


class Client:
    """Calls services as the agency whose broker user stands in the URI. Not for use by two threads at once."""

    def __init__(self, uri: str, timeout: float = 30.0, attempt_timeout: float = 8.0) -> None:
        self._uri = uri
        self._user = unquote(urlsplit(uri).username or "guest")
        self._timeout = timeout
        self._attempt_timeout = attempt_timeout
        self._connection: Connection | None = None
        self._channel: Any = None
        self._reply_to = ""
        self._answers: dict[str, dict[str, Any]] = {}
        self._returned: set[str] = set()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def call(
        self,
        service: str,
        method: str,
        data: dict[str, Any] | None = None,
        *,
        actor: str | None = None,
        key: str | None = None,
        expected_version: int | None = None,
        timeout: float | None = None,
    ) -> dict[str, Any]:
        """Call and wait for the answer.

        Refused by the service => Refused. No answer within `timeout` seconds, tried again all that time with the
        same key => NoAnswer. No such service => UnknownService.
        """
        request = Request(service, method, data or {}, actor, key, expected_version)
        answer = self.call_all([request], timeout)[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def call_all(
        self, requests: Iterable[Request], timeout: float | None = None
    ) -> Sequence[dict[str, Any] | Exception]:
        """Send all at once; the answers in the order of the requests, an exception in the place of a failed one."""
        deadline = time.monotonic() + (timeout or self._timeout)
        keyed = [request if request.key else replace(request, key=str(uuid.uuid4())) for request in requests]
        results: list[dict[str, Any] | Exception] = [NoAnswer(f"{r.service}.{r.method}") for r in keyed]
        waiting = list(range(len(keyed)))
        attempt = 0
        while waiting and (left := deadline - time.monotonic()) > 0:
            if attempt:
                time.sleep(min(PAUSES[min(attempt, len(PAUSES)) - 1], left))
            attempt += 1
            try:
                for index, answer in self._attempt(keyed, waiting, min(self._attempt_timeout, left)).items():
                    results[index] = answer
            except ERRORS:
                self.close()
            waiting = [index for index in waiting if _unsettled(results[index])]
        return results

    def close(self) -> None:
        """Close the connection; a later call opens a new one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.connection.sock.close()
            except (AttributeError, OSError):
                pass
            try:
                connection.collect()
            except (*ERRORS, AttributeError):
                pass

    def _attempt(
        self, requests: Sequence[Request], indexes: Sequence[int], seconds: float
    ) -> dict[int, dict[str, Any] | Exception]:
        self._open()
        end = time.monotonic() + seconds
        expires_at = datetime.now(UTC) + timedelta(seconds=seconds)
        sent: dict[str, int] = {}
        for index in indexes:
            correlation_id = str(uuid.uuid4())
            sent[correlation_id] = index
            self._publish(requests[index], correlation_id, expires_at, seconds)
        settled: dict[int, dict[str, Any] | Exception] = {}
        while sent and (left := end - time.monotonic()) > 0:
            assert self._connection is not None
            try:
                self._connection.drain_events(timeout=min(left, 1.0))
            except TimeoutError:
                self._connection.heartbeat_check()
            for correlation_id in [c for c in sent if c in self._answers or c in self._returned]:
                index = sent.pop(correlation_id)
                settled[index] = self._settle(correlation_id, requests[index])
        return settled

    def _settle(self, correlation_id: str, request: Request) -> dict[str, Any] | Exception:
        if correlation_id in self._returned:
            self._returned.discard(correlation_id)
            return UnknownService(request.service)
        answer = self._answers.pop(correlation_id)
        error = answer["error"]
        if error is None:
            result: dict[str, Any] = answer["result"]
            return result
        refusal = error.get("refusal")
        if refusal is None:
            return Refused(error["exc_type"], None, error["value"], error["value"])
        return Refused(**refusal)

    def _publish(self, request: Request, correlation_id: str, expires_at: datetime, seconds: float) -> None:
        message = Message(
            request.body(expires_at),
            content_type="application/json",
            content_encoding="utf-8",
            delivery_mode=2,
            reply_to=self._reply_to,
            correlation_id=correlation_id,
            user_id=self._user,
            expiration=str(int(seconds * 1000)),
            application_headers={},
        )
        self._channel._basic_publish(
            message, exchange=EXCHANGE, routing_key=f"{request.service}.{request.method}", mandatory=True
        )

    def _open(self) -> None:
        if self._connection is not None:
            return
        self._answers.clear()
        self._returned.clear()
        connection = Connection(self._uri, heartbeat=20, connect_timeout=5)
        self._connection = connection
        connection.connect()
        channel = connection.channel()
        self._reply_to = f"{self._user}.{uuid.uuid4()}"
        queue = Queue(
            f"rpc.reply-{self._user}-{uuid.uuid4()}",
            exchange=Exchange(EXCHANGE, type="topic", durable=True, no_declare=True),
            routing_key=self._reply_to,
            durable=False,
            exclusive=True,
            auto_delete=True,
        )
        consumer = Consumer(channel, [queue], on_message=self._on_answer, no_ack=True)
        consumer.consume()
        channel.events["basic_return"].add(self._on_return)
        self._channel = channel

    def _on_answer(self, message: Any) -> None:
        self._answers[message.properties["correlation_id"]] = json.loads(message.body)

    def _on_return(self, _exception: Exception, _exchange: str, _routing_key: str, message: Any) -> None:
        self._returned.add(message.properties["correlation_id"])


def _unsettled(result: dict[str, Any] | Exception) -> bool:
    return isinstance(result, NoAnswer) or (isinstance(result, Refused) and result.retryable)
