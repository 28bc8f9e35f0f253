"""Who may call, and who may do what: callers and people with their units and roles, from the latest directory event.

Deny by default. Each service keeps its own copy; a change is in force in every process within `FRESH_SECONDS`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pymongo.database import Database

from chassis.refusal import Refusal
from chassis.service import ANYONE
from chassis.unit_of_work import UnitOfWork

COLLECTION = "directory"
FRESH_SECONDS = 2.0


@dataclass(frozen=True)
class Person:
    unit: str
    roles: frozenset[str]


def store_directory(uow: UnitOfWork, data: Mapping[str, Any]) -> None:
    """Replace this service's copy by `callers` [{caller, unit}] and `people` [{person_id, unit, roles}]."""
    kept = uow.get(COLLECTION, COLLECTION)
    uow.put(
        COLLECTION,
        {
            "_id": COLLECTION,
            "version": (kept["version"] if kept else 0) + 1,
            "callers": {row["caller"]: row["unit"] for row in data["callers"]},
            "people": {row["person_id"]: {"unit": row["unit"], "roles": row["roles"]} for row in data["people"]},
        },
    )


class Directory:
    """Answers who a caller and an officer are, from a short-lived copy in memory."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._database = database
        self._read_at = float("-inf")
        self._callers: dict[str, str] = {}
        self._people: dict[str, Person] = {}

    def unit_of(self, caller: str) -> str:
        """The unit whose system calls; an unregistered caller => CALLER_UNKNOWN."""
        self._refresh(caller not in self._callers)
        unit = self._callers.get(caller)
        if unit is None:
            raise Refusal.of("CALLER_UNKNOWN", caller=caller)
        return unit

    def roles_of(self, unit: str, actor: str | None, allowed: Iterable[str]) -> frozenset[str]:
        """The officer's roles.

        No officer named => only what ANYONE may do. Not on this unit's register => ACTOR_UNKNOWN.
        None of the officer's roles allowed => FORBIDDEN.
        """
        permitted = frozenset(allowed)
        if actor is None:
            if permitted == ANYONE:
                return frozenset()
            raise Refusal.of("MISSING_FIELD", "actor")
        self._refresh(actor not in self._people)
        person = self._people.get(actor)
        if person is None or person.unit != unit:
            raise Refusal.of("ACTOR_UNKNOWN", "actor", actor=actor)
        if permitted != ANYONE and not permitted & person.roles:
            raise Refusal.of("FORBIDDEN", "actor")
        return person.roles

    def _refresh(self, missed: bool) -> None:
        age = time.monotonic() - self._read_at
        if age < FRESH_SECONDS and not (missed and age > 0.2):
            return
        document = self._database[COLLECTION].find_one({"_id": COLLECTION}) or {"callers": {}, "people": {}}
        self._callers = document["callers"]
        self._people = {
            person_id: Person(row["unit"], frozenset(row["roles"])) for person_id, row in document["people"].items()
        }
        self._read_at = time.monotonic()
