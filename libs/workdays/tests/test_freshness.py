"""The published calendar must not grow stale unnoticed.

The State Council publishes the next year's notice between October and mid-December. Hence the rule:
the next year is missing in December => a warning, which fails nothing (the notice may not be out yet);
the year itself is missing until 15 January => the same warning;
after 15 January => failure (the notice has been out for a month at least).
Before December nothing is asked for, so that no date can fail the suite before the notice could exist.
"""

import warnings
from datetime import UTC, date, datetime

import pytest

from workdays import Calendar, local_day

ADD = "Add src/workdays/published/{year}.toml: the State Council's notice for {year} (部分节假日安排的通知)."


class CalendarGrowsStale(UserWarning):
    """The next year's notice is not in the package yet."""


def staleness(last_day: date, today: date) -> str | None:
    """None, "missing soon" or "missing", by the rule at the top of this file."""
    if last_day.year < today.year and (today.month, today.day) > (1, 15) or last_day.year < today.year - 1:
        return "missing"
    if last_day.year < today.year or (last_day.year == today.year and today.month == 12):
        return "missing soon"
    return None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-01-01", None),
        ("2026-11-30", None),
        ("2026-12-01", "missing soon"),
        ("2026-12-31", "missing soon"),
        ("2027-01-01", "missing soon"),
        ("2027-01-15", "missing soon"),
        ("2027-01-16", "missing"),
        ("2027-12-31", "missing"),
        ("2028-01-01", "missing"),
    ],
)
def test_a_calendar_up_to_2026_grows_stale_in_december_and_fails_after_15_january(today, expected):
    assert staleness(date(2026, 12, 31), date.fromisoformat(today)) == expected


def test_the_published_calendar_is_fresh_today():
    last_day, today = Calendar.published().last_day, local_day(datetime.now(UTC))
    state, message = staleness(last_day, today), ADD.format(year=last_day.year + 1)
    assert state != "missing", message
    if state == "missing soon":
        # A suite that turns warnings into errors must not fail by this one.
        with warnings.catch_warnings():
            warnings.simplefilter("always", CalendarGrowsStale)
            warnings.warn(message, CalendarGrowsStale, stacklevel=1)
