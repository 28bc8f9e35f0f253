"""The shelf: what it keeps depends on the order of events, so that any disorder shows."""

from __future__ import annotations

import hashlib
from typing import Any

import marshmallow as ma

from chassis.event import Event
from chassis.service import Service, Subscription
from chassis.unit_of_work import UnitOfWork

POISON = "poison"


class Opened(ma.Schema):
    size = ma.fields.Int(required=True)


class Put(ma.Schema):
    item = ma.fields.Str(required=True)
    number = ma.fields.Int(required=True)


def remember(uow: UnitOfWork, event: Event, change: dict[str, Any]) -> None:
    """Keep the change, and a chain of hashes over all events of the box in the order they were applied."""
    kept = uow.get("seen", event.subject) or {"_id": event.subject, "version": 0, "chain": "", "events": 0}
    link = f"{kept['chain']}|{event.type}|{event.sequence}|{event.data}"
    chain = hashlib.sha256(link.encode()).hexdigest()
    uow.put("seen", {**kept, **change, "chain": chain, "events": kept["events"] + 1, "version": kept["version"] + 1})
    uow.publish("box_seen.v1", event.subject, kept["version"] + 1, {"events": kept["events"] + 1})


def on_opened(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    remember(uow, event, {"size": data["size"]})


def on_put(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    if data["item"] == POISON and uow.get("cures", POISON) is None:
        uow.insert("traces", {"of": event.id})
        raise KeyError(data["item"])
    remember(uow, event, {f"item_{data['number']}": data["item"]})


SERVICE = Service(
    name="shelf",
    follows=("boxes",),
    indexes={"seen": [], "cures": [], "traces": []},
    subscriptions=(
        Subscription("boxes", "box_opened.v1", Opened, on_opened),
        Subscription("boxes", "item_put.v1", Put, on_put),
    ),
    by_subject=("seen",),
)
