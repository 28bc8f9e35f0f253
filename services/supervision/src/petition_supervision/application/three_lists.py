"""Use cases of the three lists 问题、责任、考核."""

from __future__ import annotations

from datetime import date, datetime

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import NotYourUnit, UnitUnknown
from petition_supervision.domain.key_village_errors import VillageUnknown
from petition_supervision.domain.leader_terms import COUNTY_LEADER
from petition_supervision.domain.problem import Answerable, Problem
from petition_supervision.domain.problem_errors import (
    GridOfAnotherVillage,
    LeadLeaderUnfit,
    PersonUnfit,
    StationUnfit,
)
from petition_supervision.domain.problem_terms import ProblemSource
from petition_supervision.domain.reception import LEADERS_OF_A_UNIT
from petition_supervision.domain.supervision_item import Officer
from workdays import local_day


def record_problem(
    work: Work,
    officer: Officer,
    unit: str | None,
    source: ProblemSource,
    village_code: str | None,
    grid_code: str | None,
    matter: str,
    category: str | None,
    found_on: date,
    case_no: str | None,
) -> Problem:
    """列入问题清单: a unit its own, the bureau and the county leadership any unit's.

    Refusals: UnitUnknown, NotYourUnit, VillageUnknown, GridOfAnotherVillage, FoundInTheFuture.
    """
    whose = unit or officer.unit
    _check_unit(work, officer, whose)
    if village_code is not None and work.villages.get(village_code) is None:
        raise VillageUnknown("village_code", village=village_code)
    if grid_code is not None and not (village_code and grid_code.startswith(f"{village_code}-")):
        raise GridOfAnotherVillage("grid_code", grid=grid_code, village=village_code or "—")
    if case_no is not None:
        work.cases.require(case_no)
    number = work.problems.next_number(work.now)
    problem = Problem(number, whose, source, found_on, village_code, grid_code, matter, category, case_no)
    problem.enter(officer.person, work.now)
    work.problems.save(problem)
    return problem


def set_problem_responsibility(
    work: Work,
    officer: Officer,
    problem_no: str,
    lead_leader: str,
    station: str,
    person: str,
    due_on: date,
    measures: str,
) -> Problem:
    """列入责任清单. The same people and stations fit as for a case.

    Refusals: NotYourUnit, FollowsItsCase, ResponsibilityNamedBefore, LeadLeaderUnfit, StationUnfit, PersonUnfit,
    DueDateNotAhead.
    """
    problem = _of_unit(work, officer, problem_no)
    _check_people(work, problem.unit, lead_leader, station, person)
    today = local_day(work.now)
    answerable = Answerable(lead_leader, station, person, due_on, measures, today, officer.person)
    problem.name_responsibility(answerable, work.now)
    work.problems.save(problem)
    return problem


def start_problem(work: Work, officer: Officer, problem_no: str) -> Problem:
    """Refusals: NotYourUnit, FollowsItsCase, ResponsibilityMissing, HandledBefore."""
    problem = _of_unit(work, officer, problem_no)
    problem.start(officer.person, work.now)
    work.problems.save(problem)
    return problem


def appraise_problem(
    work: Work, officer: Officer, problem_no: str, target: str, actual: str, done_on: date, score: int
) -> Problem:
    """Refusals: NotYourUnit, FollowsItsCase, NotInHandling, DoneOutsideHandling."""
    problem = _of_unit(work, officer, problem_no)
    problem.appraise(target, actual, done_on, score, officer.person, work.now)
    work.problems.save(problem)
    return problem


def responsibility_told(
    work: Work, case_no: str, unit: str, lead_leader: str, station: str, person: str, due_on: date, told_at: datetime
) -> None:
    """A case's responsibility was set or set anew: it stands on the lists, one row for each round of handling."""
    today = local_day(told_at)
    problem = work.problems.get(_number(work, case_no))
    if problem is None:
        number, source = _number(work, case_no), ProblemSource.PETITION_MATTER
        problem = Problem(number, unit, source, today, case_no=case_no, follows_case=True)
        problem.enter(None, told_at)
    problem.follow(unit, Answerable(lead_leader, station, person, due_on, None, today, None), told_at)
    work.problems.save(problem)


def completion_told(work: Work, case_no: str, completed_at: datetime) -> None:
    """The unit reported the case as finished, or the petitioner took it back: the row is done."""
    problem = work.problems.get(_number(work, case_no))
    if problem is not None:
        problem.finish_with_case(local_day(completed_at))
        work.problems.save(problem)


def return_told(work: Work, case_no: str, due_on: date | None, returned_at: datetime) -> None:
    """The bureau returned the case: the row is in handling again."""
    problem = work.problems.get(_number(work, case_no))
    if problem is not None:
        problem.handle_again(due_on, returned_at)
        work.problems.save(problem)


def _number(work: Work, case_no: str) -> str:
    case = work.cases.get(case_no)
    return f"XF{case_no}-{case.round if case else 1}"


def _of_unit(work: Work, officer: Officer, problem_no: str) -> Problem:
    problem = work.problems.require(problem_no)
    _check_unit(work, officer, problem.unit)
    return problem


def _check_unit(work: Work, officer: Officer, unit: str) -> None:
    units = work.units.get()
    if units.kind_of(unit) is None:
        raise UnitUnknown("unit", unit=unit)
    if officer.unit != unit and not units.sees_all(officer.unit):
        raise NotYourUnit("actor", own=officer.unit, unit=unit)


def _check_people(work: Work, unit: str, lead_leader: str, station: str, person: str) -> None:
    leader = work.leader(lead_leader)
    of_the_unit = leader is not None and leader.unit == unit and leader.roles & LEADERS_OF_A_UNIT
    if not of_the_unit and not (leader is not None and COUNTY_LEADER in leader.roles):
        raise LeadLeaderUnfit("lead_leader", person=lead_leader, unit=unit)
    if not work.units.get().is_station_of(station, unit):
        raise StationUnfit("station", station=station, unit=unit)
    known = work.leader(person)
    if known is None or known.unit not in (unit, station):
        raise PersonUnfit("person", person=person, unit=unit)
