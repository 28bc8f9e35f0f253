"""What assignment's events about reviews and hearings do to the progress of a petition: one rule an event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_intake.domain.codes_told import REVIEW_DECLINE_REASONS, REVIEW_OUTCOMES, worded
from petition_intake.domain.notices import NoticeKind
from petition_intake.domain.progress import Progress
from petition_intake.domain.register import RegisterCopy
from petition_intake.domain.review_course import REVIEW_LEVEL_WORDING, CourseState, ReviewCourse
from petition_intake.domain.steps import StepKind
from petition_intake.domain.wording import Wording

Told = Mapping[str, Any]

REVIEWERS_CLOCKS = ("K8", "K10")


def take_reviewer(progress: Progress, kind: str, unit: str) -> None:
    """The clock of the answer runs: from now on the unit that owes it may look at the petition."""
    course = _open(progress)
    if kind in REVIEWERS_CLOCKS and course is not None:
        course.unit = unit
        progress.settle_state()


def end_with_petition(progress: Progress) -> None:
    """The petition was taken back, and an open request with it."""
    course = _open(progress)
    if course is not None:
        course.state = CourseState.WITHDRAWN


def _open(progress: Progress) -> ReviewCourse | None:
    return progress.reviews[-1] if progress.reviews and progress.reviews[-1].is_open else None


def _move(progress: Progress, told: Told, state: CourseState) -> ReviewCourse | None:
    """The request the event is about, moved on. One this service does not know of leaves the steps alone to tell."""
    course = _open(progress)
    if course is not None:
        course.state = state
        course.unit = told["unit"]
    progress.settle_state()
    return course


def _wording(told: Told) -> Wording:
    return worded({level.value: wording for level, wording in REVIEW_LEVEL_WORDING.items()}, told["level"])


def _named(register: RegisterCopy, told: Told) -> Wording:
    return Wording(register.unit_name(told["unit"]), told["unit"])


def _review_accepted(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    unit, accepted_at = told["unit"], told["accepted_at"]
    progress.step(accepted_at, StepKind.REVIEW_ACCEPTED, unit, told["round"], review_level=told["level"])
    progress.tell(
        NoticeKind.REVIEW_ACCEPTED,
        accepted_at,
        unit,
        {"unit": _named(register, told), "level": _wording(told), "number": told.get("notice_no")},
        document_no=told.get("notice_no"),
    )
    _move(progress, told, CourseState.ACCEPTED)


def _review_declined(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """The petitioner is told why, in writing; a request that is declined can be made again."""
    unit, declined_at = told["unit"], told["declined_at"]
    progress.step(declined_at, StepKind.REVIEW_DECLINED, unit, told["round"], review_level=told["level"])
    progress.tell(
        NoticeKind.REVIEW_DECLINED,
        declined_at,
        unit,
        {
            "unit": _named(register, told),
            "level": _wording(told),
            "reason": worded(REVIEW_DECLINE_REASONS, told["reason_code"]),
            "number": told.get("notice_no"),
        },
        document_no=told.get("notice_no"),
    )
    _move(progress, told, CourseState.DECLINED)


def _hearing_called(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """In the handling or in a review: the petitioner sees the day, and is told by a notice."""
    unit, called_at, on = told["unit"], told["called_at"], told["hearing_on"]
    progress.step(called_at, StepKind.HEARING_CALLED, unit, told["round"], hearing_on=on.isoformat())
    progress.tell(
        NoticeKind.HEARING_CALLED,
        called_at,
        unit,
        {"unit": _named(register, told), "hearing_on": on, "number": told["notice_no"]},
        document_no=told["notice_no"],
        until=on,
    )
    progress.version += 1


def _hearing_opened(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.step(told["opened_at"], StepKind.HEARING_OPENED, told["unit"], told["round"])
    _move(progress, told, CourseState.HEARING)


def _hearing_closed(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.step(told["closed_at"], StepKind.HEARING_CLOSED, told["unit"], told["round"])
    _move(progress, told, CourseState.ACCEPTED)


def _review_decided(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    unit, outcome = told["unit"], told["outcome"]
    progress.step(
        told["decided_at"],
        StepKind.REVIEW_DECIDED,
        unit,
        told["round"],
        review_level=told["level"],
        review_outcome=outcome,
        outcome=told.get("changed_to"),
    )
    course = _move(progress, told, CourseState.DECIDED)
    if course is not None:
        course.outcome, course.changed_to = outcome, told.get("changed_to")
        course.document_no = told["document_no"]


def _review_delivered(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """第三十六条: after a review the remedy and its last day are told; after a re-review there is none."""
    unit, remedy = told["unit"], told.get("remedy_until")
    delivered_on = told["delivered_on"]
    progress.step(
        at,
        StepKind.REVIEW_DELIVERED,
        unit,
        told["round"],
        review_level=told["level"],
        delivered_on=delivered_on.isoformat(),
    )
    values = {
        "unit": _named(register, told),
        "outcome": worded(REVIEW_OUTCOMES, told["outcome"]),
        "delivered_on": delivered_on,
        "remedy_until": remedy,
    }
    kind = NoticeKind.RE_REVIEW_DELIVERED if remedy is None else NoticeKind.REVIEW_DELIVERED
    progress.tell(kind, at, unit, values, document_no=told["receipt_no"], until=remedy)
    course = _move(progress, told, CourseState.DELIVERED)
    if course is not None:
        course.delivered_on, course.remedy_until = delivered_on, remedy


def _case_finalised(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.final_no = told["reference_no"]
    progress.step(told["finalised_at"], StepKind.FINALISED, None, told["round"])
    progress.version += 1


def _case_reopened(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.final_no = None
    progress.step(told["reopened_at"], StepKind.REOPENED, None, told["round"])
    progress.version += 1


REVIEW_RULES = {
    ("assignment", "review_accepted.v1"): _review_accepted,
    ("assignment", "review_declined.v1"): _review_declined,
    ("assignment", "handling_hearing_called.v1"): _hearing_called,
    ("assignment", "review_hearing_called.v1"): _hearing_called,
    ("assignment", "hearing_opened.v1"): _hearing_opened,
    ("assignment", "hearing_closed.v1"): _hearing_closed,
    ("assignment", "review_decided.v1"): _review_decided,
    ("assignment", "review_delivered.v1"): _review_delivered,
    ("assignment", "case_finalised.v1"): _case_finalised,
    ("assignment", "case_reopened.v1"): _case_reopened,
}
