"""The county's own list of old cases (信访积案): long unresolved, repeated after 复查复核, or on a list from above.

The regulation does not use the word; the three grounds are common practice. A case leaves the list by 销号, which needs
the same as a report of 化解 to an issuer (opinion delivered, case confirmed, petitioner asked, promise kept) and what
shows it, or because listing it was a mistake.
"""

from __future__ import annotations

from datetime import datetime

from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.hand_down import check_result
from petition_supervision.domain.old_case_errors import (
    AlreadyAnOldCase,
    LimitNotMissed,
    NotAnOldCase,
    OldCaseNotSettled,
)
from petition_supervision.domain.old_case_events import OldCaseCleared, OldCaseListed, OldCaseWithdrawn
from petition_supervision.domain.old_case_kept import OldCase, OldCaseEnding
from petition_supervision.domain.old_case_terms import OldCaseGround, OldCaseState
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer

LIMITS_OF_HANDLING = frozenset({"K5", "K11", "REHANDLING"})
"""Limits whose end means that the matter should have been resolved; a late notice to the petitioner is none."""

MISSING_ZH = {
    "OPINION_NOT_DELIVERED": "处理意见送达",
    "CASE_NOT_CONFIRMED": "审核认定办结",
    "FOLLOW_UP_MISSING": "回访",
}


def list_case(
    case: SupervisedCase,
    officer: Officer,
    ground: OldCaseGround,
    basis: str,
    unit: str,
    leader: str,
    now: datetime,
) -> OldCase:
    """On the list => AlreadyAnOldCase. Unresolved after its limit, but no limit was missed => LimitNotMissed."""
    if case.old_case is not None and case.old_case.state is OldCaseState.OPEN:
        raise AlreadyAnOldCase("case_no")
    if ground is OldCaseGround.UNRESOLVED_AFTER_LIMIT and not _missed_a_limit(case):
        raise LimitNotMissed("ground")
    if case.old_case is not None:
        case.former_old_cases.append(case.old_case)
    case.old_case = OldCase(ground, basis, unit, leader, officer.person, now)
    case.record(OldCaseListed(ground, unit, leader, officer.person, now))
    return case.old_case


def clear_case(case: SupervisedCase, officer: Officer, evidence: str, now: datetime) -> OldCase:
    """销号. Not listed => NotAnOldCase. Something is missing => OldCaseNotSettled.

    Dissatisfied => PetitionerDissatisfied; a promise not kept => PromiseNotKept. An anonymous petitioner can be asked
    nothing: the evidence stands alone.
    """
    listed = _listed(case)
    if missing := case.missing_for_report:
        raise OldCaseNotSettled("case_no", missing="、".join(MISSING_ZH.get(one.code, one.code) for one in missing))
    if case.registration is None or not case.registration.anonymous:
        answer = case.current_follow_up.result if case.current_follow_up else None
        check_result(ReportResult.RESOLVED, answer, case.round)
    listed.state = OldCaseState.CLEARED
    listed.ending = OldCaseEnding(evidence, officer.person, now)
    case.record(OldCaseCleared(listed.ground, listed.unit, officer.person, now))
    return listed


def withdraw_listing(case: SupervisedCase, officer: Officer, reason: str, now: datetime) -> OldCase:
    """It should not have been listed, for a reason that stays on record. Not listed => NotAnOldCase."""
    listed = _listed(case)
    listed.state = OldCaseState.WITHDRAWN
    listed.ending = OldCaseEnding(reason, officer.person, now)
    case.record(OldCaseWithdrawn(listed.ground, listed.unit, officer.person, now))
    return listed


def _listed(case: SupervisedCase) -> OldCase:
    if case.old_case is None or case.old_case.state is not OldCaseState.OPEN:
        raise NotAnOldCase("case_no")
    return case.old_case


def _missed_a_limit(case: SupervisedCase) -> bool:
    return any(clock.kind in LIMITS_OF_HANDLING and clock.missed_at is not None for clock in case.clocks.values())
