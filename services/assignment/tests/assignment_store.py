"""A database with this service's collections and indexes, as the migration makes them, and a clock the test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event as Flag
from typing import Any

from assignment_register import a_raw_register
from assignment_world import MORNING
from pymongo.database import Database

from chassis.migration import create_collections
from chassis.mongo import open_mongo
from chassis.service import Call
from chassis.unit_of_work import Units
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
    with open_mongo(uri, "assignment-test") as client:
        create_collections(client[database], SERVICE)
        yield Store(Units(client, database, clock, "assignment"), clock)
