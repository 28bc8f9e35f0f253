"""Aggregates and facts, to the store and to the wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from bson import encode

from chassis.documents import document_converter, to_wire
from chassis.repository import wire_name


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Lid:
    colour: Colour
    closed_on: date | None


@dataclass
class Chest:
    chest_id: str
    made_at: datetime
    lid: Lid
    tags: set[str]
    by_number: dict[str, Lid]
    lids: tuple[Lid, ...] = ()
    checked_on: date | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class ChestMovedTwice:
    at: datetime
    on: date
    colour: Colour
    lids: tuple[Lid, ...]
    tags: frozenset[str]
    nothing: str | None = None


@dataclass(frozen=True)
class HTTPChestSeen:
    wire_version = 2


LID = Lid(Colour.RED, date(2026, 3, 1))
AT = datetime(2026, 3, 1, 1, 2, 3, tzinfo=UTC)


def test_an_aggregate_comes_back_from_the_store_as_it_was() -> None:
    chest = Chest("C1", AT, LID, {"b", "a"}, {"1": LID}, (LID, Lid(Colour.RED, None)), None, 3)
    converter = document_converter(Chest)
    document = converter.unstructure(chest)
    encode(document)
    assert document["tags"] == ["a", "b"] and document["lid"] == {"colour": "red", "closed_on": "2026-03-01"}
    assert converter.structure({**document, "_id": "C1"}, Chest) == chest


def test_what_is_not_yet_published_is_not_stored() -> None:
    chest = Chest("C1", AT, LID, set(), {}, pending=["something"])
    assert "pending" not in document_converter(Chest).unstructure(chest)


def test_a_fact_goes_on_the_wire_as_json() -> None:
    fact = ChestMovedTwice(AT, date(2026, 3, 1), Colour.RED, (LID,), frozenset({"b", "a"}))
    assert to_wire(fact) == {
        "at": "2026-03-01T01:02:03.000Z",
        "on": "2026-03-01",
        "colour": "red",
        "lids": [{"colour": "red", "closed_on": "2026-03-01"}],
        "tags": ["a", "b"],
        "nothing": None,
    }


def test_the_wire_name_is_the_class_name_with_its_version() -> None:
    assert wire_name(ChestMovedTwice) == "chest_moved_twice.v1"
    assert wire_name(HTTPChestSeen) == "httpchest_seen.v2"
