"""第三十五条、第三十六条: 30 days to ask; the level above answers; a late request is taken all the same and marked."""

import pytest
from assignment_register import COUNTY, a_raw_register, a_register, with_other
from assignment_review import ReviewWorld, a_refusal, an_accepting
from assignment_world import CASE, on

from petition_assignment.domain import errors, events, review_errors, review_events
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.register_making import make_register
from petition_assignment.domain.review import ReviewState
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import FinalGround, Outcome, ReviewLevel

WITH_N7 = {"end_when_review_not_requested": True}


def test_a_request_goes_to_the_level_above_which_has_thirty_days():
    world = ReviewWorld().requested()
    stopped, started = world.events[-2:]
    assert isinstance(stopped, events.ClockStopped) and isinstance(started, events.ClockStarted)
    assert (stopped.clock_id, stopped.reason_code, stopped.met) == ("K7", "review_requested", True)
    assert (started.clock_id, started.unit, started.length, started.nature) == ("K8", "county_leadership", 30, "duty")
    assert started.due_at == on("2026-04-10", "00:00")
    assert (world.review.state, world.review.outcome, world.review.late) == (
        ReviewState.REQUESTED,
        Outcome.SUPPORT,
        False,
    )
    assert world.case.state is State.CONFIRMED
    assert (world.case.review_holder, world.case.review_due_at) == ("county_leadership", started.due_at)


@pytest.mark.parametrize(
    ("day", "clock", "late"),
    [("2026-03-02", "18:00", False), ("2026-04-01", "23:59", False), ("2026-04-02", "00:00", True)],
)
def test_thirty_days_from_delivery_and_after_that_it_is_taken_all_the_same_and_marked(day: str, clock: str, late: bool):
    world = ReviewWorld().requested(at=on(day, clock))
    assert world.review.late is late
    assert world.clock("K8").runs
    world.do(an_accepting(), "leader1")
    assert world.told(review_events.ReviewAccepted)[0].late is late


@pytest.mark.parametrize(("day", "clock", "late"), [("2026-04-09", "23:59", False), ("2026-04-10", "00:00", True)])
def test_thirty_days_from_the_delivered_review_for_a_re_review(day: str, clock: str, late: bool):
    world = ReviewWorld().reviewed().move_to(on(day, clock)).ask(ReviewLevel.RE_REVIEW)
    assert world.clock("K9").due_at == on("2026-04-10", "00:00")
    assert (world.review.level, world.review.late) == (ReviewLevel.RE_REVIEW, late)
    assert (world.review.unit, world.clock("K10").unit) == ("city_government", "city_government")


def test_the_thirty_days_of_the_answer_count_from_receipt_of_the_request():
    world = ReviewWorld().confirmed().move_to(on("2026-03-12")).ask(at=on("2026-03-10", "23:59"))
    assert (world.clock("K8").started_at, world.clock("K8").due_at) == (
        on("2026-03-10", "23:59"),
        on("2026-04-10", "00:00"),
    )


def test_a_review_clock_that_ends_on_a_day_off_ends_on_the_next_working_day():
    world = ReviewWorld().requested(at=on("2026-03-05"))
    assert world.clock("K8").last_day.isoformat() == "2026-04-07"


def test_a_request_while_one_is_open_or_with_nothing_to_review_is_noted_beside_the_case():
    for world in (
        ReviewWorld().requested().ask(),
        ReviewWorld().opinion_issued().ask(),
        ReviewWorld().confirmed().ask(ReviewLevel.RE_REVIEW),
        ReviewWorld().confirmed().ask(round=2),
    ):
        assert world.desk.late_facts.noted[-1][:2] == (CASE, "review_requested")


def test_the_reviewers_date_is_not_the_units():
    world = ReviewWorld().delivered()
    before = world.case.due_at
    world.ask()
    assert world.case.due_at == before
    assert world.case.holder == "dept_water"


def test_accepting_is_told_to_the_petitioner_in_writing():
    world = ReviewWorld().taken_up()
    accepted = world.events[-1]
    assert (accepted.level, accepted.unit, accepted.accepted_by, accepted.notice_no, accepted.round) == (
        "review",
        "county_leadership",
        "leader1",
        "复查受字〔2026〕1号",
        1,
    )
    assert world.papers[-1].kind is PaperKind.REVIEW_ACCEPTANCE_NOTICE
    with pytest.raises(errors.NoticeNumberRequired):
        ReviewWorld().requested().do(an_accepting(notice_no=" "), "leader1")


@pytest.mark.parametrize("person", ["water_head", "dispatcher", "housing_head", "city_head"])
def test_only_the_level_above_answers(person: str):
    with pytest.raises(errors.SomeoneElsesCase):
        ReviewWorld().requested().do(an_accepting(), person)


def test_nobody_answers_where_nobody_asked():
    with pytest.raises(review_errors.NoReviewRequested):
        ReviewWorld().confirmed().do(an_accepting(), "leader1")


def test_an_exact_repeat_is_named_as_one_and_other_content_is_not():
    world = ReviewWorld().taken_up()
    with pytest.raises(errors.ExactRepeat):
        world.do(an_accepting(), "leader1")
    with pytest.raises(errors.IllegalTransition) as refused:
        world.do(an_accepting(notice_no="复查受字〔2026〕2号"), "leader1")
    assert not isinstance(refused.value, errors.ExactRepeat)


def without_a_superior() -> ReviewWorld:
    return ReviewWorld(
        a_register(**with_other("units", "department,,county_leadership,dept_water", "department,,,dept_water"))
    )


def test_where_no_level_above_is_on_the_register_the_bureau_has_to_tell_whom_to_ask():
    world = without_a_superior().requested()
    assert (world.review.unit, world.review.has_level_above) == ("petition_bureau", False)
    with pytest.raises(review_errors.NoLevelAbove) as refused:
        world.do(an_accepting(), "bureau_head")
    assert refused.value.values["unit"] == "dept_water"
    world.do(a_refusal("other_authority", text="请向固原市水务局提出"), "bureau_head")
    assert world.clock("K8").stop_reason == "review_declined"
    assert world.case.final is None


# -- declining -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "clock", "may"), [("2026-04-01", "23:59", False), ("2026-04-02", "00:00", True)])
def test_a_request_is_declined_as_late_only_when_it_is(day: str, clock: str, may: bool):
    world = ReviewWorld().requested(at=on(day, clock))
    if may:
        declined = world.do(a_refusal(), "leader1").told(review_events.ReviewDeclined)[0]
        assert (declined.reason_code, declined.declined_by, declined.late) == ("late", "leader1", True)
        assert world.review.state is ReviewState.DECLINED
        assert world.papers[-1].text == {"reason": "无正当理由"}
    else:
        with pytest.raises(review_errors.RequestNotLate):
            world.do(a_refusal(), "leader1")


def test_lateness_alone_does_not_end_the_matter_and_the_petitioner_may_ask_again():
    world = ReviewWorld().requested(at=on("2026-04-20")).declined_by_the_county()
    assert world.case.final is None
    assert world.case.review_holder == ""
    world.ask(late_reason_given=True)
    assert (world.review.state, world.review.late_reason_given) == (ReviewState.REQUESTED, True)
    assert world.clock("K8#2").runs


def test_a_county_that_turned_the_rule_on_ends_the_matter_with_it():
    register = make_register(a_raw_register(county={**COUNTY, "settings": WITH_N7}), 1)
    world = ReviewWorld(register).requested(at=on("2026-04-20")).declined_by_the_county()
    assert world.case.final.ground is FinalGround.NOT_REQUESTED_IN_TIME
    assert world.told(review_events.CaseFinalised)[0].reference_no == "复查不受字〔2026〕1号"


def test_a_matter_that_is_not_final_is_not_declined_as_final():
    with pytest.raises(review_errors.MatterNotFinal):
        ReviewWorld().requested().do(a_refusal("final"), "leader1")


def test_declining_needs_its_reasons_in_writing():
    with pytest.raises(errors.TextRequired):
        ReviewWorld().requested().do(a_refusal("taken_back", text=" "), "leader1")
    with pytest.raises(errors.NoticeNumberRequired):
        ReviewWorld().requested().do(a_refusal("taken_back", notice_no=" "), "leader1")
