"""A database with this service's collections and indexes, as the migration makes them, and a clock the test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event as Flag
from typing import Any

from assignment_register import a_raw_register
from assignment_world import MORNING
from pymongo.database import Database

from chassis import store as chassis_store
from chassis.migration import prepare
from chassis.service import Call
from chassis.settings import Settings
from chassis.unit_of_work import Units
from local_stack.secret_files import keep_secret, new_key
from petition_assignment.adapters.desks import open_desk
from petition_assignment.application.register_loading import Loaded, load_register
from petition_assignment.bootstrap import SERVICE
from petition_assignment.domain.register_rows import RawRegister


class StandingClock:
    """Shows the instant it was set to."""

    kind = "manual"

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant

    def wait(self, seconds: float, stop: Flag) -> bool:
        return stop.wait(seconds)


@dataclass
class Store:
    units: Units
    clock: StandingClock
    database: Database[dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.database = self.units.database

    def load(self, raw: RawRegister | None = None) -> Loaded:
        return self.units.run(lambda uow: load_register(open_desk(uow), raw or a_raw_register()))

    def told(self) -> list[dict[str, Any]]:
        return list(self.database["outbox"].find({}, sort=[("order", 1)]))

    def call(self, unit: str, person: str | None, *roles: str, expected_version: int | None = None) -> Call:
        return Call(unit, unit, person, frozenset(roles), "key", expected_version, self.clock.now(), "correlation")


@contextmanager
def open_store(uri: str, database: str) -> Iterator[Store]:
    clock = StandingClock(MORNING)
    with TemporaryDirectory() as folder:
        key = Path(folder) / "master.key"
        keep_secret(key, new_key)
        environment = {"BROKER_URI": "-", "MONGO_URI": uri, "MONGO_DATABASE": database, "MASTER_KEY_FILE": str(key)}
        with chassis_store.open_store(SERVICE, Settings.from_environment("assignment", environment)) as opened:
            prepare(opened, SERVICE)
            yield Store(Units(opened.client, database, clock, "assignment", opened.seals), clock)
