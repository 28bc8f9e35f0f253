"""Use cases of the hand-down ledger besides its report (交办台账)."""

from __future__ import annotations

from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain import hand_down_steps
from petition_supervision.domain.hand_down_terms import IssuerVerdict, ResolutionMethod
from petition_supervision.domain.leader_case import county_leader
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer


def set_hand_down_details(
    work: Work,
    officer: Officer,
    case_no: str,
    leader: str,
    resolution_method: ResolutionMethod | None,
    issued_on: date | None,
) -> SupervisedCase:
    """Refusals: NotACountyLeader, NotHandedDown, IssuedAfterListing."""
    case = work.cases.require(case_no)
    known = county_leader("leader", leader, work.leader(leader))
    hand_down_steps.set_details(case, officer, known.person, resolution_method, issued_on, work.now)
    work.cases.save(case)
    return case


def record_issuer_verdict(
    work: Work,
    officer: Officer,
    case_no: str,
    issuer_verdict: IssuerVerdict,
    verdict_on: date,
    feedback_due_on: date | None,
    reason: str | None,
) -> SupervisedCase:
    """Refusals: NotHandedDown, NotReportedYet, VerdictOnRecord, VerdictBeforeReport, NewDueDateRequired,
    NotForConfirmed, DueDateNotAhead."""
    case = work.cases.require(case_no)
    units, settings = work.units.get(), work.settings
    hand_down_steps.record_verdict(
        case, officer, issuer_verdict, verdict_on, feedback_due_on, reason, units, settings, work.now
    )
    work.cases.save(case)
    return case


def reopen_hand_down(
    work: Work, officer: Officer, case_no: str, new_facts: str, feedback_due_on: date
) -> SupervisedCase:
    """Refusals: NotHandedDown, NotReportedYet, DueDateNotAhead."""
    case = work.cases.require(case_no)
    hand_down_steps.reopen(case, officer, new_facts, feedback_due_on, work.units.get(), work.settings, work.now)
    work.cases.save(case)
    return case
