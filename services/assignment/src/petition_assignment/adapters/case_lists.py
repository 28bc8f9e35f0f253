"""The daily lists: which cases stand in them, in which order. Each has an index of its own in `mongo_indexes`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pymongo.database import Database

from chassis.event import format_instant
from chassis.pages import page
from petition_assignment.adapters.mongo_cases import CASES, PETITIONS
from petition_assignment.domain.agenda import NO_LIMIT
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.states import STATE_ZH, State
from workdays import end_of_day, local_day

Filter = dict[str, Any]

BY_DUE_DATE = (("due_at", 1), ("_id", 1))
NEWEST_FIRST = (("closed_at", -1), ("_id", -1))

PROJECTION = {
    "case_no": 1,
    "version": 1,
    "state": 1,
    "unit": 1,
    "holder": 1,
    "received_at": 1,
    "due_at": 1,
    "closed_at": 1,
    "round": 1,
    "bounce_count": 1,
}


@dataclass(frozen=True)
class View:
    """One list: what it filters by, beyond the unit; `of` is what a case says of that unit."""

    filter: Callable[[datetime, int], Filter]
    sort: tuple[tuple[str, int], ...] = BY_DUE_DATE
    of: str = "answerable"

    @property
    def of_one_unit(self) -> bool:
        """Always of one unit, the officer's own when none is named."""
        return self.of != "answerable"


def _stage(stage: str) -> View:
    return View(lambda _now, _days: {"open": True, "stage": stage})


def _due_by(now: datetime, days: int) -> Filter:
    """Due not later than the end of the day so many days from today; what is overdue is due as well."""
    return {"open": True, "due_at": {"$lte": end_of_day(local_day(now) + timedelta(days=days))}}


VIEWS: dict[str, View] = {
    "my_unit": View(lambda _now, _days: {"open": True}, of="holder"),
    "co_handling": View(lambda _now, _days: {"open": True}, of="part_holders"),
    "awaiting_routing": _stage("awaiting_routing"),
    "unsigned": _stage("unsigned"),
    "to_accept": _stage("to_accept"),
    "objected": _stage("objected"),
    "in_handling": _stage("in_handling"),
    "to_confirm": _stage("to_confirm"),
    "due_within": View(_due_by),
    "overdue": View(lambda now, _days: {"open": True, "due_at": {"$lte": now}}),
    "closed": View(lambda _now, _days: {"open": False}, sort=NEWEST_FIRST),
}


def list_cases(
    database: Database[Filter],
    view: str,
    unit: str | None,
    officer: Officer,
    now: datetime,
    days: int,
    limit: int,
    cursor: str | None,
) -> dict[str, Any]:
    """One page of a list; `unit` None => of all units, save those which are always of one."""
    chosen = VIEWS[view]
    filter = chosen.filter(now, days)
    if chosen.of_one_unit:
        filter[chosen.of] = unit or officer.unit
    elif unit is not None:
        filter[chosen.of] = unit
    found = page(database[CASES], filter, chosen.sort, limit, cursor, PROJECTION)
    numbers = [case["_id"] for case in found["items"]]
    petitions = {petition["_id"]: petition for petition in database[PETITIONS].find({"_id": {"$in": numbers}})}
    return {"items": [_row(case, petitions[case["_id"]], now) for case in found["items"]], "next": found["next"]}


def _row(case: Mapping[str, Any], petition: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    due = None if case["due_at"] == NO_LIMIT else case["due_at"]
    return {
        "case_no": case["case_no"],
        "case_version": case["version"],
        "state": case["state"],
        "state_zh": STATE_ZH[State(case["state"])],
        "unit": case["unit"],
        "holder": case["holder"],
        "round": case["round"],
        "bounce_count": case["bounce_count"],
        "received_at": format_instant(case["received_at"]),
        "due_at": due and format_instant(due),
        "overdue": due is not None and now >= due,
        "closed_at": case["closed_at"] and format_instant(case["closed_at"]),
        "channel": petition["channel"],
        "purpose": petition["purpose"],
        "category": petition["category"],
        "place": petition["place"],
        "first_or_repeat": petition["first_or_repeat"],
    }
