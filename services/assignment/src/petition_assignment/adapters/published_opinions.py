"""Opinions of re-reviews that are public now. No number of a case is shown, in a row or in a cursor."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.event import format_instant
from chassis.pages import page
from petition_assignment.adapters.mongo_cases import BEGINNING, CASES

NEWEST_FIRST = (("published_at", -1), ("published_no", -1))
PROJECTION = {"_id": 0, "published_at": 1, "published_no": 1, "publications": {"$slice": -1}}
PUBLIC = {"published_at": {"$gt": BEGINNING}}
"""The lower bound lets the partial index answer."""


def list_published(database: Database[dict[str, Any]], limit: int, cursor: str | None) -> dict[str, Any]:
    """One page, the newest first."""
    found = page(database[CASES], PUBLIC, NEWEST_FIRST, limit, cursor, PROJECTION)
    rows = [(row["publications"][-1], row["published_at"]) for row in found["items"]]
    return {
        "items": [
            {
                "document_no": public["document_no"],
                "unit": public["unit"],
                "text": public["text"],
                "published_at": format_instant(at),
            }
            for public, at in rows
        ],
        "next": found["next"],
    }
