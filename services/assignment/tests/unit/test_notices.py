"""Notices to the petitioner: delivered once, with a receipt, and, where the county says so, before the opinion."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from assignment_register import COUNTY, a_register
from assignment_world import (
    World,
    a_completion,
    a_declining,
    a_delivery,
    a_notice_delivery,
    a_responsibility,
    a_routing,
    an_acceptance,
    an_extension,
    an_opinion,
    on,
)

from petition_assignment.domain import commands as asked
from petition_assignment.domain import errors, notice_errors, notice_events
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.vocabulary import FirstOrRepeat, Mode, NoticeKind

DELIVERED = a_notice_delivery()
EXTENSION_DELIVERED = a_notice_delivery(notice=NoticeKind.EXTENSION, receipt_no="告回执2号")


def a_world_with_notices_first() -> World:
    settings = {**COUNTY.get("settings", {}), "notices_delivered_before_opinion": True}
    return World(a_register(county={**COUNTY, "settings": settings}))


def test_a_delivery_is_told_and_leaves_a_receipt():
    world = World().accepted().do(DELIVERED, "water_signer")
    told = world.told(notice_events.NoticeDelivered)[0]
    assert (told.unit, told.notice, told.method, told.receipt_no) == ("dept_water", "acceptance", "direct", "告回执1号")
    paper = world.papers[-1]
    assert (paper.kind, paper.number) == (PaperKind.NOTICE_RECEIPT, "告回执1号")
    assert paper.facts == {"notice": "受理告知书", "method": "direct", "delivered_on": "2026-03-02"}


def test_no_clock_changes_by_a_delivery():
    world = World().accepted()
    before = [(clock.clock_id, clock.due_at, clock.stopped_at) for clock in world.case.clocks]
    world.do(DELIVERED, "water_signer")
    assert [(clock.clock_id, clock.due_at, clock.stopped_at) for clock in world.case.clocks] == before


@pytest.mark.parametrize(
    ("make", "notice", "refusal", "field"),
    [
        (lambda: World().accepted(), NoticeKind.EXTENSION, notice_errors.NoticeNotWritten, "notice"),
        (lambda: World().accepted(), NoticeKind.DECLINE, notice_errors.NoticeNotWritten, "notice"),
        (lambda: World().declined(), NoticeKind.ACCEPTANCE, notice_errors.NoticeNotWritten, "notice"),
        (
            lambda: World().accepted().do(DELIVERED, "water_signer"),
            NoticeKind.ACCEPTANCE,
            notice_errors.NoticeAlreadyDelivered,
            "notice",
        ),
        (
            lambda: World().accepted(an_acceptance(notice_no=None), anonymous=True),
            NoticeKind.ACCEPTANCE,
            errors.NobodyToDeliverTo,
            "case_no",
        ),
    ],
)
def test_only_a_notice_that_was_written_is_delivered_and_once(
    make: Callable[[], World], notice: NoticeKind, refusal: type[errors.Refused], field: str
):
    with pytest.raises(refusal) as refused:
        make().do(a_notice_delivery(notice=notice, receipt_no="告回执9号"), "water_signer")
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("day", "possible"),
    [(date(2026, 3, 1), False), (date(2026, 3, 2), True), (date(2026, 3, 5), True), (date(2026, 3, 6), False)],
)
def test_the_day_lies_between_the_writing_and_today(day: date, possible: bool):
    world = World().accepted().move_to(on("2026-03-05"))
    command = a_notice_delivery(delivered_on=day)
    if possible:
        assert world.do(command, "water_signer").case.notices[0].delivered_on == day
    else:
        with pytest.raises(errors.DeliveryDateImpossible):
            world.do(command, "water_signer")


def test_without_a_receipt_nothing_was_delivered():
    with pytest.raises(errors.TextRequired) as refused:
        World().accepted().do(a_notice_delivery(receipt_no="  "), "water_signer")
    assert refused.value.field == "receipt_no"


def test_the_notice_of_declining_is_delivered_after_the_case_is_closed():
    world = World().declined().do(a_notice_delivery(notice=NoticeKind.DECLINE), "water_signer")
    assert (world.case.open, [notice.notice for notice in world.case.notices]) == (False, [NoticeKind.DECLINE])


def extended() -> World:
    return a_world_with_notices_first().in_handling().do(an_extension(), "water_head")


def extended_after_the_opinion() -> World:
    world = a_world_with_notices_first().in_handling().do(DELIVERED, "water_signer").do(an_opinion(), "water_handler")
    return world.do(an_extension(), "water_head").do(a_delivery(), "water_handler")


MISSING: list[tuple[str, Callable[[], World], Any, str, str]] = [
    ("accept: no notice", lambda: World().signed(), an_acceptance(notice_no=None), "water_handler", "notice_no"),
    ("decline: no notice", lambda: World().signed(), a_declining(notice_no=None), "water_handler", "notice_no"),
    ("extend: no notice", lambda: World().in_handling(), an_extension(notice_no=None), "water_head", "notice_no"),
    (
        "opinion: acceptance not delivered",
        lambda: a_world_with_notices_first().in_handling(),
        an_opinion(),
        "water_handler",
        "NOTICE_NOT_DELIVERED",
    ),
    (
        "opinion: extension not delivered",
        lambda: extended().do(DELIVERED, "water_signer"),
        an_opinion(),
        "water_handler",
        "NOTICE_NOT_DELIVERED",
    ),
    (
        "opinion: extension delivered, acceptance not",
        lambda: extended().do(EXTENSION_DELIVERED, "water_signer"),
        an_opinion(),
        "water_handler",
        "NOTICE_NOT_DELIVERED",
    ),
    ("delivery: no opinion", lambda: World().in_handling(), a_delivery(), "water_handler", "ILLEGAL_TRANSITION"),
    ("completion: no opinion", lambda: World().in_handling(), a_completion(), "water_handler", "ILLEGAL_TRANSITION"),
    (
        "completion: opinion not delivered",
        lambda: World().opinion_issued(),
        a_completion(),
        "water_handler",
        "ILLEGAL_TRANSITION",
    ),
    (
        "completion: extension not delivered",
        extended_after_the_opinion,
        a_completion(),
        "water_handler",
        "NOTICE_NOT_DELIVERED",
    ),
    (
        "completion of an assigned case: no report",
        lambda: World().delivered(command=a_routing(mode=Mode.ASSIGN, feedback_due_on=date(2026, 5, 6))),
        a_completion(),
        "water_handler",
        "REPORT_NUMBER_REQUIRED",
    ),
    ("confirmation: no report", lambda: World().delivered(), asked.ConfirmCase(), "dispatcher", "ILLEGAL_TRANSITION"),
]


@pytest.mark.parametrize(
    ("make", "command", "person", "wanted"), [row[1:] for row in MISSING], ids=[row[0] for row in MISSING]
)
def test_a_step_that_needs_a_paper_does_not_pass_without_it(
    make: Callable[[], World], command: Any, person: str, wanted: str
):
    world = make()
    before = (world.case.version, len(world.papers))
    with pytest.raises(errors.Refused) as refused:
        world.do(command, person)
    assert wanted in (refused.value.code, refused.value.field)
    assert (world.case.version, len(world.papers)) == before


def test_with_every_notice_delivered_the_way_goes_on():
    world = extended().do(DELIVERED, "water_signer").do(EXTENSION_DELIVERED, "water_signer")
    world.do(an_opinion(), "water_handler").do(a_delivery(), "water_handler").do(a_completion(), "water_handler")
    assert world.case.state == "completed"


def test_what_waits_for_a_notice_is_not_offered():
    world = a_world_with_notices_first().in_handling()
    officer = world.officer("water_handler")
    assert "issue_opinion" not in possible_commands(world.case, FirstOrRepeat.FIRST, officer, world.now)
    world.do(DELIVERED, "water_signer")
    assert "issue_opinion" in possible_commands(world.case, FirstOrRepeat.FIRST, officer, world.now)


def test_where_the_county_does_not_ask_for_it_no_step_waits_for_a_receipt():
    assert World().completed().case.notices == []


def test_nobody_to_tell_holds_nothing_up():
    world = a_world_with_notices_first().accepted(an_acceptance(notice_no=None), anonymous=True)
    world.do(a_responsibility(), "water_handler").do(an_opinion(), "water_handler")
    assert world.case.state == "opinion_issued"


def test_a_case_accepted_before_the_county_asked_for_it_goes_on_as_it_began():
    world = World().in_handling()
    world.desk.registers.register = a_world_with_notices_first().register
    assert world.do(an_opinion(), "water_handler").case.state == "opinion_issued"
