"""One page of rows that are all in memory, by the same kind of cursor as the lists in the store."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Any

from chassis.refusal import Refusal


def page_of_rows(rows: Sequence[Mapping[str, Any]], key: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """{"items": rows, "next": cursor or None}; the rows keep their order. A strange cursor => BAD_VALUE."""
    start = 0
    if cursor:
        after = _read(cursor)
        places = [index for index, row in enumerate(rows) if row[key] == after]
        if not places:
            raise Refusal.of("BAD_VALUE", "cursor", reason="not a cursor of this list")
        start = places[0] + 1
    items = list(rows[start : start + limit])
    more = len(rows) > start + limit
    return {"items": items, "next": _write(str(items[-1][key])) if more else None}


def _write(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode()


def _read(cursor: str) -> str:
    try:
        return base64.urlsafe_b64decode(cursor.encode()).decode()
    except (binascii.Error, ValueError) as error:
        raise Refusal.of("BAD_VALUE", "cursor", reason="not a cursor of this list") from error
