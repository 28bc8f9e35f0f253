"""第三十六条第三款: after a re-review the same facts and reasons are no longer accepted; new ones reopen it."""

from datetime import date

import pytest
from assignment_review import ReviewWorld, a_call, a_refusal, a_reopening, an_accepting
from assignment_world import on

from petition_assignment.domain import errors, review_errors, review_events
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.review import ReviewState
from petition_assignment.domain.review_duties import DECIDING, REVIEW_DUTIES
from petition_assignment.domain.states import State
from petition_assignment.domain.visibility import check_may_read
from petition_assignment.domain.vocabulary import FinalGround, FirstOrRepeat, Outcome, ReviewLevel, ReviewOutcome


@pytest.mark.parametrize(
    ("outcome", "changed_to"), [(ReviewOutcome.UPHELD, None), (ReviewOutcome.CHANGED, Outcome.EXPLAIN)]
)
def test_a_delivered_re_review_that_leaves_an_opinion_makes_the_matter_final(outcome, changed_to):
    world = ReviewWorld().re_review_taken_up().decided_by_the_city(outcome=outcome, changed_to=changed_to)
    assert world.case.final is None
    world.delivered_by_the_city()
    finalised = world.events[-1]
    assert isinstance(finalised, review_events.CaseFinalised)
    assert (finalised.reference_no, finalised.ground, finalised.finalised_by) == (
        "固政复核〔2026〕1号",
        FinalGround.RE_REVIEWED,
        "city_handler",
    )
    assert world.review.delivery.remedy_until is None
    assert not any(clock.runs for clock in world.case.clocks if clock.kind in ("K9", "K10"))


def test_a_re_review_after_which_the_opinion_is_given_anew_is_not_final():
    world = ReviewWorld().re_review_taken_up()
    world.decided_by_the_city(outcome=ReviewOutcome.REVOKED, due_on=date(2026, 6, 1)).delivered_by_the_city()
    assert world.case.final is None
    assert (world.case.state, world.case.round) == (State.IN_HANDLING, 2)


def test_a_review_alone_is_not_final():
    assert ReviewWorld().reviewed().case.final is None


def test_the_same_again_is_taken_down_but_not_taken_up():
    world = ReviewWorld().made_final().ask(ReviewLevel.RE_REVIEW)
    assert world.review.state is ReviewState.REQUESTED
    with pytest.raises(review_errors.MatterIsFinal) as refused:
        world.do(an_accepting(), "city_head")
    assert refused.value.values["reference"] == "固政复核〔2026〕1号"
    world.do(a_refusal("final", text="同一事实和理由，已终结"), "city_head")
    assert world.case.final is not None


def test_new_facts_reopen_it_by_a_person_who_compared():
    world = ReviewWorld().made_final()
    mark = len(world.events)
    world.reopened()
    assert world.names_since(mark) == ["CaseReopened", "RoundOpened", "ClockStarted"]
    assert (world.case.final, world.case.state, world.case.round) == (None, State.IN_HANDLING, 2)
    assert world.told(review_events.CaseReopened)[0].reopened_by == "dispatcher"
    paper = world.papers[-1]
    assert paper.kind is PaperKind.REOPENING_NOTE
    assert set(paper.text) == {"new_facts", "comparison"}


@pytest.mark.parametrize("field", ["new_facts", "comparison"])
def test_without_saying_what_is_new_and_how_it_compares_nothing_is_reopened(field: str):
    with pytest.raises(errors.TextRequired) as refused:
        ReviewWorld().made_final().do(a_reopening(**{field: " "}), "dispatcher")
    assert refused.value.field == field


@pytest.mark.parametrize(("day", "ahead"), [("2026-03-20", False), ("2026-03-21", True)])
def test_it_is_handled_again_by_a_day_that_is_ahead(day: str, ahead: bool):
    world = ReviewWorld().made_final()
    assert world.today == date(2026, 3, 20)
    command = a_reopening(due_on=date.fromisoformat(day))
    if ahead:
        assert world.do(command, "dispatcher").case.round == 2
    else:
        with pytest.raises(errors.DateNotAfterToday):
            world.do(command, "dispatcher")


def test_only_the_bureau_reopens_and_only_what_is_final():
    with pytest.raises(errors.SomeoneElsesCase):
        ReviewWorld().made_final().do(a_reopening(), "water_head")
    with pytest.raises(review_errors.MatterNotFinal):
        ReviewWorld().confirmed().do(a_reopening(), "dispatcher")
    with pytest.raises(errors.ExactRepeat):
        ReviewWorld().made_final().reopened().reopened()


# -- what is offered -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "person", "commands"),
    [
        (lambda: ReviewWorld().requested(), "leader1", ["accept_review", "decline_review"]),
        (lambda: ReviewWorld().requested(), "water_head", []),
        (lambda: ReviewWorld().taken_up(), "leader1", ["call_review_hearing", "decide_review"]),
        (lambda: ReviewWorld().re_review_requested(), "city_handler", ["accept_review"]),
        (lambda: ReviewWorld().re_review_taken_up(), "city_handler", ["call_review_hearing"]),
        (
            lambda: ReviewWorld().re_review_taken_up().do(a_call(date(2026, 3, 24)), "city_handler"),
            "city_handler",
            ["call_review_hearing", "open_hearing"],
        ),
        (lambda: ReviewWorld().re_review_taken_up().decided_by_the_city(), "city_handler", ["deliver_review"]),
        (lambda: ReviewWorld().made_final(), "dispatcher", ["reopen_on_new_facts"]),
        (lambda: ReviewWorld().made_final(), "bureau_handler", []),
        (lambda: ReviewWorld().made_final().ask(ReviewLevel.RE_REVIEW), "city_head", ["decline_review"]),
    ],
)
def test_an_officer_is_offered_what_can_be_done_with_a_review_now(make, person: str, commands: list[str]):
    world = make()
    assert possible_commands(world.case, FirstOrRepeat.FIRST, world.officer(person), world.now) == commands


def test_no_request_is_turned_away_or_decided_but_by_a_head_or_leader():
    assert REVIEW_DUTIES["decline_review"].roles == REVIEW_DUTIES["decide_review"].roles == DECIDING
    assert "handler" not in DECIDING


def test_the_reviewer_may_read_the_case():
    world = ReviewWorld().re_review_requested(at=on("2026-03-21"))
    check_may_read(world.case, world.officer("city_handler"))
    with pytest.raises(errors.SomeoneElsesCase):
        check_may_read(world.case, world.officer("housing_head"))
