"""The calendar that comes with the package."""

from datetime import date, timedelta

import pytest

from workdays import Calendar

CALENDAR = Calendar.published()


def test_it_covers_whole_years_from_2004_to_2026():
    assert (CALENDAR.first_day, CALENDAR.last_day) == (date(2004, 1, 1), date(2026, 12, 31))
    assert [CALENDAR.covers(day) for day in (date(2003, 12, 31), date(2004, 1, 1))] == [False, True]
    assert [CALENDAR.covers(day) for day in (date(2026, 12, 31), date(2027, 1, 1))] == [True, False]


def test_its_version_changes_only_when_a_day_does():
    # A change of this line says that the published days were changed: name the notice that changed them.
    assert CALENDAR.version == "2026-e01bbd9cfc35"
    assert repr(CALENDAR) == "<Calendar 2004..2026 2026-e01bbd9cfc35>"
    assert Calendar.published() is CALENDAR


@pytest.mark.parametrize(
    ("day", "working", "statutory", "name"),
    [
        ("2026-02-13", True, False, None),  # an ordinary Friday
        ("2026-02-14", True, False, "春节调休上班"),  # Saturday, worked
        ("2026-02-15", False, False, "春节"),  # Sunday, off anyway
        ("2026-02-16", False, True, "春节"),  # the eve, statutory since 2025
        ("2026-02-19", False, True, "春节"),
        ("2026-02-20", False, False, "春节"),  # Friday, off in exchange for the 14th
        ("2026-02-23", False, False, "春节"),
        ("2026-02-24", True, False, None),
        ("2026-02-28", True, False, "春节调休上班"),
        ("2026-03-01", False, False, None),  # an ordinary Sunday
        ("2026-10-10", True, False, "国庆节调休上班"),
        ("2024-02-09", True, False, None),  # the eve, not off in 2024
        ("2013-02-09", False, True, "春节"),  # the eve, statutory from 2008 to 2013
        ("2007-05-03", False, True, "劳动节"),  # statutory until 2007
        ("2008-05-03", False, False, "劳动节"),
        ("2025-05-02", False, True, "劳动节"),  # statutory again since 2025
        ("2020-10-01", False, True, "国庆节、中秋节"),
        ("2015-09-03", False, False, "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日"),
        ("2020-02-01", False, False, "春节"),  # planned as a make-up day, then the holiday was extended over it
        ("2020-02-03", True, False, None),
        ("2018-12-29", True, False, "元旦调休上班"),  # arranged by the notice for 2019
        ("2018-12-31", False, False, "元旦"),
        ("2003-10-01", True, False, None),  # outside the calendar: a Wednesday, so a guess
        ("2027-10-01", True, False, None),
        ("2027-10-02", False, False, None),
    ],
)
def test_a_day_is_worked_or_off_as_its_notice_says(day, working, statutory, name):
    day = date.fromisoformat(day)
    assert CALENDAR.is_working_day(day) is working
    assert CALENDAR.is_statutory_holiday(day) is statutory
    assert CALENDAR.name_of(day) == name


@pytest.mark.parametrize(
    ("year", "statutory_days"),
    [(2004, 10), (2007, 10), (2008, 11), (2013, 11), (2014, 11), (2024, 11), (2025, 13), (2026, 13)],
)
def test_a_year_has_as_many_statutory_holidays_as_the_law_of_its_time_gives(year, statutory_days):
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    assert sum(CALENDAR.is_statutory_holiday(day) for day in days if day.year == year) == statutory_days


@pytest.mark.parametrize(
    ("year", "references"),
    [
        (2003, ()),
        (2004, ("国办发明电〔2003〕53号",)),
        (2015, ("国办发明电〔2014〕28号", "国发明电〔2015〕1号")),
        (2026, ("国办发明电〔2025〕7号",)),
        (2027, ()),
    ],
)
def test_every_year_names_the_notices_that_arrange_it(year, references):
    assert CALENDAR.references(year) == references


def test_no_year_is_without_a_reference():
    assert all(CALENDAR.references(year) for year in range(2004, 2027))


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-02-12", "2026-02-13"),
        ("2026-02-13", "2026-02-14"),
        ("2026-02-14", "2026-02-24"),
        ("2026-02-27", "2026-02-28"),
        ("2026-02-28", "2026-03-02"),
        ("2026-12-31", "2027-01-01"),
        ("2027-01-01", "2027-01-04"),
    ],
)
def test_the_next_working_day_comes_after_the_day_itself(day, following):
    assert CALENDAR.next_working_day(date.fromisoformat(day)) == date.fromisoformat(following)


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        ("2026-02-13", "2026-02-13", 0),
        ("2026-02-13", "2026-02-14", 1),
        ("2026-02-13", "2026-02-23", 1),
        ("2026-02-13", "2026-02-24", 2),
        ("2026-02-15", "2026-02-23", 0),
        ("2026-02-24", "2026-02-13", -2),
        ("2026-01-01", "2026-12-31", 248),
    ],
)
def test_working_days_between_leave_out_the_first_day_and_count_the_last(a, b, count):
    assert CALENDAR.working_days_between(date.fromisoformat(a), date.fromisoformat(b)) == count


@pytest.mark.parametrize("years", [[], [2025, 2026, 2026], [2024, 2026]])
def test_a_calendar_is_made_of_a_run_of_years_each_once(years):
    with pytest.raises(ValueError, match="without a gap"):
        Calendar(CALENDAR._notices[year] for year in years)


def test_a_calendar_of_fewer_years_has_another_version_and_another_coverage():
    part = Calendar(CALENDAR._notices[year] for year in (2026, 2025))
    assert (part.first_day, part.last_day) == (date(2025, 1, 1), date(2026, 12, 31))
    assert part.version.startswith("2026-")
    assert part.version != CALENDAR.version
