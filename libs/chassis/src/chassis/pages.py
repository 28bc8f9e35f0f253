"""Lists, one page at a time, by an opaque cursor: page N costs what page 1 costs."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Any

from bson import json_util
from pymongo.collection import Collection

from chassis.refusal import Refusal

MOST = 200
USUAL = 50


def page(
    collection: Collection[dict[str, Any]],
    filter: Mapping[str, Any],
    sort: Sequence[tuple[str, int]],
    limit: int = USUAL,
    cursor: str | None = None,
    projection: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """One page of a list: {"items": documents, "next": cursor of the next page or None}.

    `sort` must end with a unique field (`_id`) and have an index that begins with the filter's fields. A row added
    or removed between two pages shifts nothing. A cursor that was not made here => BAD_VALUE.
    """
    wanted: dict[str, Any] = dict(filter)
    if cursor:
        wanted = {"$and": [wanted, _after(sort, _read(cursor, sort))]}
    size = min(max(limit, 1), MOST)
    found = list(collection.find(wanted, projection, sort=list(sort), limit=size + 1))
    items = found[:size]
    return {"items": items, "next": _write(items[-1], sort) if len(found) > size else None}


def _after(sort: Sequence[tuple[str, int]], last: Sequence[Any]) -> dict[str, Any]:
    """Rows that come after `last` in `sort`: greater in the first field, or equal there and greater in the next …"""
    ways = []
    for index, (field, direction) in enumerate(sort):
        equal = {name: last[i] for i, (name, _) in enumerate(sort[:index])}
        ways.append({**equal, field: {"$gt" if direction > 0 else "$lt": last[index]}})
    return {"$or": ways}


def _value(document: Mapping[str, Any], path: str) -> Any:
    value: Any = document
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _write(document: Mapping[str, Any], sort: Sequence[tuple[str, int]]) -> str:
    values = [_value(document, field) for field, _ in sort]
    return base64.urlsafe_b64encode(json_util.dumps(values).encode()).decode()


def _read(cursor: str, sort: Sequence[tuple[str, int]]) -> list[Any]:
    try:
        values = json_util.loads(
            base64.urlsafe_b64decode(cursor.encode()), json_options=json_util.JSONOptions(tz_aware=True)
        )
    except (binascii.Error, ValueError, TypeError, KeyError) as error:
        raise Refusal.of("BAD_VALUE", "cursor", reason="not a cursor of this list") from error
    if not isinstance(values, list) or len(values) != len(sort):
        raise Refusal.of("BAD_VALUE", "cursor", reason="not a cursor of this list")
    return values
