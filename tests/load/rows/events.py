"""How long after its commit an event has been applied by the last who follows it; and spikes and valleys."""

from __future__ import annotations

from collections.abc import Iterator

from tests.load import commit_times, open_loop
from tests.load.bench import Bench
from tests.load.lifecycles import ShortLifecycle
from tests.load.outcome import Outcome, percentile
from tests.load.report import Row

CALLERS = 40
HALF, SOON = 0.05, 0.5


def rows(bench: Bench) -> Iterator[Row]:
    """Short lifecycles begin steadily at half of the rate that 50 callers reached."""
    rate = bench.peak().rate / 2
    begins = open_loop.steady(rate, bench.size.seconds * 3)
    results: list[Outcome] = []

    def work() -> None:
        results.append(
            open_loop.run(CALLERS, begins, lambda n: ShortLifecycle(bench.docket, bench.stack.broker_uri, n))[0]
        )
        bench.stack.settle()

    with bench.stack.store() as store:
        since = commit_times.mark(store)
        cost = bench.stack.cost_of(work)
        delays = commit_times.delays(store, since)
    [result] = results
    last = delays.get("last", [])
    floor = bench.floor(1)
    bare = floor.rpc.percentile(0.5) + floor.transaction.percentile(0.5)
    p50, p99 = percentile(last, 0.5), percentile(last, 0.99)
    by_follower = ", ".join(
        f"{name} {percentile(values, 0.5) * 1000:.0f}/{percentile(values, 0.99) * 1000:.0f}"
        for name, values in sorted(delays.items())
        if name != "last"
    )
    yield Row(
        f"event applied by its last follower, p50 / p99, at half of peak ({rate:.1f} lifecycles/s)",
        f"{p50 * 1000:.0f} / {p99 * 1000:.0f} ms",
        f"< {HALF * 1000:.0f} / < {SOON * 1000:.0f} ms",
        f"{bare * 1000:.0f} ms",
        p50 / bare if bare else None,
        p50 < HALF and p99 < SOON,
        cost.others,
        f"{len(last)} events; from the commit of the event to the commit of its effect, both read from the store's log "
        f"of commits, exact to the millisecond. By follower (p50/p99 ms): {by_follower}. Floor: p50 of an empty RPC "
        "(two trips through the broker) and of a bare transaction, one caller; the ratio is that of p50.",
        result.errors if last else [*result.errors, "no event was found in the store's log"],
    )
