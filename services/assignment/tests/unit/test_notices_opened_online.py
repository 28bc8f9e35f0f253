"""A notice that the petitioner opened online, as agreed, is delivered by that; no officer records it again."""

from datetime import timedelta

import pytest
from assignment_world import CASE, World, a_notice_delivery, on

from petition_assignment.application import following
from petition_assignment.domain import notice_errors, notice_events
from petition_assignment.domain.notices import PETITIONER, undelivered
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.vocabulary import DeliveryMethod, NoticeKind

NUMBER = f"{CASE}-03"
EVENING = on("2026-03-03", "23:59")


def opened(world: World, kind: str = "accepted", receipt: bool = True, at=EVENING) -> None:
    following.note_notice_opened(world.desk, CASE, kind, NUMBER, at, receipt)


@pytest.mark.parametrize(("later", "day"), [(timedelta(0), "2026-03-03"), (timedelta(minutes=1), "2026-03-04")])
def test_the_day_it_was_opened_is_the_day_of_delivery(later: timedelta, day: str):
    world = World().accepted()
    opened(world, at=EVENING + later)
    (delivery,) = world.case.notices
    assert (delivery.method, delivery.delivered_on.isoformat(), delivery.receipt_no, delivery.recorded_by) == (
        DeliveryMethod.ELECTRONIC,
        day,
        NUMBER,
        PETITIONER,
    )
    (told,) = world.told(notice_events.NoticeDelivered)
    assert (told.unit, told.notice, told.method, told.receipt_no) == ("dept_water", "acceptance", "electronic", NUMBER)
    paper = world.papers[-1]
    assert (paper.kind, paper.number, paper.facts["method"]) == (PaperKind.NOTICE_RECEIPT, NUMBER, "electronic")
    with pytest.raises(notice_errors.NoticeAlreadyDelivered):
        world.do(a_notice_delivery(), "water_signer")


def test_a_notice_of_declining_is_delivered_that_way_too():
    world = World().declined()
    opened(world, "declined")
    assert world.case.notices[0].notice is NoticeKind.DECLINE


@pytest.mark.parametrize(
    ("kind", "receipt"),
    [("accepted", False), ("routed_to", True), ("extended", True), ("a kind of a later day", True)],
    ids=["online delivery was not agreed to", "the bureau's own notice", "not written here", "unknown"],
)
def test_what_is_no_receipt_of_a_notice_written_here_changes_nothing(kind: str, receipt: bool):
    world = World().accepted()
    version = world.case.version
    opened(world, kind, receipt)
    assert (world.case.version, world.case.notices) == (version, [])
    assert undelivered(world.case) == [NoticeKind.ACCEPTANCE]


def test_a_notice_delivered_on_paper_before_stays_delivered_on_paper():
    world = World().accepted().do(a_notice_delivery(), "water_signer")
    opened(world)
    assert [delivery.method for delivery in world.case.notices] == [DeliveryMethod.DIRECT]


def test_of_an_anonymous_petition_no_receipt_is_kept():
    world = World().accepted(anonymous=True)
    opened(world)
    assert world.case.notices == []
