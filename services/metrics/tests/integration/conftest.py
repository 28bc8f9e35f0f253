"""A real store: a database of the test's own, with the service's collections and indexes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from metrics_story import moment
from pymongo.database import Database

from chassis.mongo import open_mongo
from chassis.unit_of_work import UnitOfWork, Units
from local_stack.testing.servers import Servers
from petition_metrics.adapters.mongo_indexes import INDEXES
from petition_metrics.adapters.mongo_projection import MongoEventLog, MongoProjection
from petition_metrics.application.projecting import project
from petition_metrics.domain.occurrence import Occurrence

Hear = Callable[[Iterable[Occurrence]], None]


class FixedClock:
    """Always the end of 2026."""

    kind = "fixed"

    def now(self) -> Any:
        return moment("2026-12-31T18:00")

    def wait(self, seconds: float, stop: Any) -> bool:
        return bool(stop.is_set())


@pytest.fixture
def units(servers: Servers, database: str) -> Iterator[Units]:
    """Units of work on a database with the service's indexes."""
    with open_mongo(servers.mongo_uri, "metrics-test") as client:
        for name, indexes in INDEXES.items():
            client[database].create_collection(name)
            if indexes:
                client[database][name].create_indexes(list(indexes))
        yield Units(client, database, FixedClock(), "metrics")


@pytest.fixture
def store(units: Units) -> Database[dict[str, Any]]:
    return units.database


@pytest.fixture
def hear(units: Units) -> Hear:
    """Project events in transactions of a few dozen, as the consumer does."""

    def hear(occurrences: Iterable[Occurrence], at_once: int = 40) -> None:
        events = list(occurrences)
        for start in range(0, len(events), at_once):
            batch = events[start : start + at_once]

            def work(uow: UnitOfWork, batch: list[Occurrence] = batch) -> None:
                for occurrence in batch:
                    project(occurrence, MongoProjection(uow), MongoEventLog(uow))

            units.run(work)

    return hear
