"""This service's copy of the county's units, one document."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import UNITS
from petition_supervision.domain.unit_tree import Unit, UnitTree


class MongoUnits:
    """The tree is read once for each unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._tree: UnitTree | None = None

    def get(self) -> UnitTree:
        if self._tree is None:
            self._tree = _tree(self._uow.get(UNITS, UNITS))
        return self._tree

    def replace(self, units: UnitTree) -> None:
        kept = self._uow.get(UNITS, UNITS)
        rows = {code: vars(unit) for code, unit in units.units.items()}
        self._uow.put(UNITS, {"_id": UNITS, "version": (kept["version"] if kept else 0) + 1, "units": rows})
        self._tree = units


def read_units(reader: Database[dict[str, Any]]) -> UnitTree:
    """The tree as a query sees it."""
    return _tree(reader[UNITS].find_one({"_id": UNITS}))


def _tree(document: dict[str, Any] | None) -> UnitTree:
    rows = document["units"] if document else {}
    return UnitTree({code: Unit(**row) for code, row in rows.items()})
