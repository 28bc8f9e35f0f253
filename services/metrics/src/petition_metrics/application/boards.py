"""The board: every line counted at one instant, beside the year before and the period before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_metrics.application.figures import comparison
from petition_metrics.application.ports import Ledger
from petition_metrics.domain.board import ROWS, BoardRow
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.comparison import Against, Comparison
from petition_metrics.domain.period import Period


@dataclass(frozen=True)
class BoardLine:
    """A row with its comparisons (同比、环比)."""

    row: BoardRow
    comparisons: tuple[Comparison, ...]


def board(
    catalogue: Catalogue, period: Period, unit: str | None, as_of: datetime, ledger: Ledger
) -> tuple[BoardLine, ...]:
    """Satisfaction first, then the five falls and the other rises."""
    return tuple(
        BoardLine(row, tuple(comparison(catalogue.find(row.code), period, one, unit, as_of, ledger) for one in Against))
        for row in ROWS
    )
