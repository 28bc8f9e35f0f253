"""Intake's copy of the county register: one document, replaced by each publication, kept in memory between looks."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from pymongo.database import Database

from chassis.unit_of_work import UnitOfWork
from petition_intake.domain.register import RegisterCopy, read_register

REGISTER = "register"
FRESH_SECONDS = 2.0

NO_REGISTER = RegisterCopy("", 0, {}, {}, {}, frozenset())
"""What is known before the register was first published: nothing, so every place and category is refused."""


class MongoRegisters:
    """The register in force. Another process's change is seen within FRESH_SECONDS."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._register = database[REGISTER]
        self._copy = NO_REGISTER
        self._looked_at = float("-inf")

    def current(self) -> RegisterCopy:
        if time.monotonic() - self._looked_at >= FRESH_SECONDS:
            self._look()
        return self._copy

    def _look(self) -> None:
        head = self._register.find_one({"_id": REGISTER}, {"version": 1})
        if head is not None and head["version"] != self._copy.version:
            document = self._register.find_one({"_id": REGISTER})
            assert document is not None, "a register is replaced, never removed"
            self._copy = read_register(document["version"], document["data"])
        self._looked_at = time.monotonic()


def store_register(uow: UnitOfWork, data: Mapping[str, Any]) -> None:
    """Put a published register in force here."""
    kept = uow.get(REGISTER, REGISTER)
    version = kept["version"] + 1 if kept else 1
    uow.put(REGISTER, {"_id": REGISTER, "version": version, "data": dict(data)})
