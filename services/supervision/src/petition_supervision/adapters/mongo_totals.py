"""What a unit's year is made of, counted in the transaction in which it happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import TOTALS
from petition_supervision.domain.ladder_totals import counted_as
from workdays import local_day


def count_in_year(uow: UnitOfWork, unit: str, events: Iterable[object]) -> None:
    """Count these events in the unit's current year, as far as they count."""
    year = local_day(uow.now).year
    counted = Counter(name for event in events if (name := counted_as(event)) is not None)
    if counted:
        change = {"$inc": dict(counted), "$set": {"unit": unit, "year": year}}
        uow.update(TOTALS, f"{unit}:{year}", change, upsert=True)
