"""The supervision ledger in MongoDB, with each unit's yearly totals counted in the same transaction."""

from __future__ import annotations

from datetime import datetime

from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import ITEM_NUMBERS, ITEMS
from petition_supervision.adapters.mongo_totals import count_in_year
from petition_supervision.domain.ladder import ItemState, Trigger
from petition_supervision.domain.supervision_item import SupervisionItem
from workdays import local_day


class MongoItems:
    """`call`: whose expected version is checked."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow = uow
        self._call = call
        self._items = Repository(uow, ITEMS, SupervisionItem, key="supervision_no", wire=("supervision_no", "version"))

    def next_number(self, now: datetime) -> str:
        year = str(local_day(now).year)
        kept = self._uow.get(ITEM_NUMBERS, year)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": year, "version": number})
        return f"DB{year}-{number:04}"

    def open_of(self, unit: str, case_no: str | None, trigger: Trigger) -> str | None:
        wanted = {"state": ItemState.OPEN.value, "unit": unit, "case_no": case_no, "trigger": trigger.value}
        found = self._uow.find(ITEMS, wanted, limit=1)
        return found[0]["_id"] if found else None

    def require(self, supervision_no: str) -> SupervisionItem:
        return self._items.require(supervision_no, self._call)

    def get(self, supervision_no: str) -> SupervisionItem | None:
        return self._items.get(supervision_no)

    def save(self, item: SupervisionItem) -> None:
        count_in_year(self._uow, item.unit, item.pending)
        self._items.save(item)
