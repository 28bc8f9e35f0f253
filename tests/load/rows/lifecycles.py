"""Whole lives of cases at 1, 10 and 50 callers, and what each costs every process."""

from __future__ import annotations

from collections.abc import Iterator

from tests.load.bench import Bench, Kind
from tests.load.bench_stack import OPERATOR
from tests.load.floors import bare_transaction, empty_rpc
from tests.load.lifecycles import ShortLifecycle, WholeLifecycle
from tests.load.outcome import Outcome
from tests.load.report import ProcessCosts, Row

CALLERS = (1, 10, 50)
COSTED_CALLERS = 10
BUDGET = 60.0
SHORT = (
    "Four calls, all of intake: register_petition, decide_first_or_repeat, settle_on_spot, get_petition with the state "
    "checked to be settled_on_spot."
)
WHOLE = (
    "Eleven calls: intake's register_petition and decide_first_or_repeat, then, as soon as assignment.get_case shows "
    "the decision (asked again after 5, 10, 20, 50 ms), assignment's route_case, sign_for_case, accept_case, "
    "set_responsibility, issue_opinion, record_delivery, complete_case, confirm_case and get_case with the state "
    "checked to be confirmed."
)


def rows(bench: Bench, costs: ProcessCosts) -> Iterator[Row]:
    """Short lives first; the cost of one is taken at 10 callers, with everything its events caused."""
    _cost_of_floors(bench, costs)
    for callers in CALLERS:
        yield _row(bench, costs, ShortLifecycle, callers, "4-call lifecycle", (3, 1), SHORT, BUDGET)
    for callers in CALLERS:
        yield _row(bench, costs, WholeLifecycle, callers, "whole lifecycle", (10, 1), WHOLE, None)


def _cost_of_floors(bench: Bench, costs: ProcessCosts) -> None:
    """What an empty RPC and a bare transaction cost each process, by as many callers."""
    uri, mongo_uri, seconds = bench.stack.broker_uri(OPERATOR), bench.stack.mongo_uri(), bench.size.seconds / 2
    for name, load in (
        ("empty RPC", lambda: empty_rpc(uri, COSTED_CALLERS, seconds)),
        ("bare transaction", lambda: bare_transaction(mongo_uri, COSTED_CALLERS, seconds)),
    ):
        results: list[Outcome] = []
        cost = bench.stack.cost_of(lambda load=load, results=results: results.append(load()), bench.echo.process)
        costs.core_milliseconds[name] = cost.milliseconds_each(len(results[0].durations))


def _row(
    bench: Bench,
    costs: ProcessCosts,
    kind: Kind,
    callers: int,
    name: str,
    parts: tuple[int, int],
    note: str,
    budget: float | None,
) -> Row:
    floor = bench.floor(callers).rate(*parts)
    results: list[Outcome] = []
    settling: list[float] = []

    def work() -> None:
        results.append(bench.load(kind, callers))
        settling.append(bench.stack.settle())

    cost = bench.stack.cost_of(work)
    [result], [settled] = results, settling
    done = max(len(result.durations), 1)
    if callers == COSTED_CALLERS:
        costs.core_milliseconds[name] = cost.milliseconds_each(done)
    if kind is ShortLifecycle and callers == 50:
        bench.keep_peak(result)
    return Row(
        f"{name}, {callers} caller{'s' if callers > 1 else ''}",
        f"{result.rate:.1f}/s",
        "-" if budget is None or callers == 1 else f"≥ {budget:.0f}/s",
        f"{floor:.1f}/s",
        result.rate / floor,
        None if budget is None or callers == 1 else result.rate >= budget,
        cost.others,
        f"p50 {result.percentile(0.5) * 1000:.0f} ms, p95 {result.percentile(0.95) * 1000:.0f} ms; all events applied "
        f"everywhere {settled:.1f} s after the last call, so {done / (result.seconds + settled):.1f}/s lasting. "
        + (note if callers == 1 else ""),
        result.errors,
    )
