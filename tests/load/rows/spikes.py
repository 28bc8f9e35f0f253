"""Spikes and valleys: load that comes whether or not the system keeps up, and how soon it is normal again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.load import open_loop
from tests.load.bench import Bench
from tests.load.lifecycles import ShortLifecycle
from tests.load.outcome import Outcome, percentile
from tests.load.report import Row

CALLERS = 60
SHAPE = (1, 5, 1, 8, 2, 12, 4, 1, 1, 1)
"""Relative rates of the phases; the highest but one is the peak that 50 callers reached, the highest is above it. The
calm phases at the end show whether it recovers."""
AT_PEAK = 8
NORMAL = 2.0
"""Normal again: p95 within this multiple of what it was in the calm phases."""
SOON = 60.0


def rows(bench: Bench) -> Iterator[Row]:
    """Short lifecycles in phases, one of them half as much again as the system can do."""
    unit = bench.peak().rate / AT_PEAK
    seconds = bench.size.seconds
    begins = open_loop.shaped([unit * phase for phase in SHAPE], seconds)
    results: list[tuple[Outcome, list[tuple[float, float]]]] = []

    def work() -> None:
        results.append(
            open_loop.run(CALLERS, begins, lambda n: ShortLifecycle(bench.docket, bench.stack.broker_uri, n))
        )
        bench.stack.settle()

    cost = bench.stack.cost_of(work)
    [(result, timed)] = results
    limit = NORMAL * percentile(_calm(timed, seconds), 0.95)
    spike_over = (SHAPE.index(max(SHAPE)) + 1) * seconds
    back = _seconds_to_normal(timed, spike_over, limit)
    lost = len(begins) - len(result.durations) - len(result.errors)
    rates = ", ".join(f"{unit * phase:.1f}" for phase in SHAPE)
    yield Row(
        "4-call lifecycles in spikes and valleys, errors / p95 normal after the highest spike",
        f"{len(result.errors)} / {'not within the run' if back is None else f'{back:.0f} s'}",
        f"0 / < {SOON:.0f} s",
        met=not result.errors and back is not None and back < SOON,
        others=cost.others,
        note=f"Phases of {seconds:.0f} s at {rates} a second, whether or not earlier ones are done; times count from "
        f"when a lifecycle should have begun. p95 over all {len(result.durations)}: "
        f"{result.percentile(0.95) * 1000:.0f} ms. Normal: within {NORMAL:.0f} times the p95 of the calm phases before "
        f"the peak, {limit * 1000:.0f} ms.",
        errors=[*result.errors, *(["a lifecycle neither ended nor failed"] * lost)],
    )


def _calm(timed: Sequence[tuple[float, float]], seconds: float) -> list[float]:
    """Times of what began in the phases of the lowest rate before the peak."""
    peak_from = SHAPE.index(AT_PEAK) * seconds
    return [took for begin, took in timed if begin < peak_from and SHAPE[int(begin // seconds)] == min(SHAPE)]


def _seconds_to_normal(timed: Sequence[tuple[float, float]], spike_over: float, limit: float) -> float | None:
    """Seconds after the spike from which on every second's p95 is within the limit; None when the last is not."""
    windows: dict[int, list[float]] = {}
    for begin, took in timed:
        if begin >= spike_over:
            windows.setdefault(int(begin - spike_over), []).append(took)
    late = [second for second, values in windows.items() if percentile(values, 0.95) > limit]
    if not windows or max(windows) in late:
        return None
    return float(max(late, default=-1) + 1)
