"""A database emptied before each test, with this service's collections, an office in it, and a clock the test sets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from intake_builders import NOW
from intake_register import published
from pymongo.database import Database

from chassis.migration import prepare
from chassis.settings import Settings
from chassis.store import Store, open_store
from chassis.unit_of_work import Units
from chassis.vault import DATA_KEYS
from local_stack.secret_files import keep_secret, new_key
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
def furnished(servers: Servers, kept_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of this service, with its collections, its indexes and its data key."""
    master_key = tmp_path_factory.mktemp("intake") / "master.key"
    keep_secret(master_key, new_key)
    environment = {
        "BROKER_URI": servers.broker_uri,
        "MONGO_URI": servers.mongo_uri,
        "MONGO_DATABASE": kept_database,
        "MASTER_KEY_FILE": str(master_key),
    }
    with open_store(SERVICE, Settings.from_environment("intake", environment)) as store:
        prepare(store, SERVICE)
        yield store


@pytest.fixture
def units(servers: Servers, furnished: Store, kept_database: str) -> Units:
    """Units of work of this service, with the county's register in force and nothing else."""
    servers.empty_database(kept_database, except_for=(DATA_KEYS,))
    opened = Units(furnished.client, kept_database, SetClock(NOW), "intake", furnished.seals)
    opened.run(lambda uow: store_register(uow, published()))
    return opened


@pytest.fixture
def store(units: Units) -> Database[dict[str, Any]]:
    return units.database


@pytest.fixture
def office(store: Database[dict[str, Any]]) -> Office:
    return furnish(store, KEY)
