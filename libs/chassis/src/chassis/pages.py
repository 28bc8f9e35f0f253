"""Lists, one page at a time, by an opaque cursor: page N costs what page 1 costs."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bson import ObjectId, json_util
from bson.errors import BSONError
from pymongo.collection import Collection

from chassis.plain import LARGEST
from chassis.refusal import Refusal

MOST = 200
USUAL = 50
NO_CURSOR = "not a cursor of this list"


def page(
    collection: Collection[dict[str, Any]],
    filter: Mapping[str, Any],
    sort: Sequence[tuple[str, int]],
    limit: int = USUAL,
    cursor: str | None = None,
    projection: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """One page of a list: {"items": documents, "next": cursor of the next page or None}.

    `sort` must end with a unique field (`_id`) and have an index that begins with the filter's fields; a projection
    must keep its fields. A row added or removed between two pages shifts nothing. A cursor that was not made here
    => BAD_VALUE.
    """
    wanted: dict[str, Any] = dict(filter)
    if cursor:
        wanted = {"$and": [wanted, _after(sort, _read(cursor, sort))]}
    size = min(max(limit, 1), MOST)
    found = list(collection.find(wanted, projection, sort=list(sort), limit=size + 1))
    items = found[:size]
    return {"items": items, "next": _write(items[-1], sort) if len(found) > size else None}


def _after(sort: Sequence[tuple[str, int]], last: Sequence[Any]) -> dict[str, Any]:
    """Rows that come after `last` in `sort`: beyond it in the first field, or equal there and beyond in the next …"""
    ways: list[dict[str, Any]] = []
    for index, (field, direction) in enumerate(sort):
        equal = [{name: {"$eq": last[i]}} for i, (name, _) in enumerate(sort[:index])]
        ways += [{"$and": [*equal, beyond]} for beyond in _beyond(field, direction, last[index])]
    return {"$or": ways}


def _beyond(field: str, direction: int, value: Any) -> list[dict[str, Any]]:
    """Nothing (null or no field) sorts before everything else, but is neither greater nor less than it in a filter."""
    if value is None:
        return [{field: {"$ne": None}}] if direction > 0 else []
    if direction > 0:
        return [{field: {"$gt": value}}]
    nothing = [] if field == "_id" else [{field: {"$eq": None}}]
    return [{field: {"$lt": value}}, *nothing]


def _value(document: Mapping[str, Any], path: str) -> Any:
    value: Any = document
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _write(document: Mapping[str, Any], sort: Sequence[tuple[str, int]]) -> str:
    values = [_value(document, field) for field, _ in sort]
    return base64.urlsafe_b64encode(json_util.dumps(values).encode()).decode()


def _read(cursor: str, sort: Sequence[tuple[str, int]]) -> list[Any]:
    """The values in a cursor. Only plain ones: an operator or a pattern in it would be carried out by the store."""
    try:
        values = json_util.loads(
            base64.urlsafe_b64decode(cursor.encode()), json_options=json_util.JSONOptions(tz_aware=True)
        )
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, BSONError) as error:
        raise Refusal.of("BAD_VALUE", "cursor", reason=NO_CURSOR) from error
    if not isinstance(values, list) or len(values) != len(sort) or not all(map(_is_plain, values)):
        raise Refusal.of("BAD_VALUE", "cursor", reason=NO_CURSOR)
    return values


def _is_plain(value: Any) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        return -LARGEST - 1 <= value <= LARGEST
    # By exact type: code, for the store, is a kind of text.
    return value is None or type(value) in {str, bool, float, datetime, ObjectId}
