"""What is printed: the table of rows, the notes under it, what the processes cost, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

SHOWN_ERRORS = 3


@dataclass
class Row:
    """One figure. `ratio` is set against the floor or, where a row says so, against another figure."""

    what: str
    measured: str
    budget: str = "-"
    floor: str = "-"
    ratio: float | None = None
    met: bool | None = None
    others: float | None = None
    """Share of the machine that processes outside this benchmark took meanwhile, 0 to 1."""
    note: str = ""
    errors: list[str] = field(default_factory=list)


def one_line(row: Row) -> str:
    """A row as soon as it is known, for a run that may be broken off."""
    ratio = "" if row.ratio is None else f", ratio {row.ratio:.2f}"
    others = "" if row.others is None else f", others' CPU {row.others:.0%}"
    return f"{row.what}: {row.measured} (floor {row.floor}{ratio}{others}, errors {len(row.errors)})"


def print_rows(rows: Sequence[Row], console: Console) -> None:
    """The table, then the notes by number, then every kind of error."""
    table = Table(title="Measured beside the floor of the same run", title_justify="left")
    table.add_column("#", justify="right")
    table.add_column("what")
    for heading in ("measured", "floor", "ratio", "budget", "met", "others' CPU", "errors"):
        table.add_column(heading, justify="right")
    for number, row in enumerate(rows, 1):
        table.add_row(
            str(number),
            row.what,
            row.measured,
            row.floor,
            "-" if row.ratio is None else f"{row.ratio:.2f}",
            row.budget,
            {None: "-", True: "yes", False: "no"}[row.met],
            "-" if row.others is None else f"{row.others:.0%}",
            f"[bold red]{len(row.errors)}[/bold red]" if row.errors else "0",
        )
    console.print(table)
    for number, row in enumerate(rows, 1):
        if row.note:
            console.print(f"[{number}] {row.note}", markup=False, highlight=False)
    for number, row in enumerate(rows, 1):
        for error in row.errors[:SHOWN_ERRORS]:
            console.print(f"[{number}] ERROR {error}", markup=False, highlight=False)


@dataclass
class ProcessCosts:
    """What each process costs: MiB when idle and after the load, core-milliseconds by kind of work."""

    idle: dict[str, tuple[float, float]] = field(default_factory=dict)
    loaded: dict[str, tuple[float, float]] = field(default_factory=dict)
    core_milliseconds: dict[str, dict[str, float]] = field(default_factory=dict)


def print_costs(costs: ProcessCosts, console: Console) -> None:
    """One line per process; memory as resident / proportional."""
    works = list(costs.core_milliseconds)
    table = Table(title="What each process costs", title_justify="left")
    table.add_column("process")
    table.add_column("idle MiB RSS / PSS", justify="right")
    table.add_column("after the load", justify="right")
    for work in works:
        table.add_column(f"core-ms a {work}", justify="right")
    names = dict.fromkeys([*costs.idle, *(name for work in works for name in costs.core_milliseconds[work])])
    for name in names:
        table.add_row(
            name,
            _memory(costs.idle, name),
            _memory(costs.loaded, name),
            *(f"{costs.core_milliseconds[work].get(name, 0.0):.1f}" for work in works),
        )
    sums = [sum(costs.core_milliseconds[work].values()) for work in works]
    table.add_row("all", "", "", *(f"{total:.1f}" for total in sums), style="bold")
    console.print(table)


def _memory(readings: dict[str, tuple[float, float]], name: str) -> str:
    if name not in readings:
        return "-"
    resident, proportional = readings[name]
    return f"{resident:.0f} / {proportional:.0f}"
