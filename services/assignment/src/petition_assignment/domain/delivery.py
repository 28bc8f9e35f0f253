"""Handing the opinion to the petitioner, with a receipt (送达回执).

The day of delivery is the day from which the petitioner's 30 days for a review count (《信访工作条例》第三十五条);
without a recorded delivery they have not begun.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import clocks, events
from petition_assignment.domain.acceptance import may_be_reviewed
from petition_assignment.domain.clocks import MOMENT
from petition_assignment.domain.errors import DeliveryDateImpossible, NobodyToDeliverTo
from petition_assignment.domain.extension import drop_application
from petition_assignment.domain.follow_through_events import AnswerDelivered
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import DeliveryMethod
from workdays import end_of_day, local_day

if TYPE_CHECKING:
    from petition_assignment.domain.commands import RecordDelivery
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.reviewed_case import ReviewedCase


@dataclass(frozen=True)
class Delivery:
    """The opinion in the hands of the petitioner; `remedy_until` is the last day to ask for a review, if any."""

    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
    remedy_until: date | None
    recorded_by: str


def check_delivery_date(day: date, issued_at: datetime, now: datetime) -> None:
    """Not before the opinion was issued and not in the future => else DeliveryDateImpossible."""
    earliest, latest = local_day(issued_at), local_day(now)
    if not earliest <= day <= latest:
        raise DeliveryDateImpossible("delivered_on", date=day, earliest=earliest, latest=latest)


def delivered_at(day: date, now: datetime) -> datetime:
    """The instant a delivery counts from: now if it was today, else the last moment of that day.

    A receipt that comes back by post after the limit does not make a delivery in time late.
    """
    return now if day == local_day(now) else end_of_day(day) - MOMENT


def record_delivery(case: ReviewedCase, command: RecordDelivery, here: Occasion) -> Paper:
    """第三十四条、第三十五条: the opinion reached the petitioner. The limit ends; 30 days for a review begin (K7).

    Tracks 1 to 5 and suggestions have the remedies of their own law: no K7.
    The 30 days after an earlier opinion go on beside the new ones.
    """
    if case.anonymous:
        raise NobodyToDeliverTo("case_no")
    check_delivery_date(command.delivered_on, _answered_at(case), here.now)
    receipt_no = required_text("receipt_no", command.receipt_no)
    at = delivered_at(command.delivered_on, here.now)
    if not may_be_reviewed(case.acceptance, here.petition.purpose):
        return _deliver_without_review(case, command, here, receipt_no, at)
    assert case.opinion is not None, "what may be reviewed was answered by an opinion"
    review = clocks.start(case.clocks, "K7", clocks.PETITIONER, at, case.round, here.calendar)
    remedy_until = case.clocks[-1].last_day
    case.delivery = Delivery(command.method, command.delivered_on, receipt_no, remedy_until, here.officer.name)
    case.keep_opinion(here.officer.unit)
    case.record(
        events.OpinionDelivered(
            here.officer.unit, command.method, command.delivered_on, receipt_no, remedy_until, case.round
        )
    )
    case.stop(at, "delivered", "K5", "REHANDLING")
    drop_application(case, here)
    case.record(review)
    case.move_to(State.DELIVERED)
    return case.paper(
        PaperKind.DELIVERY_RECEIPT,
        here,
        receipt_no,
        {"remedy_until": remedy_until.isoformat()},
        method=command.method,
        delivered_on=command.delivered_on.isoformat(),
        of_number=case.opinion.document_no,
    )


def _answered_at(case: ReviewedCase) -> datetime:
    if case.suggestion_answer is not None:
        return case.suggestion_answer.answered_at
    assert case.opinion is not None
    return case.opinion.issued_at


def _deliver_without_review(
    case: ReviewedCase, command: RecordDelivery, here: Occasion, receipt_no: str, at: datetime
) -> Paper:
    case.delivery = Delivery(command.method, command.delivered_on, receipt_no, None, here.officer.name)
    if case.opinion is not None:
        case.keep_opinion(here.officer.unit)
    case.record(AnswerDelivered(here.officer.unit, command.method, command.delivered_on, receipt_no, case.round))
    case.stop(at, "delivered", "K5", "REHANDLING")
    case.move_to(State.DELIVERED)
    of_number = case.opinion.document_no if case.opinion is not None else None
    return case.paper(
        PaperKind.DELIVERY_RECEIPT,
        here,
        receipt_no,
        {},
        method=command.method,
        delivered_on=command.delivered_on.isoformat(),
        of_number=of_number,
    )
