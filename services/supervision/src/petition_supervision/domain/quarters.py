"""Calendar quarters in the county's own days, written `2026-Q1`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from workdays import end_of_day


def quarter_of(day: date) -> str:
    """`2026-Q1`; the calendar quarter of a day in the county."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def first_and_last_day(quarter: str) -> tuple[date, date]:
    """The days of a quarter written as `2026-Q1`."""
    year, number = int(quarter[:4]), int(quarter[-1])
    first = date(year, 3 * number - 2, 1)
    following = date(year + number // 4, 3 * (number % 4) + 1, 1)
    return first, following - timedelta(days=1)


def ends_at(quarter: str) -> datetime:
    """The first instant after the quarter."""
    return end_of_day(first_and_last_day(quarter)[1])


def quarters_from(quarter: str) -> Iterator[str]:
    """This quarter and every one after it."""
    while True:
        yield quarter
        quarter = quarter_of(first_and_last_day(quarter)[1] + timedelta(days=1))
