"""Who may do what, and aggregates in a collection."""

from __future__ import annotations

from typing import Any

import pytest
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.boxes.bootstrap import Box, BoxOpened, ItemPut, boxes_of
from toyshop.running import Corner
from toyshop.waiting import eventually

from chassis.directory import Directory, store_directory
from chassis.refusal import Refusal
from chassis.service import ANYONE, Call
from chassis.unit_of_work import UnitOfWork


@pytest.fixture
def directory(corner: Corner) -> Directory:
    corner.set_up_store(BOXES)
    return Directory(corner.database("boxes"))


KEEPER, READER = frozenset({"keeper"}), frozenset({"reader"})


@pytest.mark.parametrize(
    ("unit", "actor", "allowed", "outcome"),
    [
        ("unit_one", "P1", {"keeper"}, KEEPER),
        ("unit_one", "P1", {"keeper", "reader"}, KEEPER),
        ("unit_one", "P1", ANYONE, KEEPER),
        ("unit_one", "P2", ANYONE, READER),
        ("unit_one", None, ANYONE, frozenset()),
        ("unit_one", "P2", {"keeper"}, "FORBIDDEN"),
        ("unit_one", "P1", set(), "FORBIDDEN"),
        ("unit_one", None, {"keeper"}, "MISSING_FIELD"),
        ("unit_one", None, set(), "MISSING_FIELD"),
        ("unit_one", "P3", {"keeper"}, "ACTOR_UNKNOWN"),
        ("unit_two", "P1", {"keeper"}, "ACTOR_UNKNOWN"),
        ("unit_one", "P9", {"keeper"}, "ACTOR_UNKNOWN"),
        ("unit_one", "P9", ANYONE, "ACTOR_UNKNOWN"),
    ],
)
def test_nobody_may_do_what_no_role_of_his_allows(
    directory: Directory, unit: str, actor: str | None, allowed: set[str], outcome: object
) -> None:
    if isinstance(outcome, frozenset):
        assert directory.roles_of(unit, actor, allowed) == outcome
    else:
        with pytest.raises(Refusal) as caught:
            directory.roles_of(unit, actor, allowed)
        assert caught.value.code == outcome


def test_a_caller_stands_for_its_unit_and_a_stranger_for_none(directory: Directory) -> None:
    assert directory.unit_of("test") == "unit_one" and directory.unit_of("agency_two") == "unit_two"
    with pytest.raises(Refusal, match="CALLER_UNKNOWN"):
        directory.unit_of("stranger")


def test_before_anything_is_known_nobody_may_do_anything(corner: Corner) -> None:
    with pytest.raises(Refusal, match="CALLER_UNKNOWN"):
        Directory(corner.database("boxes")).unit_of("test")


def test_a_change_is_in_force_soon(corner: Corner, directory: Directory) -> None:
    assert directory.roles_of("unit_one", "P1", KEEPER) == KEEPER
    changed: dict[str, Any] = {
        "callers": [{"caller": "newcomer", "unit": "unit_three"}],
        "people": [{"person_id": "P1", "unit": "unit_one", "roles": ["reader"]}],
    }
    corner.units("boxes").run(lambda uow: store_directory(uow, changed))

    def outcome(caller: str) -> str:
        try:
            return directory.unit_of(caller)
        except Refusal as refusal:
            return refusal.code

    assert eventually(lambda: outcome("newcomer") == "unit_three")
    assert eventually(lambda: outcome("test") == "CALLER_UNKNOWN")
    with pytest.raises(Refusal, match="FORBIDDEN"):
        directory.roles_of("unit_one", "P1", KEEPER)


def call(expected_version: int | None) -> Call:
    return Call("test", "unit_one", "P1", KEEPER, "k", expected_version, None, "c")  # type: ignore[arg-type]


def new_box(uow: UnitOfWork) -> None:
    box = Box("B", 9)
    box.record(BoxOpened(9))
    box.items.append("x")
    box.record(ItemPut("x", 1))
    boxes_of(uow).add(box)


def test_an_aggregate_is_kept_with_everything_it_told(corner: Corner, directory: Directory) -> None:
    units = corner.units("boxes")
    units.run(new_box)

    def change(uow: UnitOfWork) -> None:
        box = boxes_of(uow).require("B", call(2))
        assert (box.version, box.items, box.pending) == (2, ["x"], [])
        box.items.append("y")
        box.record(ItemPut("y", 2))
        boxes_of(uow).save(box)
        again = boxes_of(uow).require("B")
        assert (again.version, again.items, again.pending) == (3, ["x", "y"], [])

    units.run(change)
    told = [(e["_id"], e["type"], e["sequence"], e["data"]) for e in units.database["outbox"].find(sort=[("_id", 1)])]
    assert told == [
        ("B:1", "box_opened.v1", 1, {"box_id": "B", "box_version": 1, "size": 9}),
        ("B:2", "item_put.v1", 2, {"box_id": "B", "box_version": 2, "item": "x", "number": 1}),
        ("B:3", "item_put.v1", 3, {"box_id": "B", "box_version": 3, "item": "y", "number": 2}),
    ]


@pytest.mark.parametrize(
    ("box_id", "expected", "code"),
    [("B", None, None), ("B", 2, None), ("B", 1, "STALE_VERSION"), ("B", 3, "STALE_VERSION"), ("C", None, "NOT_FOUND")],
)
def test_what_is_required_must_be_there_in_the_expected_version(
    corner: Corner, directory: Directory, box_id: str, expected: int | None, code: str | None
) -> None:
    units = corner.units("boxes")
    units.run(new_box)
    if code is None:
        assert units.run(lambda uow: boxes_of(uow).require(box_id, call(expected))).version == 2
    else:
        with pytest.raises(Refusal, match=code):
            units.run(lambda uow: boxes_of(uow).require(box_id, call(expected)))
