"""A request for a review or a re-review as it is kept, and the last day on which one is in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_intake.domain.review_course import ReviewLevel
from workdays import Calendar, CalendarDays

DAYS_TO_ASK = CalendarDays(30)
"""《信访工作条例》第三十五条、第三十六条."""


@dataclass(frozen=True)
class ReviewRequest:
    """What the petitioner asked and why. The words stay here; `recorded_by` is the window's officer or the entry."""

    level: ReviewLevel
    round: int
    requested_at: datetime
    recorded_by: str
    reasons: str
    good_reason: str | None
    late: bool


def last_day_to_ask(delivered_on: date, calendar: Calendar) -> date:
    """30 days, the day of delivery not counted, rolled past days off (《民法典》第二百零一条、第二百零三条)."""
    return calendar.due(delivered_on, DAYS_TO_ASK).on
