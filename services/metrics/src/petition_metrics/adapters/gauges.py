"""Business gauges for Prometheus: states and counts, never a case number or a person."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable
from typing import Any

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from pymongo.database import Database
from pymongo.errors import PyMongoError

from petition_metrics.adapters.mongo_names import CASE_TIMELINES
from petition_metrics.domain.state import ENDED, OPEN, Step
from petition_metrics.domain.statutory_clocks import DUTY_KINDS

log = logging.getLogger(__name__)

KEEP_SECONDS = 5.0


class CaseGauges(Collector):
    """Reads when scraped, at most once in some seconds; while the store is away it shows nothing rather than zeros."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._timelines = database[CASE_TIMELINES]
        self._lock = threading.Lock()
        self._read_at = float("-inf")
        self._families: list[Metric] = []

    def describe(self) -> Iterable[Metric]:
        return []

    def collect(self) -> Iterable[Metric]:
        with self._lock:
            if time.monotonic() - self._read_at > KEEP_SECONDS:
                try:
                    self._families = self._read()
                except PyMongoError as error:
                    log.warning("the gauges cannot be read", extra={"reason": repr(error)})
                    self._families = []
                self._read_at = time.monotonic()
            return self._families

    def _read(self) -> list[Metric]:
        counted: list[Step] = [step for step in Step if step != Step.CLOSED]
        by_state = {step: self._count({"state": step.value}) for step in counted}
        ended_otherwise = sum(by_state[step] for step in ENDED & by_state.keys())
        opened = sum(by_state[step] for step in OPEN)
        # Closed cases are most of all cases; what is left of the total spares counting them one by one.
        # Disputes and visits are records beside the cases.
        beside = sum(self._count({day: {"$gt": ""}}) for day in ("disputes.found_on", "visits.arrived_on"))
        others = opened + ended_otherwise + beside
        by_state[Step.CLOSED] = max(self._timelines.estimated_document_count() - others, 0)
        pending = self._count({"follow_up_pending": True})
        return [
            _gauge("petition_open_cases", "Cases that have not ended.", {(): opened}),
            _gauge("petition_cases", "Cases by state.", {(str(step),): n for step, n in by_state.items()}, "state"),
            _gauge(
                "petition_overdue_clocks",
                "Statutory clocks that still run past their limit, by kind.",
                {(kind,): n for kind, n in self._overdue().items()},
                "kind",
            ),
            _gauge("petition_follow_ups_pending", "Closed cases whose petitioner was not reached yet.", {(): pending}),
        ]

    def _count(self, wanted: dict[str, Any]) -> int:
        return int(self._timelines.count_documents(wanted))

    def _overdue(self) -> dict[str, int]:
        counts = dict.fromkeys(DUTY_KINDS, 0)
        stages: list[dict[str, Any]] = [
            {"$match": {"overdue": {"$exists": True}}},
            {"$unwind": "$overdue"},
            {"$group": {"_id": "$overdue", "number": {"$sum": 1}}},
        ]
        for row in self._timelines.aggregate(stages):
            counts[row["_id"]] = row["number"]
        return counts


def _gauge(name: str, text: str, values: dict[tuple[str, ...], int], *labels: str) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, text, labels=labels)
    for label_values, value in values.items():
        family.add_metric(label_values, float(value))
    return family
