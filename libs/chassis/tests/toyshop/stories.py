"""Events as the service `boxes` would tell them, and how they get onto the bus without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from pymongo.database import Database

from chassis.event import Event
from chassis.publisher import Fate, Outgoing, Publisher

AT = datetime(2026, 3, 1, 1, 2, 3, tzinfo=UTC)


def told(box_id: str, sequence: int, type: str, data: dict[str, Any]) -> Event:
    return Event(f"{box_id}:{sequence}", "boxes", type, box_id, sequence, AT, f"correlation-{sequence}", data)


def story(box_id: str, items: Sequence[str]) -> list[Event]:
    """A box is opened and items are put into it."""
    puts = [told(box_id, n + 1, "item_put.v1", {"item": item, "number": n}) for n, item in enumerate(items, 1)]
    return [told(box_id, 1, "box_opened.v1", {"size": 9}), *puts]


def deliver(uri: str, events: Iterable[Event], exchange: str = "boxes.events") -> None:
    """Put events on the bus in this very order."""
    publisher = Publisher(uri, deadline=60)
    messages = [
        Outgoing(str(number), exchange, event.type, event.to_body(), event.to_headers())
        for number, event in enumerate(events)
    ]
    assert set(publisher.publish(messages).values()) <= {Fate.SAFE}
    publisher.close()


def state_of(database: Database[dict[str, Any]]) -> dict[str, Any]:
    """Everything the shelf knows and told, without what names the run."""
    return {
        "seen": list(database["seen"].find(sort=[("_id", 1)])),
        "positions": list(database["positions"].find(sort=[("_id", 1)])),
        "held": list(database["held_events"].find(sort=[("_id", 1)])),
        "told": [
            (event["_id"], event["type"], event["data"]) for event in database["outbox"].find(sort=[("_id", 1)])
        ],
        "applied": sum(slot["count"] for slot in database["applied_counts"].find()),
    }
