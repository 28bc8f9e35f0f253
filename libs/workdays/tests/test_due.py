"""When a clock runs out: tables on both sides of every limit."""

from datetime import UTC, date, datetime

import pytest

from workdays import Calendar, CalendarDays, Due, Pause, StillPaused, WorkingDays

CALENDAR = Calendar.published()


def on(start: str, length, pauses=(), extension=None, **settings) -> str:
    return CALENDAR.due(date.fromisoformat(start), length, pauses, extension, **settings).on.isoformat()


def paused(from_day: str, to_day: str | None = None) -> Pause:
    return Pause(date.fromisoformat(from_day), to_day and date.fromisoformat(to_day))


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        ("2026-03-02", 1, "2026-03-03"),  # the first day is not counted: Monday and one day is Tuesday
        ("2026-03-02", 15, "2026-03-17"),
        ("2026-03-05", 15, "2026-03-20"),  # Friday
        ("2026-03-06", 15, "2026-03-23"),  # Saturday rolls to Monday
        ("2026-03-07", 15, "2026-03-23"),  # so does Sunday
        ("2026-03-08", 15, "2026-03-23"),  # Monday
        ("2026-01-30", 15, "2026-02-14"),  # Saturday, but a make-up day
        ("2026-01-31", 15, "2026-02-24"),  # the first day of the Spring Festival
        ("2026-02-08", 15, "2026-02-24"),  # its last day
        ("2026-02-09", 15, "2026-02-24"),  # the day after
        ("2026-09-05", 15, "2026-09-20"),  # Sunday, but a make-up day
        ("2026-08-02", 60, "2026-10-08"),  # 1 October, the first day of National Day
        ("2026-08-01", 60, "2026-09-30"),
        ("2024-02-14", 15, "2024-02-29"),
        ("2025-12-17", 15, "2026-01-04"),  # New Year's Day rolls to a Sunday that is a make-up day
    ],
)
def test_calendar_days_are_all_counted_and_an_end_on_a_day_off_rolls(start, days, last):
    assert on(start, CalendarDays(days)) == last


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [("2026-03-06", 15, "2026-03-21"), ("2026-01-31", 15, "2026-02-15"), ("2026-03-05", 15, "2026-03-20")],
)
def test_without_rolling_an_end_stays_on_its_day_off(start, days, last):
    assert on(start, CalendarDays(days), roll=False) == last


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        ("2026-03-02", 5, "2026-03-09"),  # Monday to Monday
        ("2026-03-06", 1, "2026-03-09"),  # from Friday
        ("2026-03-07", 1, "2026-03-09"),  # from Saturday
        ("2026-03-08", 1, "2026-03-09"),  # from Sunday
        ("2026-02-12", 2, "2026-02-14"),  # a make-up Saturday is counted
        ("2026-02-12", 3, "2026-02-24"),  # and nothing of the Spring Festival
        ("2026-02-23", 5, "2026-02-28"),  # another make-up Saturday
        ("2026-02-24", 5, "2026-03-02"),
        ("2026-02-15", 5, "2026-02-28"),  # received on a day off
        ("2026-09-24", 3, "2026-09-30"),  # Mid-Autumn Festival before
        ("2026-09-24", 4, "2026-10-08"),  # and National Day after
        ("2026-09-18", 1, "2026-09-20"),  # a make-up Sunday
    ],
)
def test_working_days_leave_out_days_off_and_count_make_up_days(start, days, last):
    assert on(start, WorkingDays(days)) == last


@pytest.mark.parametrize("roll", [True, False])
def test_rolling_says_nothing_to_working_days(roll):
    assert on("2026-02-12", WorkingDays(3), roll=roll) == "2026-02-24"


@pytest.mark.parametrize(
    ("pauses", "last"),
    [
        ([], "2026-03-17"),
        ([paused("2026-03-05", "2026-03-06")], "2026-03-18"),  # one day, paused and counted again the next
        ([paused("2026-03-05", "2026-03-07")], "2026-03-19"),
        ([paused("2026-03-05", "2026-03-05")], "2026-03-17"),  # ended on the day it began: nothing is paused
        ([paused("2026-02-20", "2026-03-02")], "2026-03-17"),  # over before the start
        ([paused("2026-02-20", "2026-03-03")], "2026-03-17"),  # the start is not counted anyway
        ([paused("2026-02-20", "2026-03-04")], "2026-03-18"),  # the first counted day is paused
        ([paused("2026-03-17", "2026-03-18")], "2026-03-18"),  # the last day is paused
        ([paused("2026-03-18", "2026-03-20")], "2026-03-17"),  # paused when it had run out
        ([paused("2026-03-18")], "2026-03-17"),  # the same, and not yet ended
        ([paused("2026-03-05", "2026-03-07"), paused("2026-03-06", "2026-03-08")], "2026-03-20"),  # overlap once
        (
            [paused("2026-03-05", "2026-03-10"), paused("2026-03-06", "2026-03-08")],
            "2026-03-23",
        ),  # within: 22nd, rolled
        ([paused("2026-03-07", "2026-03-08"), paused("2026-03-05", "2026-03-07")], "2026-03-20"),  # touch, out of order
        ([paused("2026-03-05", "2026-03-09")], "2026-03-23"),  # ends on Saturday 21 March, rolls to Monday
        ([paused("2026-03-05", "2026-03-09"), paused("2026-03-23", "2026-03-25")], "2026-03-25"),  # never a paused day
    ],
)
def test_paused_days_are_not_counted(pauses, last):
    assert on("2026-03-02", CalendarDays(15), pauses) == last


@pytest.mark.parametrize(
    ("pauses", "last"),
    [
        ([paused("2026-03-04", "2026-03-05")], "2026-03-10"),
        ([paused("2026-03-07", "2026-03-09")], "2026-03-09"),  # a weekend would not have counted
        ([paused("2026-03-09", "2026-03-10")], "2026-03-10"),
        ([paused("2026-03-10")], "2026-03-09"),
        ([paused("2026-03-03", "2026-03-05"), paused("2026-03-04", "2026-03-14")], "2026-03-20"),
    ],
)
def test_paused_working_days_are_not_counted_either(pauses, last):
    assert on("2026-03-02", WorkingDays(5), pauses) == last


@pytest.mark.parametrize(
    ("start", "length", "pause"),
    [
        ("2026-03-02", CalendarDays(15), paused("2026-03-17")),  # the last day itself
        ("2026-03-02", CalendarDays(15), paused("2026-03-01")),
        ("2026-03-06", CalendarDays(15), paused("2026-03-22")),  # reached on the way from Saturday to Monday
        ("2026-03-02", WorkingDays(5), paused("2026-03-09")),
    ],
)
def test_a_clock_that_reaches_a_pause_without_end_has_no_due_day(start, length, pause):
    with pytest.raises(StillPaused, match=f"paused since {pause.from_day}"):
        on(start, length, [pause])


@pytest.mark.parametrize(
    ("start", "extension", "last"),
    [
        ("2026-03-02", None, "2026-05-06"),  # 60 days end on 1 May, rolled over Labour Day
        ("2026-03-02", 30, "2026-06-01"),  # 30 more from 1 May, not from 6 May, end on Sunday 31 May
        ("2026-03-02", 1, "2026-05-06"),
        ("2026-03-02", 5, "2026-05-06"),
        ("2026-03-02", 6, "2026-05-07"),
        ("2026-03-09", None, "2026-05-08"),
        ("2026-03-09", 1, "2026-05-09"),  # Saturday, a make-up day
        ("2026-03-09", 2, "2026-05-11"),
    ],
)
def test_an_extension_is_added_before_the_end_is_rolled(start, extension, last):
    assert on(start, CalendarDays(60), extension=extension and CalendarDays(extension)) == last


def test_a_pause_may_lie_within_the_extension():
    assert on("2026-03-09", CalendarDays(60), [paused("2026-05-11", "2026-05-21")], CalendarDays(5)) == "2026-05-25"


@pytest.mark.parametrize(
    ("instant", "last"),
    [
        (datetime(2026, 3, 2, 15, 59, 59, tzinfo=UTC), "2026-03-17"),  # 23:59:59 on 2 March in Shanghai
        (datetime(2026, 3, 2, 16, 0, tzinfo=UTC), "2026-03-18"),  # 00:00 on 3 March
    ],
)
def test_an_instant_starts_the_clock_on_its_day_in_shanghai(instant, last):
    assert CALENDAR.due(instant, CalendarDays(15)).on == date.fromisoformat(last)


def test_the_due_instant_is_the_end_of_the_due_day_in_utc():
    assert CALENDAR.due(date(2026, 3, 2), CalendarDays(15)) == Due(
        on=date(2026, 3, 17),
        at=datetime(2026, 3, 17, 16, 0, tzinfo=UTC),
        provisional=False,
        calendar_version=CALENDAR.version,
    )


@pytest.mark.parametrize(
    ("start", "length", "last", "provisional"),
    [
        ("2026-12-16", CalendarDays(15), "2026-12-31", False),  # the last covered day, a Thursday
        ("2026-12-17", CalendarDays(15), "2027-01-01", True),  # New Year's Day, as yet a Friday like any other
        ("2026-12-18", CalendarDays(15), "2027-01-04", True),
        ("2026-12-24", WorkingDays(5), "2026-12-31", False),
        ("2026-12-25", WorkingDays(5), "2027-01-01", True),
        ("2003-12-16", CalendarDays(15), "2003-12-31", True),
        ("2003-12-17", CalendarDays(15), "2004-01-02", False),  # only the day of its end was looked at
        ("2003-12-31", WorkingDays(1), "2004-01-02", False),
        ("2003-12-30", WorkingDays(2), "2004-01-02", True),
    ],
)
def test_a_due_day_is_provisional_when_a_day_outside_the_calendar_was_looked_at(start, length, last, provisional):
    due = CALENDAR.due(date.fromisoformat(start), length)
    assert (due.on.isoformat(), due.provisional) == (last, provisional)


def test_an_end_within_the_calendar_that_is_rolled_out_of_it_is_provisional():
    until_2022 = Calendar(CALENDAR._notices[year] for year in (2021, 2022))
    friday, saturday = (until_2022.due(date(2022, 12, day), CalendarDays(15)) for day in (15, 16))
    assert (friday.on, friday.provisional) == (date(2022, 12, 30), False)
    assert (saturday.on, saturday.provisional) == (date(2023, 1, 2), True)
    # The notice for 2023 makes that Monday a day off, so the guess was wrong, as it said it might be.
    assert CALENDAR.due(date(2022, 12, 16), CalendarDays(15)).on == date(2023, 1, 3)


def test_an_end_that_is_not_rolled_needs_no_calendar_and_is_never_provisional():
    due = CALENDAR.due(date(2026, 12, 17), CalendarDays(15), roll=False)
    assert (due.on, due.provisional) == (date(2027, 1, 1), False)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((datetime(2026, 3, 2), CalendarDays(15)), ValueError),
        (("2026-03-02", CalendarDays(15)), TypeError),
        ((date(2026, 3, 2), 15), TypeError),
        ((date(2026, 3, 2), None), TypeError),
        ((date(2026, 3, 2), WorkingDays(5), (), CalendarDays(5)), TypeError),
        ((date(2026, 3, 2), CalendarDays(60), (), WorkingDays(5)), TypeError),
        ((date(2026, 3, 2), CalendarDays(60), (), 30), TypeError),
    ],
)
def test_other_values_are_refused(arguments, error):
    with pytest.raises(error):
        CALENDAR.due(*arguments)


@pytest.mark.parametrize(
    ("days", "error"),
    [
        ((date(2026, 3, 5), date(2026, 3, 4)), ValueError),
        ((datetime(2026, 3, 5, tzinfo=UTC), None), TypeError),
        ((date(2026, 3, 5), datetime(2026, 3, 6, tzinfo=UTC)), TypeError),
        ((None, None), TypeError),
        (("2026-03-05", None), TypeError),
    ],
)
def test_a_pause_is_made_of_dates_in_order(days, error):
    with pytest.raises(error):
        Pause(*days)
