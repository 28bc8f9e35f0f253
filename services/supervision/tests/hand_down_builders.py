"""Matters handed down and old cases for tests, taken as far as a test needs them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from leader_builders import CLERK, PEOPLE
from supervision_builders import CASE_NO, DAY, DUE, HANDLER, ISSUED, a_case, a_clock, an_attempt, closed, handled
from supervision_fakes import FakeWork

from petition_supervision.application import duties, hand_down_work, old_cases
from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.hand_down_terms import IssuerVerdict, ResolutionMethod
from petition_supervision.domain.old_case_terms import OldCaseGround
from petition_supervision.domain.supervised_case import SupervisedCase

NOW = DUE + 3 * DAY
"""2026-03-21, 00:00 in Pengyang."""
TODAY = date(2026, 3, 21)
AHEAD = date(2026, 7, 1)
Step = Callable[[FakeWork], SupervisedCase]


def county(handed_down: bool = True, done: bool = True, **answer: object) -> FakeWork:
    """One case, handed down or not; `done`: confirmed and followed up."""
    work = FakeWork(NOW)
    work.people = dict(PEOPLE)
    case = handled(a_case(ISSUED if handed_down else None))
    case.start_clock(a_clock("K5", "K5"))
    if done:
        closed(case).record_follow_up(an_attempt(**answer))
    case.pending.clear()
    work.cases.save(case)
    return work


def miss_the_limit(work: FakeWork) -> None:
    """Its K5 runs out."""
    case = work.cases.require(CASE_NO)
    while case.clocks["K5"].missed_at is None:
        case.fire("K5", DUE, work.units.get())
    work.cases.save(case)


def details(leader: str = "P0001", issued_on: date | None = None) -> Step:
    return lambda work: hand_down_work.set_hand_down_details(
        work, CLERK, CASE_NO, leader, ResolutionMethod.MEDIATION, issued_on
    )


def report(result: ReportResult = ReportResult.RESOLVED) -> Step:
    return lambda work: duties.report_hand_down(work, duties.ReportHandDown(CASE_NO, CLERK.person, result))


def verdict(found: IssuerVerdict, on: date = TODAY, due: date | None = None, reason: str | None = None) -> Step:
    return lambda work: hand_down_work.record_issuer_verdict(work, CLERK, CASE_NO, found, on, due, reason)


def confirmed(on: date = TODAY) -> Step:
    return verdict(IssuerVerdict.CONFIRMED, on)


def sent_back(due: date | None = AHEAD, reason: str | None = "佐证不足", on: date = TODAY) -> Step:
    return verdict(IssuerVerdict.SENT_BACK, on, due, reason)


def reopened(due: date = AHEAD) -> Step:
    return lambda work: hand_down_work.reopen_hand_down(work, CLERK, CASE_NO, "出现新的票据", due)


def listed(
    ground: OldCaseGround = OldCaseGround.REPEATED_AFTER_REVIEW, leader: str = "P0001", unit: str = HANDLER
) -> Step:
    return lambda work: old_cases.list_old_case(work, CLERK, CASE_NO, ground, "复核后又来访三次", unit, leader)


def cleared() -> Step:
    return lambda work: old_cases.clear_old_case(work, CLERK, CASE_NO, "协议已履行，有收据")


def withdrawn() -> Step:
    return lambda work: old_cases.withdraw_old_case(work, CLERK, CASE_NO, "与另一件重复列入")


def done(work: FakeWork, *steps: Step) -> SupervisedCase:
    for step in steps:
        step(work)
    return work.cases.require(CASE_NO)
