"""Calendar periods, the period before, the year before."""

from datetime import date

import pytest

from petition_metrics.domain.errors import PeriodEmpty
from petition_metrics.domain.period import Period, month_of, quarter_of, year_of


def period(begin: str, end: str) -> Period:
    return Period(date.fromisoformat(begin), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("made", "begin", "end"),
    [
        (month_of(2026, 12), "2026-12-01", "2027-01-01"),
        (month_of(2026, 2), "2026-02-01", "2026-03-01"),
        (quarter_of(2026, 1), "2026-01-01", "2026-04-01"),
        (quarter_of(2026, 4), "2026-10-01", "2027-01-01"),
        (year_of(2026), "2026-01-01", "2027-01-01"),
    ],
)
def test_calendar_periods_begin_on_their_first_day_and_end_before_the_next(made: Period, begin: str, end: str) -> None:
    assert made == period(begin, end)


@pytest.mark.parametrize("end", ["2026-03-01", "2026-02-28"])
def test_a_period_that_does_not_begin_before_it_ends_is_refused(end: str) -> None:
    with pytest.raises(PeriodEmpty) as refused:
        period("2026-03-01", end)
    assert refused.value.code == "PERIOD_EMPTY"


def test_a_period_of_one_day_is_a_period() -> None:
    assert period("2026-03-01", "2026-03-02").previous == period("2026-02-28", "2026-03-01")


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (month_of(2026, 3), month_of(2026, 2)),
        (month_of(2026, 1), month_of(2025, 12)),
        (quarter_of(2026, 1), quarter_of(2025, 4)),
        (quarter_of(2026, 3), quarter_of(2026, 2)),
        (year_of(2026), year_of(2025)),
        (period("2026-02-01", "2026-05-01"), period("2025-11-04", "2026-02-01")),
        (period("2026-03-05", "2026-03-12"), period("2026-02-26", "2026-03-05")),
    ],
)
def test_the_period_before_is_the_calendar_period_before_or_as_many_days(now: Period, before: Period) -> None:
    assert now.previous == before


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (year_of(2026), year_of(2025)),
        (month_of(2024, 2), month_of(2023, 2)),
        (period("2024-02-29", "2024-03-01"), period("2023-02-28", "2023-03-01")),
        (period("2024-02-01", "2024-02-29"), period("2023-02-01", "2023-03-01")),
        (period("2025-02-01", "2025-03-01"), period("2024-02-01", "2024-03-01")),
    ],
)
def test_the_same_period_of_the_year_before_also_around_a_leap_day(now: Period, then: Period) -> None:
    assert now.year_before == then
