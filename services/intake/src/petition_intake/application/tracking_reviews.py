"""What the petitioner sees of reviews: each request and where it stands, the remedy left, finality."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from petition_intake.domain.codes_told import OUTCOMES, REVIEW_OUTCOMES, worded
from petition_intake.domain.progress import Progress
from petition_intake.domain.register import RegisterCopy, unit_wording
from petition_intake.domain.review_course import (
    COURSE_WORDING,
    REVIEW_LEVEL_WORDING,
    ReviewCourse,
    ReviewLevel,
    delivered,
)
from petition_intake.domain.wording import Wording
from workdays import local_day

RE_REVIEW = Wording(
    "不服复查意见的，可以自收到复查意见之日起30日内请求复查机关、单位的上一级机关、单位复核（《信访工作条例》第三十六条）。"
    "逾期提出的同样登记。",
    "If you do not agree with the review, you may ask the body one level above the reviewer for a re-review within 30 "
    "days of receiving it (Article 36). A late request is registered all the same.",
)
FINAL = Wording(
    "本事项已终结：仍以同一事实和理由提出的，不再受理；有新的事实和理由的，可以再次提出（《信访工作条例》第三十六条）。",
    "The matter is final: on the same facts and reasons it is no longer accepted; on new ones you may file again "
    "(Article 36).",
)


def review_shown(course: ReviewCourse, register: RegisterCopy) -> dict[str, Any]:
    """One request with its state and, once there is one, its answer."""
    outcome, changed_to = course.outcome, course.changed_to
    return {
        "level": REVIEW_LEVEL_WORDING[course.level].to_wire(course.level.value),
        "round": course.round,
        "requested_at": course.requested_at,
        "late": course.late,
        "state": COURSE_WORDING[course.state].to_wire(course.state.value),
        "unit": course.unit and unit_wording(register, course.unit),
        "outcome": outcome and worded(REVIEW_OUTCOMES, outcome).to_wire(outcome),
        "changed_to": changed_to and worded(OUTCOMES, changed_to).to_wire(changed_to),
        "document_no": course.document_no,
        "delivered_on": course.delivered_on,
        "remedy_until": course.remedy_until,
    }


def final_of(progress: Progress) -> dict[str, Any] | None:
    """第三十六条第三款, with the number of the document that made it final; None while it is not."""
    return None if progress.final_no is None else {**FINAL._asdict(), "reference_no": progress.final_no}


def remedy_of_review(progress: Progress, now: datetime) -> dict[str, Any] | None:
    """第三十六条: the remedy against the last review, unless a later opinion has taken its place or it was used up."""
    review, opinion = delivered(progress.reviews, ReviewLevel.REVIEW), progress.remedy
    if review is None or review.remedy_until is None or (opinion is not None and opinion.round > review.round):
        return None
    answered = delivered(progress.reviews, ReviewLevel.RE_REVIEW, review.round) is not None
    still_open = not answered and local_day(now) <= review.remedy_until
    return {**RE_REVIEW._asdict(), "until": review.remedy_until, "open": still_open}
