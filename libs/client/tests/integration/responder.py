"""A service that answers as it is told, on a real broker: what a client meets, one trouble at a time."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from typing import Any

from amqp import Message
from kombu import Connection, Consumer, Exchange, Queue

EXCHANGE = Exchange("nameko-rpc", type="topic", durable=True)


def refusal(code: str, retryable: bool = False) -> dict[str, Any]:
    told = {"code": code, "field": "f", "zh": f"{code} 中文", "en": f"{code} in English", "retryable": retryable}
    return {"result": None, "error": {"exc_type": code, "value": code, "refusal": told}}


class Responder:
    """Takes requests of one service. A method's name says what becomes of them, see `_answer`."""

    def __init__(self, uri: str, service: str) -> None:
        self.requests: list[dict[str, Any]] = []
        self.properties: list[dict[str, Any]] = []
        self.attempts: Counter[str] = Counter()
        self._uri = uri
        self._queue = Queue(f"rpc-{service}", EXCHANGE, f"{service}.*", durable=True)
        self._stop = threading.Event()
        self._ready = threading.Event()
        self._later: list[tuple[float, Callable[[], None]]] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(60)

    def close(self) -> None:
        self._stop.set()
        self._thread.join(60)

    def _run(self) -> None:
        with Connection(self._uri) as connection:
            channel = connection.channel()
            # Answering inside the callback would read the next request before this one is answered, and so on.
            arrived: deque[Any] = deque()
            with Consumer(channel, [self._queue], on_message=arrived.append, no_ack=True):
                self._ready.set()
                while not self._stop.is_set():
                    try:
                        connection.drain_events(timeout=0.05)
                    except TimeoutError:
                        pass
                    while arrived:
                        self._take(channel, arrived.popleft())
                    for item in [item for item in self._later if item[0] <= time.monotonic()]:
                        self._later.remove(item)
                        item[1]()

    def _take(self, channel: Any, message: Any) -> None:
        method = message.delivery_info["routing_key"].partition(".")[2]
        request = json.loads(message.body)["kwargs"]
        self.requests.append(request)
        self.properties.append(dict(message.properties))
        self.attempts[request["key"]] += 1
        self._answer(method, request, lambda answer: self._reply(channel, message, answer))

    def _answer(self, method: str, request: dict[str, Any], reply: Callable[[Any], None]) -> None:
        said = {"result": request["data"], "error": None}
        first, second = self.attempts[request["key"]] == 1, self.attempts[request["key"]] == 2
        match method:
            case "say" | "get_petition":
                reply(said)
            case "register_petition":
                reply({"result": {"case_no": "640425202603010001"}, "error": None})
            case "be_silent":
                pass
            case "be_silent_once":
                if not first:
                    reply(said)
            case "be_late":
                # Only the first attempt is ever answered, long after the client has sent a second one.
                if first:
                    self._later.append((time.monotonic() + 1.0, lambda: reply(said)))
            case "be_busy_twice":
                reply(refusal("BUSY", retryable=True) if first or second else said)
            case "be_busy":
                reply(refusal("BUSY", retryable=True))
            case "break":
                reply(refusal("INTERNAL", retryable=True))
            case "refuse":
                reply(refusal("BOX_FULL"))
            case "expire":
                reply(refusal("REQUEST_EXPIRED"))
            case "expire_late":
                if first:
                    self._later.append((time.monotonic() + 0.6, lambda: reply(refusal("REQUEST_EXPIRED"))))
                if second:
                    self._later.append((time.monotonic() + 0.3, lambda: reply(said)))
            case "fail_as_stock_nameko":
                reply({"result": None, "error": {"exc_type": "ValueError", "value": "odd"}})
            case "answer_twice":
                reply(said)
                reply(said)

    def _reply(self, channel: Any, message: Any, answer: Any) -> None:
        properties = message.properties
        channel.basic_publish(
            Message(
                json.dumps(answer),
                content_type="application/json",
                correlation_id=properties["correlation_id"],
            ),
            exchange=EXCHANGE.name,
            routing_key=properties["reply_to"],
        )
