"""Aggregates with a number of their own out of a yearly series: `ZD2026-0001`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Generic, TypeVar

from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import ITEM_NUMBERS
from workdays import local_day

Kept = TypeVar("Kept")


class MongoNumbered(Generic[Kept]):
    """`call`: whose expected version is checked. `series`: the letters in front of the year."""

    def __init__(
        self, uow: UnitOfWork, call: Call | None, collection: str, kind: type[Kept], key: str, series: str = ""
    ) -> None:
        self._uow, self._call, self._series = uow, call, series
        self._kept: Repository[Any] = Repository(uow, collection, kind, key=key, wire=(key, "version"))

    def next_number(self, now: datetime) -> str:
        """The next of its series; two who ask at once cannot both commit."""
        series = f"{self._series}{local_day(now).year}"
        kept = self._uow.get(ITEM_NUMBERS, series)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": series, "version": number})
        return f"{series}-{number:04}"

    def get(self, number: str) -> Kept | None:
        found: Kept | None = self._kept.get(number)
        return found

    def require(self, number: str) -> Kept:
        found: Kept = self._kept.require(number, self._call)
        return found

    def save(self, one: Kept) -> None:
        self._kept.save(one)
