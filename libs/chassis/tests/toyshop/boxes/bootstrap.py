"""Boxes: opened, filled, sealed by the clock. What the shelf tells is followed, but nothing is done about it."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import marshmallow as ma
from pymongo import IndexModel
from pymongo.database import Database

from chassis.pages import page
from chassis.repository import Repository
from chassis.service import ANYONE, Call, Command, Query, Service, Timer
from chassis.unit_of_work import UnitOfWork, Units

logger = logging.getLogger(__name__)

CAPACITY = 3


class Refused(Exception):
    code = "REFUSED"
    zh = ""
    en = ""
    field: str | None = None

    def __init__(self, **values: object) -> None:
        super().__init__(self.code)
        self.values = values


class BoxFull(Refused):
    code = "BOX_FULL"
    zh = "箱子 {box_id} 已满。"
    en = "Box {box_id} is full."
    field = "item"


class BoxThere(Refused):
    code = "BOX_THERE"
    zh = "箱子 {box_id} 已存在。"
    en = "Box {box_id} is there already."
    field = "box_id"


@dataclass(frozen=True)
class BoxOpened:
    size: int


@dataclass(frozen=True)
class ItemPut:
    item: str
    number: int


@dataclass(frozen=True)
class BoxSealed:
    sealed_at: datetime


@dataclass
class Box:
    box_id: str
    size: int
    seal_at: datetime | None = None
    items: list[str] = field(default_factory=list)
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def record(self, event: Any) -> None:
        self.pending.append(event)
        self.version += 1


class OpenBox(ma.Schema):
    box_id = ma.fields.Str(required=True)
    size = ma.fields.Int(required=True, strict=True)
    seal_at = ma.fields.AwareDateTime(load_default=None)


class PutItem(ma.Schema):
    box_id = ma.fields.Str(required=True)
    item = ma.fields.Str(required=True)
    seconds = ma.fields.Float(load_default=0.0)


class OneBox(ma.Schema):
    box_id = ma.fields.Str(required=True)


class ManyBoxes(ma.Schema):
    limit = ma.fields.Int(load_default=50)
    cursor = ma.fields.Str(load_default=None)


def boxes_of(uow: UnitOfWork) -> Repository[Box]:
    return Repository(uow, "boxes", Box, key="box_id", wire=("box_id", "box_version"))


def open_box(uow: UnitOfWork, call: Call, data: dict[str, Any]) -> dict[str, Any]:
    boxes = boxes_of(uow)
    if boxes.get(data["box_id"]) is not None:
        raise BoxThere(box_id=data["box_id"])
    box = Box(data["box_id"], data["size"], data["seal_at"])
    box.record(BoxOpened(box.size))
    boxes.add(box)
    return {"box_id": box.box_id, "version": box.version, "opened_at": uow.now}


def put_item(uow: UnitOfWork, call: Call, data: dict[str, Any]) -> dict[str, Any]:
    boxes = boxes_of(uow)
    box = boxes.require(data["box_id"], call)
    if len(box.items) >= CAPACITY:
        raise BoxFull(box_id=box.box_id)
    if data["seconds"]:
        # A handler that takes its time, and says so, for tests that interfere meanwhile.
        logger.info("takes its time with %s", data["box_id"])
        time.sleep(data["seconds"])
    box.items.append(data["item"])
    box.record(ItemPut(data["item"], len(box.items)))
    boxes.save(box)
    return {"version": box.version, "number": len(box.items)}


def break_down(uow: UnitOfWork, call: Call, data: dict[str, Any]) -> dict[str, Any]:
    """Writes, and then fails the way a programming error does, with the data in the error's words."""
    open_box(uow, call, {"size": 1, "seal_at": None, **data})
    uow.flush()
    raise ValueError(f"cannot cope with {data['box_id']}")


def get_box(reader: Database[dict[str, Any]], call: Call, data: dict[str, Any]) -> dict[str, Any]:
    found = reader["boxes"].find_one({"_id": data["box_id"]})
    return {"box": found, "asked_by": call.caller, "unit": call.unit, "asked_at": call.now}


def list_boxes(reader: Database[dict[str, Any]], call: Call, data: dict[str, Any]) -> dict[str, Any]:
    return page(reader["boxes"], {}, [("size", 1), ("_id", 1)], data["limit"], data["cursor"])


def seal_due(units: Units, now: datetime) -> int:
    due = [box["_id"] for box in units.database["boxes"].find({"seal_at": {"$lte": now}}, limit=100)]
    for box_id in due:
        units.run(lambda uow, box_id=box_id: seal(uow, box_id))
    return len(due)


def seal(uow: UnitOfWork, box_id: str) -> None:
    boxes = boxes_of(uow)
    box = boxes.get(box_id)
    if box is not None and box.seal_at is not None and box.seal_at <= uow.now:
        box.seal_at = None
        box.record(BoxSealed(uow.now))
        boxes.save(box)


def count_due(reader: Database[dict[str, Any]], now: datetime) -> int:
    return reader["boxes"].count_documents({"seal_at": {"$lte": now}})


SERVICE = Service(
    name="boxes",
    follows=("shelf",),
    indexes={"boxes": [IndexModel([("size", 1), ("_id", 1)]), IndexModel([("seal_at", 1)])]},
    commands=(
        Command("open_box", OpenBox, open_box, {"keeper"}),
        Command("put_item", PutItem, put_item, {"keeper"}),
        Command("break_down", OneBox, break_down, {"keeper"}),
    ),
    queries=(
        Query("get_box", OneBox, get_box, ANYONE),
        Query("list_boxes", ManyBoxes, list_boxes, {"keeper"}),
    ),
    timers=(Timer("seal", every=3600.0, run=seal_due, due=count_due),),
    refusals=Refused,
)
