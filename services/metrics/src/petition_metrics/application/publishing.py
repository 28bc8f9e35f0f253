"""Quarters are published once, so many days after their end; what was published is answered the same for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from petition_metrics.application.ports import Ledger
from petition_metrics.application.public_figures import public_figures
from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.days import COUNTY_ZONE
from petition_metrics.domain.errors import CorrectionBetrays, QuarterNotOver, QuarterNotPublished
from petition_metrics.domain.period import quarter_of
from petition_metrics.domain.public_edition import Published, may_follow

_LOOK_BACK = 4
"""So many ended quarters are looked after; an older one is published by hand."""


@dataclass(frozen=True)
class Edition:
    """One published answer; `edition` counts from 1."""

    year: int
    quarter: int
    edition: int
    published_at: datetime
    figures: Published


class Shelf(Protocol):
    """The published answers as they are read."""

    def of(self, year: int, quarter: int, edition: int | None = None) -> Edition | None:
        """One edition, or the last of the quarter."""
        ...


class Editions(Shelf, Protocol):
    """The published answers, only ever added to."""

    def add(self, edition: Edition) -> None: ...


def publish(
    year: int, quarter: int, now: datetime, rules: CountyRules, ledger: Ledger, editions: Editions
) -> Edition | None:
    """Publish a quarter, or a correction of it; None when what stands published is what would be.

    Before the days are over => QuarterNotOver. A correction that could be subtracted => CorrectionBetrays.
    """
    today = now.astimezone(COUNTY_ZONE).date()
    if today < quarter_of(year, quarter).end + timedelta(days=rules.publish_after_days):
        raise QuarterNotOver("quarter", year=year, quarter=quarter)
    figures = public_figures(year, quarter, today, rules.small_cell, ledger)
    last = editions.of(year, quarter)
    if last is not None:
        if last.figures == figures:
            return None
        earlier = (editions.of(year, quarter, number) for number in range(1, last.edition + 1))
        if not all(may_follow(one.figures, figures, rules.small_cell) for one in earlier if one):
            raise CorrectionBetrays("quarter", year=year, quarter=quarter)
    new = Edition(year, quarter, last.edition + 1 if last else 1, now, figures)
    editions.add(new)
    return new


def due_quarters(now: datetime, rules: CountyRules, ledger: Ledger, editions: Shelf) -> Iterator[tuple[int, int]]:
    """Ended quarters to be published now.

    A quarter waits until a filing was heard that came after its last day of waiting: while this service is still
    catching up with what the others told, a quarter would be published short. A quarter without any filing is none this
    service knows of.
    """
    today = now.astimezone(COUNTY_ZONE).date()
    for year, quarter in _ended(today):
        period = quarter_of(year, quarter)
        due_on = period.end + timedelta(days=rules.publish_after_days)
        if today < due_on or editions.of(year, quarter) is not None:
            continue
        if ledger.heard_filing_since(due_on) and ledger.tally("channel", period):
            yield year, quarter


def published(year: int, quarter: int, edition: int | None, editions: Shelf) -> Edition:
    """The edition asked for, or the last. None published => QuarterNotPublished."""
    found = editions.of(year, quarter, edition)
    if found is None:
        raise QuarterNotPublished("quarter" if edition is None else "edition", year=year, quarter=quarter)
    return found


def _ended(today: date) -> Iterator[tuple[int, int]]:
    year, quarter = today.year, (today.month - 1) // 3 + 1
    for _ in range(_LOOK_BACK):
        year, quarter = (year - 1, 4) if quarter == 1 else (year, quarter - 1)
        yield year, quarter
