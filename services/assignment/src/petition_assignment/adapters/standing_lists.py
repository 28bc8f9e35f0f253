"""Lists beside the daily ones: what one person answers for, and what must never be there (事事有人管，件件有着落)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.event import format_instant
from chassis.pages import page
from petition_assignment.adapters.case_lists import BY_DUE_DATE
from petition_assignment.adapters.mongo_cases import CASES
from petition_assignment.domain.agenda import NO_LIMIT
from petition_assignment.domain.states import STATE_ZH, State

Document = dict[str, Any]

OWNER, NEXT_STEP, DUE_DATE = "owner", "next_step", "due_date"
_ORPHAN: dict[str, tuple[str, Any]] = {
    OWNER: ("holder", ""),
    NEXT_STEP: ("stage", ""),
    DUE_DATE: ("due_at", NO_LIMIT),
}
"""What an orphan lacks: the field that would tell it, and its value when it is lacking."""

_PROJECTION = {"case_no": 1, "version": 1, "state": 1, "unit": 1, "holder": 1, "stage": 1, "due_at": 1, "round": 1}


def list_mine(database: Database[Document], person: str, now: datetime, limit: int, cursor: str | None) -> Document:
    """Open cases for which this person is set responsible, the first due first."""
    filter = {"open": True, "responsibility.person": person}
    found = page(database[CASES], filter, BY_DUE_DATE, limit, cursor, _PROJECTION)
    return {"items": [_row(case, now) for case in found["items"]], "next": found["next"]}


def list_orphans(database: Database[Document], now: datetime, limit: int, cursor: str | None) -> Document:
    """Open cases without an owner, a next step or a date, each with what it lacks. None is as it must be.

    One branch for each lack, so that each is answered by its own index.
    """
    filter = {"$or": [{"open": True, field: lacking} for field, lacking in _ORPHAN.values()]}
    found = page(database[CASES], filter, BY_DUE_DATE, limit, cursor, _PROJECTION)
    return {"items": [{**_row(case, now), "missing": missing(case)} for case in found["items"]], "next": found["next"]}


def missing(case: Mapping[str, Any]) -> list[str]:
    """What an open case lacks."""
    return [name for name, (field, lacking) in _ORPHAN.items() if case[field] == lacking]


def _row(case: Mapping[str, Any], now: datetime) -> Document:
    due = None if case["due_at"] == NO_LIMIT else case["due_at"]
    return {
        "case_no": case["case_no"],
        "case_version": case["version"],
        "state": case["state"],
        "state_zh": STATE_ZH[State(case["state"])],
        "unit": case["unit"],
        "holder": case["holder"] or None,
        "stage": case["stage"] or None,
        "round": case["round"],
        "due_at": due and format_instant(due),
        "overdue": due is not None and now >= due,
    }
