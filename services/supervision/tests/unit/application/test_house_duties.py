"""A vacant office and a year that was not appraised are told once, when their time is over and not before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from supervision_builders import DAY, HANDLER, START, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application import staffing
from petition_supervision.application.house_duties import end_appraisal_year, tell_vacancies, watch
from petition_supervision.domain.appraisal_events import AppraisalsMissed
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.staff_events import OfficeStandsVacant
from workdays import local_day

TODAY = local_day(START)
OFFICE = "joint_office_caomiao"
YEAR = str(TODAY.year)


@pytest.fixture
def work() -> FakeWork:
    work = FakeWork()
    work.people["P0012"] = Leader("P0012", TOWNSHIP, frozenset({"township_leader"}))
    watch(work)
    return work


def told(work: FakeWork, kind: type) -> list[object]:
    published = [*work.joint_offices.published, *work.appraisal_years.published]
    return [event for event in published if isinstance(event, kind)]


def days_later(work: FakeWork, days: int) -> FakeWork:
    work.now = START + days * DAY
    return work


@pytest.mark.parametrize(("days", "count"), [(29, 0), (30, 1)])
def test_an_office_without_a_head_is_told_of_on_the_thirtieth_day(work: FakeWork, days: int, count: int) -> None:
    assert tell_vacancies(days_later(work, days), [OFFICE]) == count
    assert told(work, OfficeStandsVacant) == [OfficeStandsVacant(OFFICE, TODAY)] * count


def test_it_is_told_of_once_and_another_register_does_not_begin_it_anew(work: FakeWork) -> None:
    assert tell_vacancies(days_later(work, 40), [OFFICE]) == 1
    watch(work)
    assert tell_vacancies(days_later(work, 400), [OFFICE]) == 0


def test_a_head_ends_the_vacancy_and_the_next_one_is_counted_from_the_day_the_head_left(work: FakeWork) -> None:
    staffing.record_office_head(work, OFFICE, "P0012", TODAY)
    assert tell_vacancies(days_later(work, 40), [OFFICE]) == 0
    left = local_day(work.now)
    staffing.end_office_head(work, OFFICE, left)
    assert tell_vacancies(days_later(work, 69), [OFFICE]) == 0
    assert tell_vacancies(days_later(work, 70), [OFFICE]) == 1
    assert told(work, OfficeStandsVacant) == [OfficeStandsVacant(OFFICE, left)]


@pytest.mark.parametrize(("late", "count"), [(0, 0), (1, 1)])
def test_the_units_nobody_appraised_are_told_when_the_day_is_over(work: FakeWork, late: int, count: int) -> None:
    due = date(TODAY.year, 12, 31) + timedelta(days=90)
    days_later(work, (due - TODAY).days + late)
    assert end_appraisal_year(work, YEAR, [HANDLER]) == count
    missed = told(work, AppraisalsMissed)
    assert [(event.year, event.due_on, TOWNSHIP in event.units, HANDLER in event.units) for event in missed] == [
        (TODAY.year, due, True, False)
    ] * count


def test_a_year_is_told_of_once_and_the_next_one_is_watched(work: FakeWork) -> None:
    days_later(work, 800)
    assert end_appraisal_year(work, YEAR, []) == 1
    assert end_appraisal_year(work, YEAR, []) == 0
    assert work.appraisal_years.get(str(TODAY.year + 1)).due_on == date(TODAY.year + 1, 12, 31) + timedelta(days=90)


def test_of_a_year_in_which_everybody_was_appraised_nothing_is_told(work: FakeWork) -> None:
    days_later(work, 800)
    assert end_appraisal_year(work, YEAR, work.units.get().units) == 1
    assert told(work, AppraisalsMissed) == []
