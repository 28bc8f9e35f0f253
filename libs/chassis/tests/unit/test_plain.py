"""What the wire and the store can both hold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import Enum, IntEnum
from typing import Any

import pytest
from bson import encode
from hypothesis import given, settings
from hypothesis import strategies as st

from chassis.plain import DEEPEST, LARGEST, NotPlain, check_plain, to_plain


class Colour(Enum):
    RED = "red"


class Size(IntEnum):
    BIG = 3


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({"a": "书"}, None),
        ({"a": LARGEST}, None),
        ({"a": -LARGEST - 1}, None),
        ({"a": nested(DEEPEST - 1)}, None),
        ({"a": "\ud800"}, "a"),
        ({"\ud800": 1}, ""),
        ({"a\0b": 1}, ""),
        ({"a": LARGEST + 1}, "a"),
        ({"a": -LARGEST - 2}, "a"),
        ({"a": [{"b": [1, LARGEST + 1]}]}, "a.0.b.1"),
        ({"a": nested(DEEPEST)}, "a"),
        ({"a": nested(900)}, "a"),
    ],
)
def test_only_what_the_store_can_hold_is_plain(value: dict[str, Any], path: str | None) -> None:
    if path is None:
        check_plain(value)
        encode(value)
    else:
        with pytest.raises(NotPlain) as caught:
            check_plain(value)
        assert caught.value.path == path


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@settings(max_examples=40)
@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_what_passes_the_check_can_be_stored(value: dict[str, Any]) -> None:
    try:
        check_plain(value)
    except NotPlain:
        return
    encode(value)


def test_an_answer_goes_out_as_json() -> None:
    answer = {
        "at": datetime(2026, 3, 1, 1, 2, 3, 456789, tzinfo=UTC),
        "on": date(2026, 3, 1),
        "colour": Colour.RED,
        "size": Size.BIG,
        "some": {"b", "a"},
        "pair": (1, None),
        7: [True, 1.5],
    }
    assert to_plain(answer) == {
        "at": "2026-03-01T01:02:03.456Z",
        "on": "2026-03-01",
        "colour": "red",
        "size": 3,
        "some": ["a", "b"],
        "pair": [1, None],
        "7": [True, 1.5],
    }


@settings(max_examples=40)
@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_json_goes_out_unchanged(value: dict[str, Any]) -> None:
    assert repr(to_plain(value)) == repr(value)


def test_what_json_lacks_is_an_error_that_does_not_quote_it() -> None:
    with pytest.raises(TypeError) as caught:
        to_plain({"a": b"secret"})
    assert "secret" not in str(caught.value)
