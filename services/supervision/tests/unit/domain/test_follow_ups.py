"""逐件回访: every closed round is followed up once, by somebody who did not handle the case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from supervision_builders import (
    BUREAU,
    CASE_NO,
    DAY,
    DUE,
    HANDLER,
    INSPECTION,
    LEADERSHIP,
    SETTINGS,
    START,
    TOWNSHIP,
    UNITS,
    a_case,
    an_attempt,
    closed,
    handled,
    nobody_reached,
    told,
)

from petition_supervision.domain.answers import Score
from petition_supervision.domain.case_facts import ClosedHow, Closing, Registration
from petition_supervision.domain.errors import (
    AnonymousPetitioner,
    AnswerWithoutContact,
    FactOutOfPlace,
    FollowUpAlreadyRecorded,
    NothingToFollowUp,
    OfficerOfHandlingUnit,
    ReasonRequired,
    ScoreRequired,
)
from petition_supervision.domain.events import FollowUpDue, FollowUpOverdue, FollowUpRecorded
from petition_supervision.domain.supervised_case import SupervisedCase

CLOSED_AT = datetime(2026, 4, 1, 2, 30, tzinfo=UTC)
FIFTEEN_DAYS_LATER = datetime(2026, 4, 16, 16, 0, tzinfo=UTC)


def test_a_confirmed_case_is_to_be_followed_up_within_fifteen_days_of_its_closing() -> None:
    case = closed(handled(a_case()), CLOSED_AT)

    assert told(case, FollowUpDue) == [FollowUpDue(CLOSED_AT, HANDLER, FIFTEEN_DAYS_LATER, 1)]


def test_a_matter_settled_on_the_spot_is_followed_up_too_and_who_registered_it_handled_it() -> None:
    case = a_case(unit=TOWNSHIP)

    case.close(Closing(1, None, CLOSED_AT, ClosedHow.ON_SPOT), SETTINGS)

    assert told(case, FollowUpDue) == [FollowUpDue(CLOSED_AT, TOWNSHIP, FIFTEEN_DAYS_LATER, 1)]
    assert case.handlers == [TOWNSHIP]


def test_a_round_is_closed_and_followed_up_once() -> None:
    with pytest.raises(FactOutOfPlace):
        closed(closed(handled(a_case())))


def test_an_anonymous_petitioner_cannot_be_followed_up() -> None:
    case = closed(handled(a_case(anonymous=True)))

    assert told(case, FollowUpDue) == []
    with pytest.raises(AnonymousPetitioner):
        case.record_follow_up(an_attempt())


def test_a_withdrawn_petition_is_not_followed_up() -> None:
    case = a_case()

    case.withdraw(CLOSED_AT)

    assert case.withdrawn_at == CLOSED_AT
    with pytest.raises(NothingToFollowUp):
        case.record_follow_up(an_attempt())


def test_facts_of_two_services_in_any_order_lead_to_the_same_follow_ups() -> None:
    def register(case: SupervisedCase) -> None:
        case.register(Registration(BUREAU, START, False), None, UNITS, SETTINGS)

    outcomes = []
    for order in set(permutations([register, handled, closed], 3)):
        if order.index(handled) < order.index(closed):
            case = SupervisedCase(CASE_NO)
            for fact in order:
                fact(case)
            outcomes.append((case.follow_ups, case.handlers, case.round, case.version))

    assert len(outcomes) == 3
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_a_petition_is_registered_once() -> None:
    with pytest.raises(FactOutOfPlace):
        a_case().register(Registration(BUREAU, START, False), None, UNITS, SETTINGS)


def test_an_answer_ends_the_follow_up_and_is_told_without_the_petitioners_words() -> None:
    case = closed(handled(a_case()))

    case.record_follow_up(an_attempt(Score.DISSATISFIED, reason="路没有修", promise_kept=False))

    (recorded,) = told(case, FollowUpRecorded)
    assert recorded.score is Score.DISSATISFIED
    assert (recorded.officer, recorded.officer_unit, recorded.unit) == ("P0019", BUREAU, HANDLER)
    assert "路没有修" not in repr(recorded)
    assert case.current_follow_up is not None and not case.current_follow_up.is_pending


def test_nobody_reached_keeps_it_pending_and_counts_the_attempt() -> None:
    case = closed(handled(a_case()))

    case.record_follow_up(nobody_reached())
    case.record_follow_up(nobody_reached())
    follow_up = case.record_follow_up(an_attempt())

    assert [(event.attempt, event.reached) for event in told(case, FollowUpRecorded)] == [
        (1, False),
        (2, False),
        (3, True),
    ]
    assert not follow_up.is_pending


def test_an_answer_is_neither_changed_nor_recorded_twice() -> None:
    case = closed(handled(a_case()))
    case.record_follow_up(an_attempt())

    for again in (an_attempt(), an_attempt(Score.DISSATISFIED), nobody_reached()):
        with pytest.raises(FollowUpAlreadyRecorded):
            case.record_follow_up(again)


@pytest.mark.parametrize("officer_unit", [HANDLER, "dept_water"])
def test_no_unit_that_handled_the_case_in_any_round_calls_back_itself(officer_unit: str) -> None:
    case = handled(a_case(), "dept_water")
    case.take_on(HANDLER)
    closed(case)

    with pytest.raises(OfficerOfHandlingUnit):
        case.record_follow_up(an_attempt(officer_unit=officer_unit))
    case.record_follow_up(an_attempt(officer_unit=INSPECTION))


def test_a_matter_the_bureau_settled_itself_is_followed_up_by_another_unit() -> None:
    case = a_case(unit=BUREAU)
    case.close(Closing(1, BUREAU, CLOSED_AT, ClosedHow.ON_SPOT), SETTINGS)

    with pytest.raises(OfficerOfHandlingUnit):
        case.record_follow_up(an_attempt(officer_unit=BUREAU))
    assert not case.record_follow_up(an_attempt(officer_unit=INSPECTION)).is_pending


@pytest.mark.parametrize(
    ("attempt", "refusal"),
    [
        (an_attempt(score=None), ScoreRequired),
        (an_attempt(Score.DISSATISFIED, reason=""), ReasonRequired),
        (an_attempt(Score.DISSATISFIED, reason="  "), ReasonRequired),
        (an_attempt(Score.SATISFIED, reached=False, promise_kept=None), AnswerWithoutContact),
        (an_attempt(None, reached=False, reason="无人接听", promise_kept=None), AnswerWithoutContact),
        (an_attempt(None, reached=False, promise_kept=False), AnswerWithoutContact),
    ],
)
def test_an_answer_must_fit_whether_somebody_was_reached(attempt: object, refusal: type[Exception]) -> None:
    case = closed(handled(a_case()))
    before = case.version

    with pytest.raises(refusal):
        case.record_follow_up(attempt)
    assert case.version == before


@pytest.mark.parametrize("score", [Score.SATISFIED, Score.BASICALLY_SATISFIED])
def test_a_content_petitioner_need_not_say_why(score: Score) -> None:
    assert not closed(handled(a_case())).record_follow_up(an_attempt(score)).is_pending


def test_a_follow_up_not_made_in_time_is_told_once_with_who_owes_it() -> None:
    case = closed(handled(a_case()), CLOSED_AT)

    case.fire("follow_up#1", FIFTEEN_DAYS_LATER, UNITS)

    assert told(case, FollowUpOverdue) == [
        FollowUpOverdue(CLOSED_AT, HANDLER, FIFTEEN_DAYS_LATER, BUREAU, LEADERSHIP, 1)
    ]
    with pytest.raises(FactOutOfPlace):
        case.fire("follow_up#1", FIFTEEN_DAYS_LATER + DAY, UNITS)


def test_a_follow_up_is_not_overdue_before_its_time_or_after_it_was_made() -> None:
    case = closed(handled(a_case()), CLOSED_AT)

    with pytest.raises(FactOutOfPlace):
        case.fire("follow_up#1", FIFTEEN_DAYS_LATER - timedelta(milliseconds=1), UNITS)
    case.record_follow_up(an_attempt())
    with pytest.raises(FactOutOfPlace):
        case.fire("follow_up#1", DUE + 90 * DAY, UNITS)
