"""The indexes of this service: one for every list and every timer, so that no query walks a collection.

Open and closed cases have indexes of their own: the lists of daily work stay small however many cases are stored.
"""

from __future__ import annotations

from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from petition_assignment.adapters.mongo_cases import BEGINNING, CASES, LATE_FACTS, PAPERS, PETITIONS
from petition_assignment.adapters.mongo_register import REGISTER
from petition_assignment.adapters.saved_lists import SAVED_LISTS


def _open(name: str, *fields: str) -> IndexModel:
    keys = [(field, ASCENDING) for field in (*fields, "due_at", "_id")]
    return IndexModel(keys, name=name, partialFilterExpression={"open": True})


def _closed(name: str, *fields: str) -> IndexModel:
    keys: list[tuple[str, Any]] = [(field, ASCENDING) for field in fields]
    keys += [("closed_at", DESCENDING), ("_id", DESCENDING)]
    return IndexModel(keys, name=name, partialFilterExpression={"open": False})


INDEXES: dict[str, list[IndexModel]] = {
    CASES: [
        _open("turn", "holder"),
        _open("parts_of_unit", "part_holders"),
        _open("stage", "stage"),
        _open("stage_of_unit", "answerable", "stage"),
        _open("due"),
        _open("due_of_unit", "answerable"),
        _open("mine", "responsibility.person"),
        _closed("closed"),
        _closed("closed_of_unit", "answerable"),
        IndexModel(
            [("review_holder", ASCENDING), ("review_due_at", ASCENDING), ("_id", ASCENDING)],
            name="reviews_of_unit",
            partialFilterExpression={"review_holder": {"$gt": ""}},
        ),
        IndexModel(
            [("review_due_at", ASCENDING), ("_id", ASCENDING)],
            name="reviews",
            partialFilterExpression={"review_holder": {"$gt": ""}},
        ),
        IndexModel(
            [("published_at", DESCENDING), ("published_no", DESCENDING)],
            name="published",
            partialFilterExpression={"published_at": {"$gt": BEGINNING}},
        ),
        IndexModel(
            [("lapses_at", ASCENDING)],
            name="rights",
            partialFilterExpression={"lapses_at": {"$gt": BEGINNING}},
        ),
        IndexModel(
            [("reckoned_with", ASCENDING)],
            name="calendar",
            partialFilterExpression={"reckoned_with": {"$gt": ""}},
        ),
    ],
    PETITIONS: [],
    PAPERS: [IndexModel([("case_no", ASCENDING), ("_id", ASCENDING)], name="papers_of_case")],
    LATE_FACTS: [IndexModel([("case_no", ASCENDING), ("at", ASCENDING)], name="late_facts_of_case")],
    REGISTER: [],
    SAVED_LISTS: [
        IndexModel([("owner", ASCENDING), ("name", ASCENDING), ("_id", ASCENDING)], name="own"),
        IndexModel(
            [("unit", ASCENDING), ("shared", ASCENDING), ("name", ASCENDING), ("_id", ASCENDING)], name="shared"
        ),
    ],
}
