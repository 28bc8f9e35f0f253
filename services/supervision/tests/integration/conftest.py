"""A database that is emptied before each test, with this service's collections, and a clock the test sets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime

import pytest
from supervision_builders import START, UNITS

from chassis.migration import prepare
from chassis.settings import Settings
from chassis.store import Store, open_store
from chassis.unit_of_work import Units
from chassis.vault import DATA_KEYS
from local_stack.secret_files import keep_secret, new_key
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
def furnished(servers: Servers, kept_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of this service, with its collections, its indexes and its data key."""
    master_key = tmp_path_factory.mktemp("supervision") / "master.key"
    keep_secret(master_key, new_key)
    environment = {
        "BROKER_URI": servers.broker_uri,
        "MONGO_URI": servers.mongo_uri,
        "MONGO_DATABASE": kept_database,
        "MASTER_KEY_FILE": str(master_key),
    }
    with open_store(SERVICE, Settings.from_environment("supervision", environment)) as store:
        prepare(store, SERVICE)
        yield store


@pytest.fixture
def units(servers: Servers, furnished: Store, kept_database: str, clock: SetClock) -> Units:
    """Units of work of this service, with the county's units known and nothing else."""
    servers.empty_database(kept_database, except_for=(DATA_KEYS,))
    opened = Units(furnished.client, kept_database, clock, "supervision", furnished.seals)
    opened.run(lambda uow: MongoUnits(uow).replace(UNITS))
    return opened
