"""Matters without end for the load: the replay's own, renumbered, and what is said about each to which service."""

from __future__ import annotations

import csv
import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from tests.load.bench_stack import COUNTY

from county_year.calls import Calls
from county_year.county import County
from county_year.itinerary import Step
from county_year.matters import BUREAU, Matter, make_year
from petition_client import Request

SEED = 8


class Docket:
    """Shared by all callers; every matter it hands out is a new one."""

    def __init__(self) -> None:
        self.county = County(COUNTY)
        self.calls = Calls(self.county, SEED)
        self._patterns = [matter for matter in make_year(self.county, _categories(), SEED) if _is_plain(matter)]
        self._numbers = itertools.count(1)

    def next_matter(self, pattern: int) -> Matter:
        """A new matter; the same `pattern` gives the same content, place and so the same responsible unit."""
        return replace(self._patterns[pattern % len(self._patterns)], number=next(self._numbers))

    def matters(self) -> Iterator[Matter]:
        """New matters of every pattern in turn."""
        return (self.next_matter(pattern) for pattern in itertools.count())

    def request(self, matter: Matter, action: str) -> tuple[str, Step, Request]:
        """Who says what, now; the step is what the answer is to be learned for."""
        step = Step(datetime.now(UTC), matter, action)
        caller, request = self.calls.request(step)
        return caller, step, request


def _categories() -> dict[str, list[str]]:
    categories: dict[str, list[str]] = defaultdict(list)
    with (COUNTY / "categories.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            categories[row["level1"]].append(row["code"])
    return categories


def _is_plain(matter: Matter) -> bool:
    """Filed with the bureau itself by one person, in writing or by telephone."""
    plain = matter.channel in ("letter", "call") and matter.headcount == 1 and matter.repeat_of is None
    return matter.unit == BUREAU and plain
