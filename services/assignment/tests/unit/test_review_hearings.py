"""第三十五条、第三十六条: a hearing is called for in writing, for a day to come, before it opens.

The time of a hearing is not counted in a re-review, exact to the day; a review has no such pause.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from assignment_review import ReviewWorld, a_call, a_closing, a_decision, a_handing_over, an_accepting
from assignment_world import on
from hypothesis import given, settings
from hypothesis import strategies as st

from petition_assignment.application import timekeeping
from petition_assignment.domain import errors, events, review_events
from petition_assignment.domain import review_commands as asked
from petition_assignment.domain.clocks import PETITIONER, Clock, start
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.review import ReviewState
from petition_assignment.domain.review_errors import ReviewHearingNotCalled
from petition_assignment.domain.vocabulary import ReviewLevel
from workdays import Calendar

CALLED_FOR = date(2026, 3, 24)


def called(**changes) -> ReviewWorld:
    """A re-review of which a hearing was called on 20 March for the 24th."""
    world = ReviewWorld().re_review_taken_up()
    world.do(a_call(CALLED_FOR, **changes), "city_handler")
    return world


def test_the_notice_is_written_when_the_hearing_is_called_and_nobody_is_named_on_the_bus():
    world = called()
    notice = world.papers[-1]
    assert (notice.kind, notice.number) == (PaperKind.HEARING_NOTICE, "听通〔2026〕1号")
    assert notice.text == {"participants": "信访人、县水务局代表", "place": "信访局听证室"}
    assert (notice.facts["held_at"], notice.facts["level"]) == ("2026-03-24", "复核")
    (told,) = world.told(review_events.ReviewHearingCalled)
    assert (told.level, told.unit, told.hearing_on, told.round) == (
        ReviewLevel.RE_REVIEW,
        world.review.unit,
        CALLED_FOR,
        1,
    )
    assert "听证室" not in str(told) and "代表" not in str(told)
    world.move_to(on("2026-03-24")).do(asked.OpenHearing(), "city_handler")
    assert [paper.kind for paper in world.papers].count(PaperKind.HEARING_NOTICE) == 1, "opening writes none"


def test_a_call_lets_the_clock_run_on():
    world = called()
    assert (world.told(events.ClockPaused), world.review.state) == ([], ReviewState.ACCEPTED)


@pytest.mark.parametrize(("day", "possible"), [("2026-03-20", False), ("2026-03-21", True)])
def test_a_hearing_is_called_for_a_day_to_come(day: str, possible: bool):
    world = ReviewWorld().re_review_taken_up()
    if possible:
        assert world.do(a_call(date.fromisoformat(day)), "city_handler").case.reviews[-1].hearing_calls
    else:
        with pytest.raises(errors.DateNotAfterToday) as refused:
            world.do(a_call(date.fromisoformat(day)), "city_handler")
        assert refused.value.field == "hearing_on"


@pytest.mark.parametrize("field", ["notice_no", "place", "participants"])
def test_a_call_without_number_place_or_participants_is_none(field: str):
    with pytest.raises(errors.TextRequired) as refused:
        called(**{field: " "})
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("day", "clock", "opens"),
    [
        ("2026-03-23", "23:59", False),
        ("2026-03-24", "00:00", True),
        ("2026-03-24", "23:59", True),
        ("2026-03-25", "00:00", False),
    ],
)
def test_a_hearing_opens_on_the_day_it_was_called_for(day: str, clock: str, opens: bool):
    world = called().move_to(on(day, clock))
    if opens:
        assert world.do(asked.OpenHearing(), "city_handler").case.reviews[-1].state is ReviewState.HEARING
    else:
        with pytest.raises(ReviewHearingNotCalled) as refused:
            world.do(asked.OpenHearing(), "city_handler")
        assert (refused.value.code, refused.value.field) == ("REVIEW_HEARING_NOT_CALLED", "case_no")


def test_another_day_is_called_for_anew_and_either_notice_stays():
    world = called()
    world.do(a_call(date(2026, 3, 26), notice_no="听通〔2026〕2号"), "city_handler")
    world.move_to(on("2026-03-26")).do(asked.OpenHearing(), "city_handler")
    assert [call.notice_no for call in world.review.hearing_calls] == ["听通〔2026〕1号", "听通〔2026〕2号"]
    assert [paper.kind for paper in world.papers].count(PaperKind.HEARING_NOTICE) == 2


def test_a_hearing_called_in_the_review_is_none_of_the_re_review():
    world = ReviewWorld().taken_up()
    world.do(a_call(CALLED_FOR), "leader1").do(a_decision(), "leader1")
    world.do(a_handing_over(world.today), "leader2")
    world.move_to(on("2026-03-20")).ask(ReviewLevel.RE_REVIEW).do(an_accepting(), "city_handler")
    with pytest.raises(ReviewHearingNotCalled):
        world.move_to(on("2026-03-24")).do(asked.OpenHearing(), "city_handler")


def test_nobody_but_the_reviewer_calls_and_only_while_it_answers():
    with pytest.raises(errors.SomeoneElsesCase):
        ReviewWorld().re_review_taken_up().do(a_call(CALLED_FOR), "leader1")
    with pytest.raises(errors.IllegalTransition):
        ReviewWorld().re_review_requested().do(a_call(CALLED_FOR), "city_handler")
    heard = called().move_to(on("2026-03-24")).do(asked.OpenHearing(), "city_handler")
    with pytest.raises(errors.IllegalTransition):
        heard.do(a_call(date(2026, 3, 26)), "city_handler")
    with pytest.raises(errors.IllegalTransition):
        ReviewWorld().re_review_taken_up().decided_by_the_city().do(a_call(CALLED_FOR), "city_handler")


def test_a_hearing_of_three_days_makes_the_limit_three_days_longer():
    world = ReviewWorld().re_review_taken_up()
    assert world.clock("K10").last_day == date(2026, 4, 20), "the 19th is a Sunday"
    world.heard(on("2026-03-24"), on("2026-03-26"))
    resumed = world.told(events.ClockResumed)[0]
    assert (resumed.clock_id, resumed.paused_days, resumed.due_at) == ("K10", 3, on("2026-04-23", "00:00"))
    assert world.clock("K10").last_day == date(2026, 4, 22)


@pytest.mark.parametrize(
    ("opened", "closed", "days"),
    [
        (("2026-03-24", "09:00"), ("2026-03-24", "17:00"), 1),
        (("2026-03-24", "00:00"), ("2026-03-24", "23:59"), 1),
        (("2026-03-24", "23:59"), ("2026-03-25", "00:00"), 2),
        (("2026-03-24", "09:00"), ("2026-03-27", "09:00"), 4),
    ],
)
def test_every_day_on_which_the_hearing_was_open_is_one_day(opened, closed, days: int):
    world = ReviewWorld().re_review_taken_up().heard(on(*opened), on(*closed))
    assert world.told(events.ClockResumed)[0].paused_days == days


@pytest.mark.parametrize(("day", "clock", "met"), [("2026-04-22", "23:59", True), ("2026-04-23", "00:00", False)])
def test_the_limit_after_a_hearing_is_met_until_its_last_moment(day: str, clock: str, met: bool):
    world = ReviewWorld().re_review_heard().move_to(on(day, clock)).decided_by_the_city()
    assert world.clock("K10").met is met


def test_a_hearing_is_told_with_its_pause_and_its_record_is_a_paper():
    world = ReviewWorld().re_review_taken_up()
    mark = len(world.events)
    world.heard(on("2026-03-24"), on("2026-03-26"))
    assert world.names_since(mark) == [
        "ReviewHearingCalled",
        "HearingOpened",
        "ClockPaused",
        "HearingClosed",
        "ClockResumed",
    ]
    assert world.told(events.ClockPaused)[0].reason_code == "hearing"
    paper = world.papers[-1]
    assert (paper.kind, paper.number, paper.text) == (
        PaperKind.HEARING_RECORD,
        "听证笔录〔2026〕1号",
        {"summary": "双方陈述完毕"},
    )
    assert world.review.state is ReviewState.ACCEPTED


def test_while_it_is_heard_no_date_is_due_and_nothing_is_decided():
    world = ReviewWorld().re_review_taken_up().hearing_opened(on("2026-03-24"))
    assert world.case.review_due_at.year == 9999
    assert world.pass_days(90).clock("K10").is_late(world.now) is False
    with pytest.raises(errors.IllegalTransition):
        world.do(a_decision(), "city_head")


def test_a_hearing_in_a_review_does_not_stop_its_clock():
    world = ReviewWorld().taken_up().heard_from_tomorrow_on("leader1")
    assert world.told(events.ClockPaused) == []
    world.pass_days(2).do(a_closing(), "leader1")
    assert world.told(events.ClockResumed) == []
    assert world.clock("K8").last_day == date(2026, 4, 9)


@pytest.mark.parametrize(("day", "clock", "pauses"), [("2026-04-20", "23:59", True), ("2026-04-21", "00:00", False)])
def test_a_limit_that_has_run_out_is_not_brought_back_by_a_hearing(day: str, clock: str, pauses: bool):
    world = ReviewWorld().re_review_taken_up().hearing_opened(on(day, clock))
    assert bool(world.told(events.ClockPaused)) is pauses


def test_a_second_hearing_adds_its_own_days():
    world = ReviewWorld().re_review_heard().heard(on("2026-04-01"), on("2026-04-02"))
    assert world.told(events.ClockResumed)[1].paused_days == 5
    assert world.clock("K10").last_day == date(2026, 4, 24)


def test_the_record_of_a_hearing_has_a_number_and_says_what_came_of_it():
    world = ReviewWorld().re_review_taken_up().heard_from_tomorrow_on()
    for field in ("record_no", "summary"):
        with pytest.raises(errors.TextRequired) as refused:
            world.do(a_closing(**{field: " "}), "city_handler")
        assert refused.value.field == field


class NewCalendar:
    """Another version that knows the same days."""

    version = "2027-another"

    def due(self, start, length, pauses=(), extension=None):
        return replace(Calendar.published().due(start, length, pauses, extension), calendar_version=self.version)


def test_a_clock_that_stands_still_follows_a_new_calendar_when_it_runs_again():
    world = ReviewWorld().re_review_taken_up().heard_from_tomorrow_on()
    world.desk = replace(world.desk, calendar=NewCalendar())
    timekeeping.follow_calendar(world.desk, 10)
    assert timekeeping.follow_calendar(world.desk, 10) == 0
    assert world.told(events.ClockMoved) == []
    world.do(a_closing(), "city_handler")
    assert world.clock("K10").calendar_version == "2027-another"


@given(
    began=st.dates(date(2026, 1, 5), date(2026, 5, 20)),
    hearings=st.lists(st.tuples(st.integers(1, 12), st.integers(0, 9)), max_size=4),
)
@settings(max_examples=200, deadline=None)
def test_the_end_is_start_and_thirty_days_and_every_day_heard_rolled_past_days_off(began: date, hearings):
    calendar = Calendar.published()
    clocks: list[Clock] = []
    start(clocks, "K10", PETITIONER, on(began.isoformat()), 1, calendar)
    (clock,) = clocks
    day, heard = began, set()
    for gap, length in hearings:
        opened = day + timedelta(days=gap)
        if clock.is_late(on(opened.isoformat())):
            break
        closed = opened + timedelta(days=length)
        clock.pause(on(opened.isoformat()), "hearing")
        clock.resume(on(closed.isoformat(), "17:00"), calendar)
        heard |= {opened + timedelta(days=n) for n in range(length + 1)}
        day = closed
    expected, counted = began, 0
    while counted < 30 or expected in heard or not calendar.is_working_day(expected):
        expected += timedelta(days=1)
        counted += expected not in heard
    assert clock.last_day == expected
