"""Durable registrations by 50 callers, set against what the bare parts can do one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from tests.load.bench import Bench
from tests.load.floors import Floor
from tests.load.lifecycles import Registering
from tests.load.outcome import Outcome, middle
from tests.load.report import Row

CALLERS = 50
LEAST = 0.6


def rows(bench: Bench) -> Iterator[Row]:
    """Floor and figure in turn, so that both see the same machine; of each the middle round counts."""
    floors: list[Floor] = []
    figures: list[Outcome] = []

    def take() -> None:
        for _ in range(bench.size.rounds):
            floors.append(bench.take_floor(CALLERS))
            figures.append(bench.load(Registering, CALLERS))
            bench.stack.settle()

    cost = bench.stack.cost_of(take, bench.echo.process)
    floor = Floor(middle([one.rpc for one in floors]), middle([one.transaction for one in floors]))
    figure = middle(figures)
    ratio = figure.rate / floor.rate(commands=1)
    yield Row(
        f"durable register_petition, {CALLERS} callers",
        f"{figure.rate:.1f}/s",
        f"ratio ≥ {LEAST}",
        f"{floor.rate(commands=1):.1f}/s",
        ratio,
        ratio >= LEAST,
        cost.others,
        f"Floor: 1 ÷ (1/empty RPC {floor.rpc.rate:.0f}/s + 1/bare two-document majority transaction "
        f"{floor.transaction.rate:.0f}/s). p50 {_ms(figure, 0.5)}, p99 {_ms(figure, 0.99)}; the middle one of "
        f"{bench.size.rounds} rounds.",
        [*figure.errors, *floor.rpc.errors, *floor.transaction.errors],
    )


def _ms(outcome: Outcome, share: float) -> str:
    return f"{outcome.percentile(share) * 1000:.0f} ms"
