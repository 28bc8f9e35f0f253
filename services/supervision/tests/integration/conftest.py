"""A database of the test's own with this service's collections, and a clock the test sets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from supervision_builders import START, UNITS

from chassis.migration import prepare
from chassis.settings import Settings
from chassis.store import open_store
from chassis.unit_of_work import Units
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


@pytest.fixture
def units(servers: Servers, database: str, clock: SetClock, tmp_path: Path) -> Iterator[Units]:
    """Units of work of this service, with the county's units known."""
    keep_secret(tmp_path / "master.key", new_key)
    environment = {
        "BROKER_URI": servers.broker_uri,
        "MONGO_URI": servers.mongo_uri,
        "MONGO_DATABASE": database,
        "MASTER_KEY_FILE": str(tmp_path / "master.key"),
    }
    with open_store(SERVICE, Settings.from_environment("supervision", environment)) as store:
        prepare(store, SERVICE)
        opened = Units(store.client, database, clock, "supervision", store.seals)
        opened.run(lambda uow: MongoUnits(uow).replace(UNITS))
        yield opened
