"""Objecting to a transfer: five working days, written reasons, the sender decides."""

from datetime import date

import pytest
from assignment_world import World, a_routing, an_objection, on

from petition_assignment.domain import commands as asked
from petition_assignment.domain import errors, events
from petition_assignment.domain.objection import REASONS
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Mode

UPHELD = asked.DecideObjection(True, "确属乡镇职权")
REFUSED = asked.DecideObjection(False, "属水务局职权")


@pytest.mark.parametrize(
    ("day", "clock", "in_time"),
    [("2026-03-09", "23:59", True), ("2026-03-10", "00:00", False)],
)
def test_the_window_closes_after_the_fifth_working_day(day: str, clock: str, in_time: bool):
    world = World().routed().move_to(on(day, clock))
    if in_time:
        assert world.do(an_objection(), "water_handler").case.state is State.OBJECTED
    else:
        with pytest.raises(errors.ObjectionWindowClosed):
            world.do(an_objection(), "water_handler")


def test_days_off_do_not_count_towards_the_window():
    world = World(now=on("2026-04-30")).routed(received_at=on("2026-04-30"))
    assert world.clock("K4").last_day.isoformat() == "2026-05-11"


@pytest.mark.parametrize("reason", list(REASONS))
def test_every_reason_must_be_written_out(reason: str):
    with pytest.raises(errors.TextRequired) as refused:
        World().routed().do(an_objection(reason_code=reason, text="  "), "water_handler")
    assert refused.value.field == "text"


def test_the_reason_in_full_is_kept_and_only_its_code_is_told():
    world = World().routed().do(an_objection(suggested_unit="township_caomiao"), "water_handler")
    told = world.told(events.ObjectionRaised)[0]
    assert (told.unit, told.reason_code, told.suggested_unit) == ("dept_water", "not_our_power", "township_caomiao")
    _, paper = world.papers
    assert paper.kind is PaperKind.OBJECTION
    assert paper.text == {"reason": "饮水工程由乡镇管理", "suggested_unit": "township_caomiao"}


def test_an_unknown_unit_cannot_be_suggested():
    with pytest.raises(errors.UnitUnknown) as refused:
        World().routed().do(an_objection(suggested_unit="dept_moon"), "water_handler")
    assert refused.value.field == "suggested_unit"


def test_the_fifteen_days_go_on_while_the_objection_is_open():
    world = World().objected()
    assert world.clock("K3").runs
    assert (world.clock("K4").stop_reason, world.clock("K4").met) == ("objection_raised", True)


def test_upheld_it_goes_back_to_routing_and_the_bounce_is_counted():
    world = World().objected().pass_days(2).do(UPHELD, "dispatcher")
    case = world.case
    assert (case.state, case.unit, case.bounce_count, case.routing) == (State.AWAITING_ROUTING, None, 1, None)
    told = world.told(events.ObjectionDecided)[0]
    assert (told.upheld, told.decided_by, told.bounce_count, told.unit) == (True, "dispatcher", 1, "dept_water")
    assert world.clock("K3").stop_reason == "objection_upheld"
    assert world.clock("K1#2").started_at == world.now
    assert case.holder == "petition_bureau"


def test_routed_again_the_next_unit_has_clocks_of_its_own():
    world = World().objected().do(UPHELD, "dispatcher")
    world.do(a_routing(unit="township_caomiao", override_reason="核实后改派"), "dispatcher")
    assert [clock.clock_id for clock in world.case.clocks if clock.runs] == ["K3#2", "K4#2"]
    world.do(asked.SignForCase(), "caomiao_signer")
    assert world.case.state is State.SIGNED


def test_the_former_unit_has_no_part_in_it_any_more():
    world = World().objected().do(UPHELD, "dispatcher")
    world.do(a_routing(unit="township_caomiao", override_reason="核实后改派"), "dispatcher")
    with pytest.raises(errors.SomeoneElsesCase):
        world.do(asked.SignForCase(), "water_signer")


@pytest.mark.parametrize("before", [State.ROUTED, State.SIGNED])
def test_not_upheld_the_unit_goes_on_where_it_stood_and_cannot_object_again(before: State):
    world = World().routed() if before is State.ROUTED else World().signed()
    world.do(an_objection(), "water_handler").do(REFUSED, "dispatcher")
    assert (world.case.state, world.case.bounce_count, world.case.unit) == (before, 0, "dept_water")
    with pytest.raises(errors.ObjectionWindowClosed):
        world.do(an_objection(text="再次异议"), "water_handler")


def test_an_assigned_case_that_comes_back_no_longer_owes_feedback():
    world = World().routed(a_routing(mode=Mode.ASSIGN, feedback_due_on=date(2026, 5, 6)))
    world.do(an_objection(), "water_handler").do(UPHELD, "dispatcher")
    assert world.clock("K11").stop_reason == "objection_upheld"


def test_the_decision_must_be_explained():
    with pytest.raises(errors.TextRequired):
        World().objected().do(asked.DecideObjection(True, ""), "dispatcher")


def test_a_case_kept_at_ones_own_window_has_nobody_to_object_to():
    world = World().opened(registered_by_unit="dept_water").decided()
    with pytest.raises(errors.NothingToObjectTo):
        world.do(an_objection(), "water_handler")
