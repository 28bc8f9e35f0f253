"""The small grids' log in MongoDB."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.documents import document_converter
from chassis.pages import page
from chassis.repository import Repository
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.yearly_numbers import next_serial
from petition_intake.domain.grid_item import GridItem, grid_item_number

GRID_ITEMS = "grid_items"

_CONVERTER = document_converter(GridItem)
_LATEST = [("noted_on", -1), ("_id", -1)]
_WHERE = ("grid_code", "village_code", "township_code")

GRID_INDEXES: dict[str, list[IndexModel]] = {
    GRID_ITEMS: [
        index
        for name in _WHERE
        for index in (
            IndexModel([(f"place.{name}", 1), *_LATEST], name=f"in_{name}"),
            IndexModel([(f"place.{name}", 1), ("kind", 1), *_LATEST], name=f"in_{name}_of_kind"),
            IndexModel([(f"place.{name}", 1), ("is_open", 1), *_LATEST], name=f"open_in_{name}"),
        )
    ],
}


class MongoGridLog:
    """Entries; saving one publishes what happened to it, in the same transaction."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._items = Repository(uow, GRID_ITEMS, GridItem, key="item_no", wire=("item_no", "version"))

    def next_number(self, now: datetime) -> str:
        return grid_item_number(*next_serial(self._uow, GRID_ITEMS, now))

    def get(self, item_no: str) -> GridItem | None:
        return self._items.get(item_no)

    def save(self, item: GridItem) -> None:
        self._items.save(item)


class MongoGridLogPages:
    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._items = database[GRID_ITEMS]

    def page(self, wanted: dict[str, Any], limit: int, cursor: str | None) -> tuple[list[GridItem], str | None]:
        found = page(self._items, wanted, _LATEST, limit, cursor)
        return [_CONVERTER.structure(row, GridItem) for row in found["items"]], found["next"]
