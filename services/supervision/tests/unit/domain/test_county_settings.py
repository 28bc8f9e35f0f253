"""What the register sets for supervision, and how the county counts its days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petition_supervision.domain.county_settings import CountySettings
from workdays import Calendar

days = st.dates(date(2022, 5, 1), date(2026, 9, 1))


@given(days, st.integers(1, 60))
@settings(max_examples=150)
def test_a_length_in_days_rolls_past_days_off_or_does_not_as_the_register_says(start: date, length: int) -> None:
    rolled = CountySettings.from_register({"roll_day_clock_to_working_day": True}).last_day(start, length)
    counted = CountySettings.from_register({"roll_day_clock_to_working_day": False}).last_day(start, length)

    worked = Calendar.published().is_working_day
    assert counted == start + timedelta(days=length)
    assert worked(rolled) and rolled >= counted
    assert rolled == counted or not worked(counted)
    assert CountySettings.from_register({}).last_day(start, length) == rolled


@pytest.mark.parametrize(
    ("told", "hours", "share"),
    [
        ({}, 4, 4),
        ({"urgent_report_hours": 2, "county_routing_share_days": 5}, 2, 5),
        ({"urgent_report_hours": 0, "county_routing_share_days": "4"}, 4, 4),
    ],
)
def test_a_number_that_is_not_set_or_cannot_be_used_has_its_default(
    told: dict[str, object], hours: int, share: int
) -> None:
    read = CountySettings.from_register(told)

    assert (read.urgent_report_hours, read.routing_share_days, read.days_roll) == (hours, share, True)


def test_the_day_of_the_start_is_that_of_the_county() -> None:
    """《民法典》第二百零一条: the first day is not counted; 23:30 UTC is the next day in Pengyang."""
    assert CountySettings().last_day(datetime.fromisoformat("2026-03-02T23:30:00+00:00"), 4) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("received_at", "target"),
    [("2022-04-30T15:59:59+00:00", None), ("2022-04-30T16:00:00+00:00", date(2022, 5, 5))],
)
def test_a_matter_received_before_the_regulation_has_no_share_of_its_fifteen_days(
    received_at: str, target: date | None
) -> None:
    assert CountySettings().routing_target(datetime.fromisoformat(received_at)) == target
