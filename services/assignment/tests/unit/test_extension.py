"""第三十四条: once, at most 30 days, by the head of the handling unit itself, in time, the petitioner told why."""

from datetime import date

import pytest
from assignment_world import World, a_return, an_acceptance, an_extension, on

from petition_assignment.domain import errors, events
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.states import State


def test_the_end_of_the_sixty_days_moves_and_the_petitioner_is_told_why():
    world = World().in_handling().do(an_extension(), "water_head")
    extended, moved = world.events[-2:]
    assert isinstance(extended, events.CaseExtended) and isinstance(moved, events.ClockMoved)
    assert (extended.days, extended.approved_by, extended.reason_code) == (30, "water_head", "appraisal_needed")
    assert extended.new_due_at == moved.due_at == world.clock("K5").due_at == on("2026-06-02", "00:00")
    assert (moved.clock_id, moved.kind, moved.reason_code) == ("K5", "K5", "extended")
    assert moved.old_due_at == on("2026-05-07", "00:00")
    paper = world.papers[-1]
    assert (paper.kind, paper.number, paper.text) == (
        PaperKind.EXTENSION_NOTICE,
        "延字〔2026〕1号",
        {"reason": "需鉴定水质"},
    )
    assert world.case.state is State.IN_HANDLING


@pytest.mark.parametrize(("days", "allowed"), [(-1, False), (0, False), (1, True), (30, True), (31, False)])
def test_one_to_thirty_days(days: int, allowed: bool):
    world = World().in_handling()
    if allowed:
        assert world.do(an_extension(days=days), "water_head").case.extension.days == days
    else:
        with pytest.raises(errors.ExtensionTooLong) as refused:
            world.do(an_extension(days=days), "water_head")
        assert refused.value.field == "days"


def test_only_once():
    world = World().in_handling().do(an_extension(days=5), "water_head")
    with pytest.raises(errors.ExtensionAlreadyUsed):
        world.do(an_extension(days=6), "water_head")


def test_not_by_a_handler():
    with pytest.raises(errors.ExtensionNotByHead):
        World().in_handling().do(an_extension(), "water_handler")


@pytest.mark.parametrize("person", ["bureau_head", "housing_head"])
def test_not_by_the_head_of_another_unit_the_bureau_included(person: str):
    with pytest.raises(errors.SomeoneElsesCase):
        World().in_handling().do(an_extension(), person)


@pytest.mark.parametrize(("day", "clock", "in_time"), [("2026-05-06", "23:59", True), ("2026-05-07", "00:00", False)])
def test_not_after_the_limit_has_run_out(day: str, clock: str, in_time: bool):
    world = World().in_handling().move_to(on(day, clock))
    if in_time:
        assert world.do(an_extension(), "water_head").case.extension is not None
    else:
        with pytest.raises(errors.ExtensionTooLate):
            world.do(an_extension(), "water_head")


def test_not_without_telling_the_petitioner():
    with pytest.raises(errors.NoticeNumberRequired):
        World().in_handling().do(an_extension(notice_no=None), "water_head")
    with pytest.raises(errors.TextRequired):
        World().in_handling().do(an_extension(reason=" "), "water_head")


def test_not_where_no_sixty_days_run():
    with pytest.raises(errors.NoLimitToExtend):
        World().accepted(an_acceptance(track=3)).do(an_extension(), "water_head")


def test_not_for_a_case_that_was_sent_back():
    world = World().completed().do(a_return(due_on=date(2026, 3, 20)), "dispatcher")
    with pytest.raises(errors.NoLimitToExtend):
        world.do(an_extension(), "water_head")
