"""Open-loop load: calls begin at given instants, whether or not earlier ones are done."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Sequence

from tests.load.closed_loop import Caller
from tests.load.outcome import Outcome


def steady(rate: float, seconds: float) -> list[float]:
    """Instants from 0, `rate` in a second."""
    return [number / rate for number in range(int(rate * seconds))]


def shaped(phases: Sequence[float], seconds_each: float) -> list[float]:
    """Instants of phases one after the other, each at its own rate."""
    return [place * seconds_each + begin for place, rate in enumerate(phases) for begin in steady(rate, seconds_each)]


def run(
    callers: int, begins: Sequence[float], make_caller: Callable[[int], Caller]
) -> tuple[Outcome, list[tuple[float, float]]]:
    """Begin one call at each instant (seconds from the start), with at most `callers` at once.

    A call that has to wait for a free caller is late, and its time counts from when it should have begun. Also
    returns (instant it should have begun, duration) of each that was done.
    """
    outcome = Outcome()
    timed: list[tuple[float, float]] = []
    turns = itertools.count()
    ready = threading.Barrier(callers + 1)
    begin = [0.0]

    def work(number: int) -> None:
        caller = make_caller(number)
        ready.wait()
        ready.wait()
        while (turn := next(turns)) < len(begins):
            due = begin[0] + begins[turn]
            time.sleep(max(due - time.monotonic(), 0.0))
            try:
                caller.call()
                timed.append((begins[turn], time.monotonic() - due))
            except Exception as error:  # noqa: BLE001 - a load counts whatever goes wrong
                outcome.errors.append(repr(error))
        caller.close()

    threads = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(callers)]
    for thread in threads:
        thread.start()
    ready.wait()
    begin[0] = time.monotonic()
    ready.wait()
    for thread in threads:
        thread.join()
    outcome.seconds = time.monotonic() - begin[0]
    outcome.durations = [duration for _, duration in timed]
    return outcome, timed
