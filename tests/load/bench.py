"""One run of the benchmark: the stack, the matters, and the floors, each taken when first needed."""

from __future__ import annotations

from tests.load.bench_stack import OPERATOR, BenchStack
from tests.load.closed_loop import run
from tests.load.floors import EchoService, Floor, bare_transaction, empty_rpc
from tests.load.lifecycles import Registering, ShortLifecycle, WholeLifecycle
from tests.load.matters import Docket
from tests.load.outcome import Outcome
from tests.load.size import Size

Kind = type[Registering] | type[ShortLifecycle] | type[WholeLifecycle]


class Bench:
    """What all rows share. `echo` runs as long as the benchmark does."""

    def __init__(self, stack: BenchStack, size: Size, echo: EchoService) -> None:
        self.stack = stack
        self.size = size
        self.echo = echo
        self.docket = Docket()
        self._floors: dict[int, Floor] = {}
        self._peak: Outcome | None = None

    def load(self, kind: Kind, callers: int, seconds: float | None = None) -> Outcome:
        """A closed loop of lifecycles; the events they caused may still be on their way."""
        return run(
            callers, seconds or self.size.seconds, lambda number: kind(self.docket, self.stack.broker_uri, number)
        )

    def take_floor(self, callers: int) -> Floor:
        """Both floors, now."""
        seconds = self.size.seconds / 2
        uri = self.stack.broker_uri(OPERATOR)
        return Floor(empty_rpc(uri, callers, seconds), bare_transaction(self.stack.mongo_uri(), callers, seconds))

    def floor(self, callers: int) -> Floor:
        """The floors for this many callers, taken once."""
        if callers not in self._floors:
            self._floors[callers] = self.take_floor(callers)
        return self._floors[callers]

    def keep_peak(self, outcome: Outcome) -> None:
        """Short lifecycles by 50 callers were just measured."""
        self._peak = outcome

    def peak(self) -> Outcome:
        """Short lifecycles by 50 callers on a small store, measured now if they were not before."""
        if self._peak is None:
            self._peak = self.load(ShortLifecycle, 50)
            self.stack.settle()
        return self._peak
