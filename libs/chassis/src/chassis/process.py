"""What the rpc and the worker process have in common: the store, the clock, signals, health, how they start and end.

1. Not ready by the start deadline: the process says what is missing and ends with 1.
2. SIGTERM or SIGINT: it stops taking work, finishes what it holds and ends with 0.
3. Not done with that in time: it ends with 1; what it held is taken again by others.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from chassis.clock import Clock, open_clock
from chassis.health import StoreBeat, serve
from chassis.logs import start_logs
from chassis.service import Service
from chassis.settings import SettingError, Settings
from chassis.store import open_store
from chassis.telemetry import MANUAL_CLOCK
from chassis.unit_of_work import Units

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.1
SPARE_CONNECTIONS = 12
"""Connections to the store beyond one for each request: threads of the worker, heartbeat, metrics."""
END_SECONDS = 25.0
"""How long a process may take to end after it was told to; whoever runs it should kill it only later."""


class Process:
    """One long-running process of a service. `stop` is set when it is to end; `failed` says that this is a failure."""

    def __init__(self, service: Service, settings: Settings, kind: str) -> None:
        start_logs(settings.log_level, service.name, kind)
        if service.settings_check:
            service.settings_check(settings)
        clock = _open_clock(settings)
        self.stop = threading.Event()
        self.failed = False
        pool = settings.rpc_workers + SPARE_CONNECTIONS
        store = open_store(service, settings, pool)
        store.check(settings.start_deadline_seconds)
        self.plain = store.plain
        self.units = Units(store.client, settings.mongo_database, clock, service.name, store.seals)
        self._settings = settings
        self._beat = StoreBeat(self.units.database, f"{kind}@{socket.gethostname()}:{settings.http_port}")
        self._signalled = False
        MANUAL_CLOCK.set(clock.kind == "manual")
        if clock.kind == "manual":
            log.warning("the clock is manual: for development only", extra={"now": str(clock.now())})
        signal.signal(signal.SIGTERM, self._on_signal)
        signal.signal(signal.SIGINT, self._on_signal)

    def watch(self, checks: Mapping[str, Callable[[], bool]]) -> None:
        """Serve health from now on, watch over start and end; `checks` are what readiness means besides the store."""
        complete = {**checks, "store": self._beat.fresh}
        threading.Thread(target=self._beat.run, args=(self.stop,), name="beat", daemon=True).start()
        serve(self._settings.http_host, self._settings.http_port, complete)
        threading.Thread(target=self._oversee, args=(complete,), name="oversee", daemon=True).start()

    def leave(self) -> None:
        """End at once; nothing is held that would not be taken again."""
        logging.shutdown()
        os._exit(1 if self.failed else 0)

    def _oversee(self, checks: Mapping[str, Callable[[], bool]]) -> None:
        deadline: float | None = time.monotonic() + self._settings.start_deadline_seconds
        while not (self._signalled or self.stop.is_set()):
            missing = [name for name, check in checks.items() if not check()] if deadline else []
            if deadline and not missing:
                deadline = None
                log.info("ready")
            elif deadline and time.monotonic() > deadline:
                log.error("not ready by the start deadline, the process ends", extra={"missing": missing})
                self.failed = True
                self.stop.set()
            time.sleep(LOOK_SECONDS)
        self.stop.set()
        time.sleep(END_SECONDS)
        log.error("still busy long after it was told to end, the process leaves what it holds to others")
        self.failed = True
        self.leave()

    def _on_signal(self, _number: int, _frame: Any) -> None:
        # Nothing but this: a signal may come while this very thread holds the lock of the event it would set.
        self._signalled = True


def _open_clock(settings: Settings) -> Clock:
    try:
        return open_clock(settings.clock, settings.clock_file)
    except (OSError, ValueError) as error:
        raise SettingError(f"the clock cannot be read (CLOCK, CLOCK_FILE): {error}") from error
