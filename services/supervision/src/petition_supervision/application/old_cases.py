"""Use cases of the county's list of old cases (信访积案)."""

from __future__ import annotations

from petition_supervision.application.ports import Work
from petition_supervision.domain import old_case
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.leader_case import county_leader
from petition_supervision.domain.old_case_terms import OldCaseGround
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer


def list_old_case(
    work: Work, officer: Officer, case_no: str, ground: OldCaseGround, basis: str, unit: str, leader: str
) -> SupervisedCase:
    """Refusals: UnitUnknown, NotACountyLeader, AlreadyAnOldCase, LimitNotMissed; an unknown case as the wire says."""
    case = work.cases.require(case_no)
    if unit not in work.units.get().units:
        raise UnitUnknown("unit", unit=unit)
    known = county_leader("leader", leader, work.leader(leader))
    old_case.list_case(case, officer, ground, basis, unit, known.person, work.now)
    work.cases.save(case)
    return case


def clear_old_case(work: Work, officer: Officer, case_no: str, evidence: str) -> SupervisedCase:
    """Refusals: NotAnOldCase, OldCaseNotSettled, PetitionerDissatisfied, PromiseNotKept."""
    case = work.cases.require(case_no)
    old_case.clear_case(case, officer, evidence, work.now)
    work.cases.save(case)
    return case


def withdraw_old_case(work: Work, officer: Officer, case_no: str, reason: str) -> SupervisedCase:
    """Refusals: NotAnOldCase."""
    case = work.cases.require(case_no)
    old_case.withdraw_listing(case, officer, reason, work.now)
    work.cases.save(case)
    return case
