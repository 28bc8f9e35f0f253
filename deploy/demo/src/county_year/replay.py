"""Takes the year's steps at their instants, through the public RPC alone, as the units that would take them.

1. Set the stack's manual clock to the next instant at which something is due in the plan.
2. Wait until every timer has fired and every event has arrived.
3. Make all calls of that instant, those of one matter one after the other, different units side by side.
4. Wait again, go on.

Every call carries a key made of the seed, the matter and the step, so a replay that was cut off, or is run again,
repeats nothing: it gets the answers it got before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

from chassis.clock import ManualClock, set_manual_clock
from county_year.quiet import Quiet
from county_year.stage import Act, Stage
from petition_client import Client, Request

CALL_SECONDS = 120.0
"""How long one call is tried again with its key: long enough for a killed service to come back."""


class ReplayFailed(Exception):
    """A step was refused that should have been taken; the message names the matter, the step and the refusal."""


def ticks(acts: Iterable[Act]) -> list[tuple[datetime, list[list[Act]]]]:
    """Instants in order, each with the chains of acts to take then, one chain a matter or story."""
    by_instant: dict[datetime, dict[str, list[Act]]] = {}
    for act in acts:
        by_instant.setdefault(act.at, {}).setdefault(act.chain, []).append(act)
    return [(at, list(by_instant[at].values())) for at in sorted(by_instant)]


@dataclass
class Progress:
    """What the replay tells whoever watches."""

    steps_done: int = 0
    on_step: Callable[[datetime, int], None] = field(default=lambda at, done: None)


class Replay:
    """Drives one year. `uri_of(caller)` gives the broker address of a unit's system."""

    def __init__(
        self, stage: Stage, uri_of: Callable[[str], str], clock_file: Path, quiet: Quiet, progress: Progress
    ) -> None:
        self._stage = stage
        self._uri_of = uri_of
        self._clock_file = clock_file
        self._quiet = quiet
        self._progress = progress
        self._clients: dict[str, Client] = {}

    def run(self, plan: Sequence[tuple[datetime, list[list[Act]]]], end: datetime) -> None:
        """Replay the plan and let time go on to `end`. ReplayFailed or NeverQuiet => the figures mean nothing."""
        try:
            for at, chains in plan:
                self._move_to(at)
                self._take(chains)
                self._progress.on_step(at, self._progress.steps_done)
            self._quiet.wait()
            self._move_to(end)
        finally:
            for client in self._clients.values():
                client.close()

    def _move_to(self, at: datetime) -> None:
        """Time never goes back, also when a replay is run again on a store that has already seen the year."""
        if at > ManualClock(self._clock_file).now():
            set_manual_clock(self._clock_file, at)
            self._quiet.wait()

    def _take(self, chains: list[list[Act]]) -> None:
        """Each chain in its order; each goes on with the service it is at, and then all wait, since the next one must
        have heard of it."""
        remaining = [list(chain) for chain in chains]
        while remaining:
            legs = [self._leg(chain) for chain in remaining]
            while legs := [leg for leg in legs if leg]:
                self._call_together([leg.pop(0) for leg in legs])
            self._quiet.wait()
            remaining = [chain for chain in remaining if chain]

    def _leg(self, chain: list[Act]) -> list[Act]:
        """Take the first steps of a chain that one service is told out of it."""
        told = self._stage.service_of(chain[0])
        leg = list(takewhile(lambda act: self._stage.service_of(act) == told, chain))
        del chain[: len(leg)]
        return leg

    def _call_together(self, steps: list[Act]) -> None:
        by_caller: dict[str, list[tuple[Act, Request]]] = defaultdict(list)
        for step in steps:
            caller, request = self._stage.request(step)
            by_caller[caller].append((step, request))
        for caller in by_caller:
            if caller not in self._clients:
                self._clients[caller] = Client(self._uri_of(caller), timeout=CALL_SECONDS)
        with ThreadPoolExecutor(4) as pool:
            for done in pool.map(self._call_as, by_caller, by_caller.values()):
                for step, answer in done:
                    self._learn(step, answer)

    def _call_as(
        self, caller: str, requests: list[tuple[Act, Request]]
    ) -> list[tuple[Act, dict[str, Any] | Exception]]:
        answers = self._clients[caller].call_all([request for _, request in requests])
        return [(step, answer) for (step, _), answer in zip(requests, answers, strict=True)]

    def _learn(self, step: Act, answer: dict[str, Any] | Exception) -> None:
        if isinstance(answer, Exception):
            raise ReplayFailed(f"{step.at:%F %R} {step.key}: {answer!r}") from answer
        self._stage.learn(step, answer)
        self._progress.steps_done += 1
