"""All figures of metrics made anew from the event log, compared with the living ones."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tests.load.bench import Bench
from tests.load.report import Row

from county_year.matters import BUREAU
from petition_client import Client

LEAST = 5000.0
FOLDED = re.compile(r"folded ([\d,]+) events into ([\d,]+) cases in ([\d.]+) s")
COMPARED = re.compile(r"live and rebuilt: ([\d,]+) identical, ([\d,]+) different")


def rows(bench: Bench) -> Iterator[Row]:
    """The county's table before and after must be the same, and every case's timeline, too."""
    before = _figures(bench)
    floor = _bare_reading(bench)
    finished: list[Any] = []
    cost = bench.stack.cost_of(
        lambda: finished.append(bench.stack.whole.command("run", "metrics", "rebuild", PYTHONUNBUFFERED="1"))
    )
    after = _figures(bench)
    [run] = finished
    folded, compared = FOLDED.search(run.stdout), COMPARED.search(run.stdout)
    if run.returncode or folded is None or compared is None:
        yield Row("metrics rebuild", "failed", errors=[f"exit code {run.returncode}: {run.stdout} {run.stderr}"])
        return
    events, cases = (int(number.replace(",", "")) for number in folded.groups()[:2])
    different = int(compared[2].replace(",", ""))
    rate = events / max(float(folded[3]), 0.001)
    errors = [f"{different} timelines differ"] if different else []
    if before != after:
        errors.append("the county's figures before and after the rebuild differ")
    yield Row(
        "metrics rebuild from the event log",
        f"{rate:.0f} events/s",
        f"≥ {LEAST:.0f} events/s, identical",
        f"{floor:.0f} events/s",
        rate / floor,
        rate >= LEAST and not errors,
        cost.others,
        f"{events} events of {cases} cases; {compared[1]} timelines identical, {different} different; the county's "
        f"table of figures is {'the same' if before == after else 'NOT the same'} before and after. Floor: reading the "
        "same log, no more.",
        errors,
    )


def _figures(bench: Bench) -> Any:
    """The county's table of this year's figures."""
    with Client(bench.stack.broker_uri(BUREAU), timeout=120) as client:
        actor = bench.docket.county.officer(BUREAU, "dispatcher")
        table = client.call("metrics", "get_article_table", {"year": datetime.now(UTC).year}, actor=actor)
    return _without_as_of(table)


def _without_as_of(answer: Any) -> Any:
    """An answer without the instant at which it was counted."""
    if isinstance(answer, dict):
        return {name: _without_as_of(value) for name, value in answer.items() if name != "as_of"}
    if isinstance(answer, list):
        return [_without_as_of(value) for value in answer]
    return answer


def _bare_reading(bench: Bench) -> float:
    """Events a second that the same driver reads from the log."""
    with bench.stack.store() as store:
        begun = time.monotonic()
        events = sum(1 for _ in store["petition_metrics"]["event_log"].find().sort("_id", 1))
        return max(events, 1) / (time.monotonic() - begun)
