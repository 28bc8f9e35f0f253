"""Writes the due entries and misses of what was changed, beside it and in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chassis.unit_of_work import UnitOfWork
from petition_supervision.domain.agenda import DueEntry, MissedRow


def write_rows(
    uow: UnitOfWork, collection: str, before: Mapping[str, DueEntry | MissedRow], after: Mapping[str, Any]
) -> None:
    """Delete the rows that are no more, and write those that are new or changed. Nothing is read for that."""
    for identifier in before.keys() - after.keys():
        uow.delete(collection, identifier)
    for identifier, row in after.items():
        if before.get(identifier) != row:
            uow.update(collection, identifier, _change(row), upsert=True)


def _change(row: DueEntry | MissedRow) -> dict[str, Any]:
    """Set what the row has, remove what it has not, and whatever claim a worker had on it."""
    values = {name: value for name, value in vars(row).items() if name != "id"}
    change: dict[str, Any] = {"$set": {name: value for name, value in values.items() if value is not None}}
    absent = [name for name, value in values.items() if value is None]
    if isinstance(row, DueEntry):
        absent += ["claimed_by", "claimed_until"]
    if absent:
        change["$unset"] = dict.fromkeys(absent, "")
    return change
