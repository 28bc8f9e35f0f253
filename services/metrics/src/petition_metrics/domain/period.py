"""Statistical periods: whole days in Asia/Shanghai, the end not included; calendar months, quarters and years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_metrics.domain.errors import PeriodEmpty

_SPANS = (1, 3, 12)
"""Months of a calendar month, quarter, year."""


@dataclass(frozen=True)
class Period:
    """From the first day up to, and without, the end day. Not before => PeriodEmpty."""

    begin: date
    end: date

    def __post_init__(self) -> None:
        if self.begin >= self.end:
            raise PeriodEmpty("from", begin=self.begin.isoformat(), end=self.end.isoformat())

    @property
    def previous(self) -> Period:
        """The period before it (环比): of a calendar month, quarter or year the one before, else as many days."""
        for months in _SPANS:
            if self._is_calendar(months):
                return Period(_months_later(self.begin, -months), self.begin)
        return Period(self.begin - (self.end - self.begin), self.begin)

    @property
    def year_before(self) -> Period:
        """The same period of the year before (同比). A period that begins on 29 February begins on the 28th there."""
        return Period(_year_earlier(self.begin, leap_day=28), _year_earlier(self.end, leap_day=None))

    def _is_calendar(self, months: int) -> bool:
        starts = self.begin.day == 1 and (self.begin.month - 1) % months == 0
        return starts and self.end == _months_later(self.begin, months)


def month_of(year: int, month: int) -> Period:
    """A calendar month, 1 to 12."""
    begin = date(year, month, 1)
    return Period(begin, _months_later(begin, 1))


def quarter_of(year: int, quarter: int) -> Period:
    """A calendar quarter, 1 to 4."""
    begin = date(year, 3 * quarter - 2, 1)
    return Period(begin, _months_later(begin, 3))


def year_of(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


def _months_later(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _year_earlier(day: date, leap_day: int | None) -> date:
    """A day a year earlier; for 29 February the given day of February, or 1 March when none is given."""
    if (day.month, day.day) != (2, 29):
        return day.replace(year=day.year - 1)
    return date(day.year - 1, 2, leap_day) if leap_day else date(day.year - 1, 3, 1)
