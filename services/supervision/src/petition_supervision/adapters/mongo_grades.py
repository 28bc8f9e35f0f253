"""Colours in MongoDB: the filings they are counted from, the grades, and how far grading has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pymongo.database import Database

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.repository import Repository
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import CASES, FILINGS, GRADES, GRADING, MISSED
from petition_supervision.domain.quarters import ends_at, first_and_last_day
from petition_supervision.domain.unit_grade import Count, Progress, UnitGrade
from workdays import end_of_day

Reader = Database[dict[str, Any]]
PROGRESS = "progress"
_GRADE = document_converter(UnitGrade)


class MongoFilings:
    """One row a filing: what intake told of it, and the unit it counts for.

    The rows are written without being read, whichever service's event comes first: the responsible unit where there
    is one, the township of the place until then.
    """

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def filed(self, case_no: str, facts: Mapping[str, Any]) -> None:
        self._uow.update(FILINGS, case_no, [{"$set": dict(facts)}, _ATTRIBUTE], upsert=True)

    def routed(self, case_no: str, unit: str) -> None:
        self._uow.update(FILINGS, case_no, [{"$set": {"routed_unit": unit}}, _ATTRIBUTE], upsert=True)


_ATTRIBUTE = {"$set": {"unit": {"$ifNull": ["$routed_unit", "$township_unit"]}}}


class MongoGrades:
    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._kept = Repository(uow, GRADES, UnitGrade, key="grade_no", wire=("grade_no", "version"))

    def get(self, grade_no: str) -> UnitGrade | None:
        return self._kept.get(grade_no)

    def save(self, grade: UnitGrade) -> None:
        self._kept.save(grade)

    def progress(self) -> Progress | None:
        return _progress(self._uow.get(GRADING, PROGRESS))

    def set_progress(self, progress: Progress) -> None:
        kept = self._uow.get(GRADING, PROGRESS)
        self._uow.put(GRADING, {"_id": PROGRESS, "version": (kept["version"] if kept else 0) + 1, **vars(progress)})


def read_progress(reader: Reader) -> Progress | None:
    """How far grading has come; None before it began."""
    return _progress(reader[GRADING].find_one({"_id": PROGRESS}))


def _progress(document: Mapping[str, Any] | None) -> Progress | None:
    return None if document is None else Progress(document["since"], document["graded"], document["final"])


def count_quarter(reader: Reader, quarter: str, unit: str | None = None) -> dict[str, tuple[Count, list[str]]]:
    """What each unit is graded by in a quarter, and from which filings; units without one are not in it."""
    wanted = {"quarter": quarter, "appeal": True, **({"unit": unit} if unit else {})}

    def sum_of(condition: Any) -> dict[str, Any]:
        return {"$sum": {"$cond": [condition, 1, 0]}}

    rows = reader[FILINGS].aggregate(
        [
            {"$match": wanted},
            {
                "$group": {
                    "_id": "$unit",
                    "filings": sum_of({"$and": ["$at_county_level", {"$not": ["$skip_level"]}]}),
                    "skip_level_visits": sum_of({"$and": ["$at_county_level", "$skip_level"]}),
                    "elsewhere": sum_of({"$not": ["$at_county_level"]}),
                    "case_nos": {"$push": "$_id"},
                }
            },
        ]
    )
    return {
        row["_id"]: (Count(row["filings"], row["skip_level_visits"], row["elsewhere"]), sorted(row["case_nos"]))
        for row in rows
    }


def find_grade(reader: Reader, grade_no: str) -> UnitGrade | None:
    document = reader[GRADES].find_one({"_id": grade_no})
    return None if document is None else _GRADE.structure(document, UnitGrade)


def show_grade(grade: UnitGrade) -> dict[str, Any]:
    return {
        "unit": grade.unit,
        "quarter": grade.quarter,
        **_flat(to_wire(grade.latest)),
        "acknowledged_by": grade.acknowledged_by,
        "history": [_flat(to_wire(one)) for one in grade.gradings],
    }


def list_grades(reader: Reader, quarter: str, unit: str | None, limit: int, cursor: str | None) -> dict[str, Any]:
    """Grades of a quarter by unit, never by the number of filings."""
    wanted = {"quarter": quarter, **({"unit": unit} if unit else {})}
    found = page(reader[GRADES], wanted, [("_id", 1)], limit, cursor)
    return {"items": [_show_row(_GRADE.structure(row, UnitGrade)) for row in found["items"]], "next": found["next"]}


def list_counted(
    reader: Reader, unit: str, quarter: str, case_nos: list[str] | None, limit: int, cursor: str | None
) -> dict[str, Any]:
    """The filings behind a colour, those counted elsewhere included and marked; `case_nos`: as they were counted."""
    so_far = {"unit": unit, "quarter": quarter, "appeal": True}
    wanted: dict[str, Any] = so_far if case_nos is None else {"_id": {"$in": case_nos}}
    found = page(reader[FILINGS], wanted, [("received_on", 1), ("_id", 1)], limit, cursor)
    late = _late_cases(reader, unit, [row["_id"] for row in found["items"]])
    return {
        "items": [
            {
                "case_no": row["_id"],
                "received_on": row["received_on"],
                "counted": row["at_county_level"],
                "skip_level": row["skip_level"],
                # A visit above the unit after the unit itself was late says something about the unit.
                "after_a_missed_limit": row["skip_level"] and row["_id"] in late,
            }
            for row in found["items"]
        ],
        "next": found["next"],
    }


def quality(reader: Reader, unit: str, quarter: str) -> dict[str, Any]:
    """What stands beside the colour, so that a count alone judges nobody: limits missed in the quarter."""
    first, _ = first_and_last_day(quarter)
    begins = end_of_day(first.fromordinal(first.toordinal() - 1))
    missed = {"unit": unit, "missed_at": {"$gte": begins, "$lt": ends_at(quarter)}}
    return {"limits_missed": reader[MISSED].count_documents(missed)}


def _late_cases(reader: Reader, unit: str, case_nos: list[str]) -> set[str]:
    wanted = {"_id": {"$in": case_nos}}
    late = set()
    for row in reader[CASES].find(wanted, {"clocks": 1}):
        clocks: Mapping[str, Mapping[str, Any]] = row.get("clocks", {})
        if any(clock["kind"] in ("K3", "K5") and clock.get("missed_at") for clock in clocks.values()):
            late.add(row["_id"])
    return late


def _show_row(grade: UnitGrade) -> dict[str, Any]:
    return {name: value for name, value in show_grade(grade).items() if name != "history"}


def _flat(grading: dict[str, Any]) -> dict[str, Any]:
    count, _ = grading.pop("count"), grading.pop("case_nos")
    return {**grading, **count}
