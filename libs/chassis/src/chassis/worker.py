"""The worker process: plain Python threads for the consumer, the relay and the timers of one service."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from pymongo.database import Database

from chassis.consumer import EventConsumer
from chassis.logs import describe
from chassis.mongo import is_outage
from chassis.publisher import Publisher
from chassis.relay import Relay
from chassis.service import Service, Timer
from chassis.settings import Settings
from chassis.telemetry import TIMER_FAILURES, TIMER_RUNS
from chassis.unit_of_work import Units

log = logging.getLogger(__name__)

DRAIN_SECONDS = 20.0
"""How long all threads together may take to finish what they hold."""
AFTER_OUTAGE_SECONDS = 1.0
AFTER_FAILURE_SECONDS = 5.0


def run_timer(service: str, timer: Timer, units: Units, stop: threading.Event) -> None:
    """Run one timer until stopped: again at once while there is work, else after its interval or a clock's jump.

    A run that fails is logged, counted and tried again: it must not take the events of everybody else with it.
    """
    while not stop.is_set():
        now = units.clock.now()
        try:
            done = timer.run(units, now)
        except Exception as error:
            if is_outage(error):
                reason = {"timer": timer.name, "reason": describe(error)}
                log.warning("the store is away, the timer waits", extra=reason)
                stop.wait(AFTER_OUTAGE_SECONDS)
            else:
                log.exception("a timer failed", extra={"timer": timer.name})
                TIMER_FAILURES.labels(service, timer.name).inc()
                stop.wait(AFTER_FAILURE_SECONDS)
            continue
        TIMER_RUNS.labels(service, timer.name).inc(done)
        if not done:
            units.clock.wait(timer.every, stop, since=now)


class Worker:
    """The threads of one worker process. If any of them dies the process ends, and whoever runs it starts it anew."""

    def __init__(self, service: Service, settings: Settings, units: Units, outgoing: Database[dict[str, Any]]) -> None:
        self.stop = threading.Event()
        self.failed = False
        self._threads: list[threading.Thread] = []
        self._relay = Relay(outgoing, service.name, Publisher(settings.broker_uri))
        self._work: list[tuple[str, Callable[[], None]]] = [("relay", lambda: self._relay.run(self.stop))]
        self._consumers: list[EventConsumer] = []
        if service.follows:
            consumer = EventConsumer(
                service,
                units,
                settings.broker_uri,
                Publisher(settings.broker_uri),
                settings.retry_seconds,
                settings.batch_size,
            )
            self._consumers.append(consumer)
            self._work.append(("consumer", lambda: consumer.run(self.stop)))
        self._work += [(timer.name, self._timer(service, timer, units)) for timer in service.timers]

    def start(self) -> None:
        for name, work in self._work:
            thread = threading.Thread(target=self._guard, args=(name, work), name=name, daemon=True)
            thread.start()
            self._threads.append(thread)

    def attached(self) -> bool:
        """Every consumer is attached to its queue."""
        return all(consumer.attached.is_set() for consumer in self._consumers)

    def connected(self) -> bool:
        """The relay has a broker to publish to."""
        return self._relay.connected

    def join(self) -> bool:
        """Wait for all threads to finish what they hold; True when they did in time and none had failed."""
        end = time.monotonic() + DRAIN_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        return not self.failed and not any(thread.is_alive() for thread in self._threads)

    def _guard(self, name: str, work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException:
            log.exception("a thread died, the process ends", extra={"thread_name": name})
            self.failed = True
            self.stop.set()

    def _timer(self, service: Service, timer: Timer, units: Units) -> Callable[[], None]:
        return lambda: run_timer(service.name, timer, units, self.stop)
