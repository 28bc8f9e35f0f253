"""Use cases of officers: follow a case up, order it to be handled again, report a matter handed down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_supervision.application import derived_clocks, suggesting
from petition_supervision.application.ports import Work
from petition_supervision.domain.answers import Method, RehandlingReason, ReportResult, Score
from petition_supervision.domain.follow_up import Attempt, FollowUp
from petition_supervision.domain.supervised_case import SupervisedCase


@dataclass(frozen=True)
class RecordFollowUp:
    """回访: what an officer learnt from the petitioner, or could not learn."""

    case_no: str
    officer: str
    officer_unit: str
    method: Method
    reached: bool
    score: Score | None = None
    reason: str | None = None
    promise_kept: bool | None = None


@dataclass(frozen=True)
class OrderRehandling:
    """责成重新办理: by when, and why."""

    case_no: str
    ordered_by: str
    due_on: date
    reason_code: RehandlingReason


@dataclass(frozen=True)
class ReportHandDown:
    """上报办结报告: with what result."""

    case_no: str
    reported_by: str
    result: ReportResult


def record_follow_up(work: Work, command: RecordFollowUp) -> tuple[SupervisedCase, FollowUp]:
    """Keep what the petitioner answered, or that nobody answered.

    Refusals: NothingToFollowUp, AnonymousPetitioner, OfficerOfHandlingUnit, FollowUpAlreadyRecorded, ScoreRequired,
    AnswerWithoutContact, ReasonRequired.
    """
    case = work.cases.require(command.case_no)
    attempt = Attempt(
        officer=command.officer,
        officer_unit=command.officer_unit,
        method=command.method,
        reached=command.reached,
        score=command.score,
        reason=command.reason,
        promise_kept=command.promise_kept,
        at=work.now,
    )
    follow_up = case.record_follow_up(attempt)
    suggesting.followed_up(work, case, follow_up.unit, attempt)
    if attempt.promise_kept:
        derived_clocks.carried_out(work, case, work.now)
    work.cases.save(case)
    return case, follow_up


def order_rehandling(work: Work, command: OrderRehandling) -> SupervisedCase:
    """Order the unit that handled the case to handle it again; assignment opens the round.

    Refusals: FollowUpPending, PetitionerNotDissatisfied, RehandlingAlreadyOrdered, DueDateNotAhead, DueDateTooFar.
    """
    case = work.cases.require(command.case_no)
    case.order_rehandling(command.ordered_by, command.due_on, command.reason_code, work.now, work.settings)
    work.cases.save(case)
    return case


def report_hand_down(work: Work, command: ReportHandDown) -> SupervisedCase:
    """Send the report of a matter handed down to its issuer.

    Refusals: NotHandedDown, AlreadyReported, OpinionNotDelivered, CaseNotConfirmed, FollowUpMissing, PromiseNotKept,
    PetitionerDissatisfied.
    """
    case = work.cases.require(command.case_no)
    case.report_hand_down(command.result, command.reported_by, work.now, work.units.get())
    work.cases.save(case)
    return case
