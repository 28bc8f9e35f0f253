"""Use cases of the suggestions to supervise: which facts make one, and what a person does about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from petition_supervision.application.ports import Work
from petition_supervision.application.supervising import open_supervision
from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.conduct import Fact
from petition_supervision.domain.derived_clocks import CARRY_OUT, PERFORMANCE
from petition_supervision.domain.follow_up import Attempt
from petition_supervision.domain.suggestion import Suggestion, suggestion_number
from petition_supervision.domain.suggestion_events import Cause
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.watched_clock import ClockState, WatchedClock

OVERTURNED = frozenset({"revoked", "changed", "ordered_anew"})
REDONE = frozenset({"revoked", "ordered_anew"})
WRONG = frozenset({"facts_unclear", "basis_wrong", "procedure_wrong"})
OF_A_REVIEW = "review"
"""What a clock is about that a review set: the opinion is to be given anew by its date."""


def suggest(work: Work, case: SupervisedCase, cause: Cause, unit: str | None, facts: Sequence[Fact]) -> None:
    """Suggest it once for the case; `unit` None => nobody has the case, and nothing is suggested."""
    number = suggestion_number(case.case_no, cause)
    if unit is None or number in case.conduct.suggested:
        return
    case.conduct.suggested.append(number)
    work.suggestions.save(Suggestion.make(case.case_no, cause, unit, list(facts), work.now))


def objected(work: Work, case: SupervisedCase, unit: str, at: datetime) -> None:
    """推诿: the case is sent back and forth (第二十八条: 不得推诿); about the unit that objected last."""
    objections = case.conduct.objections
    objections.append(Fact("objection_raised", at))
    if len(objections) >= work.settings.suggest_objections:
        suggest(work, case, Cause.OBJECTED_TWICE, unit, objections)


def returned(work: Work, case: SupervisedCase, reason_code: str | None, at: datetime) -> None:
    """敷衍: returned again and again. Returned for facts, basis or procedure => the answer was wrong."""
    fact = Fact("case_returned", at)
    returns = case.conduct.returns
    returns.append(fact)
    if len(returns) >= work.settings.suggest_returns:
        suggest(work, case, Cause.RETURNED_TWICE, case.responsible_unit, returns)
    if reason_code in WRONG:
        suggest(work, case, Cause.RETURNED_AS_WRONG, case.responsible_unit, [fact])


def look(work: Work, case: SupervisedCase) -> None:
    """拖延: nothing moved for so many working days, and no clock stands still."""
    paused = any(clock.state is ClockState.PAUSED for clock in case.clocks.values())
    if case.conduct.stands_still(work.now, paused, work.settings.suggest_still_working_days):
        since = case.conduct.moved_at
        facts = [Fact("no_movement_since", since)] if since else []
        suggest(work, case, Cause.NO_MOVEMENT, case.responsible_unit, facts)


def missed(work: Work, case: SupervisedCase, clock: WatchedClock) -> None:
    """不执行: the day by which an opinion, an agreement or a review was to be followed is over."""
    cause = {CARRY_OUT: Cause.OPINION_NOT_CARRIED_OUT, PERFORMANCE: Cause.AGREEMENT_NOT_PERFORMED}.get(clock.kind)
    if clock.about == OF_A_REVIEW:
        cause = Cause.REVIEW_NOT_FOLLOWED
    if cause is not None:
        suggest(work, case, cause, clock.unit, [Fact("deadline_missed", clock.due_at)])


def not_carried_out(work: Work, case: SupervisedCase, unit: str, at: datetime) -> None:
    """Somebody looked, and what the opinion supports was not carried out."""
    suggest(work, case, Cause.OPINION_NOT_CARRIED_OUT, unit, [Fact("opinion_execution_recorded", at)])


def not_performed(work: Work, case: SupervisedCase, unit: str, at: datetime) -> None:
    """Somebody looked, and the agreement was not performed."""
    suggest(work, case, Cause.AGREEMENT_NOT_PERFORMED, unit, [Fact("agreement_performance_recorded", at)])


def reviewed(work: Work, case: SupervisedCase, outcome: str, at: datetime) -> None:
    """撤销、变更、责令重新作出: the answer was wrong in facts, basis or procedure."""
    if outcome in OVERTURNED:
        suggest(work, case, Cause.REVIEW_OVERTURNED, case.responsible_unit, [Fact("review_decided", at)])
    case.conduct.redo_ordered = outcome in REDONE


def followed_up(work: Work, case: SupervisedCase, unit: str, attempt: Attempt) -> None:
    """虚报: finished was reported, and the petitioner says that the promise was not kept."""
    if attempt.promise_kept is False:
        cause = Cause.RESOLVED_CONTRADICTED if _was_called_resolved(case) else Cause.PROMISE_NOT_KEPT
        suggest(work, case, cause, unit, [*_closed(case), Fact("follow_up_recorded", attempt.at)])


def filed_again(work: Work, case: SupervisedCase, at: datetime) -> None:
    """Reported upwards as resolved, and the same matter was filed again after that."""
    reported_at = case.hand_down.reported_at if case.hand_down else None
    if reported_at is not None and _was_called_resolved(case) and at > reported_at:
        facts = [Fact("report_sent_up", reported_at), Fact("petition_linked", at)]
        suggest(work, case, Cause.RESOLVED_CONTRADICTED, case.responsible_unit, facts)


def _was_called_resolved(case: SupervisedCase) -> bool:
    return case.hand_down is not None and case.hand_down.result is ReportResult.RESOLVED


def _closed(case: SupervisedCase) -> list[Fact]:
    return [Fact("case_confirmed", case.closings[-1].closed_at)] if case.closings else []


def open_suggested_supervision(
    work: Work, officer: Officer, suggestion_no: str, owner: str | None, due_on: date
) -> Suggestion:
    """A person puts the unit on the ledger for what was suggested.

    Refusals: SuggestionDecided, OwnUnitSupervised, UnitUnknown, SupervisionAlreadyOpen, DueDateNotAhead.
    """
    suggestion = work.suggestions.require(suggestion_no)
    suggestion.check_decidable(officer)
    item = open_supervision(work, officer, suggestion.trigger, suggestion.unit, suggestion.case_no, owner, due_on)
    suggestion.take_up(officer, item.supervision_no, work.now)
    work.suggestions.save(suggestion)
    return suggestion


def dismiss_suggestion(work: Work, officer: Officer, suggestion_no: str, reason: str) -> Suggestion:
    """Refusals: SuggestionDecided, OwnUnitSupervised."""
    suggestion = work.suggestions.require(suggestion_no)
    suggestion.dismiss(officer, reason, work.now)
    work.suggestions.save(suggestion)
    return suggestion
