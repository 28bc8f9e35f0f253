"""Lists, page by page: every row once, whatever the ties, gaps and directions."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pymongo.collection import Collection
from toyshop.running import Corner

from chassis.pages import MOST, page

AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def rows(corner: Corner) -> Collection[dict[str, Any]]:
    chance = random.Random(3)
    rows = corner.database("boxes")["rows"]
    documents: list[dict[str, Any]] = []
    for number in range(60):
        row: dict[str, Any] = {"_id": f"R{number:02}", "unit": "u", "tie": number % 3, "deep": {"n": number % 5}}
        due = chance.choice([None, "absent", AT, AT + timedelta(days=1), AT + timedelta(days=chance.randrange(9))])
        if due != "absent":
            row["due_at"] = due
        documents.append(row)
    rows.insert_many(documents)
    rows.insert_one({"_id": "other", "unit": "v", "tie": 0})
    return rows


def all_pages(rows: Collection[dict[str, Any]], sort: Any, limit: int, **more: Any) -> Iterator[dict[str, Any]]:
    cursor: str | None = None
    while True:
        answer = page(rows, {"unit": "u"}, sort, limit, cursor, **more)
        assert len(answer["items"]) <= limit
        yield from answer["items"]
        cursor = answer["next"]
        if cursor is None:
            return


@pytest.mark.parametrize("limit", [1, 7, 59, 60, 61])
@pytest.mark.parametrize(
    "sort",
    [
        [("_id", 1)],
        [("_id", -1)],
        [("tie", 1), ("_id", 1)],
        [("tie", -1), ("_id", 1)],
        [("due_at", 1), ("_id", 1)],
        [("due_at", -1), ("_id", -1)],
        [("due_at", -1), ("tie", 1), ("_id", -1)],
        [("deep.n", 1), ("due_at", 1), ("_id", 1)],
    ],
    ids=str,
)
def test_the_pages_together_are_the_list(rows: Collection[dict[str, Any]], sort: Any, limit: int) -> None:
    assert list(all_pages(rows, sort, limit)) == list(rows.find({"unit": "u"}, sort=sort))


def test_rows_that_come_and_go_between_pages_shift_nothing(rows: Collection[dict[str, Any]]) -> None:
    sort = [("tie", 1), ("_id", 1)]
    first = page(rows, {"unit": "u"}, sort, 10)
    before = [row["_id"] for row in first["items"]]
    rows.delete_one({"_id": before[-1]})
    rows.insert_one({"_id": "A", "unit": "u", "tie": 0})
    second = page(rows, {"unit": "u"}, sort, 10, first["next"])
    seen = before + [row["_id"] for row in second["items"]]
    left = [row["_id"] for row in rows.find({"unit": "u", "_id": {"$ne": "A"}}, sort=sort)]
    assert seen[:9] == left[:9] and seen[10:] == left[9:19]


@pytest.mark.parametrize(("asked", "given"), [(-5, 1), (0, 1), (1, 1), (MOST, MOST), (MOST + 1, MOST)])
def test_a_page_has_one_to_two_hundred_rows(corner: Corner, asked: int, given: int) -> None:
    rows = corner.database("boxes")["many"]
    rows.insert_many([{"_id": number} for number in range(MOST + 5)])
    assert len(page(rows, {}, [("_id", 1)], asked)["items"]) == given


def test_the_last_page_says_that_it_is_the_last(rows: Collection[dict[str, Any]]) -> None:
    assert page(rows, {"unit": "u"}, [("_id", 1)], 60)["next"] is None
    assert page(rows, {"unit": "u"}, [("_id", 1)], 59)["next"] is not None
    assert page(rows, {"unit": "nobody"}, [("_id", 1)]) == {"items": [], "next": None}


def test_a_projection_that_keeps_the_sorted_fields_is_all_right(rows: Collection[dict[str, Any]]) -> None:
    found = list(all_pages(rows, [("tie", 1), ("_id", 1)], 7, projection={"tie": 1}))
    assert len(found) == 60 and all(set(row) == {"_id", "tie"} for row in found)


def stages(plan: Any) -> Iterator[str]:
    if isinstance(plan, dict):
        if "stage" in plan:
            yield plan["stage"]
        for inner in plan.values():
            yield from stages(inner)
    elif isinstance(plan, list):
        for inner in plan:
            yield from stages(inner)


class Planner:
    """Asks the store how it would carry a query out."""

    def __init__(self, rows: Collection[dict[str, Any]]) -> None:
        self._rows = rows
        self.seen: list[str] = []

    def find(self, *arguments: Any, **more: Any) -> Any:
        self.seen = list(stages(self._rows.find(*arguments, **more).explain()["queryPlanner"]["winningPlan"]))
        return self._rows.find(*arguments, **more)


@pytest.mark.parametrize("direction", [1, -1])
def test_a_later_page_costs_no_sorting(rows: Collection[dict[str, Any]], direction: int) -> None:
    rows.create_index([("unit", 1), ("due_at", direction), ("_id", direction)])
    sort = [("due_at", direction), ("_id", direction)]
    planner: Any = Planner(rows)
    first = page(rows, {"unit": "u"}, sort, 10)
    assert page(planner, {"unit": "u"}, sort, 10, first["next"])["items"]
    assert "SORT" not in planner.seen and "COLLSCAN" not in planner.seen and "IXSCAN" in planner.seen
