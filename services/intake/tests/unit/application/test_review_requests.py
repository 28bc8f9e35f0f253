"""第三十五条、第三十六条: a request is taken at the window or online, late or not; and what is seen of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from intake_builders import CITIZEN, DISPATCHER, NOW, REGISTRAR, STRANGER, TOWNSHIP_REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT, HOTLINE

from petition_intake.application.review_requests import Asked, request_review
from petition_intake.application.tracking import track_petition
from petition_intake.application.viewing import get_petition
from petition_intake.domain import errors, review_errors
from petition_intake.domain.events import ReviewRequested
from petition_intake.domain.filing import Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import CountySettings
from petition_intake.domain.review_course import CourseState, ReviewLevel
from petition_intake.domain.steps import StepKind

COUNTY = "county_leadership"
WHY = "处理意见认定的面积与实测不符"
EXCUSE = "住院治疗，无法按期提出"


def on(day: str, clock: str = "10:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}:00+08:00").astimezone(UTC)


LATER = on("2026-04-01")


@pytest.fixture
def case_no(world: World) -> str:
    """A petition whose opinion was delivered on 20 March 2026; 30 days later is Sunday, 19 April."""
    case_no = world.register().case_no
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    deliver(world, case_no)
    world.tell(case_no, "case_confirmed", confirmed_at=NOW)
    return case_no


def deliver(world: World, case_no: str, round: int = 1, day: date = date(2026, 3, 20)) -> None:
    told = {"delivered_on": day, "receipt_no": "回执1号", "remedy_until": day + timedelta(days=30), "round": round}
    world.tell(case_no, "opinion_delivered", unit=DEPARTMENT, **told)


def ask(world: World, case_no: str, caller: Officer = REGISTRAR, now: datetime = LATER, **changes: Any) -> Any:
    asked = Asked(case_no, **{"level": ReviewLevel.REVIEW, "reasons": WHY, **changes})
    return request_review(world.files, world.office, caller, asked, None, now)


def tell_review(world: World, case_no: str, kind: str, level: str = "review", **told: Any) -> None:
    world.tell(case_no, kind, **{"level": level, "unit": COUNTY, "round": 1, **told})


def deliver_review(world: World, case_no: str, level: str = "review", day: date = date(2026, 4, 10)) -> None:
    decided = {"outcome": "upheld", "changed_to": None, "document_no": "复查1号"}
    tell_review(world, case_no, "review_decided", level, decided_at=LATER, **decided)
    remedy = day + timedelta(days=31) if level == "review" else None
    delivered = {"outcome": "upheld", "delivered_on": day, "receipt_no": "回执2号", "remedy_until": remedy}
    tell_review(world, case_no, "review_delivered", level, **delivered)


def track(world: World, case_no: str, now: datetime = LATER) -> dict[str, Any]:
    return track_petition(world.files, world.office, case_no, world.code(case_no), now)


# -- taking it down ----------------------------------------------------------------------------------------------------


def test_a_request_is_told_without_a_word_of_what_was_written(world: World, case_no: str) -> None:
    petition, request, until = ask(world, case_no, good_reason=EXCUSE)

    assert world.events(case_no)[-1] == ReviewRequested(ReviewLevel.REVIEW, LATER, True, 1)
    assert (request.reasons, request.good_reason, request.recorded_by) == (WHY, EXCUSE, "P0012")
    assert until == date(2026, 4, 20)
    assert petition.version == 2


@pytest.mark.parametrize(
    ("day", "clock", "late"),
    [
        ("2026-03-20", "10:00", False),
        ("2026-04-19", "10:00", False),
        ("2026-04-20", "23:59", False),
        ("2026-04-21", "00:00", True),
        ("2027-01-05", "10:00", True),
    ],
)
def test_it_is_registered_late_or_not_and_the_last_day_rolls_past_a_sunday(
    world: World, case_no: str, day: str, clock: str, late: bool
) -> None:
    _, request, _ = ask(world, case_no, now=on(day, clock))

    assert request.late is late
    assert isinstance(world.events(case_no)[-1], ReviewRequested)
    assert world.fares(case_no).reviews[-1].late is late


@pytest.mark.parametrize(("day", "clock", "late"), [("2026-05-11", "23:59", False), ("2026-05-12", "00:00", True)])
def test_thirty_days_for_a_re_review_count_from_the_delivered_review(
    world: World, case_no: str, day: str, clock: str, late: bool
) -> None:
    ask(world, case_no)
    deliver_review(world, case_no)

    _, request, _ = ask(world, case_no, level=ReviewLevel.RE_REVIEW, now=on(day, clock))

    assert (request.level, request.round, request.late) == (ReviewLevel.RE_REVIEW, 1, late)


def test_a_window_may_date_a_letter_back_to_the_day_it_came_but_not_past_the_delivery(
    world: World, case_no: str
) -> None:
    _, request, _ = ask(world, case_no, requested_at=on("2026-04-20"), now=on("2026-04-23"))
    assert not request.late

    other = world.register().case_no
    deliver(world, other)
    with pytest.raises(errors.DateInFuture):
        ask(world, other, requested_at=LATER + timedelta(milliseconds=1))
    with pytest.raises(review_errors.RequestedBeforeDelivery):
        ask(world, other, requested_at=on("2026-03-19", "23:59"))
    assert ask(world, other, requested_at=on("2026-03-20", "00:00"))[1].round == 1


def test_the_petitioner_asks_online_with_the_query_code_and_at_that_moment(world: World, case_no: str) -> None:
    code = world.code(case_no)
    _, request, _ = ask(world, case_no, CITIZEN, query_code=code, requested_at=on("2026-03-21"))

    assert (request.requested_at, request.recorded_by) == (LATER, CITIZEN.unit)


def test_online_a_code_is_needed_and_a_wrong_one_is_counted(world: World, case_no: str) -> None:
    with pytest.raises(errors.QueryCodeRequired):
        ask(world, case_no, CITIZEN)
    with pytest.raises(errors.CodeNotAccepted):
        ask(world, case_no, CITIZEN, query_code="0000-0000-0000")
    assert world.tries.wrong[case_no].count == 1


@pytest.mark.parametrize("caller", [DISPATCHER, Officer(HOTLINE, None), Officer(DEPARTMENT, None)])
def test_nobody_else_asks_for_the_petitioner(world: World, case_no: str, caller: Officer) -> None:
    with pytest.raises(errors.NotAtTheWindow):
        ask(world, case_no, caller)


def test_only_the_window_that_registered_it_and_the_bureau_take_it(world: World) -> None:
    case_no = world.register(officer=TOWNSHIP_REGISTRAR).case_no
    deliver(world, case_no)
    with pytest.raises(errors.NotYourCase):
        ask(world, case_no, STRANGER)
    assert ask(world, case_no, TOWNSHIP_REGISTRAR)[1].round == 1


# -- what it may be about ----------------------------------------------------------------------------------------------


def test_before_anything_is_delivered_there_is_nothing_to_review(world: World) -> None:
    case_no = world.register().case_no
    with pytest.raises(review_errors.NothingToReview):
        ask(world, case_no)


def test_a_re_review_needs_a_delivered_review(world: World, case_no: str) -> None:
    with pytest.raises(review_errors.NothingToReview):
        ask(world, case_no, level=ReviewLevel.RE_REVIEW)


def test_a_request_that_is_open_need_not_be_made_again(world: World, case_no: str) -> None:
    ask(world, case_no)
    with pytest.raises(review_errors.ReviewAlreadyRequested):
        ask(world, case_no)


def test_after_a_declined_request_it_may_be_asked_for_again(world: World, case_no: str) -> None:
    ask(world, case_no)
    tell_review(world, case_no, "review_declined", reason_code="late", declined_at=LATER, notice_no="不受1号")

    assert ask(world, case_no)[1].round == 1


def test_after_a_review_a_re_review_is_the_remedy_and_not_another_review(world: World, case_no: str) -> None:
    ask(world, case_no)
    deliver_review(world, case_no)
    with pytest.raises(review_errors.ReviewAlreadyAnswered):
        ask(world, case_no)


def test_a_new_opinion_can_be_reviewed_again(world: World, case_no: str) -> None:
    ask(world, case_no)
    deliver_review(world, case_no)
    world.tell(case_no, "round_opened", unit=DEPARTMENT, round=2, due_on=date(2026, 5, 1))
    deliver(world, case_no, 2, date(2026, 4, 15))

    assert ask(world, case_no, now=on("2026-04-20"))[1].round == 2


def test_in_a_final_matter_the_request_is_taken_down_all_the_same(world: World, case_no: str) -> None:
    ask(world, case_no)
    deliver_review(world, case_no)
    ask(world, case_no, level=ReviewLevel.RE_REVIEW, now=on("2026-04-20"))
    deliver_review(world, case_no, "re_review", date(2026, 5, 8))
    with pytest.raises(review_errors.ReviewAlreadyAnswered):
        ask(world, case_no, level=ReviewLevel.RE_REVIEW, now=on("2026-06-01"))
    world.tell(case_no, "case_finalised", reference_no="复核1号", finalised_at=LATER, round=1)

    assert ask(world, case_no, level=ReviewLevel.RE_REVIEW, now=on("2026-06-01"))[1].round == 1


def test_an_anonymous_petitioner_has_no_answer_to_be_reviewed(world: World) -> None:
    case_no = world.register(a_web_filing(anonymous=True, petitioners=())).case_no
    with pytest.raises(errors.AnonymousPetitioner):
        ask(world, case_no)


def test_a_request_says_why(world: World, case_no: str) -> None:
    with pytest.raises(errors.TextRequired) as refused:
        ask(world, case_no, reasons="  ")
    assert refused.value.field == "reasons"


def test_an_accusation_is_met_with_a_refusal_any_petition_meets(world: World) -> None:
    filing = a_web_filing(purpose=Purpose.ACCUSATION)
    case_no = world.register(filing).case_no
    with pytest.raises(review_errors.NothingToReview):
        ask(world, case_no, CITIZEN, query_code=world.code(case_no))


# -- what is seen of it ------------------------------------------------------------------------------------------------


def test_the_petitioner_follows_a_request_from_registration_to_the_end(world: World, case_no: str) -> None:
    ask(world, case_no)
    shown = track(world, case_no)["reviews"][0]
    assert (shown["level"]["zh"], shown["state"]["code"], shown["late"]) == ("复查", "requested", False)

    clock = {"kind": "K8", "unit": COUNTY, "provisional": False}
    world.tell(case_no, "clock_started", clock_id="K8", due_at=on("2026-05-02", "00:00"), **clock)
    due = track(world, case_no)["next_due"]
    assert (due["what"]["zh"], due["due_on"]) == ("复查期限", date(2026, 5, 1))

    tell_review(world, case_no, "review_accepted", accepted_at=LATER, notice_no="复查受1号")
    assert world.fares(case_no).reviews[0].state is CourseState.ACCEPTED
    tell_review(world, case_no, "hearing_opened", opened_at=LATER)
    assert world.fares(case_no).reviews[0].state is CourseState.HEARING
    tell_review(world, case_no, "hearing_closed", closed_at=LATER)
    deliver_review(world, case_no)

    shown = track(world, case_no)
    (review,) = shown["reviews"]
    assert (review["state"]["code"], review["outcome"]["zh"], review["delivered_on"]) == (
        "delivered",
        "维持",
        date(2026, 4, 10),
    )
    assert shown["remedy"]["until"] == date(2026, 5, 11)
    assert "第三十六条" in shown["remedy"]["zh"]
    assert [notice["kind"]["code"] for notice in shown["notices"]][-2:] == ["review_accepted", "review_delivered"]
    kinds = [step.kind for step in world.fares(case_no).steps_in_order]
    assert {
        StepKind.REVIEW_REQUESTED,
        StepKind.REVIEW_ACCEPTED,
        StepKind.HEARING_OPENED,
        StepKind.HEARING_CLOSED,
        StepKind.REVIEW_DECIDED,
        StepKind.REVIEW_DELIVERED,
    } <= set(kinds)
    assert WHY not in json.dumps(shown, ensure_ascii=False, default=str)


@pytest.mark.parametrize(("day", "still"), [("2026-05-11", True), ("2026-05-12", False)])
def test_the_remedy_against_a_review_is_shown_with_its_last_day(
    world: World, case_no: str, day: str, still: bool
) -> None:
    ask(world, case_no)
    deliver_review(world, case_no)

    assert track(world, case_no, on(day))["remedy"]["open"] is still


def test_a_later_opinion_has_its_own_remedy(world: World, case_no: str) -> None:
    ask(world, case_no)
    deliver_review(world, case_no)
    world.tell(case_no, "round_opened", unit=DEPARTMENT, round=2, due_on=date(2026, 5, 1))
    deliver(world, case_no, 2, date(2026, 4, 15))

    assert "第三十五条" in track(world, case_no)["remedy"]["zh"]


def test_a_final_matter_is_shown_as_final_until_it_is_reopened(world: World, case_no: str) -> None:
    assert track(world, case_no)["final"] is None
    world.tell(case_no, "case_finalised", reference_no="复核1号", finalised_at=LATER, round=1)
    assert track(world, case_no)["final"]["reference_no"] == "复核1号"
    world.tell(case_no, "case_reopened", reopened_at=LATER, round=1)
    assert track(world, case_no)["final"] is None


def test_a_petition_that_is_taken_back_takes_its_request_along(world: World, case_no: str) -> None:
    ask(world, case_no)
    world.tell(case_no, "case_closed_withdrawn")

    assert world.fares(case_no).reviews[0].state is CourseState.WITHDRAWN


def test_a_clock_that_stood_still_is_waited_for_again(world: World, case_no: str) -> None:
    clock = {"clock_id": "K10", "kind": "K10", "unit": COUNTY, "provisional": False}
    world.tell(case_no, "clock_started", due_at=on("2026-05-02", "00:00"), **clock)
    world.tell(case_no, "clock_paused", clock_id="K10")
    assert track(world, case_no)["next_due"] is None
    world.tell(case_no, "clock_resumed", clock_id="K10", due_at=on("2026-05-06", "00:00"), provisional=False)
    assert track(world, case_no)["next_due"]["due_on"] == date(2026, 5, 5)


def test_the_reviewer_sees_the_petition_with_the_request_from_the_moment_its_time_runs(
    world: World, case_no: str
) -> None:
    leader = Officer(COUNTY, "P0004", frozenset({"county_leader"}))
    ask(world, case_no)
    with pytest.raises(errors.NotYourCase):
        get_petition(world.files, world.registers, leader, case_no)
    clock = {"clock_id": "K8", "kind": "K8", "unit": COUNTY, "provisional": False}
    world.tell(case_no, "clock_started", due_at=on("2026-05-02", "00:00"), **clock)

    shown = get_petition(world.files, world.registers, leader, case_no)

    assert shown["review_requests"][0]["reasons"] == WHY


@pytest.mark.parametrize(
    ("days_roll", "last_day", "late_on"), [(True, "2026-04-20", "2026-04-21"), (False, "2026-04-19", "2026-04-20")]
)
def test_the_last_day_rolls_past_a_sunday_unless_the_county_counts_otherwise(
    world: World, case_no: str, days_roll: bool, last_day: str, late_on: str
) -> None:
    """《民法典》第二百零三条: 19 April 2026 is a Sunday."""
    settings = CountySettings.read({"roll_day_clock_to_working_day": days_roll})
    world.registers.in_force = replace(world.registers.in_force, settings=settings)

    _, request, last = ask(world, case_no, now=on(late_on))

    assert (last.isoformat(), request.late) == (last_day, True)


@pytest.mark.parametrize(("days_roll", "in_time_on"), [(True, "2026-04-20"), (False, "2026-04-19")])
def test_on_the_last_day_a_request_is_in_time(world: World, case_no: str, days_roll: bool, in_time_on: str) -> None:
    settings = CountySettings.read({"roll_day_clock_to_working_day": days_roll})
    world.registers.in_force = replace(world.registers.in_force, settings=settings)

    assert ask(world, case_no, now=on(in_time_on))[1].late is False
