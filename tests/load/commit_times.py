"""When events were committed by who told them and by each who follows them, from the store's own log of commits.

Exact to the millisecond and free while the load runs: the store writes one entry with its wall-clock time for each
transaction (`local.oplog.rs`), and the entries are read afterwards. The telling commit is the one that inserts the
event into its service's `outbox`; the commit of its effect is the one that moves the follower's `positions` to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bson import Timestamp
from pymongo import MongoClient

from county_year.quiet import FOLLOWS

PREFIX = "petition_"
Document = Mapping[str, Any]


def mark(client: MongoClient[dict[str, Any]]) -> Timestamp:
    """Now, in the store's own time."""
    operation_time: Timestamp = client.admin.command("hello")["operationTime"]
    return operation_time


def delays(client: MongoClient[dict[str, Any]], since: Timestamp) -> dict[str, list[float]]:
    """Seconds from telling to effect of every event told since, by follower; `last`: of the last follower of each."""
    told: dict[tuple[str, str, int], datetime] = {}
    moves: dict[tuple[str, str], list[tuple[int, datetime]]] = defaultdict(list)
    for at, service, collection, operation in _writes(client, since):
        if collection == "outbox" and operation["op"] == "i":
            document = operation["o"]
            told[service, document["subject"], document["sequence"]] = at
        elif collection == "positions" and (version := _version(operation)) is not None:
            moves[service, _identifier(operation)].append((version, at))
    found: dict[str, list[float]] = defaultdict(list)
    for (source, subject, sequence), at in told.items():
        waits = []
        for follower in (name for name, sources in FOLLOWS.items() if source in sources):
            seen = next((s for version, s in moves[follower, f"{source}/{subject}"] if version >= sequence), None)
            if seen is not None:
                waits.append((seen - at).total_seconds())
                found[follower].append(waits[-1])
        if waits:
            found["last"].append(max(waits))
    return dict(found)


def _writes(client: MongoClient[dict[str, Any]], since: Timestamp) -> Iterator[tuple[datetime, str, str, Document]]:
    """Every write to an outbox or to positions: commit time, service, collection, operation."""
    for entry in client.local["oplog.rs"].find({"ts": {"$gt": since}}):
        for operation in entry["o"].get("applyOps", [entry]):
            database, _, collection = operation["ns"].partition(".")
            if database.startswith(PREFIX) and collection in ("outbox", "positions"):
                yield entry["wall"], database.removeprefix(PREFIX), collection, operation


def _identifier(operation: Document) -> str:
    return str((operation["o"] if operation["op"] == "i" else operation["o2"])["_id"])


def _version(operation: Document) -> int | None:
    """The position after an insert, a replacement or a change in parts."""
    written = operation["o"]
    if "diff" in written:
        changed = {**written["diff"].get("u", {}), **written["diff"].get("i", {})}
        return changed.get("version")
    return written.get("version")
