"""The register's villages, and the county's key villages with their roll, in MongoDB."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pymongo.database import Database

from chassis.documents import document_converter
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import CASES, FILINGS, KEY_VILLAGES, ROLLS, VILLAGES
from petition_supervision.domain.key_village import KeyVillage, Village, VillageCases
from petition_supervision.domain.supervised_case import SupervisedCase

_CASE = document_converter(SupervisedCase)


class MongoVillages:
    """This service's copy of the register's villages, one document."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def get(self, village_code: str) -> Village | None:
        return _village(self._uow.get(VILLAGES, VILLAGES), village_code)

    def replace(self, villages: Mapping[str, Village]) -> None:
        kept = self._uow.get(VILLAGES, VILLAGES)
        rows = {code: vars(village) for code, village in villages.items()}
        self._uow.put(VILLAGES, {"_id": VILLAGES, "version": (kept["version"] if kept else 0) + 1, "villages": rows})


class MongoKeyVillages:
    """`call`: whose expected version is checked."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow = uow
        self._call = call
        self._kept = Repository(uow, KEY_VILLAGES, KeyVillage, key="village_code", wire=("village_code", "version"))

    def get(self, village_code: str) -> KeyVillage | None:
        return self._kept.get(village_code)

    def require(self, village_code: str) -> KeyVillage:
        return self._kept.require(village_code, self._call)

    def save(self, village: KeyVillage) -> None:
        self._kept.save(village)

    def roll(self) -> list[str]:
        kept = self._uow.get(ROLLS, KEY_VILLAGES)
        return list(kept["named"]) if kept else []

    def set_roll(self, named: list[str]) -> None:
        kept = self._uow.get(ROLLS, KEY_VILLAGES)
        version = (kept["version"] if kept else 0) + 1
        self._uow.put(ROLLS, {"_id": KEY_VILLAGES, "version": version, "named": sorted(named)})

    def count(self, village_code: str) -> VillageCases:
        filed = [row["_id"] for row in self._uow.find(FILINGS, {"village_code": village_code})]
        return count_open(len(filed), self._uow.find(CASES, {"_id": {"$in": filed}}))


def count_open(cases: int, documents: list[dict[str, Any]]) -> VillageCases:
    """How many of so many cases are not finished; one supervision holds nothing of yet is open."""
    finished = sum(_CASE.structure(document, SupervisedCase).is_finished for document in documents)
    return VillageCases(cases, cases - finished)


def read_village(reader: Database[dict[str, Any]], village_code: str) -> Village | None:
    """A village as a query sees it."""
    return _village(reader[VILLAGES].find_one({"_id": VILLAGES}), village_code)


def _village(document: Mapping[str, Any] | None, village_code: str) -> Village | None:
    row = document["villages"].get(village_code) if document else None
    return Village(**row) if row else None
