"""Loading the notice of a new year, or of a changed one."""

from datetime import date

import pytest

from workdays import Calendar, CalendarDays, NoticeError, WorkingDays

PUBLISHED = Calendar.published()


def test_a_new_year_is_covered_once_its_notice_is_loaded(load, notice):
    calendar = load(notice())
    assert calendar.last_day == date(2027, 12, 31)
    assert calendar.first_day == PUBLISHED.first_day
    assert calendar.references(2027) == ("国办发明电〔2026〕0号",)
    assert [calendar.is_working_day(date(2027, 1, day)) for day in (1, 29, 30, 31)] == [False, True, True, False]
    assert calendar.name_of(date(2027, 2, 20)) == "春节调休上班"
    assert [calendar.is_statutory_holiday(date(2027, 2, day)) for day in (4, 5, 8, 9)] == [False, True, True, False]
    assert [calendar.name_of(date(2027, 5, day)) for day in (3, 4, 5)] == ["劳动节", "劳动节", None]


def test_loading_makes_a_new_calendar_and_leaves_the_old_one_alone(load, notice):
    before = PUBLISHED.version
    assert load(notice()).version.startswith("2027-")
    assert PUBLISHED.version == before
    assert not PUBLISHED.covers(date(2027, 1, 1))


def test_a_provisional_due_day_settles_once_the_notice_is_loaded(load, notice):
    calendar = load(notice())
    guessed, settled = (known.due(date(2026, 12, 17), CalendarDays(15)) for known in (PUBLISHED, calendar))
    assert (guessed.on, guessed.provisional) == (date(2027, 1, 1), True)
    assert (settled.on, settled.provisional) == (date(2027, 1, 4), False)
    assert settled.calendar_version == calendar.version != guessed.calendar_version
    assert calendar.due(date(2027, 1, 29), WorkingDays(1)).on == date(2027, 1, 30)


def test_the_version_depends_on_the_days_and_not_on_the_words_of_the_file(load, notice):
    version = load(notice()).version
    assert load("# a comment\n" + notice(("〔2026〕0号", "〔2026〕1号"), ("days = 8\n", ""))).version == version
    assert load(notice((", 2027-10-09]", ", 2027-10-10]"))).version != version
    assert load(notice(('"春节"', '"新春"'))).version != version


def test_the_year_after_can_be_loaded_on_top(load, notice, notice_for):
    assert load(notice_for(2028), load(notice())).last_day == date(2028, 12, 31)


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("year", [2003, 2028])
def test_a_year_that_would_leave_a_gap_is_refused(load, notice_for, year, replace):
    with pytest.raises(NoticeError) as refused:
        load(notice_for(year), replace=replace)
    assert str(refused.value) == f"notice.toml: year {year} leaves a gap: 2027 is the next one to load"


@pytest.mark.parametrize("year", [2004, 2026])
def test_a_year_that_is_loaded_already_is_refused_unless_replaced(load, notice_for, year):
    with pytest.raises(NoticeError) as refused:
        load(notice_for(year))
    assert str(refused.value) == (
        f"notice.toml: year {year} is loaded already; say replace=True if this notice changes it"
    )
    assert load(notice_for(year), replace=True).references(year) == ("国办发明电〔2026〕0号",)


def test_a_changed_year_replaces_the_old_one_whole(load, notice):
    calendar = load(notice())
    longer = notice(("[[2027-10-01, 2027-10-07]]\ndays = 7", "[[2027-10-01, 2027-10-08]]\ndays = 8"))
    changed = load(longer, calendar, replace=True)
    assert [known.is_working_day(date(2027, 10, 8)) for known in (calendar, changed)] == [True, False]
    fewer = load(notice(("work = [2027-05-08]\n", "")), calendar, replace=True)
    assert [known.is_working_day(date(2027, 5, 8)) for known in (calendar, fewer)] == [True, False]
    assert load(notice(), changed, replace=True).version == calendar.version


IN_DECEMBER = ("[[2027-01-01, 2027-01-03]]\ndays = 3", "[[2026-12-31, 2027-01-02]]\ndays = 3\nwork = [2026-12-27]")


def test_a_notice_may_arrange_days_of_the_december_before(load, notice):
    calendar = load(notice(IN_DECEMBER))
    assert [calendar.is_working_day(date(2026, 12, day)) for day in (26, 27, 31)] == [False, True, False]
    assert calendar.due(date(2026, 12, 16), CalendarDays(15)).on == date(2027, 1, 4)


def test_december_days_arranged_otherwise_before_are_refused_unless_replaced(load, notice, notice_for):
    worked_in_december = notice_for(2026).replace("days = 3\n", "days = 3\nwork = [2026-12-27]\n")
    before = load(worked_in_december, replace=True)
    assert before.is_working_day(date(2026, 12, 27))
    assert load(notice(IN_DECEMBER), before).is_working_day(date(2026, 12, 27))

    off = notice(("[[2027-01-01, 2027-01-03]]\ndays = 3", "[2026-12-27, 2027-01-01]"))
    with pytest.raises(NoticeError) as refused:
        load(off, before)
    assert refused.value.problems == (
        "2026-12-27 was arranged otherwise by the notice for 2026; say replace=True if this notice changes it",
    )
    assert not load(off, before, replace=True).is_working_day(date(2026, 12, 27))
