"""Instants and days. Statistics are kept by the calendar day in Asia/Shanghai, written as ISO text.

ISO days compare as text in the order of time, so a period is one range over an indexed field.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

COUNTY_ZONE = ZoneInfo("Asia/Shanghai")
_ONE_MILLISECOND = timedelta(milliseconds=1)


def instant(text: str | None) -> datetime | None:
    """An instant of the wire (RFC 3339 with a zone) as aware UTC, in whole milliseconds as the store keeps it."""
    if text is None:
        return None
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return value.astimezone(UTC).replace(microsecond=value.microsecond // 1000 * 1000)


def day_of(moment: datetime | None) -> str | None:
    """The county's calendar day on which a moment falls."""
    return None if moment is None else moment.astimezone(COUNTY_ZONE).date().isoformat()


def last_day_before(limit: datetime | None) -> str | None:
    """The day a limit belongs to: a limit at 24:00 belongs to the day that ends, not to the one that begins."""
    return None if limit is None else day_of(limit - _ONE_MILLISECOND)


def county_midnight(day: date) -> datetime:
    """The instant at which a day begins in the county."""
    return datetime(day.year, day.month, day.day, tzinfo=COUNTY_ZONE).astimezone(UTC)


def days_between(earlier: str | None, later: str | None) -> int | None:
    """Whole calendar days from one ISO day to another; None when either is not known."""
    if earlier is None or later is None:
        return None
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def without_unknown(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known, so that "not known" has one form: absence."""
    return {name: value for name, value in fields.items() if value is not None}
