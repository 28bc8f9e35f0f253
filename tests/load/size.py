"""How much the benchmark does: seconds, cases, clocks, read once from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Small by default, so that a run takes a few minutes; `BENCH_FULL=1` gives the sizes the budgets speak of."""

    rounds: int
    """How often a figure and its floors are taken in turn; the middle one counts."""
    seconds: float
    """How long one load runs."""
    cases: int
    """Petitions stored before lists are asked for."""
    listed_rows: int
    """Rows of a list that is taken over."""
    open_clocks: int
    due_clocks: int
    """Of the open ones, how many fall due at the same instant."""
    due_in: float
    """Seconds from the end of seeding to that instant."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Size:
        """Read BENCH_FULL, and BENCH_ with ROUNDS, SECONDS, CASES, ROWS, OPEN_CLOCKS or DUE_CLOCKS behind it.

        A value that is no number => ValueError.
        """
        full = environment.get("BENCH_FULL", "") not in ("", "0")

        def number(name: str, usual: float, whole: float) -> float:
            return float(environment.get(name) or (whole if full else usual))

        return cls(
            rounds=int(number("BENCH_ROUNDS", 3, 5)),
            seconds=number("BENCH_SECONDS", 4, 15),
            cases=int(number("BENCH_CASES", 3_000, 100_000)),
            listed_rows=int(number("BENCH_ROWS", 3_000, 10_000)),
            open_clocks=int(number("BENCH_OPEN_CLOCKS", 100_000, 100_000)),
            due_clocks=int(number("BENCH_DUE_CLOCKS", 5_000, 5_000)),
            due_in=5.0,
        )
