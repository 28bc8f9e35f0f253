"""A database emptied before each test, with this service's collections, an office in it, and a clock the test sets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from intake_builders import NOW
from intake_register import published
from pymongo import MongoClient
from pymongo.database import Database

from chassis.migration import create_collections
from chassis.mongo import open_mongo
from chassis.unit_of_work import Units
from local_stack.testing.servers import Servers
from petition_intake.adapters.mongo_register import store_register
from petition_intake.adapters.office import furnish
from petition_intake.application.ports import Office
from petition_intake.bootstrap import SERVICE

KEY = b"a key for tests of thirty-two bytes"


class SetClock:
    """Shows what the test sets."""

    kind = "manual"

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant

    def wait(self, seconds: float, stop: threading.Event) -> bool:
        return stop.wait(seconds)


@pytest.fixture(scope="session")
def furnished(servers: Servers, kept_database: str) -> Iterator[MongoClient[dict[str, Any]]]:
    """A client; the kept database has this service's collections and indexes."""
    with open_mongo(servers.mongo_uri, "intake-test") as client:
        create_collections(client[kept_database], SERVICE)
        yield client


@pytest.fixture
def units(servers: Servers, furnished: MongoClient[dict[str, Any]], kept_database: str) -> Units:
    """Units of work of this service, with the county's register in force and nothing else."""
    servers.empty_database(kept_database)
    opened = Units(furnished, kept_database, SetClock(NOW), "intake")
    opened.run(lambda uow: store_register(uow, published()))
    return opened


@pytest.fixture
def store(units: Units) -> Database[dict[str, Any]]:
    return units.database


@pytest.fixture
def office(store: Database[dict[str, Any]]) -> Office:
    return furnish(store, KEY)
