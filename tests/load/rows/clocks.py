"""Thousands of clocks that run out at the same instant, with the worker killed in the middle."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from pymongo import MongoClient
from pymongo.database import Database
from tests.load.bench import Bench
from tests.load.report import Row
from tests.load.watched_clocks import seed

WORKER = "supervision-worker"
MISSED = "deadline_missed.v1"
LIMIT = 60.0
PATIENCE_SECONDS = 300.0
SEEDED_PER_SECOND = 300.0
"""A low guess, so that the due instant lies behind the end of seeding."""


def rows(bench: Bench) -> Iterator[Row]:
    """Open clocks first, then those that are due; kill the worker when a third have fired; count what was told."""
    size = bench.size
    begun = time.monotonic()
    seed(bench.stack, 0, size.open_clocks - size.due_clocks, None)
    lead = size.due_in + size.due_clocks / SEEDED_PER_SECOND
    due_at = (datetime.now(UTC) + timedelta(seconds=lead)).replace(microsecond=0)
    due = seed(bench.stack, size.open_clocks, size.due_clocks, due_at)
    seeded = time.monotonic() - begun
    with bench.stack.store() as store:
        seconds: list[float] = []
        cost = bench.stack.cost_of(lambda: seconds.append(_all_fired(bench, store, due_at, size.due_clocks)))
        bench.stack.settle()
        told = _told(store["petition_supervision"], due)
        counted = _counted(store["petition_metrics"], due)
    twice = sum(number > 1 for number in told.values())
    never = sum(case_no not in told for case_no in due)
    [took] = seconds
    lost = [f"{twice} told twice, {never} never", f"metrics counted {counted} of {len(due)}"]
    yield Row(
        f"{size.due_clocks} clocks due at once among {size.open_clocks} open, worker killed midway: all fired after",
        f"{took:.1f} s",
        f"≤ {LIMIT:.0f} s, each once",
        met=took <= LIMIT and not twice and not never,
        others=cost.others,
        note=f"deadline_missed told once for {len(told) - twice}, twice for {twice}, never for {never}; applied by "
        f"metrics for {counted}. Seeded through supervision's own repository in {seeded:.0f} s; kill -9 of the worker "
        "when a third had fired, its supervisor started it anew; claims of the dead worker run out after 15 s.",
        errors=lost if twice or never or counted != len(due) else [],
    )


def _all_fired(bench: Bench, store: MongoClient[dict[str, Any]], due_at: datetime, number: int) -> float:
    """Seconds from the due instant until all have fired; not within the patience => as long as we waited."""
    database = store["petition_supervision"]
    killed = False
    while True:
        passed = (datetime.now(UTC) - due_at).total_seconds()
        fired = database["outbox"].count_documents({"type": MISSED, "time": {"$gte": due_at}})
        if not killed and fired >= number / 3:
            bench.stack.whole.signal(WORKER, signal.SIGKILL)
            killed = True
        if fired >= number or passed > PATIENCE_SECONDS:
            return passed
        time.sleep(0.02 if not killed else 0.1)


def _told(database: Database[dict[str, Any]], due: list[str]) -> Counter[str]:
    """How often each of these cases was told to have missed."""
    found = database["outbox"].find({"type": MISSED, "subject": {"$gte": min(due), "$lte": max(due)}}, {"subject": 1})
    return Counter(event["subject"] for event in found)


def _counted(database: Database[dict[str, Any]], due: list[str]) -> int:
    """How many of these cases' misses metrics has in its log."""
    return int(database["event_log"].count_documents({"type": MISSED, "subject": {"$gte": min(due), "$lte": max(due)}}))
