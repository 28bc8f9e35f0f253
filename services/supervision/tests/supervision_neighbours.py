"""Everything around the service in a component test: its two processes, the services it follows, the agencies that
call it, and a listener on what it tells."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from kombu import Connection
from pymongo import MongoClient
from supervision_builders import START, UNITS

from chassis import bell, health, lease
from chassis.clock import set_manual_clock
from chassis.event import Event, format_instant
from chassis.publisher import Fate, Outgoing, Publisher
from chassis.settings import Settings
from chassis.store import open_store
from chassis.vault import DATA_KEYS
from local_stack.secret_files import keep_secret, new_key
from local_stack.testing.servers import Servers
from petition_client import Client
from petition_supervision.bootstrap import SERVICE

PATIENCE = 60.0
AT_ONCE = 100
INBOX = "supervision.inbox"
LISTENER = "supervision.test-listener"
OF_THE_PROCESSES = (lease.COLLECTION, health.COLLECTION, bell.COLLECTION, DATA_KEYS)
"""What running processes need to go on: who holds which lease, that the store can be written, the bell, the keys."""
VILLAGE = "640425208202"
PEOPLE = {
    "P0011": ("petition_bureau", ["signer", "inspector"]),
    "P0017": ("petition_bureau", ["bureau_head"]),
    "P0018": ("petition_bureau", ["dispatcher"]),
    "P0019": ("petition_bureau", ["follow_up_officer"]),
    "P0060": ("dept_government_office", ["follow_up_officer"]),
    "P0100": ("dept_housing", ["handler", "follow_up_officer"]),
    "P0001": ("county_leadership", ["county_leader"]),
    "P0002": ("county_leadership", ["county_leader", "main_leader"]),
    "P0201": ("township_caomiao", ["unit_head"]),
}
VILLAGES = ("640425208200", "640425208201")


class Neighbours:
    """The test speaks as intake and assignment, each with the rights its broker user has in a real stack."""

    def __init__(self, servers: Servers, vhost: str, database: str, folder: Path) -> None:
        self._servers = servers
        self._vhost = vhost
        self._database = database
        self._clock_file = folder / "clock"
        self._master_key = folder / "master.key"
        keep_secret(self._master_key, new_key)
        self._processes: list[tuple[str, subprocess.Popen[bytes]]] = []
        self._log = (folder / "processes.log").open("ab")
        self._publishers: dict[str, Publisher] = {}
        self._clients: dict[str, Client] = {}
        self._sequences: Counter[tuple[str, str]] = Counter()
        self._published: Counter[str] = Counter()
        self._heard: list[dict[str, Any]] = []
        self._mongo: MongoClient[dict[str, Any]] = MongoClient(servers.mongo_uri, tz_aware=True)
        self.at(START)

    # -- the service -----------------------------------------------------------------------------------------------

    def migrate(self) -> None:
        """Declare everything; then a queue of the test's own for what the service tells."""
        subprocess.run(self._command("migrate"), env=self._environment(self._vhost), check=True, timeout=PATIENCE)
        with Connection(self._vhost) as connection:
            channel = connection.channel()
            channel.queue_declare(LISTENER, durable=True, auto_delete=False)
            channel.queue_bind(LISTENER, "supervision.events", "#")

    def start(self, kind: str) -> subprocess.Popen[bytes]:
        """Start a process and wait until it is ready."""
        port = _free_port()
        environment = {
            **self._environment(self._servers.service_uri(self._vhost, "supervision")),
            "HTTP_PORT": str(port),
        }
        process = subprocess.Popen(self._command(kind), env=environment, stdout=self._log, stderr=self._log)
        self._processes.append((kind, process))
        until(lambda: _ready(port) or process.poll() is not None, lambda: f"{kind} is ready")
        assert process.poll() is None, f"{kind} ended with {process.returncode}"
        return process

    def begin_anew(self) -> None:
        """Back to the beginning: nothing told, nothing kept, nothing on its way, and the first instant."""
        with Connection(self._vhost) as connection:
            channel = connection.channel()
            for queue in (INBOX, LISTENER):
                channel.queue_purge(queue)
        self._servers.empty_database(self._database, except_for=OF_THE_PROCESSES)
        for publisher in self._publishers.values():
            # The broker gives up connections on which nothing was heard since the last test.
            publisher.close()
        self._publishers.clear()
        self._sequences.clear()
        self._published.clear()
        self._heard.clear()
        self.at(START)

    def at(self, instant: datetime) -> None:
        """Move the time of every process."""
        self.now = instant
        set_manual_clock(self._clock_file, instant)

    def settle(self, patience: float = PATIENCE) -> None:
        """Wait until everything told was applied, everything due was fired, and everything it told left.

        The answer is counted one collection after the other while the service works, so it is asked twice.
        """

        status: dict[str, Any] = {}

        def quiet() -> bool:
            status.update(self.call("service_status", "petition_bureau"))
            applied = all(status["applied"][source] == count for source, count in self._published.items())
            return applied and status["unsent"] == status["held"] == status["due"] == 0

        def so_far() -> str:
            return f"the service is quiet; told {dict(self._published)}, it says {status}"

        until(lambda: quiet() and quiet(), so_far, patience)

    def close(self) -> None:
        """End what was started, in order, and keep the log where a failed test shows it."""
        for client in self._clients.values():
            client.close()
        for publisher in self._publishers.values():
            publisher.close()
        for _, process in self._processes:
            process.terminate()
        for kind, process in self._processes:
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                raise AssertionError(f"{kind} did not end when asked to") from None
        self._mongo.close()
        self._log.close()

    @contextmanager
    def transactions_limited(self, seconds: int) -> Iterator[None]:
        """What a dead process was about to write is free after so many seconds."""
        name = "transactionLifetimeLimitSeconds"
        admin = self._mongo.admin
        usual = admin.command({"getParameter": 1, name: 1})[name]
        admin.command({"setParameter": 1, name: seconds})
        try:
            yield
        finally:
            admin.command({"setParameter": 1, name: usual})

    @property
    def store(self) -> Any:
        """The service's database, read as no service may."""
        return self._mongo[self._database]

    @cached_property
    def opened(self) -> Any:
        """The service's database, as the service itself reads it."""
        return open_store(SERVICE, Settings.from_environment("supervision", self._environment(self._vhost))).database

    def worker(self) -> subprocess.Popen[bytes]:
        """The worker that has been running longest."""
        return next(process for kind, process in self._processes if kind == "worker" and process.poll() is None)

    # -- its neighbours --------------------------------------------------------------------------------------------

    def event(self, source: str, type: str, subject: str, **data: Any) -> Event:
        """The next event of that source about that subject; it is sent by `send`."""
        self._sequences[source, subject] += 1
        self._published[source] += 1
        sequence = self._sequences[source, subject]
        body = {"case_no": subject, "case_version": sequence, **data}
        return Event(f"{subject}:{sequence}", source, type, subject, sequence, self.now, "", body)

    def send(self, events: Sequence[Event]) -> None:
        """Publish in this order, each source with its own rights; neighbours of one source go out together."""
        for source, together in groupby(events, key=lambda event: event.source):
            publisher = self._publishers.get(source)
            if publisher is None:
                publisher = self._publishers[source] = Publisher(self._servers.service_uri(self._vhost, source))
            for few in batched(together, AT_ONCE):
                fates = publisher.publish([_outgoing(event) for event in few])
                assert set(fates.values()) == {Fate.SAFE}

    def expect_unusable(self, event: Event) -> Event:
        """An event that will be set aside: it does not count among those that are applied."""
        self._published[event.source] -= 1
        return event

    def tell(self, source: str, type: str, subject: str, **data: Any) -> None:
        self.send([self.event(source, type, subject, **data)])

    def tell_register(self) -> None:
        units = [{"code": code, **vars(unit)} for code, unit in UNITS.units.items()]
        people = [{"person_id": id, "unit": unit, "roles": roles} for id, (unit, roles) in PEOPLE.items()]
        callers = [{"caller": code, "unit": code} for code in UNITS.units]
        villages = [{"code": code, "name": "草庙村", "township_code": code[:9]} for code in (*VILLAGES, VILLAGE)]
        told = {"units": units, "villages": villages, "people": people, "callers": callers}
        self.tell("assignment", "register_published.v1", "register", **told)
        # Callers are known only once the register was applied, and without a caller nobody can ask whether it was.
        until(lambda: self.store.directory.find_one() is not None, lambda: "the register is applied")

    def call(self, method: str, caller: str, data: dict[str, Any] | None = None, **envelope: Any) -> dict[str, Any]:
        """Call the service as an agency's system."""
        client = self._clients.get(caller)
        if client is None:
            client = self._clients[caller] = Client(self._servers.agency_uri(self._vhost, caller))
        return client.call("supervision", method, data or {}, **envelope)

    def heard(self, subject: str | None = None) -> list[dict[str, Any]]:
        """What the service has told so far, in the order it came: {type, subject, data}."""
        with Connection(self._vhost) as connection:
            channel = connection.channel()
            while (message := channel.basic_get(LISTENER, no_ack=True)) is not None:
                event = Event.from_message(message.headers, message.body)
                self._heard.append({"type": event.type, "subject": event.subject, "data": event.data})
        return [event for event in self._heard if subject in (None, event["subject"])]

    # -- what it needs to run --------------------------------------------------------------------------------------

    def _command(self, kind: str) -> list[str]:
        return [sys.executable, "-m", "petition_supervision", kind]

    def _environment(self, broker_uri: str) -> dict[str, str]:
        return {
            **os.environ,
            "BROKER_URI": broker_uri,
            "MONGO_URI": self._servers.mongo_uri,
            "MONGO_DATABASE": self._database,
            "MASTER_KEY_FILE": str(self._master_key),
            "CLOCK": "manual",
            "CLOCK_FILE": str(self._clock_file),
            "RETRY_SECONDS": "1,1",
            "START_DEADLINE_SECONDS": "60",
        }


def _outgoing(event: Event) -> Outgoing:
    return Outgoing(event.id, f"{event.source}.events", event.type, event.to_body(), event.to_headers())


def batched(events: Iterable[Event], size: int) -> Iterator[list[Event]]:
    """The events in lists of at most `size`."""
    waiting = iter(events)
    while few := list(islice(waiting, size)):
        yield few


def instant(moment: datetime) -> str:
    return format_instant(moment)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2) as answer:  # noqa: S310
            json.load(answer)
            return True
    except (urllib.error.URLError, OSError):
        return False


def until(condition: Callable[[], bool], what: Callable[[], str], patience: float = PATIENCE) -> None:
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, f"not after {patience:.0f} s: {what()}"
        time.sleep(0.1)
