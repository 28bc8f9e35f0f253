"""The county register in MongoDB: a head that says which version is in force, and the tables of every version.

A register never changes once stored, so each process keeps the one in force in memory and only asks for the head.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pymongo.database import Database

from chassis.directory import store_directory
from chassis.documents import document_converter
from chassis.unit_of_work import UnitOfWork
from petition_assignment.domain.errors import RegisterNotLoaded
from petition_assignment.domain.register import Register
from petition_assignment.domain.register_making import RegisterPublished
from petition_assignment.domain.warden_posts import GridWardensPublished
from workdays import Calendar

REGISTER = "register"
HEAD = "head"
SUBJECT = "register"
WARDENS_TOLD = "wardens_told"
ADDED_LATER = ("codes", "category_words", "wardens", "mediators")
"""Tables that a register stored before there were any of the kind does not have."""
TABLES = ("county", "townships", "villages", "grids", "units", "people", "categories", "catalogue", *ADDED_LATER)

_CONVERTER = document_converter(Register)
_IN_FORCE: dict[tuple[int, str], Register] = {}

Get = Callable[[str], Mapping[str, Any] | None]


def read_register(get: Get) -> Register:
    """The register in force, by a function that gets a document of the collection; none => RegisterNotLoaded."""
    head = get(HEAD)
    if head is None:
        raise RegisterNotLoaded
    slot = (head["version"], head["digest"])
    register = _IN_FORCE.get(slot)
    if register is None:
        tables = {name: _rows(get, head["version"], name) for name in TABLES}
        register = _CONVERTER.structure({"version": head["version"], **tables}, Register)
        _IN_FORCE.clear()
        _IN_FORCE[slot] = register
    return register


def _rows(get: Get, version: int, table: str) -> Any:
    document = get(f"{version}/{table}")
    if document is None and table in ADDED_LATER:
        return []
    assert document is not None, "a head is stored together with its tables"
    return document["rows"]


class MongoRegisters:
    """`Registers` within one unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def current(self) -> Register:
        return read_register(lambda identifier: self._uow.get(REGISTER, identifier))

    def latest(self) -> tuple[int, str]:
        head = self._uow.get(REGISTER, HEAD)
        return (0, "") if head is None else (head["version"], head["digest"])

    def calendar(self) -> Calendar:
        """The published calendar as this county counts; before the first register as the law does."""
        return calendar_under(self.current() if self.latest()[0] else None)

    def replace(
        self,
        register: Register,
        digest: str,
        published: RegisterPublished,
        wardens: Mapping[str, GridWardensPublished],
    ) -> None:
        content = _CONVERTER.unstructure(register)
        for table in TABLES:
            identifier = f"{register.version}/{table}"
            self._uow.put(REGISTER, {"_id": identifier, "version": 1, "rows": content[table]})
        self._uow.put(
            REGISTER,
            {"_id": HEAD, "version": register.version, "digest": digest, "loaded_at": self._uow.now},
        )
        data = {"register_id": SUBJECT, "version": register.version, **asdict(published)}
        self._uow.publish("register_published.v1", SUBJECT, register.version, data)
        store_directory(self._uow, data)
        self._tell_wardens(wardens)

    def _tell_wardens(self, wardens: Mapping[str, GridWardensPublished]) -> None:
        """One event for each township whose posts are others than those it was last told with.

        A township that was told of before and is not on the register any more has no posts.
        """
        kept = self._uow.get(REGISTER, WARDENS_TOLD) or {"version": 0, "townships": {}}
        told = dict(kept["townships"])
        for township in sorted({*told, *wardens}):
            posts = wardens[township].posts if township in wardens else []
            before = told.get(township, {"version": 0, "digest": _digest_of([])})
            if before["digest"] != _digest_of(posts):
                version = before["version"] + 1
                told[township] = {"version": version, "digest": _digest_of(posts)}
                data = {"township_code": township, "version": version, "posts": posts}
                self._uow.publish("grid_wardens_published.v1", township, version, data)
        self._uow.put(REGISTER, {"_id": WARDENS_TOLD, "version": kept["version"] + 1, "townships": told})


def _digest_of(posts: Sequence[Mapping[str, Any]]) -> str:
    return hashlib.sha256(json.dumps(posts, sort_keys=True).encode()).hexdigest()


def calendar_under(register: Register | None) -> Calendar:
    """The published calendar, rolling or not as the county's register says."""
    return Calendar.published().rolling(register.county.days_roll if register else True)


def calendar_in_force(database: Database[dict[str, Any]]) -> Calendar:
    """The same, outside any unit of work."""
    try:
        return calendar_under(register_in_force(database))
    except RegisterNotLoaded:
        return calendar_under(None)


def register_in_force(database: Database[dict[str, Any]]) -> Register:
    """The register in force, outside any unit of work."""
    return read_register(lambda identifier: database[REGISTER].find_one({"_id": identifier}))
