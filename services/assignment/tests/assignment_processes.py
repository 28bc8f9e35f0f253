"""The service's own processes as an operator starts them, and the world around them: producers, listeners, agencies."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from kombu import Connection, Queue
from pymongo import MongoClient

from chassis.clock import set_manual_clock
from chassis.event import Event
from chassis.publisher import Fate, Outgoing, Publisher
from local_stack.secret_files import keep_secret, new_key
from petition_client import Client

PATIENCE_SECONDS = 60.0


def wait_until(condition: Callable[[], Any], what: str) -> Any:
    """The first true value of the condition; never true => AssertionError saying what was waited for."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"in vain: {what}")


@dataclass
class Running:
    """One process with its health port."""

    process: subprocess.Popen[bytes]
    port: int

    def is_ready(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(f"the process ended with {self.process.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/ready", timeout=2) as answer:  # noqa: S310
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@dataclass
class Deployment:
    """The service on a virtual host and a database of its own."""

    servers: Any
    vhost: str
    database: str
    folder: Path
    first_port: int
    running: list[Running] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock_file = self.folder / "clock"
        keep_secret(self.folder / "master.key", new_key)
        self.environment = {
            **os.environ,
            "BROKER_URI": self.servers.service_uri(self.vhost, "assignment"),
            "MONGO_URI": self.servers.mongo_uri,
            "MONGO_DATABASE": self.database,
            "CLOCK": "manual",
            "CLOCK_FILE": str(self.clock_file),
            "MASTER_KEY_FILE": str(self.folder / "master.key"),
            "RETRY_SECONDS": "1,2",
            "LOG_LEVEL": "WARNING",
        }
        self.store = MongoClient(self.servers.mongo_uri, tz_aware=True)[self.database]
        self._producers = {name: Publisher(self.vhost) for name in ("intake", "supervision")}
        self._told: dict[tuple[str, str], int] = {}
        self._ports = count(self.first_port)

    def set_clock(self, instant: datetime) -> None:
        set_manual_clock(self.clock_file, instant)

    # -- processes -------------------------------------------------------------------------------------------------

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One command to its end. The migration is done by an operator, who may declare what it needs."""
        environment = {**self.environment, "BROKER_URI": self.vhost}
        command = [sys.executable, "-m", "petition_assignment", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    def start(self, kind: str) -> Running:
        port = next(self._ports)
        log = (self.folder / f"{kind}-{port}.log").open("ab")
        process = subprocess.Popen(
            [sys.executable, "-m", "petition_assignment", kind],
            env={**self.environment, "HTTP_PORT": str(port)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        started = Running(process, port)
        self.running.append(started)
        return started

    def start_ready(self, *kinds: str) -> list[Running]:
        started = [self.start(kind) for kind in kinds]
        for one in started:
            wait_until(one.is_ready, "a ready process")
        return started

    def stop(self) -> None:
        for one in self.running:
            one.process.terminate()
        for one in self.running:
            try:
                one.process.wait(30)
            except subprocess.TimeoutExpired:
                one.kill()
        for producer in self._producers.values():
            producer.close()
        self.store.client.close()

    # -- the world around ------------------------------------------------------------------------------------------

    @contextmanager
    def agency(self, caller: str) -> Iterator[Client]:
        with Client(self.servers.agency_uri(self.vhost, caller)) as client:
            yield client

    def event(self, source: str, name: str, case_no: str, **data: Any) -> Event:
        """The next event of a producer about a case."""
        sequence = self._told[source, case_no] = self._told.get((source, case_no), 0) + 1
        body = {"case_no": case_no, "case_version": sequence, **data}
        now = datetime.fromisoformat(self.clock_file.read_text(encoding="ascii"))
        return Event(f"{case_no}:{sequence}", source, f"{name}.v1", case_no, sequence, now, "test", body)

    def send(self, *events: Event) -> None:
        for number, event in enumerate(events):
            message = Outgoing(
                f"{event.id}#{number}", f"{event.source}.events", event.type, event.to_body(), event.to_headers()
            )
            fates = self._producers[event.source].publish([message])
            assert fates[message.id] is Fate.SAFE

    def listen(self) -> "Listener":
        return Listener(self.vhost)

    def applied(self, source: str, case_no: str) -> int:
        position = self.store["positions"].find_one({"_id": f"{source}/{case_no}"})
        return 0 if position is None else position["version"]


class Listener:
    """A queue bound to everything this service tells."""

    def __init__(self, uri: str) -> None:
        self._connection = Connection(uri)
        self._channel = self._connection.channel()
        self._queue = Queue("listener", exclusive=True, auto_delete=True)(self._channel)
        self._queue.declare()
        self._channel.queue_bind("listener", "assignment.events", "#")
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def hear(self) -> list[tuple[str, dict[str, Any]]]:
        """Everything heard so far, as (type, body)."""
        while (message := self._queue.get(no_ack=True)) is not None:
            body = message.body if isinstance(message.body, str) else message.body.decode()
            self.heard.append((message.headers["cloudEvents:type"], json.loads(body)))
        return self.heard

    def about(self, case_no: str) -> list[str]:
        return [name for name, body in self.hear() if body.get("case_no") == case_no]

    def close(self) -> None:
        self._connection.release()
