"""Every day of the published calendar against two independent ones: chinesecalendar and holidays.

Where they disagree with each other, the State Council's notice decides, and the day stands in the list below.
"""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from workdays import Calendar

CALENDAR = Calendar.published()
CHINA = holidays.country_holidays("CN", years=range(2003, 2028), language="zh_CN")

# day: (a working day by the notice, the calendar that is wrong about it, the words of the notice)
DISAGREEMENTS = {
    date(2005, 12, 31): (
        True,
        "chinesecalendar",
        "国办发明电〔2005〕35号: “将12月31日（星期六）、1月1日（星期日）两个公休日调至1月2日（星期一）、3日（星期二），"
        "12月31日（星期六）上班”. chinesecalendar keeps the make-up days of later notices that fall in the year before "
        "(2006, 2007, 2011, 2018), but not this one.",
    ),
}


def days_of(year: int) -> list[date]:
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    return [day for day in days if day.year == year]


YEARS = pytest.mark.parametrize("year", range(CALENDAR.first_day.year, CALENDAR.last_day.year + 1))


@YEARS
def test_every_working_day_is_one_for_chinesecalendar(year):
    for day in days_of(year):
        if DISAGREEMENTS.get(day, (None, None))[1] != "chinesecalendar":
            assert CALENDAR.is_working_day(day) == chinese_calendar.is_workday(day), day


@YEARS
def test_every_working_day_is_one_for_holidays(year):
    for day in days_of(year):
        if DISAGREEMENTS.get(day, (None, None))[1] != "holidays":
            assert CALENDAR.is_working_day(day) == CHINA.is_working_day(day), day


@YEARS
def test_the_two_disagree_only_on_the_listed_days(year):
    found = [day for day in days_of(year) if chinese_calendar.is_workday(day) != CHINA.is_working_day(day)]
    assert found == [day for day in DISAGREEMENTS if day.year == year]


def test_a_listed_day_is_as_its_notice_says_and_the_named_calendar_is_wrong():
    for day, (working, wrong, _) in DISAGREEMENTS.items():
        theirs = {"chinesecalendar": chinese_calendar.is_workday(day), "holidays": CHINA.is_working_day(day)}
        assert CALENDAR.is_working_day(day) is working
        assert [name for name, answer in theirs.items() if answer is not working] == [wrong]


@YEARS
def test_statutory_holidays_are_those_of_holidays(year):
    moved = ("补假", "调休", "延长")
    theirs = {day for day, name in CHINA.items() if day.year == year and not any(word in name for word in moved)}
    # A day off once, by a notice of the State Council, is not one of 《全国年节及纪念日放假办法》.
    theirs -= {date(2015, 9, 3)}
    assert {day for day in days_of(year) if CALENDAR.is_statutory_holiday(day)} == theirs


@YEARS
def test_weekdays_off_and_make_up_days_belong_to_the_holiday_that_chinesecalendar_names(year):
    for day in days_of(year):
        _, english = chinese_calendar.get_holiday_detail(day)
        if english is not None and (day.weekday() < 5 or CALENDAR.is_working_day(day)):
            assert chinese_calendar.Holiday(english).chinese in CALENDAR.name_of(day), day


@YEARS
def test_a_year_of_notices_moves_days_off_and_neither_gives_nor_takes_any(year):
    """Weekdays off less weekends worked = statutory holidays, and days that a notice gave beyond them."""
    given_beyond_the_law = {
        2005: -1,  # 2005-12-31 is worked for a day off in January 2006
        2006: -1,  # +1 of the above, -2 for 2006-12-30 and 31, worked for two days off in January 2007
        2007: 2,  # +2 of the above; 2007-12-29 is worked for 2007-12-31 within the year
        2011: -1,
        2012: 1,  # 2011-12-31 is worked for a day off in January 2012
        2015: 1,  # 3 September, the 70th anniversary of victory
        2020: 2,  # 31 January, and 1 February no longer worked: the extension of the Spring Festival
    }
    moved = sum((day.weekday() < 5) - CALENDAR.is_working_day(day) for day in days_of(year))
    statutory = sum(CALENDAR.is_statutory_holiday(day) for day in days_of(year))
    doubled = {2009: 1, 2020: 1}.get(year, 0)  # the Mid-Autumn Festival fell on a National Day, and both are given
    assert moved == statutory + doubled + given_beyond_the_law.get(year, 0)
