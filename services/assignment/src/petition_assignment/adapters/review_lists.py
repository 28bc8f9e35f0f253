"""Reviews as they are shown: in the list of those that wait, and beside their case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.documents import to_wire
from chassis.event import format_instant
from chassis.pages import page
from petition_assignment.adapters.mongo_cases import CASES
from petition_assignment.domain.agenda import NO_LIMIT
from petition_assignment.domain.review import LEVEL_ZH, REVIEW_STATE_ZH, Review, ReviewState
from petition_assignment.domain.vocabulary import ReviewLevel

BY_DUE_DATE = (("review_due_at", 1), ("_id", 1))
PROJECTION = {"case_no": 1, "version": 1, "review_holder": 1, "review_due_at": 1, "reviews": {"$slice": -1}}


def waiting(unit: str | None) -> dict[str, Any]:
    """Cases of which a review waits for this unit, or for any. The lower bound lets the partial index answer."""
    return {"review_holder": {"$gt": ""} if unit is None else unit}


def list_reviews(
    database: Database[dict[str, Any]], unit: str | None, now: datetime, limit: int, cursor: str | None
) -> dict[str, Any]:
    """One page, the first due first."""
    found = page(database[CASES], waiting(unit), BY_DUE_DATE, limit, cursor, PROJECTION)
    return {"items": [_row(case, now) for case in found["items"]], "next": found["next"]}


def shown(review: Review) -> dict[str, Any]:
    """A review beside its case: what is kept of it, in words where there are words; no fingerprints."""
    kept = to_wire(review)
    return {
        **{name: value for name, value in kept.items() if name not in ("steps", "barred")},
        "level_zh": LEVEL_ZH[review.level],
        "state_zh": REVIEW_STATE_ZH[review.state],
    }


def _row(case: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    review = case["reviews"][-1]
    due = None if case["review_due_at"] == NO_LIMIT else case["review_due_at"]
    return {
        "case_no": case["case_no"],
        "case_version": case["version"],
        "level": review["level"],
        "level_zh": LEVEL_ZH[ReviewLevel(review["level"])],
        "state": review["state"],
        "state_zh": REVIEW_STATE_ZH[ReviewState(review["state"])],
        "unit": case["review_holder"],
        "answering_unit": review["answering_unit"],
        "round": review["round"],
        "late": review["late"],
        "requested_at": format_instant(review["requested_at"]),
        "due_at": due and format_instant(due),
        "overdue": due is not None and now >= due,
    }
