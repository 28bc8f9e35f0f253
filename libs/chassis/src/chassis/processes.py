"""What each command of the launcher does."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from prometheus_client import REGISTRY

from chassis.key_change import rotate_keys
from chassis.logs import start_logs
from chassis.migration import migrate
from chassis.parked import parked
from chassis.process import Process
from chassis.service import Service
from chassis.settings import Settings
from chassis.telemetry import Attachment, StoreCollector
from chassis.topology import rpc_queue_name

log = logging.getLogger(__name__)

Run = Callable[[Service, Settings, list[str]], int]


def rpc(service: Service, settings: Settings, _arguments: list[str]) -> int:
    """Serve the commands and queries until SIGTERM, then finish what runs."""
    from nameko.containers import ServiceContainer

    from chassis.desk import Desk
    from chassis.rpc import nameko_class, nameko_config
    from chassis.status import status_query

    process = Process(service, settings, "rpc")
    complete = replace(service, queries=(*service.queries, status_query(service)))
    attached = Attachment(rpc_queue_name(service.name))
    desk = Desk(complete, process.units)
    container = ServiceContainer(
        nameko_class(complete), nameko_config(settings.broker_uri, settings.rpc_workers, desk, attached)
    )
    started = threading.Event()
    process.watch({"attached": attached.is_set})

    def end() -> None:
        process.stop.wait()
        if not started.is_set():
            # Starting waits for the broker for ever, and nothing is held yet.
            process.leave()
        container.stop()

    threading.Thread(target=end, name="end", daemon=True).start()
    container.start()
    started.set()
    try:
        container.wait()
    except Exception:
        log.exception("the container died, the process ends")
        return 1
    return 1 if process.failed else 0


def worker(service: Service, settings: Settings, _arguments: list[str]) -> int:
    """Consume events, relay events, run timers until SIGTERM, then finish what is held."""
    from chassis.worker import Worker

    process = Process(service, settings, "worker")
    REGISTRY.register(StoreCollector(process.units.database, service.name))
    for make in service.collectors:
        REGISTRY.register(make(process.units.database))
    running = Worker(service, settings, process.units, process.plain)
    process.watch({"attached": running.attached, "relay": running.connected})
    running.start()
    while not (process.stop.wait(0.2) or running.stop.is_set()):
        pass
    running.stop.set()
    return 0 if running.join() and not process.failed else 1


def console(run: Callable[[Settings, list[str]], int]) -> Run:
    """A service's own command, in the shape of the others."""

    def command(service: Service, settings: Settings, arguments: list[str]) -> int:
        start_logs(settings.log_level, service.name, "console")
        return run(settings, arguments)

    return command


COMMANDS: dict[str, Run] = {
    "migrate": migrate,
    "rpc": rpc,
    "worker": worker,
    "parked": parked,
    "rotate-keys": rotate_keys,
}
