"""Days of Asia/Shanghai, and the instants at which they begin and end."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workdays import CHINA_STANDARD_TIME, Calendar, end_of_day, local_day

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 2, 13, 15, 59, 59, 999999, UTC), date(2026, 2, 13)),
        (datetime(2026, 2, 13, 16, 0, tzinfo=UTC), date(2026, 2, 14)),
        (datetime(2026, 2, 14, 0, 0, tzinfo=SHANGHAI), date(2026, 2, 14)),
        (datetime(2026, 2, 13, 23, 59, 59, tzinfo=SHANGHAI), date(2026, 2, 13)),
        (datetime(2025, 12, 31, 11, 0, tzinfo=timezone(timedelta(hours=-5))), date(2026, 1, 1)),
    ],
)
def test_an_instant_belongs_to_the_day_on_the_calendar_in_shanghai(instant, day):
    assert local_day(instant) == day


def test_a_day_ends_at_midnight_in_shanghai_told_in_utc():
    end = end_of_day(date(2026, 2, 13))
    assert end == datetime(2026, 2, 14, 0, 0, tzinfo=SHANGHAI)
    assert end.isoformat() == "2026-02-13T16:00:00+00:00"
    assert end.tzinfo is UTC


@given(st.datetimes(datetime(1992, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_the_fixed_offset_is_the_one_of_the_time_zone_database(instant):
    assert instant.astimezone(CHINA_STANDARD_TIME).utcoffset() == instant.astimezone(SHANGHAI).utcoffset()


@given(st.datetimes(datetime(1992, 1, 1), datetime(2100, 1, 1), timezones=st.timezones()))
def test_every_instant_is_before_the_end_of_its_day_and_not_before_the_end_of_the_day_before(instant):
    day = local_day(instant)
    assert end_of_day(day - timedelta(days=1)) <= instant < end_of_day(day)


@pytest.mark.parametrize(
    ("value", "error"),
    [(datetime(2026, 2, 13), ValueError), (date(2026, 2, 13), TypeError), ("2026-02-13", TypeError)],
)
def test_only_an_instant_with_a_time_zone_has_a_day(value, error):
    with pytest.raises(error):
        local_day(value)


@pytest.mark.parametrize(("value", "error"), [(datetime(2026, 2, 13), ValueError), ("2026-02-13", TypeError)])
def test_every_question_about_a_day_refuses_what_has_no_day(value, error):
    calendar = Calendar.published()
    for ask in (
        end_of_day,
        calendar.covers,
        calendar.is_working_day,
        calendar.is_statutory_holiday,
        calendar.name_of,
        calendar.next_working_day,
    ):
        with pytest.raises(error):
            ask(value)


def test_every_question_about_a_day_takes_an_instant_for_its_day():
    calendar, instant = Calendar.published(), datetime(2026, 2, 13, 16, 0, tzinfo=UTC)
    assert calendar.is_working_day(instant)
    assert calendar.name_of(instant) == "春节调休上班"
    assert calendar.next_working_day(instant) == date(2026, 2, 24)
    assert calendar.working_days_between(instant, date(2026, 2, 24)) == 1
    assert end_of_day(instant) == end_of_day(date(2026, 2, 14))
    assert calendar.covers(datetime(2026, 12, 31, 15, 59, tzinfo=UTC))
    assert not calendar.covers(datetime(2026, 12, 31, 16, 0, tzinfo=UTC))
    assert calendar.is_statutory_holiday(datetime(2026, 9, 30, 16, 0, tzinfo=UTC))
