"""Reading while many cases are stored: first pages of lists, tracking, single cases; and lifecycles once more."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from typing import Any

from tests.load import closed_loop
from tests.load.bench import Bench
from tests.load.bench_stack import OPERATOR
from tests.load.floors import empty_rpc
from tests.load.lifecycles import ShortLifecycle
from tests.load.outcome import Outcome
from tests.load.report import Row
from tests.load.stored_cases import Stored, fill

from county_year.matters import BUREAU
from petition_client import Client

CALLERS = 4
LIMIT = 0.05
KEPT = 0.9
Question = tuple[str, str, str, dict[str, Any], str | None]
"""What it is called here, service, method, data (`?` stands for a stored case), role of the bureau's officer."""

QUESTIONS: tuple[Question, ...] = (
    ("intake first page, newest first", "intake", "list_petitions", {}, "registrar"),
    ("intake first page, one channel", "intake", "list_petitions", {"channel": "letter"}, "registrar"),
    ("intake get_petition", "intake", "get_petition", {"case_no": "?"}, "registrar"),
    ("intake search by a common word", "intake", "search_petitions", {"words": "请求"}, "registrar"),
    ("intake search by two rarer words", "intake", "search_petitions", {"words": "改造 补助"}, "registrar"),
    ("intake search by words that stand nowhere", "intake", "search_petitions", {"words": "从未 写过"}, "registrar"),
    ("intake track_petition", "intake", "track_petition", {"case_no": "?", "query_code": "?"}, None),
    ("assignment first page, due first", "assignment", "list_cases", {"view": "my_unit"}, "dispatcher"),
    ("assignment get_case", "assignment", "get_case", {"case_no": "?"}, "dispatcher"),
    ("supervision first page of clocks", "supervision", "list_due_clocks", {}, "dispatcher"),
    ("metrics get_case_timeline", "metrics", "get_case_timeline", {"case_no": "?"}, "dispatcher"),
)


class Asking:
    """Asks one question about any of the stored cases again and again."""

    def __init__(self, bench: Bench, question: Question, stored: list[Stored], number: int) -> None:
        _, self._service, self._method, self._data, role = question
        self._actor = bench.docket.county.officer(BUREAU, role) if role else None
        self._stored = stored
        self._chance = random.Random(number)
        self._client = Client(bench.stack.broker_uri(BUREAU))

    def call(self) -> None:
        one = self._chance.choice(self._stored)
        data = {name: getattr(one, name) if value == "?" else value for name, value in self._data.items()}
        self._client.call(self._service, self._method, data, actor=self._actor)

    def close(self) -> None:
        self._client.close()


def rows(bench: Bench) -> Iterator[Row]:
    """Fill, wait until every service has every case, then read."""
    before = bench.peak()
    floor_before = bench.floor(50)
    begun = time.monotonic()
    stored = fill(bench.stack, bench.docket, bench.size.cases)
    filled = time.monotonic() - begun
    bench.stack.settle()
    everywhere = time.monotonic() - begun
    with bench.stack.store() as store:
        present = store["petition_intake"]["petitions"].estimated_document_count()
        events = store["petition_metrics"]["event_log"].estimated_document_count()
    yield Row(
        "petitions filled in through intake's use case",
        f"{len(stored) / filled:.0f}/s",
        note=f"{len(stored)} in transactions of 100; applied by all services after {everywhere:.0f} s. Then {present} "
        f"petitions and {events} events are stored.",
    )
    floor = empty_rpc(bench.stack.broker_uri(OPERATOR), CALLERS, bench.size.seconds / 2)
    for question in QUESTIONS:
        yield _row(bench, question, stored, present, floor)
    yield _lifecycles(bench, present, before, floor_before.rate(3, 1))


def _row(bench: Bench, question: Question, stored: list[Stored], present: int, floor: Outcome) -> Row:
    results: list[Outcome] = []
    cost = bench.stack.cost_of(
        lambda: results.append(
            closed_loop.run(CALLERS, bench.size.seconds / 2, lambda n: Asking(bench, question, stored, n))
        )
    )
    [result] = results
    p99, bare = result.percentile(0.99), floor.percentile(0.99)
    return Row(
        f"{question[0]}, p99 at {present} cases",
        f"{p99 * 1000:.0f} ms",
        f"< {LIMIT * 1000:.0f} ms",
        f"{bare * 1000:.0f} ms",
        p99 / bare if bare else None,
        p99 < LIMIT,
        cost.others,
        f"{CALLERS} callers, {result.rate:.0f}/s, p50 {result.percentile(0.5) * 1000:.0f} ms; floor: p99 of an empty "
        "RPC.",
        result.errors,
    )


def _lifecycles(bench: Bench, present: int, before: Outcome, floor_before: float) -> Row:
    floor = bench.take_floor(50).rate(3, 1)
    results: list[Outcome] = []

    def work() -> None:
        results.append(bench.load(ShortLifecycle, 50))
        bench.stack.settle()

    cost = bench.stack.cost_of(work)
    [result] = results
    kept = (result.rate / floor) / (before.rate / floor_before)
    return Row(
        f"4-call lifecycle, 50 callers, at {present} cases, share kept",
        f"{result.rate:.1f}/s",
        f"≥ {KEPT:.0%} kept",
        f"{floor:.1f}/s",
        kept,
        kept >= KEPT,
        cost.others,
        f"{before.rate:.1f}/s before the fill. The ratio is the share of the floor reached now over the share reached "
        "then, so that a machine that has become busier meanwhile does not count.",
        result.errors,
    )
