"""Days in Asia/Shanghai."""

from datetime import UTC, datetime

import pytest

from petition_metrics.domain.days import day_of, days_between, instant, last_day_before


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-01T15:59:59.999Z", "2026-03-01"),
        ("2026-03-01T16:00:00.000Z", "2026-03-02"),
        ("2026-12-31T23:59:59+08:00", "2026-12-31"),
    ],
)
def test_a_moment_falls_on_the_countys_own_day(text: str, day: str) -> None:
    assert day_of(instant(text)) == day


@pytest.mark.parametrize(
    ("limit", "day"),
    [
        ("2026-03-31T16:00:00.000Z", "2026-03-31"),
        ("2026-03-31T16:00:00.001Z", "2026-04-01"),
        ("2026-03-31T15:59:59.000Z", "2026-03-31"),
    ],
)
def test_a_limit_at_midnight_belongs_to_the_day_that_ends(limit: str, day: str) -> None:
    assert last_day_before(instant(limit)) == day


def test_an_instant_is_kept_in_whole_milliseconds_as_the_store_keeps_it() -> None:
    assert instant("2026-03-01T01:02:03.123456Z") == datetime(2026, 3, 1, 1, 2, 3, 123000, tzinfo=UTC)


def test_an_instant_without_a_zone_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        instant("2026-03-01T01:02:03")


def test_what_is_not_known_stays_unknown() -> None:
    assert (instant(None), day_of(None), last_day_before(None)) == (None, None, None)
    assert days_between(None, "2026-01-01") is None
    assert days_between("2026-01-01", None) is None


def test_days_between_two_days() -> None:
    assert days_between("2026-02-27", "2026-03-01") == 2
    assert days_between("2026-03-01", "2026-02-27") == -2
