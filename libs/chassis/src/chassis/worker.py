"""The worker process: plain Python threads for the consumer, the relay and the timers of one service."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from pymongo.errors import PyMongoError

from chassis.consumer import EventConsumer, is_outage
from chassis.publisher import Publisher
from chassis.relay import Relay
from chassis.service import Service, Timer
from chassis.settings import Settings
from chassis.telemetry import TIMER_RUNS
from chassis.unit_of_work import Units

log = logging.getLogger(__name__)

DRAIN_SECONDS = 20.0


def run_timer(service: str, timer: Timer, units: Units, stop: threading.Event) -> None:
    """Run one timer until stopped: again at once while there is work, else after its interval or a clock's jump."""
    while not stop.is_set():
        try:
            done = timer.run(units, units.clock.now())
        except PyMongoError as error:
            if not is_outage(error):
                raise
            log.warning("the store is away, the timer waits", extra={"timer": timer.name, "reason": repr(error)})
            stop.wait(1.0)
            continue
        TIMER_RUNS.labels(service, timer.name).inc(done)
        if not done:
            units.clock.wait(timer.every, stop)


class Worker:
    """The threads of one worker process. If any of them dies the process ends, and whoever runs it starts it anew."""

    def __init__(self, service: Service, settings: Settings, units: Units) -> None:
        self.stop = threading.Event()
        self.failed = False
        self._threads: list[threading.Thread] = []
        relay = Relay(units.database, service.name, Publisher(settings.broker_uri))
        self._work: list[tuple[str, Callable[[], None]]] = [("relay", lambda: relay.run(self.stop))]
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
        return all(consumer.attached.is_set() for consumer in self._consumers)

    def join(self) -> bool:
        """Wait for all threads to finish what they hold; True when they did in time and none had failed."""
        for thread in self._threads:
            thread.join(DRAIN_SECONDS)
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


