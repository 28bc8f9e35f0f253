"""What a process tells Prometheus about its messages; labels carry names from the code, never ids of records."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from typing import Any

import pymongo
from prometheus_client import Counter, Gauge, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from pymongo.database import Database
from pymongo.errors import PyMongoError

from chassis.unit_of_work import OUTBOX, UNSENT

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

REQUESTS = Counter(
    "rpc_requests_total", "Requests answered, by method and outcome code.", ["service", "method", "code"]
)
REQUEST_SECONDS = Histogram("rpc_request_seconds", "Time to answer a request.", ["service", "method"], buckets=SECONDS)
CONSUMED = Counter(
    "events_consumed_total",
    "Events taken from the inbox: processed, duplicate, held, retried, parked.",
    ["service", "source", "type", "outcome"],
)
CONSUME_DELAY = Histogram(
    "event_end_to_end_seconds", "From the event's commit to its effect here.", ["service"], buckets=SECONDS
)
RELAYED = Counter("events_relayed_total", "Events the relay published, by the broker's word.", ["service", "fate"])
TIMER_RUNS = Counter("timer_fired_total", "Things done by timers.", ["service", "timer"])
TIMER_FAILURES = Counter("timer_failed_total", "Runs of timers that ended in an error.", ["service", "timer"])
ATTACHED = Gauge("consumer_attached", "1 while the consumer of this queue is attached.", ["queue"])
MANUAL_CLOCK = Gauge("clock_manual", "1 when this process follows a manual clock (development only).")
STORE_SECONDS = 3.0
"""A scrape waits no longer than this for the store."""


class Attachment(threading.Event):
    """Whether a consumer is attached to its queue: for readiness, and as the gauge `consumer_attached`."""

    def __init__(self, queue: str) -> None:
        super().__init__()
        self._gauge = ATTACHED.labels(queue)
        self._gauge.set(0)

    def set(self) -> None:
        super().set()
        self._gauge.set(1)

    def clear(self) -> None:
        super().clear()
        self._gauge.set(0)


class StoreCollector(Collector):
    """Counts of what waits in a service's store, read when scraped and kept for some seconds."""

    KEEP_SECONDS = 5.0

    def __init__(self, database: Database[dict[str, Any]], service: str) -> None:
        self._database = database
        self._service = service
        self._read_at = float("-inf")
        self._families: list[Metric] = []

    def collect(self) -> Iterable[Metric]:
        if time.monotonic() - self._read_at > self.KEEP_SECONDS:
            try:
                with pymongo.timeout(STORE_SECONDS):
                    self._families = list(self._read())
                self._read_at = time.monotonic()
            except PyMongoError:
                self._families = []
        return self._families

    def describe(self) -> Iterable[Metric]:
        return []

    def _read(self) -> Iterable[Metric]:
        oldest = self._database[OUTBOX].find_one(UNSENT, sort=[("order", 1)])
        age = time.time() - oldest["order"].generation_time.timestamp() if oldest else 0.0
        counts = {
            "outbox_unsent": ("Events committed and not yet safe on the bus.", UNSENT, OUTBOX),
            "events_held": ("Events that wait for an earlier one of their stream.", {}, "held_events"),
            "events_parked": ("Messages set aside after all retries.", {}, "parked_events"),
        }
        for name, (text, filter, collection) in counts.items():
            yield self._gauge(name, text, float(self._database[collection].count_documents(filter)))
        yield self._gauge("outbox_oldest_unsent_age_seconds", "Age of the oldest unsent event.", max(age, 0.0))

    def _gauge(self, name: str, text: str, value: float) -> GaugeMetricFamily:
        family = GaugeMetricFamily(name, text, labels=["service"])
        family.add_metric([self._service], value)
        return family
