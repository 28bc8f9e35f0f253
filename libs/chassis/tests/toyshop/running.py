"""Processes of the toy services, as they would really run, and the corner of the servers they live in."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kombu import Connection
from pymongo import MongoClient
from pymongo.database import Database

from chassis.clock import Clock, SystemClock
from chassis.consumer import EventConsumer
from chassis.directory import store_directory
from chassis.migration import create_collections
from chassis.mongo import open_mongo
from chassis.publisher import Publisher
from chassis.service import Service
from chassis.topology import declare_topology, events_exchange
from chassis.unit_of_work import Units
from local_stack.broker_accounts import operator_account
from local_stack.testing.servers import PASSWORD
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.shelf.bootstrap import SERVICE as SHELF
from toyshop.waiting import eventually

SERVICES = {"boxes": BOXES, "shelf": SHELF}
RETRY_SECONDS = (1, 1)
TESTS = Path(__file__).parents[1]
DIRECTORY = {
    "callers": [{"caller": "test", "unit": "unit_one"}, {"caller": "agency_two", "unit": "unit_two"}],
    "people": [
        {"person_id": "P1", "unit": "unit_one", "roles": ["keeper"]},
        {"person_id": "P2", "unit": "unit_one", "roles": ["reader"]},
        {"person_id": "P3", "unit": "unit_two", "roles": ["keeper"]},
    ],
}


@contextmanager
def in_threads(*works: Callable[[threading.Event], None]) -> Iterator[threading.Event]:
    """Runs each in a thread until the block ends; one that ended in an error fails the test."""
    stop, errors = threading.Event(), []

    def guarded(work: Callable[[threading.Event], None]) -> None:
        try:
            work(stop)
        except BaseException as error:
            errors.append(error)
            raise

    threads = [threading.Thread(target=guarded, args=(work,), daemon=True) for work in works]
    for thread in threads:
        thread.start()
    try:
        yield stop
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)
    assert not errors and not any(thread.is_alive() for thread in threads), errors


@dataclass
class Running:
    """One process of a toy service."""

    process: subprocess.Popen[bytes]
    log: Path

    @property
    def port(self) -> int:
        """Where it serves health and metrics: it took a free port and logged it."""
        return eventually(lambda: next((line["port"] for line in self.lines() if "port" in line), 0))

    def lines(self) -> list[dict[str, Any]]:
        """What it logged, as far as it is complete; a line that is no JSON is an error."""
        text = self.log.read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of a health or metrics page."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def is_ready(self) -> bool:
        assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
        return self.get("/ready")[0] == 200

    def wait_ready(self) -> Running:
        eventually(self.is_ready, every=0.1)
        return self

    def metric(self, name: str, **labels: str) -> float:
        """The sum of a metric over all series with these labels."""
        total = 0.0
        for line in self.get("/metrics")[1].splitlines():
            found = re.fullmatch(r"(\w+)(?:\{(.*)\})? (\S+)", line)
            if found and found[1] == name:
                given = dict(re.findall(r'(\w+)="([^"]*)"', found[2] or ""))
                if labels.items() <= given.items():
                    total += float(found[3])
        return total

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def exit_code(self) -> int:
        """Its exit code, once it has ended by itself."""
        eventually(lambda: self.process.poll() is not None)
        return int(self.process.returncode)


@dataclass
class Corner:
    """A virtual host and a database per service that nobody else uses."""

    servers: Any
    folder: Path
    at: str = ""
    clock: Clock = field(default_factory=SystemClock)
    running: list[Running] = field(default_factory=list)
    clients: list[MongoClient[dict[str, Any]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.databases = {name: f"{self.servers.new_database()}_{name}" for name in SERVICES}

    @cached_property
    def vhost(self) -> str:
        """The virtual host, made when it is first needed, with what a real broker's definitions have in it.

        That is the services' exchanges too: a service's own account may not declare the exchange of another.
        """
        uri: str = self.at or self.servers.new_vhost()
        with Connection(uri) as connection:
            for name in SERVICES:
                events_exchange(name)(connection.channel()).declare()
        return uri

    def logged(self, words: str) -> bool:
        """Whether one of the processes has logged a line with these words."""
        return any(words in line.get("message", "") for each in self.running for line in each.lines())

    # -- in this process -------------------------------------------------------------------------------------------

    def set_up(self, *services: Service, retry_seconds: tuple[int, ...] = RETRY_SECONDS) -> None:
        """What the migration does, and a register of callers."""
        for service in services:
            declare_topology(self.vhost, service, retry_seconds)
        self.set_up_store(*services)

    def set_up_store(self, *services: Service) -> None:
        """The store's part of it alone."""
        for service in services:
            units = self.units(service.name)
            create_collections(units.database, service)
            units.run(lambda uow: store_directory(uow, DIRECTORY))

    def units(self, service: str) -> Units:
        if not self.clients:
            self.clients.append(open_mongo(self.servers.mongo_uri, "test"))
        return Units(self.clients[0], self.databases[service], self.clock, service)

    def database(self, service: str) -> Database[dict[str, Any]]:
        return self.units(service).database

    @cached_property
    def service_uris(self) -> dict[str, str]:
        """The virtual host with the rights each service would really have."""
        return {name: self.servers.service_uri(self.vhost, name) for name in SERVICES}

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection to the virtual host with all rights."""
        with Connection(self.vhost) as connection:
            yield connection

    @contextmanager
    def consuming(self, service: Service, count: int = 1, batch_size: int = 100) -> Iterator[list[EventConsumer]]:
        """Consumers of a service's inbox, each in a thread of its own."""
        consumers = [
            EventConsumer(
                service, self.units(service.name), self.vhost, Publisher(self.vhost), RETRY_SECONDS, batch_size
            )
            for _ in range(count)
        ]
        with in_threads(*(consumer.run for consumer in consumers)):
            for consumer in consumers:
                eventually(consumer.attached.is_set)
            yield consumers

    def account_uri(self, user: str) -> str:
        """Another account with all rights, so that nobody but the service itself tells it apart."""
        self.servers.management.add_user(user, PASSWORD)
        name = self.vhost.rsplit("/", 1)[1]
        self.servers.management.grant(name, operator_account(user))
        return str(self.servers.uri_of(user, name))

    # -- in processes of their own ---------------------------------------------------------------------------------

    def environment(self, service: str, **extra: str) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])]),
            "BROKER_URI": self.service_uris[service],
            "MONGO_URI": self.servers.mongo_uri,
            "MONGO_DATABASE": self.databases[service],
            "RETRY_SECONDS": ",".join(map(str, RETRY_SECONDS)),
            "START_DEADLINE_SECONDS": "60",
            **extra,
        }

    def run(self, service: str, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run a command of a service to its end."""
        return subprocess.run(
            [sys.executable, "-m", f"toyshop.{service}", *arguments],
            env=self.environment(service, **extra),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def start(self, service: str, kind: str, **extra: str) -> Running:
        """Start a process of a service; it is killed at the end of the test if it still runs."""
        log = self.folder / f"{service}-{kind}-{len(self.running)}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", f"toyshop.{service}", kind],
                env=self.environment(service, **extra),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self.running.append(Running(process, log))
        return self.running[-1]

    def close(self) -> None:
        for running in self.running:
            if running.process.poll() is None:
                running.kill()
        for client in self.clients:
            client.close()
            for name in self.databases.values():
                self.servers.drop_database(name)
