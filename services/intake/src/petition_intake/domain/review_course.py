"""A review or re-review as the petitioner follows it (《信访工作条例》第三十五条、第三十六条)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from petition_intake.domain.wording import Wording


class ReviewLevel(StrEnum):
    """复查 (第三十五条) / 复核 (第三十六条)."""

    REVIEW = "review"
    RE_REVIEW = "re_review"


REVIEW_LEVEL_WORDING: dict[ReviewLevel, Wording] = {
    ReviewLevel.REVIEW: Wording("复查", "review"),
    ReviewLevel.RE_REVIEW: Wording("复核", "re-review"),
}


class CourseState(StrEnum):
    """Where a request stands."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    HEARING = "hearing"
    DECIDED = "decided"
    DELIVERED = "delivered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


COURSE_WORDING: dict[CourseState, Wording] = {
    CourseState.REQUESTED: Wording("已登记，待受理", "registered, not yet taken up"),
    CourseState.ACCEPTED: Wording("已受理，正在审查", "taken up and under examination"),
    CourseState.HEARING: Wording("正在听证", "being heard"),
    CourseState.DECIDED: Wording("已作出意见，待送达", "decided and about to be delivered"),
    CourseState.DELIVERED: Wording("意见已送达", "the decision was delivered"),
    CourseState.DECLINED: Wording("不予受理", "not accepted"),
    CourseState.WITHDRAWN: Wording("随信访事项撤回", "taken back with the petition"),
}

OPEN: frozenset[CourseState] = frozenset(
    {CourseState.REQUESTED, CourseState.ACCEPTED, CourseState.HEARING, CourseState.DECIDED}
)


@dataclass
class ReviewCourse:
    """One request and how it fares; `round` is that of the opinion it is about."""

    level: ReviewLevel
    round: int
    requested_at: datetime
    late: bool
    state: CourseState = CourseState.REQUESTED
    unit: str | None = None
    outcome: str | None = None
    changed_to: str | None = None
    document_no: str | None = None
    delivered_on: date | None = None
    remedy_until: date | None = None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


def delivered(courses: Sequence[ReviewCourse], level: ReviewLevel, round: int | None = None) -> ReviewCourse | None:
    """The last of this level that was delivered, of one round or of any."""
    found = (
        course
        for course in reversed(courses)
        if course.level is level and course.state is CourseState.DELIVERED and round in (None, course.round)
    )
    return next(found, None)
