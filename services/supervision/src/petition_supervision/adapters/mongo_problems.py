"""The three lists in MongoDB: rows, pages of each list as it stood on a day, and the day's totals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import ITEM_NUMBERS, PROBLEMS
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.problem import Problem
from petition_supervision.domain.problem_terms import WhichList
from petition_supervision.domain.problem_totals import Totals
from workdays import local_day

_PROBLEM = document_converter(Problem)
ENTERED: dict[WhichList, str] = {
    WhichList.PROBLEMS: "found_on",
    WhichList.RESPONSIBILITIES: "responsibility.set_on",
    WhichList.APPRAISALS: "appraisal.done_on",
}
"""The day on which a problem came on each list."""


class MongoProblems:
    """`call`: whose expected version is checked."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow = uow
        self._call = call
        self._kept = Repository(uow, PROBLEMS, Problem, key="problem_no", wire=("problem_no", "version"))

    def next_number(self, now: datetime) -> str:
        series = f"WT{local_day(now).year}"
        kept = self._uow.get(ITEM_NUMBERS, series)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": series, "version": number})
        return f"{series}-{number:04}"

    def get(self, problem_no: str) -> Problem | None:
        return self._kept.get(problem_no)

    def require(self, problem_no: str) -> Problem:
        return self._kept.require(problem_no, self._call)

    def save(self, problem: Problem) -> None:
        if problem.pending:
            self._kept.save(problem)


def find_problem(reader: Reader, problem_no: str) -> Problem:
    """The problem, or NOT_FOUND."""
    document = reader[PROBLEMS].find_one({"_id": problem_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "problem_no", id=problem_no)
    return _PROBLEM.structure(document, Problem)


def show_problem(problem: Problem) -> dict[str, Any]:
    """One problem with its rows of all three lists."""
    return {name: value for name, value in to_wire(problem).items() if name != "pending"}


def list_rows(reader: Reader, which: WhichList, unit: str | None, on: date, limit: int, cursor: str | None) -> Page:
    """One of the lists as it stood at the end of a day, in the order in which problems came on it."""
    entered = ENTERED[which]
    wanted: dict[str, Any] = {**({"unit": unit} if unit else {}), entered: {"$lte": on.isoformat()}}
    found = page(reader[PROBLEMS], wanted, sort=[(entered, 1), ("_id", 1)], limit=limit, cursor=cursor)
    return {"items": [_row(document, which, on) for document in found["items"]], "next": found["next"]}


def totals(reader: Reader, unit: str | None, on: date) -> Totals:
    """The day's totals, counted in one pass over the problems that were found by then."""
    day = on.isoformat()

    def by_then(field: str) -> dict[str, Any]:
        return {"$and": [{"$ne": [{"$ifNull": [f"${field}", None]}, None]}, {"$lte": [f"${field}", day]}]}

    def sum_of(*conditions: Any) -> dict[str, Any]:
        return {"$sum": {"$cond": [{"$and": list(conditions)}, 1, 0]}}

    named, begun, done = by_then("responsibility.set_on"), by_then("handling_on"), by_then("appraisal.done_on")
    group = {
        "_id": None,
        "problems": {"$sum": 1},
        "responsibilities": sum_of(named),
        "appraisals": sum_of(done),
        "found": sum_of({"$not": [named]}),
        "assigned": sum_of(named, {"$not": [begun]}),
        "handling": sum_of(begun, {"$not": [done]}),
        "in_time": sum_of(done, "$appraisal.in_time"),
        "late": sum_of(done, {"$not": ["$appraisal.in_time"]}),
        "overdue": sum_of(named, {"$not": [done]}, {"$lt": ["$responsibility.due_on", day]}),
    }
    wanted = {**({"unit": unit} if unit else {}), "found_on": {"$lte": day}}
    row = next(iter(reader[PROBLEMS].aggregate([{"$match": wanted}, {"$group": group}])), {})
    return Totals(**{name: value for name, value in row.items() if name != "_id"})


def _row(document: Mapping[str, Any], which: WhichList, on: date) -> dict[str, Any]:
    """A row says nothing that came after the day that is asked for."""
    problem = _PROBLEM.structure(document, Problem)
    shown = to_wire(problem)
    state = problem.state_on(on)
    row = {
        **{name: shown[name] for name in ("problem_no", "unit", "source", "village_code", "grid_code")},
        **{name: shown[name] for name in ("matter", "category", "found_on", "case_no")},
        "state": state.value if state else None,
    }
    if which is not WhichList.PROBLEMS:
        row |= shown["responsibility"] or {}
    if which is WhichList.APPRAISALS:
        row |= {name: value for name, value in shown["appraisal"].items() if name != "by"}
    return row
