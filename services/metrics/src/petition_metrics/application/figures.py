"""Figures and what is behind them, all from one selection: the total and its list cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_metrics.application.ports import Ledger, Page
from petition_metrics.domain.article import ArticleRow, article_rows
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.comparison import Against, Comparison
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.indicator import Indicator, Part
from petition_metrics.domain.period import Period, year_of
from petition_metrics.domain.selection import Selection, select


@dataclass(frozen=True)
class Counted:
    """One page of what a figure counted, with the selection that tells how much each thing adds."""

    selection: Selection
    page: Page


def figure(indicator: Indicator, period: Period, unit: str | None, as_of: datetime, ledger: Ledger) -> Figure:
    """Count an indicator over a period, for the county or one unit."""
    numerator = ledger.total(select(indicator, Part.NUMERATOR, period, unit, as_of))
    denominator = None
    if indicator.denominator is not None:
        denominator = ledger.total(select(indicator, Part.DENOMINATOR, period, unit, as_of))
    return Figure(indicator, period, unit, numerator, denominator, as_of)


def counted_things(
    indicator: Indicator,
    part: Part,
    period: Period,
    unit: str | None,
    as_of: datetime,
    ledger: Ledger,
    limit: int,
    cursor: str | None,
) -> Counted:
    """List what one part of a figure counted. A part the indicator does not have => PartUnknown."""
    selection = select(indicator, part, period, unit, as_of)
    return Counted(selection, ledger.page(selection, limit, cursor))


def comparison(
    indicator: Indicator, period: Period, against: Against, unit: str | None, as_of: datetime, ledger: Ledger
) -> Comparison:
    """A figure beside that of the year before (同比) or of the period before (环比)."""
    then = figure(indicator, against.period(period), unit, as_of, ledger)
    return Comparison(against, figure(indicator, period, unit, as_of, ledger), then)


def article_table(
    catalogue: Catalogue, year: int, unit: str | None, as_of: datetime, ledger: Ledger
) -> tuple[tuple[ArticleRow, Figure], ...]:
    """The county's yearly figures, row by row, all of the ledger's one instant."""
    period = year_of(year)
    return tuple((row, figure(row.indicator, period, unit, as_of, ledger)) for row in article_rows(catalogue))
