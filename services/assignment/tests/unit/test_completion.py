"""Reporting a case finished; the bureau confirms or sends it back."""

from datetime import date, timedelta

import pytest
from assignment_world import (
    World,
    a_completion,
    a_delivery,
    a_petition,
    a_responsibility,
    a_return,
    a_routing,
    an_acceptance,
    an_opinion,
    on,
)

from petition_assignment.domain import commands as asked
from petition_assignment.domain import errors, events
from petition_assignment.domain.follow_through_errors import SmallGridUnknown
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.petition import Place
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Level, Mode
from workdays import end_of_day, local_day


def an_assigned_case_delivered() -> World:
    world = World().routed(a_routing(mode=Mode.ASSIGN, feedback_due_on=date(2026, 5, 6)))
    world.do(asked.SignForCase(), "water_signer").do(an_acceptance(), "water_handler")
    world.do(a_responsibility(), "water_handler").do(an_opinion(), "water_handler")
    return world.do(a_delivery(), "water_handler")


@pytest.mark.parametrize("level", list(Level))
def test_the_level_at_which_it_was_settled_is_told(level: Level):
    world = World().delivered().do(a_completion(level=level), "water_handler")
    told = world.told(events.CaseCompleted)[0]
    assert (told.unit, told.completed_by, told.round, told.level) == ("dept_water", "water_handler", 1, level)


@pytest.mark.parametrize(
    ("level", "grid", "possible"),
    [
        (Level.VILLAGE, "640425208202-01", True),
        (Level.VILLAGE, None, False),
        (Level.TOWNSHIP, "640425208202-01", False),
    ],
)
def test_what_was_settled_in_a_grid_lies_in_one_and_is_told_as_its_villages(level, grid, possible):
    world = World().delivered()
    world.desk.petitions.save(a_petition(place=Place("640425208", "640425208202", grid)))
    completion = a_completion(level=level, in_grid=True)
    if possible:
        told = world.do(completion, "water_handler").told(events.CaseCompleted)[0]
        assert (told.level, told.in_grid) == (Level.VILLAGE, True)
    else:
        with pytest.raises(SmallGridUnknown) as refused:
            world.do(completion, "water_handler")
        assert (refused.value.field, world.case.state) == ("in_grid", State.DELIVERED)


@pytest.mark.parametrize("number", [None, " "])
def test_an_assigned_case_needs_a_report(number: str | None):
    with pytest.raises(errors.ReportNumberRequired):
        an_assigned_case_delivered().do(a_completion(report_no=number), "water_handler")


def test_the_report_ends_the_feedback_clock_and_is_kept():
    world = an_assigned_case_delivered().do(a_completion(report_no="报告1号"), "water_handler")
    assert (world.clock("K11").stop_reason, world.clock("K11").met) == ("completed", True)
    assert (world.papers[-1].kind, world.papers[-1].number) == (PaperKind.COMPLETION_REPORT, "报告1号")


def test_a_finished_case_waits_for_the_bureau_with_the_house_date():
    case = World().completed().case
    assert (case.holder, case.stage) == ("petition_bureau", "to_confirm")
    assert case.due_at == end_of_day(local_day(case.completion.completed_at) + timedelta(days=15))


def test_the_bureau_confirms():
    world = World().confirmed()
    told = world.events[-1]
    assert isinstance(told, events.CaseConfirmed)
    assert (told.unit, told.confirmed_by, told.round) == ("dept_water", "dispatcher", 1)
    assert world.case.closed_at == world.now


def test_nobody_confirms_what_they_reported_themselves():
    world = World().routed(a_routing(mode=Mode.OWN), category="990101")
    world.do(an_acceptance(), "bureau_head")
    world.do(
        asked.SetResponsibility("bureau_head", "petition_bureau", "bureau_handler", date(2026, 4, 1)), "bureau_head"
    )
    world.do(an_opinion(approved_by="bureau_head"), "bureau_head").do(a_delivery(), "bureau_head")
    world.do(a_completion(), "bureau_head")
    with pytest.raises(errors.OwnWorkNotConfirmed):
        world.do(asked.ConfirmCase(), "bureau_head")
    assert world.do(asked.ConfirmCase(), "dispatcher").case.state is State.CONFIRMED


def test_sent_back_it_is_handled_again_in_the_same_round_by_a_date_of_its_own():
    world = World().completed().do(a_return(), "dispatcher")
    told = world.told(events.CaseReturned)[0]
    assert (told.unit, told.reason_code, told.due_on, told.round) == (
        "dept_water",
        "promise_not_kept",
        date(2026, 3, 20),
        1,
    )
    case = world.case
    assert (case.state, case.round, case.opinion, case.delivery, case.completion) == (
        State.IN_HANDLING,
        1,
        None,
        None,
        None,
    )
    assert (world.clock("REHANDLING").due_at, case.due_at) == (on("2026-03-21", "00:00"), on("2026-03-21", "00:00"))
    assert world.papers[-1].text == {"reason": "水还没有通"}


def test_a_second_opinion_opens_a_second_window_and_leaves_the_first_alone():
    world = World().completed().do(a_return(), "dispatcher").pass_days(5)
    world.do(an_opinion(), "water_handler").do(a_delivery(delivered_on=date(2026, 3, 7)), "water_handler")
    assert world.clock("K7").runs and world.clock("K7").last_day == date(2026, 4, 1)
    assert world.clock("K7#2").last_day == date(2026, 4, 7)
    assert (world.clock("REHANDLING").stop_reason, world.clock("REHANDLING").met) == ("delivered", True)


@pytest.mark.parametrize(("day", "allowed"), [(date(2026, 3, 2), False), (date(2026, 3, 3), True)])
def test_the_date_to_finish_again_leaves_time_to_act(day: date, allowed: bool):
    world = World().completed()
    if allowed:
        assert world.do(a_return(due_on=day), "dispatcher").case.state is State.IN_HANDLING
    else:
        with pytest.raises(errors.DateNotAfterToday):
            world.do(a_return(due_on=day), "dispatcher")


def test_sending_back_must_be_explained():
    with pytest.raises(errors.TextRequired):
        World().completed().do(a_return(text=""), "dispatcher")
