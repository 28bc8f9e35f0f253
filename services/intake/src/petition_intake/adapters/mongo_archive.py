"""Reading across petitions: the list, what may be repeated, the serials of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pymongo.database import Database

from chassis.pages import page
from petition_intake.adapters.mongo_files import PETITIONERS, PETITIONS, PROGRESS, read_people, read_progress
from petition_intake.application.ports import Written
from petition_intake.domain.numbering import case_number
from petition_intake.domain.progress import Progress
from petition_intake.domain.register import Place
from petition_intake.domain.repeats import Matter

MOST_OF_SAME_PERSON = 200
MOST_NEARBY = 300
"""So many earlier petitions are compared at most, the newest: enough to find a repeat, few enough to answer at once."""

NEWEST_FIRST = [("received_at", -1), ("_id", -1)]
_LISTED = {"notices": 0}
"""A list shows no notices, so none is opened for it: opening fifty takes longer than reading fifty rows."""
_SEARCHED = ("request", "facts", "reasons", "secrecy")
_COMPARED = ("received_at", "registered_by_unit", "category", "place", "request", "facts")


class MongoArchive:
    """The archive on the service's own database. Accusations are in another collection, so in no answer."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._database = database

    def matter(self, case_no: str) -> Matter | None:
        found = self._matters({"_id": case_no}, 1)
        return found[0] if found else None

    def matters_to_compare(self, matter: Matter) -> list[Matter]:
        same_person = [
            row["_id"]
            for row in self._database[PETITIONERS]
            .find({"keys": {"$in": list(matter.keys)}}, {"_id": 1})
            .limit(MOST_OF_SAME_PERSON)
        ]
        earlier = {"received_at": {"$lte": matter.received_at}, "_id": {"$ne": matter.case_no}}
        group = matter.category[:4]
        nearby = {
            "place.township_code": matter.place.township_code,
            "category": {"$gte": group, "$lt": group + ":"},
        }
        found = self._matters({**earlier, "_id": {"$ne": matter.case_no, "$in": same_person}}, MOST_OF_SAME_PERSON)
        known = {other.case_no for other in found}
        others = self._matters({**earlier, **nearby}, MOST_NEARBY)
        return found + [other for other in others if other.case_no not in known]

    def page(self, wanted: dict[str, Any], limit: int, cursor: str | None) -> tuple[list[Progress], str | None]:
        bounds = {"received_from": "$gte", "received_to": "$lt"}
        condition: dict[str, Any] = {name: value for name, value in wanted.items() if name not in bounds}
        received = {bounds[name]: value for name, value in wanted.items() if name in bounds}
        if received:
            condition["received_at"] = received
        found = page(self._database[PROGRESS], condition, NEWEST_FIRST, limit, cursor, _LISTED)
        return [read_progress(document) for document in found["items"]], found["next"]

    def visible(self, case_numbers: Sequence[str], unit: str | None) -> dict[str, Progress]:
        wanted: dict[str, Any] = {"_id": {"$in": list(case_numbers)}}
        if unit is not None:
            wanted["seen_by"] = unit
        return {row["_id"]: read_progress(row) for row in self._database[PROGRESS].find(wanted, _LISTED)}

    def texts(self, case_numbers: Sequence[str]) -> dict[str, Written]:
        numbers = list(case_numbers)
        people = {row["_id"]: read_people(row) for row in self._database[PETITIONERS].find({"_id": {"$in": numbers}})}
        rows = self._database[PETITIONS].find({"_id": {"$in": numbers}}, dict.fromkeys(_SEARCHED, 1))
        return {
            row["_id"]: Written((row["request"], row["facts"], row["reasons"]), people.get(row["_id"], ()))
            for row in rows
            if not row.get("secrecy") or row["secrecy"][-1].get("lifted_at") is not None
        }

    def serials_used(self, county: str, day: date) -> set[int]:
        start = case_number(county, day, 0)[:14]
        rows = self._database[PROGRESS].find({"_id": {"$gte": start, "$lt": start + ":"}}, {"_id": 1})
        return {int(row["_id"][14:]) for row in rows}

    def _matters(self, condition: dict[str, Any], limit: int) -> list[Matter]:
        compared = dict.fromkeys(_COMPARED, 1)
        rows = list(self._database[PETITIONS].find(condition, compared, sort=NEWEST_FIRST, limit=limit))
        people = self._database[PETITIONERS].find({"_id": {"$in": [row["_id"] for row in rows]}}, {"keys": 1})
        keys = {row["_id"]: tuple(row["keys"]) for row in people}
        return [
            Matter(
                case_no=row["_id"],
                received_at=row["received_at"],
                registered_by_unit=row["registered_by_unit"],
                category=row["category"],
                place=Place(**row["place"]),
                text=row["request"] + row["facts"],
                keys=keys.get(row["_id"], ()),
            )
            for row in rows
        ]
