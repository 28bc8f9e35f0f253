"""Asking for a review or a re-review: what it may be about, and when.

A request that comes after the 30 days is registered all the same and marked: not to register it is forbidden
(《信访工作条例》第四十三条、第四十四条), and whether there was a good reason is for a person at the level above to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_intake.domain.errors import AnonymousPetitioner, DateInFuture
from petition_intake.domain.progress import Progress
from petition_intake.domain.review_course import REVIEW_LEVEL_WORDING, ReviewLevel, delivered
from petition_intake.domain.review_errors import (
    NothingToReview,
    RequestedBeforeDelivery,
    ReviewAlreadyAnswered,
    ReviewAlreadyRequested,
)
from workdays import local_day


@dataclass(frozen=True)
class Answer:
    """The answer a request is about: of which round, and the day on which the petitioner had it."""

    round: int
    delivered_on: date


def answer_to_review(progress: Progress, level: ReviewLevel, anonymous: bool) -> Answer:
    """What may be asked now.

    Anonymous                                          => AnonymousPetitioner: nothing can be delivered.
    No opinion, or for a re-review no review, in hand  => NothingToReview.
    A request still open                               => ReviewAlreadyRequested.
    Answered at this level before                      => ReviewAlreadyAnswered; in a matter that is final the
                                                          request is taken down, and answered with just that.
    """
    words = REVIEW_LEVEL_WORDING[level]
    if anonymous:
        raise AnonymousPetitioner("case_no")
    opinion, review = progress.remedy, delivered(progress.reviews, ReviewLevel.REVIEW)
    answer = None
    if level is ReviewLevel.REVIEW and opinion is not None and opinion.delivered_on is not None:
        answer = Answer(opinion.round, opinion.delivered_on)
    if level is ReviewLevel.RE_REVIEW and review is not None and review.delivered_on is not None:
        answer = Answer(review.round, review.delivered_on)
    if answer is None:
        raise NothingToReview("level", step=words.en, step_zh=words.zh)
    if any(course.is_open for course in progress.reviews):
        raise ReviewAlreadyRequested("case_no")
    if progress.final_no is None and delivered(progress.reviews, level, answer.round) is not None:
        raise ReviewAlreadyAnswered("level", step=words.en, step_zh=words.zh)
    return answer


def check_requested_at(requested_at: datetime, answer: Answer, now: datetime) -> None:
    """Not in the future (DateInFuture) and not before the answer was in hand (RequestedBeforeDelivery)."""
    if requested_at > now:
        raise DateInFuture("requested_at", given=local_day(requested_at), now=local_day(now))
    if local_day(requested_at) < answer.delivered_on:
        raise RequestedBeforeDelivery("requested_at", given=local_day(requested_at), delivered_on=answer.delivered_on)
