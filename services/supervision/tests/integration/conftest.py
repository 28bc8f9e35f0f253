"""A database that is emptied before each test, with this service's collections, and a clock the test sets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from pymongo import MongoClient
from supervision_builders import START, UNITS

from chassis.migration import create_collections
from chassis.mongo import open_mongo
from chassis.unit_of_work import Units
from local_stack.testing.servers import Servers
from petition_supervision.adapters.mongo_units import MongoUnits
from petition_supervision.bootstrap import SERVICE


class SetClock:
    """Shows what the test sets."""

    kind = "manual"

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant

    def wait(self, seconds: float, stop: threading.Event) -> bool:
        return stop.wait(seconds)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(START)


@pytest.fixture(scope="session")
def furnished(servers: Servers, kept_database: str) -> Iterator[MongoClient[dict[str, Any]]]:
    """A client; the kept database has this service's collections and indexes."""
    with open_mongo(servers.mongo_uri, "supervision-test") as client:
        create_collections(client[kept_database], SERVICE)
        yield client


@pytest.fixture
def units(servers: Servers, furnished: MongoClient[dict[str, Any]], kept_database: str, clock: SetClock) -> Units:
    """Units of work of this service, with the county's units known and nothing else."""
    servers.empty_database(kept_database)
    opened = Units(furnished, kept_database, clock, "supervision")
    opened.run(lambda uow: MongoUnits(uow).replace(UNITS))
    return opened
