"""The service's own processes, as an operator starts them, and the world around: agencies, producers, a listener."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from intake_builders import NOW
from intake_register import BUREAU, PORTAL, published
from kombu import Connection, Queue
from pymongo import MongoClient
from pymongo.database import Database

from chassis import bell, health, lease
from chassis.clock import set_manual_clock
from chassis.event import Event
from chassis.publisher import Fate, Outgoing, Publisher
from chassis.settings import Settings
from chassis.store import open_store
from chassis.vault import DATA_KEYS
from local_stack.secret_files import keep_secret, new_key
from local_stack.testing.servers import Servers
from petition_client import Client
from petition_intake.bootstrap import SERVICE

PATIENCE = 90.0
PRODUCERS = ("assignment", "supervision")
INBOX = "intake.inbox"
OF_THE_PROCESSES = (lease.COLLECTION, health.COLLECTION, bell.COLLECTION, DATA_KEYS)
"""What running processes need to go on: who holds which lease, that the store can be written, the bell, the keys."""


def eventually(look: Callable[[], Any], what: str) -> Any:
    """What `look` gives once it is true; AssertionError saying what was waited for in vain."""
    end = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < end, f"in vain: {what}"
        time.sleep(0.05)
    return seen


class Deployment:
    """The service in a virtual host and a database of its own, under a clock that the test sets."""

    def __init__(self, servers: Servers, vhost: str, database: str, folder: Path) -> None:
        self._servers, self._vhost, self._database, self._folder = servers, vhost, database, folder
        self.now = NOW
        self._clock, self.key = folder / "clock", folder / "query-code.key"
        self.key.write_bytes(b"a key for tests of thirty-two bytes\n")
        keep_secret(folder / "master.key", new_key)
        set_manual_clock(self._clock, self.now)
        self.environment = {
            **os.environ,
            "BROKER_URI": servers.service_uri(vhost, "intake"),
            "MONGO_URI": servers.mongo_uri,
            "MONGO_DATABASE": database,
            "CLOCK": "manual",
            "CLOCK_FILE": str(self._clock),
            "QUERY_CODE_KEY_FILE": str(self.key),
            "MASTER_KEY_FILE": str(folder / "master.key"),
            "RETRY_SECONDS": "1,1",
        }
        self.store = MongoClient(servers.mongo_uri, tz_aware=True)[database]
        """As an administrator reads it, who has no master key."""
        self._clients: dict[str, Client] = {}
        self._producers = {name: Publisher(vhost) for name in PRODUCERS}
        self._told: dict[tuple[str, str], int] = {}
        self.processes: list[subprocess.Popen[bytes]] = []

    @cached_property
    def opened(self) -> Database[dict[str, Any]]:
        """The store as the service itself reads it."""
        return open_store(SERVICE, Settings.from_environment("intake", self.environment)).database

    # -- processes -------------------------------------------------------------------------------------------------

    def run(self, command: str, **changes: str) -> subprocess.CompletedProcess[str]:
        """One command to its end, by an operator, who may declare queues."""
        environment = {**self.environment, "BROKER_URI": self._vhost, **changes}
        return subprocess.run(
            [sys.executable, "-m", "petition_intake", command],
            env={name: value for name, value in environment.items() if value},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def start(self, kind: str) -> subprocess.Popen[bytes]:
        """Start a process and wait until it is ready."""
        log = self._folder / f"{kind}-{len(self.processes)}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "petition_intake", kind],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self.processes.append(process)

        def ready() -> bool:
            assert process.poll() is None, log.read_text(encoding="utf-8")
            return '"ready"' in log.read_text(encoding="utf-8")

        eventually(ready, f"a ready {kind} process")
        return process

    def stop(self, process: subprocess.Popen[bytes]) -> int:
        """End a process in order; its exit code."""
        process.send_signal(signal.SIGTERM)
        return process.wait(PATIENCE)

    def logs(self) -> str:
        """Everything the processes logged."""
        return "".join(path.read_text(encoding="utf-8") for path in sorted(self._folder.glob("*.log")))

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
                process.wait()
        for client in self._clients.values():
            client.close()
        for producer in self._producers.values():
            producer.close()
        self.store.client.close()

    def begin_anew(self) -> None:
        """Back to the beginning: nothing told, nothing kept, nothing on its way, and the first instant."""
        with Connection(self._vhost) as connection:
            connection.channel().queue_purge(INBOX)
        self._servers.empty_database(self._database, except_for=OF_THE_PROCESSES)
        for producer in self._producers.values():
            # The broker gives up connections on which nothing was heard since the last test.
            producer.close()
        self._producers = {name: Publisher(self._vhost) for name in PRODUCERS}
        self._told.clear()
        self.now = NOW
        self.pass_time()

    # -- time ------------------------------------------------------------------------------------------------------

    def pass_time(self, **length: float) -> datetime:
        self.now += timedelta(**length)
        set_manual_clock(self._clock, self.now)
        return self.now

    # -- agencies --------------------------------------------------------------------------------------------------

    def call(
        self, method: str, data: dict[str, Any], caller: str = BUREAU, actor: str | None = "P0012", **options: Any
    ) -> dict[str, Any]:
        """A call by an agency's system, with the rights that agency has on the broker."""
        if caller not in self._clients:
            self._clients[caller] = Client(self._servers.agency_uri(self._vhost, caller))
        return self._clients[caller].call("intake", method, data, actor=actor, **options)

    def track(self, case_no: str, query_code: str) -> dict[str, Any]:
        return self.call("track_petition", {"case_no": case_no, "query_code": query_code}, PORTAL, None)

    # -- other services --------------------------------------------------------------------------------------------

    def event(self, source: str, event_type: str, subject: str, /, **data: Any) -> Event:
        """The next event of a producer about a subject."""
        sequence = self._told[source, subject] = self._told.get((source, subject), 0) + 1
        position = {"case_no": subject, "case_version": sequence}
        body = {**position, **data}
        return Event(f"{subject}:{sequence}", source, f"{event_type}.v1", subject, sequence, self.now, "test", body)

    def send(self, *events: Event) -> None:
        for number, event in enumerate(events):
            message = Outgoing(
                f"{event.id}#{number}", f"{event.source}.events", event.type, event.to_body(), event.to_headers()
            )
            assert self._producers[event.source].publish([message])[message.id] is Fate.SAFE

    def tell(self, source: str, event_type: str, subject: str, /, **data: Any) -> None:
        """Tell one thing and wait until it was taken in."""
        event = self.event(source, event_type, subject, **data)
        self.send(event)
        self.settle(event)

    def settle(self, *events: Event) -> None:
        """Wait until the service has applied these events."""
        for event in events:
            position = {"_id": event.stream, "version": {"$gte": event.sequence}}
            eventually(lambda wanted=position: self.store["positions"].find_one(wanted), f"{event.type} applied")

    def tell_register(self) -> None:
        self.tell("assignment", "register_published", "register", **published())

    def listen(self) -> Listener:
        return Listener(self._vhost)


class Listener:
    """A queue bound to everything intake tells."""

    def __init__(self, uri: str) -> None:
        self._connection = Connection(uri)
        self._queue = Queue("listener", exclusive=True, auto_delete=True)(self._connection.channel())
        self._queue.declare()
        self._queue.channel.queue_bind("listener", "intake.events", "#")
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def hear(self, count: int) -> list[tuple[str, dict[str, Any]]]:
        """The first `count` events, in the order in which they came."""

        def enough() -> bool:
            while (message := self._queue.get(no_ack=True)) is not None:
                body = message.body if isinstance(message.body, str) else message.body.decode()
                self.heard.append((message.headers["cloudEvents:type"], json.loads(body)))
            return len(self.heard) >= count

        eventually(enough, f"{count} events")
        return self.heard

    def close(self) -> None:
        self._connection.release()
