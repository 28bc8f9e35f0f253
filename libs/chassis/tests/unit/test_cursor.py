"""Cursors that were not made here are refused before the store sees them."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from chassis.pages import page
from chassis.refusal import Refusal

SORT = [("size", 1), ("_id", 1)]


class Unreachable:
    def find(self, *_: Any, **__: Any) -> Any:
        raise AssertionError("the store was asked")


def coded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "nonsense",
        "书",
        "====",
        coded("{}"),
        coded("7"),
        coded("[1]"),
        coded('[1, "a", 2]'),
        coded('[{"$ne": null}, "a"]'),
        coded('[1, {"$gt": ""}]'),
        coded('[1, {"$regex": "(a+)+$", "$options": ""}]'),
        coded('[{"$regularExpression": {"pattern": "(a+)+$", "options": ""}}, "a"]'),
        coded('[{"$oid": "short"}, "a"]'),
        coded('[{"$date": "whenever"}, "a"]'),
        coded('[{"$code": "while(1);"}, "a"]'),
        coded('[[1], "a"]'),
        coded(f"[{2**63}, 1]"),
        coded("[" * 100_000),
    ],
)
def test_a_forged_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(Refusal) as caught:
        page(Unreachable(), {}, SORT, cursor=cursor)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == ("BAD_VALUE", "cursor")
