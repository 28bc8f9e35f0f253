"""What of a write is sealed, whatever it is sealed with."""

from __future__ import annotations

from typing import Any

import pytest

from chassis.sealing import NOTHING_SEALED, CannotSeal, Seals

SEALS = Seals(
    {"notes": ("text", "found.words")},
    {"notes": ("number",)},
    lambda value: ("sealed", value),
    lambda value: ("alike", value),
)


def test_declared_fields_are_sealed_whole_and_the_others_left() -> None:
    document = {"_id": 1, "text": ["a", {"b": 1}], "found": {"words": "w", "on": "d"}, "number": "7", "open": True}
    assert SEALS.close("notes", document) == {
        "_id": 1,
        "text": ("sealed", ["a", {"b": 1}]),
        "found": {"words": ("sealed", "w"), "on": "d"},
        "number": ("alike", "7"),
        "open": True,
    }
    assert document["found"] == {"words": "w", "on": "d"}, "what the caller holds stays readable"


@pytest.mark.parametrize(
    "document", [{}, {"text": None, "found": None}, {"found": {}}, {"text": ""}, {"text": []}, {"found": {"words": {}}}]
)
def test_what_is_not_there_or_empty_is_not_sealed(document: dict[str, Any]) -> None:
    assert SEALS.close("notes", document) == document


@pytest.mark.parametrize("value", [False, 0, [None]])
def test_what_says_no_is_sealed(value: Any) -> None:
    assert SEALS.close("notes", {"text": value}) == {"text": ("sealed", value)}


def test_another_collection_is_left_alone() -> None:
    document = {"text": "a"}
    assert SEALS.close("others", document) is document
    assert SEALS.close_change("others", [{"$set": document}]) == [{"$set": document}]
    assert SEALS.close_filter("others", document) == document
    assert NOTHING_SEALED.close("notes", document) is document


def test_an_update_sets_a_sealed_field_whole() -> None:
    change = {"$set": {"text": "a", "open": False}, "$setOnInsert": {"found.words": None}, "$inc": {"n": 1}}
    assert SEALS.close_change("notes", change) == {
        "$set": {"text": ("sealed", "a"), "open": False},
        "$setOnInsert": {"found.words": None},
        "$inc": {"n": 1},
    }
    assert SEALS.close_change("notes", {"$unset": {"found": ""}}) == {"$unset": {"found": ""}}


@pytest.mark.parametrize(
    "change",
    [
        {"$set": {"found": {"words": "w"}}},
        {"$set": {"text.0": "w"}},
        {"$push": {"text": "w"}},
        {"$rename": {"text": "other"}},
        [{"$set": {"other": "$text"}}],
    ],
)
def test_an_update_that_would_leave_words_readable_is_refused(change: Any) -> None:
    with pytest.raises(CannotSeal, match="notes"):
        SEALS.close_change("notes", change)


def test_a_name_that_only_begins_alike_is_another_field() -> None:
    assert SEALS.close_change("notes", {"$inc": {"text_length": 1}}) == {"$inc": {"text_length": 1}}


def test_a_filter_finds_by_findable_fields_alone() -> None:
    assert SEALS.close_filter("notes", {"number": "7", "open": True}) == {"number": ("alike", "7"), "open": True}
    with pytest.raises(CannotSeal, match="text"):
        SEALS.close_filter("notes", {"text": "a"})
