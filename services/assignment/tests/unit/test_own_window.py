"""Petitions filed at a department's or township's own window (第二十三条)."""

import pytest
from assignment_world import World, a_declining, a_routing, an_acceptance, on

from petition_assignment.application import following
from petition_assignment.domain import errors, events
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Level


@pytest.mark.parametrize(
    ("filed_at", "router", "clock"),
    [
        ("petition_bureau", "petition_bureau", "K1"),
        ("hotline_12345", "petition_bureau", "K1"),
        ("a_unit_nobody_knows", "petition_bureau", "K1"),
        ("court_baiyang", "petition_bureau", "K1"),
        ("township_baiyang", "township_baiyang", "K2"),
        ("dept_water", "dept_water", "K2"),
        ("joint_office_baiyang", "township_baiyang", "K2"),
    ],
)
def test_where_it_was_filed_decides_who_must_see_to_it(filed_at: str, router: str, clock: str):
    world = World().opened(registered_by_unit=filed_at)
    opened, started = world.events
    assert opened == events.CaseOpened(world.now, router)
    assert (started.kind, started.unit, started.started_at) == (clock, router, world.now)


def test_once_first_or_repeat_is_decided_the_unit_has_it_in_hand():
    world = World().opened(registered_by_unit="township_baiyang").decided()
    routed, signed = world.events[-2:]
    assert (routed.mode, routed.unit, routed.rule_id, routed.routed_by) == (
        "own",
        "township_baiyang",
        "own_window",
        "dispatcher",
    )
    assert isinstance(signed, events.CaseSignedFor)
    assert world.case.state is State.SIGNED
    assert [clock.clock_id for clock in world.case.clocks] == ["K2"]


def test_deciding_again_changes_nothing_for_the_case():
    world = World().opened(registered_by_unit="township_baiyang").decided()
    version = world.case.version
    world.decided()
    assert world.case.version == version


def test_deciding_leaves_a_case_of_the_bureau_where_it_is():
    assert World().opened().decided().case.state is State.AWAITING_ROUTING


@pytest.mark.parametrize(("day", "clock", "met"), [("2026-03-17", "23:59", True), ("2026-03-18", "00:00", False)])
def test_the_petitioner_is_told_within_fifteen_days_of_filing(day: str, clock: str, met: bool):
    for command in (an_acceptance(), a_declining()):
        world = World().opened(registered_by_unit="township_baiyang").decided().move_to(on(day, clock))
        world.do(command, "baiyang_handler")
        assert world.clock("K2").met is met


def test_the_bureau_does_not_route_what_is_not_its_own():
    with pytest.raises(errors.SomeoneElsesCase):
        World().opened(registered_by_unit="township_baiyang").do(a_routing(), "dispatcher")


def test_settled_on_the_spot_the_clock_of_the_window_ends():
    world = World().opened(registered_by_unit="joint_office_baiyang")
    following.close_on_spot(world.desk, world.case.case_no, Level.TOWNSHIP, on("2026-03-02", "09:30"))
    assert (world.case.unit, world.case.closed_at) == ("township_baiyang", on("2026-03-02", "09:30"))
    assert (world.clock("K2").stop_reason, world.clock("K2").met) == ("settled_on_spot", True)
    told = world.told(events.CaseClosedOnSpot)[0]
    assert (told.unit, told.level, told.closed_at) == ("township_baiyang", "township", on("2026-03-02", "09:30"))
