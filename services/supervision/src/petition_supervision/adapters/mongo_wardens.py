"""The wardens of the grids (网格长、网格员) in MongoDB: their staff numbers, one document a township."""

from __future__ import annotations

from collections.abc import Iterable

from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import WARDENS


class MongoWardens:
    """`Wardens` within one unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def township_of(self, warden: str) -> str | None:
        found = self._uow.find(WARDENS, {"wardens": warden}, sort=[("_id", 1)], limit=1)
        return str(found[0]["_id"]) if found else None

    def replace(self, township_code: str, wardens: Iterable[str]) -> None:
        kept = self._uow.get(WARDENS, township_code)
        version = (kept["version"] if kept else 0) + 1
        self._uow.put(WARDENS, {"_id": township_code, "version": version, "wardens": sorted(wardens)})
