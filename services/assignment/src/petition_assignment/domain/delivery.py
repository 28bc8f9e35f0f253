"""Handing the opinion to the petitioner, with a receipt (送达回执).

The day of delivery is the day from which the petitioner's 30 days for a review count (《信访工作条例》第三十五条);
without a recorded delivery they have not begun.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_assignment.domain.clocks import MOMENT
from petition_assignment.domain.errors import DeliveryDateImpossible
from petition_assignment.domain.vocabulary import DeliveryMethod
from workdays import end_of_day, local_day


@dataclass(frozen=True)
class Delivery:
    """The opinion in the hands of the petitioner; `remedy_until` is the last day to ask for a review."""

    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
    remedy_until: date
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
