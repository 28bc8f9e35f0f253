"""`python -m tests.load [ROWS…]`: start a stack of its own, measure, print the table, stop the stack.

ROWS: memory register lifecycles events spikes lists imports rebuild clocks; all of them when none is named.
Exit code 0 when nothing was lost and no call failed, 1 otherwise; how fast it was is for the reader to judge.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from tests.load import machine
from tests.load.bench import Bench
from tests.load.bench_stack import OPERATOR, BenchStack, running_stack
from tests.load.floors import EchoService
from tests.load.report import ProcessCosts, Row, one_line, print_costs, print_rows
from tests.load.rows import clocks, events, imports, lifecycles, lists, memory, rebuild, register, spikes
from tests.load.size import Size

WIDTH = 160
Section = Callable[[Bench, ProcessCosts], Iterator[Row]]
SECTIONS: dict[str, Section] = {
    "memory": memory.rows,
    "register": lambda bench, _costs: register.rows(bench),
    "lifecycles": lifecycles.rows,
    "events": lambda bench, _costs: events.rows(bench),
    "spikes": lambda bench, _costs: spikes.rows(bench),
    "lists": lambda bench, _costs: lists.rows(bench),
    "imports": lambda bench, _costs: imports.rows(bench),
    "rebuild": lambda bench, _costs: rebuild.rows(bench),
    "clocks": lambda bench, _costs: clocks.rows(bench),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROWS", help=" ".join(SECTIONS))
    wanted = parser.parse_args().rows
    if unknown := set(wanted) - set(SECTIONS):
        parser.error(f"no such rows: {' '.join(sorted(unknown))}")
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    begun = time.monotonic()
    console.print("Starting a stack of the benchmark's own")
    with running_stack() as stack, EchoService(stack.broker_uri(OPERATOR)) as echo:
        console.print(f"Ready after {time.monotonic() - begun:.0f} s")
        return measure(stack, echo, Size.from_environment(), wanted or list(SECTIONS), console)


def measure(stack: BenchStack, echo: EchoService, size: Size, wanted: list[str], console: Console) -> int:
    """Measure and print; the exit code."""
    begun = time.monotonic()
    bench, costs, rows = Bench(stack, size, echo), ProcessCosts(), []
    for name in (name for name in SECTIONS if name in wanted):
        console.print(f"{time.monotonic() - begun:6.0f} s  {name}")
        try:
            for row in SECTIONS[name](bench, costs):
                rows.append(row)
                console.print(f"{time.monotonic() - begun:6.0f} s    {one_line(row)}", markup=False, highlight=False)
        except Exception as error:  # noqa: BLE001 - one broken row must not hide the others
            rows.append(Row(name, "broke off", errors=[repr(error)]))
    costs.loaded = memory.read(bench)
    console.print()
    for line in machine.describe(stack):
        console.print(line, highlight=False)
    print_rows(rows, console)
    print_costs(costs, console)
    console.print(f"Measured in {time.monotonic() - begun:.0f} s", highlight=False)
    return 1 if any(row.errors for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
