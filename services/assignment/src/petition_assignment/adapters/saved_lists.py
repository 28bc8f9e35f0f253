"""Saved lists in the store, by person and name. They say how somebody looks at cases and nothing of a case."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pymongo.database import Database

from chassis.pages import page
from chassis.unit_of_work import UnitOfWork
from petition_assignment.domain.saved_list import SavedList, SavedListUnknown, check_room

Document = dict[str, Any]
SAVED_LISTS = "saved_lists"
_OWN = ("owner", "unit", "name", "view", "of_unit", "days", "shared")


def save(uow: UnitOfWork, wanted: SavedList) -> SavedList:
    """Keep a list under its name; an earlier one of that name is replaced. Too many => SavedListsFull."""
    there = uow.get(SAVED_LISTS, _key(wanted.owner, wanted.name))
    if there is None:
        check_room(len(uow.find(SAVED_LISTS, {"owner": wanted.owner})))
    kept = wanted if there is None else _read(there).saved_again(wanted)
    _put(uow, kept, there)
    return kept


def share(uow: UnitOfWork, owner: str, name: str, shared: bool) -> SavedList:
    """Show one's list to one's unit, or no longer. None under that name => SavedListUnknown."""
    there = uow.get(SAVED_LISTS, _key(owner, name))
    if there is None:
        raise SavedListUnknown("name", name=name)
    kept = SavedList(**{**asdict(_read(there)), "shared": shared})
    _put(uow, kept, there)
    return kept


def list_saved(database: Database[Document], owner: str, unit: str, limit: int, cursor: str | None) -> Document:
    """One's own lists, and those one's unit is shown, by name."""
    filter = {"$or": [{"owner": owner}, {"unit": unit, "shared": True}]}
    found = page(database[SAVED_LISTS], filter, (("name", 1), ("_id", 1)), limit, cursor)
    return {"items": [told(_read(one)) for one in found["items"]], "next": found["next"]}


def told(one: SavedList) -> Document:
    """A list as it is answered: what to ask `list_cases` for, and whose it is."""
    query = {"view": one.view, "unit": one.of_unit, "days": one.days}
    return {"name": one.name, "owner": one.owner, "shared": one.shared, "query": "list_cases", "data": query}


def _put(uow: UnitOfWork, kept: SavedList, there: Document | None) -> None:
    version = (there["version"] if there else 0) + 1
    uow.put(SAVED_LISTS, {"_id": _key(kept.owner, kept.name), "version": version, **asdict(kept)})


def _read(document: Document) -> SavedList:
    return SavedList(**{name: document[name] for name in _OWN})


def _key(owner: str, name: str) -> str:
    return f"{owner}/{name}"
