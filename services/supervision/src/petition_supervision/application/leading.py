"""Use cases of leader-led cases (领导包案、五个一)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.application.wardens import unit_of_warden
from petition_supervision.domain import leader_steps
from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.leader_case import Member, county_leader, is_in_office
from petition_supervision.domain.leader_errors import PersonUnknown
from petition_supervision.domain.leader_terms import CaseMark, LeaderActKind
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer


def assign_leader(
    work: Work, officer: Officer, case_no: str, leader: str, mark: CaseMark, mark_since: date | None, reason: str
) -> SupervisedCase:
    """Refusals: NotACountyLeader, LeaderAlreadyAssigned, LeaderCaseIsClosed, CaseWasWithdrawn, MarkSinceRequired,
    MarkSinceAhead."""
    case = work.cases.require(case_no)
    known = county_leader("leader", leader, work.leader(leader))
    leader_steps.assign(case, officer, known, mark, mark_since, reason, work.now)
    work.cases.save(case)
    return case


def hand_over_leader(work: Work, officer: Officer, case_no: str, leader: str, reason: str) -> SupervisedCase:
    """Refusals: NotACountyLeader, NoLeaderAssigned, LeaderCaseIsClosed, SameLeader."""
    case = work.cases.require(case_no)
    known = county_leader("leader", leader, work.leader(leader))
    leader_steps.hand_over(case, officer, known, reason, work.now)
    work.cases.save(case)
    return case


def set_leader_task_force(
    work: Work, officer: Officer, case_no: str, members: Iterable[Mapping[str, str]]
) -> SupervisedCase:
    """Refusals: PersonUnknown, NoLeaderAssigned, LeaderCaseIsClosed, NamedTwice, OwnerOfOpenTask."""
    case = work.cases.require(case_no)
    leader_steps.set_task_force(case, officer, members_of(work, members), work.now)
    work.cases.save(case)
    return case


def add_leader_task(work: Work, officer: Officer, case_no: str, text: str, owner: str, due_on: date) -> SupervisedCase:
    """Refusals: NoLeaderAssigned, LeaderCaseIsClosed, NotOfTheTaskForce, DueDateNotAhead."""
    case = work.cases.require(case_no)
    known = work.leader(owner)
    leader_steps.add_task(case, officer, text, owner, known.unit if known else "", due_on, work.now)
    work.cases.save(case)
    return case


def finish_leader_task(
    work: Work, officer: Officer, case_no: str, number: int, done_on: date, evidence: str
) -> SupervisedCase:
    """Refusals: NoLeaderAssigned, LeaderCaseIsClosed, TaskUnknown, NotYourTask, TaskDoneBefore,
    NotInTheTimeOfTheLeader."""
    case = work.cases.require(case_no)
    leader_steps.finish_task(case, officer, work.units.get().sees_all, number, done_on, evidence, work.now)
    work.cases.save(case)
    return case


def record_leader_act(
    work: Work, officer: Officer, case_no: str, act: LeaderActKind, held_on: date, place: str, minutes: str
) -> SupervisedCase:
    """Refusals: NoLeaderAssigned, LeaderCaseIsClosed, NotInTheTimeOfTheLeader."""
    case = work.cases.require(case_no)
    leader_steps.record_act(case, officer, act, held_on, place, minutes, work.now)
    work.cases.save(case)
    return case


def close_leader_case(work: Work, officer: Officer, case_no: str, result: ReportResult, proof: str) -> SupervisedCase:
    """Refusals: NoLeaderAssigned, LeaderCaseIsClosed, TasksStillOpen, PiecesMissing, CaseNotFinished,
    CaseNotFollowedUp, ResolvedNotShown."""
    case = work.cases.require(case_no)
    led = case.leader_case
    in_office = led is not None and is_in_office(work.leader(led.leader))
    leader_steps.close(case, officer, in_office, result, proof, work.now)
    work.cases.save(case)
    return case


def members_of(work: Work, named: Iterable[Mapping[str, str]]) -> list[Member]:
    """The officers and wardens of a task force with their units; somebody the register does not know => PersonUnknown.

    A warden's unit is the government of the township the grid lies in.
    """
    members = []
    for one in named:
        known = work.leader(one["person"])
        unit = known.unit if known else unit_of_warden(work.wardens, work.units.get(), one["person"])
        if unit is None:
            raise PersonUnknown("members", person=one["person"])
        members.append(Member(one["person"], unit, one["duty"]))
    return members
