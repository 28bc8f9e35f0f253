"""The book of looks at petitioners' particulars and at secret cases: an append-only collection."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.pages import page
from chassis.unit_of_work import UnitOfWork
from petition_intake.application.unmasking import Access, AccessKind

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


class MongoReadingBook:
    """Adds entries of queries, which have no transaction: at once, so that nothing is shown that is not noted."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._accesses = database[ACCESSES]

    def add(self, access: Access) -> None:
        identifier = f"{access.case_no}|{access.by}|{access.at.isoformat()}|{access.kind}"
        self._accesses.replace_one({"_id": identifier}, vars(access), upsert=True)


class MongoAccessList:
    """Reads them, newest first."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._database = database

    def page(self, case_no: str | None, limit: int, cursor: str | None) -> tuple[list[Access], str | None]:
        wanted = {} if case_no is None else {"case_no": case_no}
        found = page(self._database[ACCESSES], wanted, NEWEST_FIRST, limit, cursor)
        return [_read(row) for row in found["items"]], found["next"]


class MongoLooks:
    """Tells whether somebody noted a look at the particulars of a case lately; reading a secret case is none."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._database = database

    def noted(self, case_no: str, person: str, since: datetime) -> bool:
        wanted = {"case_no": case_no, "at": {"$gte": since}, "by": person, "kind": {"$ne": AccessKind.READ}}
        return self._database[ACCESSES].find_one(wanted, {"_id": 1}) is not None


def _read(row: Mapping[str, Any]) -> Access:
    """An entry written before there were kinds is one of particulars."""
    kind = AccessKind(row.get("kind", AccessKind.UNMASKED))
    return Access(row["case_no"], row["by"], row["unit"], row["at"], row["reason"], kind)
