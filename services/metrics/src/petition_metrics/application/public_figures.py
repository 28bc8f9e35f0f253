"""Figures for the public: filings of one finished quarter. No unit, no free text, no order by size."""

from __future__ import annotations

from datetime import date

from petition_metrics.application.ports import Ledger
from petition_metrics.domain.errors import QuarterNotOver
from petition_metrics.domain.period import quarter_of
from petition_metrics.domain.public_edition import Published
from petition_metrics.domain.small_cells import without_small_cells

FIELDS = ("channel", "township_code", "category")
_LEVEL_1 = 2
"""The first digits of a category code name its level-1 category."""


def public_figures(year: int, quarter: int, today: date, least: int, ledger: Ledger) -> Published:
    """Whole quarters only, so that no two answers can be subtracted. Not over => QuarterNotOver."""
    period = quarter_of(year, quarter)
    if today < period.end:
        raise QuarterNotOver("quarter", year=year, quarter=quarter)
    tables = {name: _level_1(name, ledger.tally(name, period)) for name in FIELDS}
    shown = {name: without_small_cells(table, least) for name, table in tables.items()}
    if any(table is None for table in shown.values()):
        return Published(None, dict.fromkeys(FIELDS))
    return Published(sum(tables["channel"].values()), shown)


def _level_1(name: str, table: dict[str, int]) -> dict[str, int]:
    if name != "category":
        return table
    merged: dict[str, int] = {}
    for code, count in table.items():
        merged[code[:_LEVEL_1]] = merged.get(code[:_LEVEL_1], 0) + count
    return merged
