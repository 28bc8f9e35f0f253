"""A list taken over from another system: bad rows come back by number, and the same list again adds nothing."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from pymongo import MongoClient
from tests.load.bench import Bench
from tests.load.floors import BARE_TRANSACTION, SCRATCH
from tests.load.report import Row

from county_year.matters import BUREAU
from local_stack.import_list import AT_ONCE, hand_over
from petition_client import Client

LEAST = 1000.0
BAD_EVERY = 500
SYSTEM = "old_system"
DOCUMENTS_A_ROW = 5
"""Petition, petitioners, progress, outside number, event: what a registration cannot do without."""


def rows(bench: Bench) -> Iterator[Row]:
    """The list twice by one caller, batch after batch, as the command for operators hands it over."""
    listed = [_row(number) for number in range(bench.size.listed_rows)]
    bad = {number for number in range(len(listed)) if number % BAD_EVERY == 0}
    for number in bad:
        listed[number]["投诉内容"] = ""
    outcomes: list[list[dict[str, Any]]] = []
    seconds: list[float] = []

    def take_over() -> None:
        begun = time.monotonic()
        outcomes.append(_taken_over(bench, listed))
        seconds.append(time.monotonic() - begun)

    floor = len(listed) / _timed(lambda: _bare(bench, len(listed)))
    cost = bench.stack.cost_of(take_over)
    bench.stack.settle()
    take_over()
    bench.stack.settle()
    first, again = (Counter(outcome["outcome"] for outcome in one) for one in outcomes)
    good = len(listed) - len(bad)
    errors = []
    if first != {"registered": good, "refused": len(bad)}:
        errors.append(f"the first time: {dict(first)}")
    if again != {"already_registered": good, "refused": len(bad)}:
        errors.append(f"the second time: {dict(again)}")
    if {number for number, outcome in enumerate(outcomes[0]) if outcome["error"]} != bad:
        errors.append("other rows were refused than the bad ones")
    rate, anew = (len(listed) / one for one in seconds)
    yield Row(
        f"import of a list, {AT_ONCE} rows a request",
        f"{rate:.0f} rows/s",
        f"≥ {LEAST:.0f} rows/s",
        f"{floor:.0f} rows/s",
        rate / floor,
        rate >= LEAST and not errors,
        cost.others,
        f"{len(listed)} rows, {len(bad)} of them without a text and refused by number; the same list again: "
        f"{again['registered']} registered, {anew:.0f} rows/s. Floor: {DOCUMENTS_A_ROW} bare documents a row, "
        f"{AT_ONCE} rows a majority transaction, one after the other.",
        errors,
    )


def _row(number: int) -> dict[str, str]:
    """Each from somebody else, so that nothing is found to be a repeat of another."""
    return {
        "信访件编号": f"BENCH{number:07d}",
        "信访日期": "2025-12-20",
        "信访形式": "来信",
        "信访人数": "1",
        "投诉内容": f"村道第{number}号路灯不亮，请求修复。",
        "信访目的代码": "申诉求决",
        "内容分类代码": "010201",
        "问题属地代码": "640425100001",
        "姓名": f"测试用名{number}",
        "住址": "白阳镇",
    }


def _taken_over(bench: Bench, listed: list[dict[str, str]]) -> list[dict[str, Any]]:
    actor = bench.docket.county.officer(BUREAU, "registrar")
    with Client(bench.stack.broker_uri(BUREAU), timeout=120) as client:
        return [outcome for batch in hand_over(client, listed, actor, SYSTEM) for outcome in batch]


def _bare(bench: Bench, number: int) -> None:
    """As many bare documents, in transactions as large."""
    client: MongoClient[dict[str, Any]] = MongoClient(bench.stack.mongo_uri())
    names = [f"bare_{place}" for place in range(DOCUMENTS_A_ROW)]
    try:
        for name in names:
            client[SCRATCH].create_collection(name)
        for _ in range(0, number, AT_ONCE):
            with client.start_session() as session, session.start_transaction(**BARE_TRANSACTION):
                for name in names:
                    documents = [{"text": "x" * 300} for _ in range(AT_ONCE)]
                    client[SCRATCH][name].insert_many(documents, session=session)
    finally:
        client.drop_database(SCRATCH)
        client.close()


def _timed(work: Callable[[], None]) -> float:
    begun = time.monotonic()
    work()
    return time.monotonic() - begun
