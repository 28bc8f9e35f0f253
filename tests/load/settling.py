"""Waits until every event told has been applied by everyone who follows its source, by looking into the stores.

Asking the services would do as well, and would itself be a load on what is measured.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from pymongo import MongoClient

from chassis.inbox import APPLIED, HELD
from chassis.parking import COLLECTION as PARKED
from chassis.unit_of_work import OUTBOX
from county_year.quiet import FOLLOWS

LOOK_EVERY = 0.1
PATIENCE_SECONDS = 120.0


class NeverSettled(Exception):
    """A message was set aside, or nothing moved for a long time although events are missing."""


def settle(store: MongoClient[dict[str, Any]]) -> float:
    """Seconds until all was applied; a message set aside, or no progress for two minutes => NeverSettled."""
    begun = moved_at = time.monotonic()
    before: list[Counter[str]] = []
    while True:
        applied = [_applied(store, service) for service in FOLLOWS]
        told = {service: _of(store, service, OUTBOX).estimated_document_count() for service in FOLLOWS}
        parked = {service: _of(store, service, PARKED).estimated_document_count() for service in FOLLOWS}
        if any(parked.values()):
            raise NeverSettled(f"set aside: {parked}")
        missing = {
            f"{service} of {source}": told[source] - counts[source]
            for (service, sources), counts in zip(FOLLOWS.items(), applied, strict=True)
            for source in sources
            if told[source] != counts[source]
        }
        if not missing:
            return time.monotonic() - begun
        if applied != before:
            before, moved_at = applied, time.monotonic()
        elif time.monotonic() > moved_at + PATIENCE_SECONDS:
            held = {service: _of(store, service, HELD).estimated_document_count() for service in FOLLOWS}
            raise NeverSettled(f"events missing: {missing}; held: {held}")
        time.sleep(LOOK_EVERY)


def _of(store: MongoClient[dict[str, Any]], service: str, collection: str) -> Any:
    return store[f"petition_{service}"][collection]


def _applied(store: MongoClient[dict[str, Any]], service: str) -> Counter[str]:
    """Events applied, by source."""
    counts: Counter[str] = Counter()
    for slot in _of(store, service, APPLIED).find():
        counts[slot["_id"].partition("#")[0]] += slot["count"]
    return counts
