"""`python -m petition_metrics rebuild [--check]`: every timeline from the event log, compared, swapped in.

With --check nothing is swapped and the exit code says whether live and rebuilt timelines are identical.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pymongo
from pymongo.errors import PyMongoError

from chassis.clock import open_clock
from chassis.consumer import is_outage
from chassis.mongo import open_mongo
from chassis.settings import Settings
from chassis.unit_of_work import UnitOfWork, Units
from petition_metrics.adapters.mongo_projection import MongoEventLog, MongoProjection
from petition_metrics.adapters.mongo_rebuild import MongoBench, MongoWholeLog
from petition_metrics.application.projecting import catch_up
from petition_metrics.application.rebuilding import Outcome, compare, fold_the_log

USAGE = "usage: python -m petition_metrics rebuild [--check]"


def rebuild(settings: Settings, arguments: list[str]) -> int:
    """Exit code 0 when done (with --check: when identical), 1 when --check found differences, 2 for a wrong line."""
    if arguments not in ([], ["--check"]):
        print(USAGE, file=sys.stderr)
        return 2
    with open_mongo(settings.mongo_uri, "metrics-rebuild") as client:
        clock = open_clock(settings.clock, settings.clock_file)
        units = Units(client, settings.mongo_database, clock, "metrics")
        outcome = rebuild_with(units, swap=not arguments)
    return 1 if arguments and outcome.different else 0


def rebuild_with(units: Units, swap: bool, before_swap: Callable[[], None] = lambda: None) -> Outcome:
    """Rebuild, compare and (with `swap`) replace the live timelines; prints what it does.

    No time limit holds for a single operation here: an index over all cases takes as long as it takes.
    """
    with pymongo.timeout(None):
        return _rebuilt(units, swap, before_swap)


def _rebuilt(units: Units, swap: bool, before_swap: Callable[[], None]) -> Outcome:
    log, bench, outcome = MongoWholeLog(units.database), MongoBench(units.database), Outcome()
    mark = log.mark()
    started = time.monotonic()
    fold_the_log(log, bench, _progress(started), outcome)
    seconds = max(time.monotonic() - started, 0.001)
    print(f"folded {outcome.events:,} events into {outcome.cases:,} cases in {seconds:.1f} s, ", end="")
    print(f"{outcome.events / seconds:,.0f} events/s")
    bench.finish()
    compare(log, bench, outcome)
    print(f"live and rebuilt: {outcome.identical:,} identical, {outcome.different:,} different", end="")
    print(f", {outcome.moved_on:,} moved on meanwhile")
    for line in outcome.differences:
        print(f"  {line}")
    if swap:
        before_swap()
        bench.swap()
        if outcome.register is not None:
            bench.keep_register(outcome.register)
        outcome.caught_up = sum(_caught_up(units, subject) for subject in log.subjects_since(mark))
        print(f"swapped; {outcome.caught_up:,} cases caught up with events of the last moments")
    else:
        bench.discard()
    return outcome


def _caught_up(units: Units, subject: str) -> bool:
    """Tried again while the store is away or overloaded: after the swap no case may be left behind."""

    def work(uow: UnitOfWork) -> bool:
        return catch_up(subject, MongoProjection(uow), MongoEventLog(uow))

    while True:
        try:
            return units.run(work)
        except PyMongoError as error:
            if not is_outage(error):
                raise
            print(f"the store does not answer, trying {subject} again: {error}", file=sys.stderr)
            time.sleep(1.0)


def _progress(started: float) -> Callable[[int, int], None]:
    """Prints at most once a second."""
    shown = [started]

    def show(done: int, total: int) -> None:
        now = time.monotonic()
        if now - shown[0] >= 1.0:
            shown[0] = now
            print(f"{done:,} of about {total:,} events, {done / (now - started):,.0f} events/s", flush=True)

    return show
