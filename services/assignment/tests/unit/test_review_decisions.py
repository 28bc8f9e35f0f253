"""第三十五条、第三十六条: decide, deliver; redo with another outcome; those who took part keep out (第二十八条)."""

from datetime import date

import pytest
from assignment_review import ReviewWorld, a_decision, a_handing_over, an_accepting
from assignment_world import CASE, a_delivery, a_responsibility, an_opinion, on

from petition_assignment.application import following, timekeeping
from petition_assignment.domain import errors, events, review_errors, review_events
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.review import ReviewState
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Outcome, ReviewLevel, ReviewOutcome

REDO = {"due_on": date(2026, 4, 30)}


def test_a_decision_is_a_paper_and_its_reasons_are_not_told():
    world = ReviewWorld().taken_up().do(a_decision(), "leader1")
    decided = world.events[-1]
    assert isinstance(decided, review_events.ReviewDecided)
    assert (decided.outcome, decided.changed_to, decided.document_no) == ("upheld", None, "彭政复查〔2026〕1号")
    paper = world.papers[-1]
    assert paper.kind is PaperKind.REVIEW_OPINION
    assert set(paper.text) == {"reasons", "legal_basis"}
    assert not {"reasons", "legal_basis"} & set(vars(decided))


@pytest.mark.parametrize("part", ["reasons", "legal_basis", "document_no"])
def test_a_decision_without_reasons_basis_or_number_is_refused(part: str):
    with pytest.raises(errors.TextRequired) as refused:
        ReviewWorld().taken_up().do(a_decision(**{part: " "}), "leader1")
    assert refused.value.field == part


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"outcome": ReviewOutcome.CHANGED}, review_errors.ChangedOutcomeRequired),
        (
            {"outcome": ReviewOutcome.CHANGED, "changed_to": Outcome.SUPPORT},
            review_errors.ChangedOutcomeRequired,
        ),
        ({"outcome": ReviewOutcome.UPHELD, "changed_to": Outcome.EXPLAIN}, review_errors.DecisionPartNotAllowed),
        ({"outcome": ReviewOutcome.UPHELD, **REDO}, review_errors.DecisionPartNotAllowed),
        ({"outcome": ReviewOutcome.REVOKED}, review_errors.RedoDateRequired),
        ({"outcome": ReviewOutcome.ORDERED_ANEW}, review_errors.RedoDateRequired),
        ({"outcome": ReviewOutcome.REVOKED, "due_on": date(2026, 3, 10)}, errors.DateNotAfterToday),
    ],
)
def test_a_decision_has_the_parts_its_outcome_asks_for_and_no_other(changes: dict, refusal: type[errors.Refused]):
    world = ReviewWorld().taken_up()
    version = world.case.version
    with pytest.raises(refusal):
        world.do(a_decision(**changes), "leader1")
    assert world.case.version == version


@pytest.mark.parametrize(("day", "clock", "met"), [("2026-04-09", "23:59", True), ("2026-04-10", "00:00", False)])
def test_a_review_is_answered_with_its_delivery_within_thirty_days(day: str, clock: str, met: bool):
    world = ReviewWorld().taken_up().move_to(on("2026-03-31")).do(a_decision(), "leader1")
    assert world.clock("K8").runs
    world.move_to(on(day, clock)).do(a_handing_over(world.today), "leader1")
    assert (world.clock("K8").met, world.clock("K8").stop_reason) == (met, "review_delivered")


def test_a_receipt_that_comes_back_late_does_not_make_a_delivery_in_time_late():
    world = ReviewWorld().taken_up().do(a_decision(), "leader1").move_to(on("2026-04-20"))
    world.do(a_handing_over(date(2026, 4, 9)), "leader1")
    assert world.clock("K8").met


@pytest.mark.parametrize(("day", "clock", "met"), [("2026-04-20", "23:59", True), ("2026-04-21", "00:00", False)])
def test_a_re_review_is_decided_within_thirty_days(day: str, clock: str, met: bool):
    world = ReviewWorld().re_review_taken_up().move_to(on(day, clock)).decided_by_the_city()
    assert (world.clock("K10").met, world.clock("K10").stop_reason) == (met, "review_decided")


@pytest.mark.parametrize(
    ("day", "possible"), [("2026-03-09", False), ("2026-03-10", True), ("2026-03-12", True), ("2026-03-13", False)]
)
def test_a_decision_is_delivered_between_its_own_day_and_today(day: str, possible: bool):
    world = ReviewWorld().taken_up().do(a_decision(), "leader1").move_to(on("2026-03-12"))
    command = a_handing_over(date.fromisoformat(day))
    if possible:
        assert world.do(command, "leader1").review.delivery.delivered_on == command.delivered_on
    else:
        with pytest.raises(errors.DeliveryDateImpossible):
            world.do(command, "leader1")


def test_delivery_tells_the_last_day_to_ask_for_a_re_review():
    world = ReviewWorld().reviewed()
    delivered, stopped, started = world.events[-3:]
    assert isinstance(delivered, review_events.ReviewDelivered) and isinstance(stopped, events.ClockStopped)
    assert delivered.remedy_until == date(2026, 4, 9)
    assert (started.clock_id, started.unit, started.nature) == ("K9", "petitioner", "right")


def test_the_right_to_a_re_review_lapses_and_is_no_breach():
    world = ReviewWorld().reviewed().move_to(on("2026-04-10", "00:00"))
    assert timekeeping.lapse_rights(world.desk, 10) == 1
    assert (world.clock("K9").stop_reason, world.clock("K9").met) == ("lapsed", True)


# -- redone --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", [ReviewOutcome.REVOKED, ReviewOutcome.ORDERED_ANEW])
def test_what_is_revoked_or_ordered_anew_opens_a_further_round_of_the_same_unit(outcome: ReviewOutcome):
    world = ReviewWorld().taken_up().do(a_decision(outcome=outcome, **REDO), "leader1")
    opened = world.told(events.RoundOpened)[-1]
    assert (opened.round, opened.unit, opened.ordered_by, opened.due_on) == (
        2,
        "dept_water",
        "leader1",
        date(2026, 4, 30),
    )
    assert (world.case.state, world.case.open, world.case.round) == (State.IN_HANDLING, True, 2)
    assert world.clock("REHANDLING").due_at == on("2026-05-01", "00:00")


@pytest.mark.parametrize("outcome", [ReviewOutcome.UPHELD, ReviewOutcome.CHANGED])
def test_what_is_upheld_or_changed_leaves_the_case_closed(outcome: ReviewOutcome):
    changed_to = Outcome.EXPLAIN if outcome is ReviewOutcome.CHANGED else None
    world = ReviewWorld().taken_up().do(a_decision(outcome=outcome, changed_to=changed_to), "leader1")
    assert (world.case.state, world.case.round) == (State.CONFIRMED, 1)


def test_the_opinion_given_anew_does_not_come_to_the_same_outcome():
    world = ReviewWorld().reviewed(outcome=ReviewOutcome.ORDERED_ANEW, **REDO)
    with pytest.raises(review_errors.SameOutcomeAgain) as refused:
        world.do(an_opinion(outcome=Outcome.SUPPORT), "water_handler")
    assert refused.value.field == "outcome"
    world.do(an_opinion(outcome=Outcome.EXPLAIN), "water_handler")
    world.do(a_delivery(delivered_on=world.today, receipt_no="回执2号"), "water_handler")
    assert world.clock("K7#2").runs


def test_a_round_ordered_for_another_reason_may_come_to_the_same_outcome():
    world = ReviewWorld().confirmed().order_rehandling()
    world.do(an_opinion(outcome=Outcome.SUPPORT), "water_handler")
    assert world.case.state is State.OPINION_ISSUED


def test_a_round_already_in_hand_is_bound_by_the_decision_and_no_other_is_opened():
    world = ReviewWorld().taken_up()
    world.order_rehandling()
    world.do(a_decision(outcome=ReviewOutcome.REVOKED, **REDO), "leader1")
    assert (world.case.round, world.review.redo_round) == (2, 2)
    assert [clock.clock_id for clock in world.case.clocks if clock.kind == "REHANDLING"] == [
        "REHANDLING",
        "REHANDLING#2",
    ]
    with pytest.raises(review_errors.SameOutcomeAgain):
        world.do(an_opinion(outcome=Outcome.SUPPORT), "water_handler")


def test_a_re_review_looks_at_the_outcome_the_review_changed_it_to():
    world = ReviewWorld().re_review_requested(outcome=ReviewOutcome.CHANGED, changed_to=Outcome.NOT_SUPPORT)
    assert world.review.outcome is Outcome.NOT_SUPPORT


def test_the_second_opinion_can_be_reviewed_like_the_first():
    world = ReviewWorld().reviewed(outcome=ReviewOutcome.ORDERED_ANEW, **REDO)
    world.do(an_opinion(outcome=Outcome.EXPLAIN), "water_handler")
    world.do(a_delivery(delivered_on=world.today, receipt_no="回执2号"), "water_handler")
    world.ask(round=2)
    assert (world.review.round, world.review.outcome, world.review.level) == (2, Outcome.EXPLAIN, ReviewLevel.REVIEW)
    assert world.clock("K7#2").stop_reason == "review_requested"


# -- recusal -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("person", "may"), [("leader1", False), ("leader2", True)])
def test_who_led_the_handling_keeps_out_of_its_review(person: str, may: bool):
    world = ReviewWorld().accepted().do(a_responsibility(lead_leader="leader1"), "water_handler")
    world.do(an_opinion(), "water_handler").do(a_delivery(), "water_handler")
    world.ask()
    if may:
        assert world.do(an_accepting(), person).review.accepted_by == person
    else:
        with pytest.raises(review_errors.ReviewerMustWithdraw) as refused:
            world.do(an_accepting(), person)
        assert (refused.value.field, refused.value.values["person"]) == ("actor", person)


def test_whoever_decided_the_review_would_keep_out_of_the_re_review():
    assert "leader1" in ReviewWorld().re_review_requested().review.barred


# -- taken back ----------------------------------------------------------------------------------------------------


def test_a_petition_that_is_taken_back_takes_its_request_along():
    world = ReviewWorld().delivered()
    world.ask()
    following.close_withdrawn(world.desk, CASE, world.now)
    assert world.review.state is ReviewState.WITHDRAWN
    assert (world.clock("K8").stop_reason, world.case.review_holder) == ("withdrawn", "")


def test_a_clock_that_stood_still_runs_again_before_it_is_stopped_by_the_withdrawal():
    world = ReviewWorld().delivered()
    world.ask().do(an_accepting(), "leader1").do(a_decision(), "leader1").do(a_handing_over(world.today), "leader1")
    world.ask(ReviewLevel.RE_REVIEW).do(an_accepting(), "city_handler").heard_from_tomorrow_on()
    world.pass_days(60)
    following.close_withdrawn(world.desk, CASE, world.now)
    assert (world.clock("K10").stop_reason, world.clock("K10").met) == ("withdrawn", True)
    assert "ClockResumed" in world.names_since(-3)
