"""不满意的责成重新办理: on the same case, in a further round with a due date of its own, followed up again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from supervision_builders import (
    BUREAU,
    CASE_NO,
    DAY,
    DUE,
    HANDLER,
    SETTINGS,
    START,
    TOWNSHIP,
    UNITS,
    a_case,
    a_clock,
    an_attempt,
    closed,
    handled,
    nobody_reached,
    told,
)

from petition_supervision.domain.answers import RehandlingReason, Score
from petition_supervision.domain.case_facts import ClosedHow, Closing, Registration
from petition_supervision.domain.errors import (
    DueDateNotAhead,
    DueDateTooFar,
    FactOutOfPlace,
    FollowUpPending,
    PetitionerNotDissatisfied,
    RehandlingAlreadyOrdered,
    UnitComplainedOf,
)
from petition_supervision.domain.events import FollowUpDue, RehandlingOrdered
from petition_supervision.domain.supervised_case import SupervisedCase

NOW = DUE + 2 * DAY
TODAY = date(2026, 3, 20)
REASON = RehandlingReason.RESULT_NOT_CARRIED_OUT


def dissatisfied(case: SupervisedCase) -> SupervisedCase:
    case.record_follow_up(an_attempt(Score.DISSATISFIED, promise_kept=False))
    return case


def order(case: SupervisedCase, due_on: date = TODAY + 20 * DAY) -> None:
    case.order_rehandling("P0018", due_on, REASON, NOW, SETTINGS)


def test_a_dissatisfied_petitioner_gets_the_case_handled_again_by_the_same_unit() -> None:
    case = dissatisfied(closed(handled(a_case())))

    order(case, date(2026, 4, 9))

    assert told(case, RehandlingOrdered) == [RehandlingOrdered("P0018", HANDLER, date(2026, 4, 9), 2, REASON, NOW)]


def test_a_matter_settled_on_the_spot_goes_back_to_who_settled_it() -> None:
    case = a_case(unit=TOWNSHIP)
    case.close(Closing(1, None, DUE, ClosedHow.ON_SPOT), SETTINGS)
    dissatisfied(case)

    order(case)

    assert case.orders[-1].unit == TOWNSHIP


def test_the_next_closing_is_followed_up_a_second_time() -> None:
    case = dissatisfied(closed(handled(a_case())))
    order(case)
    case.open_round(2, HANDLER)
    closed(handled(case), NOW + 20 * DAY)

    case.record_follow_up(an_attempt())

    assert [event.round for event in told(case, FollowUpDue)] == [1, 2]
    assert [one.is_pending for one in case.follow_ups] == [False, False]


def test_still_dissatisfied_in_the_second_round_leads_to_a_third() -> None:
    case = dissatisfied(closed(handled(a_case())))
    order(case)
    case.open_round(2, HANDLER)
    dissatisfied(closed(handled(case)))

    order(case)

    assert [one.round for one in case.orders] == [2, 3]


def test_the_petitioners_time_to_ask_for_a_review_runs_on() -> None:
    case = closed(handled(a_case()))
    case.start_clock(a_clock("K7", "K7", unit="petitioner", due_at=DUE + 30 * DAY))
    before = case.clocks["K7"].next_at
    dissatisfied(case)

    order(case)

    assert case.clocks["K7"].next_at == before


@pytest.mark.parametrize("score", [Score.SATISFIED, Score.BASICALLY_SATISFIED])
def test_a_content_petitioner_is_no_ground(score: Score) -> None:
    case = closed(handled(a_case()))
    case.record_follow_up(an_attempt(score))

    with pytest.raises(PetitionerNotDissatisfied):
        order(case)


def test_nothing_is_ordered_before_the_petitioner_was_asked() -> None:
    case = handled(a_case())
    with pytest.raises(FollowUpPending):
        order(case)
    closed(case)
    case.record_follow_up(nobody_reached())
    with pytest.raises(FollowUpPending):
        order(case)


def test_one_order_for_each_round() -> None:
    case = dissatisfied(closed(handled(a_case())))
    order(case)

    with pytest.raises(RehandlingAlreadyOrdered):
        order(case)


@pytest.mark.parametrize(
    ("days_ahead", "refusal"), [(-1, DueDateNotAhead), (0, DueDateNotAhead), (1, None), (60, None), (61, DueDateTooFar)]
)
def test_the_due_date_lies_ahead_and_within_sixty_days(days_ahead: int, refusal: type[Exception] | None) -> None:
    case = dissatisfied(closed(handled(a_case())))
    due_on = TODAY + timedelta(days=days_ahead)

    if refusal is None:
        order(case, due_on)
        assert case.orders[-1].due_on == due_on
    else:
        with pytest.raises(refusal):
            order(case, due_on)


@pytest.mark.parametrize("round", [1, 3])
def test_a_round_follows_the_one_before(round: int) -> None:
    with pytest.raises(FactOutOfPlace):
        a_case().open_round(round, HANDLER)


def test_a_unit_that_takes_a_case_on_twice_is_listed_once() -> None:
    case = handled(handled(a_case()))

    assert case.handlers == [HANDLER]


@pytest.mark.parametrize(("complained_of", "refused"), [(HANDLER, True), (TOWNSHIP, False), (None, False)])
def test_nobody_is_ordered_to_handle_again_what_complains_of_it(complained_of: str | None, refused: bool) -> None:
    case = SupervisedCase(CASE_NO)
    case.register(Registration(BUREAU, START, False, complained_of), None, UNITS, SETTINGS)
    dissatisfied(closed(handled(case)))
    if refused:
        with pytest.raises(UnitComplainedOf):
            order(case)
        assert case.orders == []
    else:
        order(case)
        assert case.orders[-1].unit == HANDLER
