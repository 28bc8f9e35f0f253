"""送达: the receipt, the date, the petitioner's thirty days."""

from datetime import date

import pytest
from assignment_world import World, a_completion, a_delivery, a_responsibility, an_acceptance, an_opinion, on

from petition_assignment.domain import errors, events
from petition_assignment.domain.papers import PaperKind


def test_delivery_ends_the_limit_and_opens_thirty_days_for_a_review():
    world = World().delivered()
    told = world.told(events.OpinionDelivered)[0]
    assert (told.delivered_on, told.receipt_no, told.remedy_until) == (date(2026, 3, 2), "回执1号", date(2026, 4, 1))
    assert (world.clock("K5").stop_reason, world.clock("K5").met) == ("delivered", True)
    review = world.told(events.ClockStarted)[-1]
    assert (review.clock_id, review.unit, review.nature, review.due_at) == (
        "K7",
        "petitioner",
        "right",
        on("2026-04-02", "00:00"),
    )
    assert world.papers[-1].kind is PaperKind.DELIVERY_RECEIPT
    assert world.papers[-1].text == {"remedy_until": "2026-04-01"}


@pytest.mark.parametrize("receipt", ["", "  "])
def test_without_a_receipt_nothing_was_delivered(receipt: str):
    with pytest.raises(errors.TextRequired) as refused:
        World().opinion_issued().do(a_delivery(receipt_no=receipt), "water_handler")
    assert refused.value.field == "receipt_no"


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        (date(2026, 3, 1), False),
        (date(2026, 3, 2), True),
        (date(2026, 3, 10), True),
        (date(2026, 3, 11), False),
    ],
)
def test_the_day_lies_between_the_opinion_and_today(day: date, possible: bool):
    world = World().opinion_issued().move_to(on("2026-03-10"))
    if possible:
        assert world.do(a_delivery(delivered_on=day), "water_handler").case.delivery.delivered_on == day
    else:
        with pytest.raises(errors.DeliveryDateImpossible):
            world.do(a_delivery(delivered_on=day), "water_handler")


@pytest.mark.parametrize(("day", "met"), [(date(2026, 5, 6), True), (date(2026, 5, 7), False)])
def test_in_time_or_late_by_the_day_of_delivery_whenever_the_receipt_comes_back(day: date, met: bool):
    world = World().opinion_issued().move_to(on("2026-05-10")).do(a_delivery(delivered_on=day), "water_handler")
    assert world.clock("K5").met is met


def test_nothing_can_be_delivered_to_an_unknown_petitioner_and_the_limit_ends_with_the_opinion():
    world = World().signed(anonymous=True).do(an_acceptance(notice_no=None), "water_handler")
    world.do(a_responsibility(), "water_handler").do(an_opinion(), "water_handler")
    assert world.clock("K5").stop_reason == "opinion_issued"
    with pytest.raises(errors.NobodyToDeliverTo):
        world.do(a_delivery(), "water_handler")
    assert world.do(a_completion(), "water_handler").case.stage == "to_confirm"
