"""The county's published figures beside what the services counted, each with the list of what was counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from county_year.figures import EXPECTED, Expected
from county_year.outlines import YEAR
from petition_client import Client

PERIOD = {"from": f"{YEAR}-01-01", "to": f"{YEAR + 1}-01-01"}
PAGE = 200
WIDE = 1000
"""No list is wider: a terminal wraps its lines, and a file keeps them whole."""


@dataclass(frozen=True)
class Row:
    """One figure: published, counted, and what the list behind it adds up to."""

    expected: Expected
    counted: float | None
    text: str
    numerator: int
    denominator: int | None
    listed: int

    @property
    def equal(self) -> bool:
        """The figure is the published one, and its list adds up to it to the unit."""
        return self.counted == self.expected.value and self.listed == self.numerator


class Figures:
    """Asks the metrics service, as the officer of the bureau who would."""

    def __init__(self, client: Client, actor: str) -> None:
        self._client = client
        self._actor = actor

    def rows(self) -> list[Row]:
        return [self._row(expected) for expected in EXPECTED]

    def cases(self, indicator: str) -> Iterator[dict[str, Any]]:
        """Everything the figure's numerator counted, page after page."""
        cursor = None
        while True:
            data = {"indicator": indicator, "part": "numerator", "limit": PAGE, **PERIOD}
            if cursor:
                data["cursor"] = cursor
            page = self._client.call("metrics", "list_counted_cases", data, actor=self._actor)
            yield from page["items"]
            cursor = page["next"]
            if cursor is None:
                return

    def _row(self, expected: Expected) -> Row:
        data = {"indicator": expected.row, **PERIOD}
        figure = self._client.call("metrics", "get_indicator", data, actor=self._actor)
        return Row(
            expected,
            figure["value"],
            figure["text"],
            figure["numerator"],
            figure["denominator"],
            sum(item["counted"] for item in self.cases(expected.row)),
        )


def print_rows(rows: list[Row], console: Console) -> None:
    """The table, Chinese first."""
    table = Table(title=f"彭阳县 {YEAR} 年信访工作数据核对 / The county's year, figure by figure", title_justify="left")
    table.add_column("公布的数据")
    table.add_column("figure")
    for heading in ("公布\npublished", "计得\ncounted", "明细合计\nlisted"):
        table.add_column(heading, justify="right")
    table.add_column("相符\nequal", justify="center")
    for row in rows:
        unit = row.expected.unit_zh
        published = f"{row.expected.value:g}{unit}" if unit != "%" else f"{row.expected.value:.1f}%"
        of = "" if row.denominator is None else f"（{row.numerator}/{row.denominator}）"
        table.add_row(
            row.expected.label_zh,
            row.expected.row,
            published,
            row.text + ("" if row.denominator is not None else unit) + of,
            str(row.listed),
            "[green]是[/green]" if row.equal else "[bold red]否 NO[/bold red]",
        )
    console.print(table)


def print_cases(figures: Figures, indicator: str, console: Console) -> None:
    """What one figure counted, one line each, nothing cut off: a case number that is cut off finds no case."""
    table = Table(title=f"{indicator} · {YEAR}", title_justify="left", box=SIMPLE, pad_edge=False)
    things = list(figures.cases(indicator))
    columns = [name for name in (things[0] if things else {}) if name not in ("rounds", "clocks")]
    for name in columns:
        table.add_column(name, no_wrap=True)
    for thing in things:
        table.add_row(*("" if thing[name] is None else str(thing[name]) for name in columns))
    Console(width=WIDE, file=console.file).print(table)
    console.print(f"{len(things)} 行 / rows")
