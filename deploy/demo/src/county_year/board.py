"""五个下降、四个提升, five falls and four rises: the year beside the year before, as the metrics service counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from county_year.outlines import YEAR
from county_year.table import PERIOD
from petition_client import Client


@dataclass(frozen=True)
class BoardRow:
    """One line: what it was, what it is, and whether it went the way it should."""

    label_zh: str
    label_en: str
    wanted: str
    then: str
    now: str
    change: str
    trend: str

    @property
    def better(self) -> bool:
        return self.trend == "better"


def read_board(client: Client, actor: str) -> list[BoardRow]:
    """The nine lines, satisfaction first."""
    board: dict[str, Any] = client.call("metrics", "get_board", PERIOD, actor=actor)
    return [_row(line) for line in board["rows"]]


def _row(line: dict[str, Any]) -> BoardRow:
    against = next((one for one in line["comparisons"] if one["against"] == "year_before"), None)
    shown = (line["label_zh"], line["label_en"], line["wanted"])
    if against is None:
        return BoardRow(*shown, "—", line["text"], "—", "unknown")
    change = f"{against['arrow']} {against['text']}"
    return BoardRow(*shown, against["then"]["text"], against["now"]["text"], change, against["trend"])


def print_board(rows: list[BoardRow], console: Console) -> None:
    table = Table(title=f"五个下降、四个提升 / Five falls, four rises: {YEAR - 1} → {YEAR}", title_justify="left")
    table.add_column("指标")
    table.add_column("figure")
    for heading in (f"{YEAR - 1}", f"{YEAR}", "同比\nchange"):
        table.add_column(heading, justify="right")
    table.add_column("如愿\nas wanted", justify="center")
    for row in rows:
        mark = "[green]是[/green]" if row.better else f"[bold red]{row.trend}[/bold red]"
        table.add_row(row.label_zh, row.label_en, row.then, row.now, row.change, mark)
    console.print(table)
