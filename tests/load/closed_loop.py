"""Closed-loop load: a number of callers, each making one call after the other, for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol

from tests.load.outcome import Outcome


class Caller(Protocol):
    """One of several that call at the same time, each in a thread of its own."""

    def call(self) -> None:
        """Do the work once; an exception counts as an error."""
        ...

    def close(self) -> None: ...


def run(callers: int, seconds: float, make_caller: Callable[[int], Caller]) -> Outcome:
    """Let `callers` threads call for `seconds`; an exception counts as an error and the caller goes on.

    Preparing (`make_caller`) is not timed. A call begun in time is finished and counted.
    """
    outcome = Outcome()
    ready = threading.Barrier(callers + 1)
    stop = threading.Event()

    def work(number: int) -> None:
        caller = make_caller(number)
        ready.wait()
        while not stop.is_set():
            started = time.monotonic()
            try:
                caller.call()
                outcome.durations.append(time.monotonic() - started)
            except Exception as error:  # noqa: BLE001 - a load counts whatever goes wrong
                outcome.errors.append(repr(error))
        caller.close()

    threads = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(callers)]
    for thread in threads:
        thread.start()
    ready.wait()
    started = time.monotonic()
    stop.wait(seconds)
    stop.set()
    for thread in threads:
        thread.join()
    outcome.seconds = time.monotonic() - started
    return outcome
