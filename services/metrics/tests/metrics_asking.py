"""Asks a ledger the way the queries do, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from metrics_memory import Memory
from metrics_story import Story, moment

from petition_metrics.application.figures import counted_things, figure
from petition_metrics.application.ports import Ledger
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.indicator import Indicator, Part
from petition_metrics.domain.period import Period, year_of

CATALOGUE = Catalogue(CountyRules())
YEAR = year_of(2026)
YEAR_END = moment("2026-12-31T18:00")


def ask(
    ledger: Ledger, code: str, period: Period = YEAR, unit: str | None = None, as_of: datetime = YEAR_END
) -> Figure:
    return figure(CATALOGUE.find(code), period, unit, as_of, ledger)


def after_hearing(story: Story, code: str, as_of: str = "2026-12-31T18:00", unit: str | None = None) -> str:
    """`numerator/denominator` of a rate, or the plain count, once everything in the story is heard."""
    figure = ask(Memory().hear(story.told), code, unit=unit, as_of=moment(as_of))
    return str(figure.numerator) if figure.denominator is None else f"{figure.numerator}/{figure.denominator}"


def listed(
    ledger: Ledger,
    indicator: Indicator,
    part: Part,
    period: Period = YEAR,
    unit: str | None = None,
    as_of: datetime = YEAR_END,
    at_once: int = 7,
) -> tuple[int, list[tuple[str, object]]]:
    """The sum of what each listed thing adds, and the things themselves, over all pages."""
    total, things, cursor = 0, [], None
    while True:
        counted = counted_things(indicator, part, period, unit, as_of, ledger, at_once, cursor)
        for thing in counted.page.things:
            total += counted.selection.amount(thing)
            element = counted.selection.counted
            things.append((thing["_id"], thing[element.value][element.key] if element.value else None))
        cursor = counted.page.next
        if cursor is None:
            return total, things


def days(*texts: str) -> Iterable[date]:
    return (date.fromisoformat(text) for text in texts)
