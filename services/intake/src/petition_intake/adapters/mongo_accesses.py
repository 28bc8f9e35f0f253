"""The book of looks at petitioners' particulars: an append-only collection."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.pages import page
from chassis.unit_of_work import UnitOfWork
from petition_intake.application.unmasking import Access

ACCESSES = "accesses"
NEWEST_FIRST = [("at", -1), ("_id", -1)]
ACCESS_INDEXES = [
    IndexModel(NEWEST_FIRST, name="newest"),
    IndexModel([("case_no", 1), *NEWEST_FIRST], name="of_case"),
]


class MongoAccessBook:
    """Adds entries, in the transaction of the request that looks."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def add(self, access: Access) -> None:
        identifier = f"{access.case_no}|{access.by}|{access.at.isoformat()}"
        self._uow.insert(ACCESSES, {"_id": identifier, **vars(access)})


class MongoAccessList:
    """Reads them, newest first."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._database = database

    def page(self, case_no: str | None, limit: int, cursor: str | None) -> tuple[list[Access], str | None]:
        wanted = {} if case_no is None else {"case_no": case_no}
        found = page(self._database[ACCESSES], wanted, NEWEST_FIRST, limit, cursor)
        rows = [{name: value for name, value in row.items() if name != "_id"} for row in found["items"]]
        return [Access(**row) for row in rows], found["next"]


class MongoLooks:
    """Tells whether somebody noted a look at a case lately."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._database = database

    def noted(self, case_no: str, person: str, since: datetime) -> bool:
        wanted = {"case_no": case_no, "at": {"$gte": since}, "by": person}
        return self._database[ACCESSES].find_one(wanted, {"_id": 1}) is not None
