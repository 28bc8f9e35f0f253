"""What a decision on a review must be made of, and what follows for the opinion that is given anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from petition_assignment.domain.review import FINAL, LATE, REDONE, REVIEW_OUTCOME_ZH, Finality, Review
from petition_assignment.domain.review_commands import DecideReview
from petition_assignment.domain.review_errors import (
    ChangedOutcomeRequired,
    DecisionPartNotAllowed,
    MatterNotFinal,
    RedoDateRequired,
    RequestNotLate,
    SameOutcomeAgain,
)
from petition_assignment.domain.routing import after_today
from petition_assignment.domain.vocabulary import Outcome, ReviewOutcome


def check_decision(command: DecideReview, review: Review, now: datetime) -> date | None:
    """The date by which the opinion is given anew, None where it is not.

    变更 without an outcome, or to the outcome there was  => ChangedOutcomeRequired.
    撤销, 责令重新作出 without a date                      => RedoDateRequired; not ahead => DateNotAfterToday.
    Either of the two with another decision               => DecisionPartNotAllowed.
    """
    if command.outcome is ReviewOutcome.CHANGED:
        if command.changed_to in (None, review.outcome):
            raise ChangedOutcomeRequired("changed_to", outcome=review.outcome.value)
    elif command.changed_to is not None:
        raise _out_of_place("changed_to", command)
    if command.outcome in REDONE:
        if command.due_on is None:
            raise RedoDateRequired("due_on")
        return after_today("due_on", command.due_on, now)
    if command.due_on is not None:
        raise _out_of_place("due_on", command)
    return None


def check_decline_reason(reason: str, review: Review, final: Finality | None) -> None:
    """第三十五条、第三十六条: in time => not declined as late. Not final => not declined as final."""
    if reason == LATE and not review.late:
        raise RequestNotLate("reason_code")
    if reason == FINAL and final is None:
        raise MatterNotFinal("reason_code")


def check_new_outcome(outcome: Outcome, round: int, reviews: Iterable[Review]) -> None:
    """An opinion given anew after a review does not come to the same outcome => SameOutcomeAgain."""
    if any(review.forbids(outcome, round) for review in reviews):
        raise SameOutcomeAgain("outcome", outcome=outcome.value)


def _out_of_place(part: str, command: DecideReview) -> DecisionPartNotAllowed:
    return DecisionPartNotAllowed(part, part=part, outcome=f"{command.outcome} {REVIEW_OUTCOME_ZH[command.outcome]}")
