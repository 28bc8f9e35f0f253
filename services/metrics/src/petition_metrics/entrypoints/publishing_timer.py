"""Quarters are published when their days are over; by hand with `python -m petition_metrics publish-quarter`."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.clock import open_clock
from chassis.mongo import open_mongo
from chassis.settings import Settings
from chassis.unit_of_work import Units
from petition_metrics.adapters.mongo_editions import EditionsInWork, MongoEditions
from petition_metrics.adapters.mongo_ledger import MongoLedgers
from petition_metrics.application.definitions import rules_in_force
from petition_metrics.application.publishing import Edition, due_quarters, publish
from petition_metrics.domain.errors import Refused

_USAGE = "usage: python -m petition_metrics publish-quarter YEAR QUARTER"


def waiting(reader: Database[dict[str, Any]], now: datetime) -> int:
    """How many quarters are to be published now."""
    with MongoLedgers(reader).open() as ledger:
        return len(list(due_quarters(now, rules_in_force(ledger), ledger, MongoEditions(reader))))


def publish_due(units: Units, now: datetime) -> int:
    """Publish the first quarter that is due; how many were published."""
    with MongoLedgers(units.database).open() as ledger:
        due = next(due_quarters(now, rules_in_force(ledger), ledger, MongoEditions(units.database)), None)
    if due is None:
        return 0
    return 0 if _publish(units, *due, now) is None else 1


def publish_quarter(settings: Settings, arguments: list[str]) -> int:
    """Publish one quarter, or a correction of it as a new edition; exit code 1 when it must not be."""
    if len(arguments) != 2 or not all(one.isdecimal() for one in arguments) or not 1 <= int(arguments[1]) <= 4:
        print(_USAGE, file=sys.stderr)
        return 2
    clock = open_clock(settings.clock, settings.clock_file)
    with open_mongo(settings.mongo_uri, "metrics") as client:
        units = Units(client, settings.mongo_database, clock, "metrics")
        try:
            made = _publish(units, int(arguments[0]), int(arguments[1]), clock.now())
        except Refused as refused:
            print(refused, file=sys.stderr)
            return 1
    print("nothing has changed" if made is None else f"published, edition {made.edition}")
    return 0


def _publish(units: Units, year: int, quarter: int, now: datetime) -> Edition | None:
    """Counted at one instant, stored in one transaction; of two that publish at once, one finds it done."""
    with MongoLedgers(units.database).open() as ledger:
        rules = rules_in_force(ledger)
        return units.run(lambda uow: publish(year, quarter, now, rules, ledger, EditionsInWork(uow)))
