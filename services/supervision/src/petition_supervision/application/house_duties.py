"""What nobody files and no clock of a case watches: heads for the joint offices, and the yearly appraisal (K14)."""

from __future__ import annotations

from collections.abc import Iterable

from petition_supervision.application.appraising import appraisal_gaps
from petition_supervision.application.ports import Work
from petition_supervision.application.staffing import JOINT_OFFICE
from petition_supervision.domain.appraisal_year import AppraisalYear
from petition_supervision.domain.staff import JointOffice
from workdays import local_day


def watch(work: Work) -> None:
    """With each register: count the vacancies of its joint offices, and the year that has begun."""
    today = local_day(work.now)
    for unit in work.units.get().of_kinds(JOINT_OFFICE):
        office = work.joint_offices.get(unit) or JointOffice(unit)
        office.watch(today)
        work.joint_offices.save(office)
    _watch_year(work, today.year)


def tell_vacancies(work: Work, offices: Iterable[str]) -> int:
    """缺员提示, once a vacancy; how many. One that was filled or told since it was found is left alone."""
    told = 0
    for unit in offices:
        office = work.joint_offices.require(unit)
        if office.long_vacant(local_day(work.now), work.settings.vacancy_days):
            office.tell_vacancy()
            work.joint_offices.save(office)
            told += 1
    return told


def end_appraisal_year(work: Work, year: str, appraised: Iterable[str]) -> int:
    """Tell which units were not appraised by the day, and watch the next year; 0 when somebody else did."""
    one = work.appraisal_years.require(year)
    today = local_day(work.now)
    if one.over or today <= one.due_on:
        return 0
    one.end(appraisal_gaps(work.units.get(), appraised, int(year), work.settings.appraisal_due_days, today))
    work.appraisal_years.save(one)
    _watch_year(work, int(year) + 1)
    return 1


def _watch_year(work: Work, year: int) -> None:
    if work.appraisal_years.get(str(year)) is None:
        work.appraisal_years.save(AppraisalYear.of(year, work.settings.appraisal_due_days))
