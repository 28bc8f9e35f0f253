"""What each command of the launcher does."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from prometheus_client import REGISTRY
from pymongo import IndexModel, MongoClient
from pymongo.database import Database

from chassis.clock import open_clock
from chassis.health import StoreBeat, serve
from chassis.logs import start_logs
from chassis.mongo import open_mongo
from chassis.parking import Parking
from chassis.publisher import Publisher
from chassis.service import Service
from chassis.settings import Settings
from chassis.telemetry import ATTACHED, MANUAL_CLOCK, StoreCollector
from chassis.topology import declare_topology, rpc_queue_name
from chassis.unit_of_work import OUTBOX, Units

log = logging.getLogger(__name__)

Run = Callable[[Service, Settings, list[str]], int]
OWN_INDEXES = {OUTBOX: [IndexModel([("order", 1)], partialFilterExpression={"sent": False}, name="unsent")]}
TRANSACTIONAL = ("outbox", "journal", "positions", "held_events", "applied_counts", "directory", "parked_events", "leases")
"""Created by the migration: a collection is not to be created inside a transaction by the first message."""


def migrate(service: Service, settings: Settings, _arguments: list[str]) -> int:
    """Declare queues and bindings, create collections and indexes. Harmless when they are there."""
    start_logs(settings.log_level, service.name, "migrate")
    declare_topology(settings.broker_uri, service, settings.retry_seconds)
    with open_mongo(settings.mongo_uri, service.name) as client:
        database = client[settings.mongo_database]
        _create_collections(database, service)
    log.info("migrated", extra={"database": settings.mongo_database})
    return 0


def _create_collections(database: Database[dict[str, Any]], service: Service) -> None:
    there = set(database.list_collection_names())
    wanted = {*TRANSACTIONAL, *service.indexes, *service.by_subject}
    for name in sorted(wanted - there):
        database.create_collection(name)
    for name, indexes in {**OWN_INDEXES, **service.indexes}.items():
        if indexes:
            database[name].create_indexes(list(indexes))


def rpc(service: Service, settings: Settings, _arguments: list[str]) -> int:
    """Serve the commands and queries until SIGTERM, then finish what runs."""
    from nameko.containers import ServiceContainer

    from chassis.desk import Desk
    from chassis.rpc import DESK_CONFIG_KEY, nameko_class
    from chassis.status import status_query

    process = _start(service, settings, "rpc")
    complete = _with_query(service, status_query(service))
    container = ServiceContainer(
        nameko_class(complete),
        {
            "AMQP_URI": settings.broker_uri,
            "max_workers": settings.rpc_workers,
            "HEARTBEAT": 10,
            DESK_CONFIG_KEY: Desk(complete, process.units),
        },
    )
    queue = rpc_queue_name(service.name)
    process.watch(lambda: ATTACHED.labels(queue)._value.get() == 1)
    container.start()
    threading.Thread(target=_stop_when, args=(process.stop, container.stop), daemon=True).start()
    try:
        container.wait()
    except Exception:
        log.exception("the container died, the process ends")
        return 1
    return 1 if process.failed else 0


def worker(service: Service, settings: Settings, _arguments: list[str]) -> int:
    """Consume events, relay events, run timers until SIGTERM, then finish what is held."""
    from chassis.worker import Worker

    process = _start(service, settings, "worker")
    REGISTRY.register(StoreCollector(process.units.database, service.name))
    for make in service.collectors:
        REGISTRY.register(make(process.units.database))
    running = Worker(service, settings, process.units)
    process.watch(running.attached)
    running.start()
    while not (process.stop.wait(0.5) or running.stop.is_set()):
        pass
    running.stop.set()
    return 0 if running.join() and not process.failed else 1


def parked(service: Service, settings: Settings, arguments: list[str]) -> int:
    """`parked list`, `parked show ID`, `parked put-back ID|all`: the messages set aside after all retries."""
    with open_mongo(settings.mongo_uri, service.name) as client:
        parking = Parking(client[settings.mongo_database], service.name)
        match arguments:
            case ["list"]:
                for entry in parking.list():
                    kind = entry["headers"].get("cloudEvents:type", "?")
                    print(f"{entry['_id']}  {entry['parked_at']:%F %T}  {kind}  {entry['error'][:100]}")
                return 0
            case ["show", identifier]:
                found = [entry for entry in parking.list() if entry["_id"] == identifier]
                for entry in found:
                    print(entry["headers"], entry["body"].decode(errors="replace"), entry["error"], sep="\n")
                return 0 if found else 1
            case ["put-back", which]:
                publisher = Publisher(settings.broker_uri)
                chosen = [entry["_id"] for entry in parking.list() if which in ("all", entry["_id"])]
                done = sum(parking.put_back(identifier, publisher) for identifier in chosen)
                publisher.close()
                print(f"{done} of {len(chosen)} put back")
                return 0 if chosen and done == len(chosen) else 1
    print("usage: parked list | parked show ID | parked put-back ID|all", file=sys.stderr)
    return 2


def console(run: Callable[[Settings, list[str]], int]) -> Run:
    """A service's own command, in the shape of the others."""

    def command(service: Service, settings: Settings, arguments: list[str]) -> int:
        start_logs(settings.log_level, service.name, "console")
        return run(settings, arguments)

    return command


COMMANDS: dict[str, Run] = {"migrate": migrate, "rpc": rpc, "worker": worker, "parked": parked}


class Process:
    """What the rpc and the worker process have in common: the store, the clock, signals, health, the start deadline."""

    def __init__(self, service: Service, settings: Settings, kind: str) -> None:
        clock = open_clock(settings.clock, settings.clock_file)
        self.stop = threading.Event()
        self.failed = False
        self.client: MongoClient[dict[str, Any]] = open_mongo(settings.mongo_uri, service.name)
        self.units = Units(self.client, settings.mongo_database, clock, service.name)
        self._settings = settings
        self._beat = StoreBeat(self.units.database, f"{kind}@{socket.gethostname()}:{settings.http_port}")
        MANUAL_CLOCK.set(clock.kind == "manual")
        if clock.kind == "manual":
            log.warning("the clock is manual: for development only", extra={"now": str(clock.now())})
        signal.signal(signal.SIGTERM, self._on_signal)
        signal.signal(signal.SIGINT, self._on_signal)

    def watch(self, attached: Callable[[], bool]) -> None:
        """Serve health from now on; end the process if it is not ready by its deadline."""
        checks = {"attached": attached, "store": self._beat.fresh}
        threading.Thread(target=self._beat.run, args=(self.stop,), name="beat", daemon=True).start()
        serve(self._settings.http_host, self._settings.http_port, checks)
        threading.Thread(target=self._await_ready, args=(checks,), name="start", daemon=True).start()

    def _await_ready(self, checks: dict[str, Callable[[], bool]]) -> None:
        deadline = time.monotonic() + self._settings.start_deadline_seconds
        while time.monotonic() < deadline:
            if all(check() for check in checks.values()):
                log.info("ready")
                return
            if self.stop.wait(0.1):
                return
        missing = [name for name, check in checks.items() if not check()]
        log.error("not ready by the deadline, the process ends", extra={"missing": missing})
        self.failed = True
        self.stop.set()
        if self.stop.wait(0) and "attached" in missing:
            time.sleep(5)
            os._exit(1)

    def _on_signal(self, _number: int, _frame: Any) -> None:
        self.stop.set()


def _start(service: Service, settings: Settings, kind: str) -> Process:
    start_logs(settings.log_level, service.name, kind)
    if service.settings_check:
        service.settings_check(settings)
    return Process(service, settings, kind)


def _stop_when(stop: threading.Event, act: Callable[[], None]) -> None:
    stop.wait()
    act()


def _with_query(service: Service, query: Any) -> Service:
    from dataclasses import replace

    return replace(service, queries=(*service.queries, query))
