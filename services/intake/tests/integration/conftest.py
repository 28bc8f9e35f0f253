"""A database of the test's own with this service's collections, an office in it, and a clock the test sets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from intake_builders import NOW
from intake_register import published
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


@pytest.fixture
def units(servers: Servers, database: str) -> Iterator[Units]:
    """Units of work of this service, with the county's register in force."""
    with open_mongo(servers.mongo_uri, "intake-test") as client:
        create_collections(client[database], SERVICE)
        opened = Units(client, database, SetClock(NOW), "intake")
        opened.run(lambda uow: store_register(uow, published()))
        yield opened


@pytest.fixture
def store(units: Units) -> Database[dict[str, Any]]:
    return units.database


@pytest.fixture
def office(store: Database[dict[str, Any]]) -> Office:
    return furnish(store, KEY)
