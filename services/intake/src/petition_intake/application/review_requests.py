"""Taking a request for a review or a re-review down: at the window, or from the petitioner with the query code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_intake.application.petitioner_access import open_at_window_or_by_code
from petition_intake.application.ports import Files, Office
from petition_intake.domain.asking_for_review import answer_to_review, check_requested_at
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.review_course import REVIEW_LEVEL_WORDING, ReviewCourse, ReviewLevel
from petition_intake.domain.review_errors import NothingToReview
from petition_intake.domain.review_request import ReviewRequest, last_day_to_ask
from workdays import Calendar, local_day


@dataclass(frozen=True)
class Asked:
    """The request as it came in. `requested_at` None means now; only a window may date it back."""

    case_no: str
    level: ReviewLevel
    reasons: str
    good_reason: str | None = None
    requested_at: datetime | None = None
    query_code: str | None = None


def request_review(
    files: Files, office: Office, caller: Officer, asked: Asked, expected_version: int | None, now: datetime
) -> tuple[Petition, ReviewRequest, date]:
    """第三十五条、第三十六条. After the 30 days it is registered all the same and marked; the last day is told back.

    Neither a registrar nor the petitioner with the query code => NotAtTheWindow, QueryCodeRequired, CodeNotAccepted.
    Other refusals: see `answer_to_review` and `check_requested_at`.
    """
    found = open_at_window_or_by_code(files, office, caller, asked.case_no, asked.query_code, expected_version, now)
    if found is None:
        words = REVIEW_LEVEL_WORDING[asked.level]
        raise NothingToReview("level", step=words.en, step_zh=words.zh)
    petition, progress = found
    answer = answer_to_review(progress, asked.level, petition.nobody_to_notify)
    requested_at = now if caller.person is None else asked.requested_at or now
    check_requested_at(requested_at, answer, now)
    calendar = Calendar.published().rolling(office.registers.current().settings.days_roll)
    last_day = last_day_to_ask(answer.delivered_on, calendar)
    late = local_day(requested_at) > last_day
    good_reason = (asked.good_reason or "").strip() or None
    request = ReviewRequest(
        asked.level, answer.round, requested_at, caller.name, asked.reasons.strip(), good_reason, late
    )
    petition.request_review(request)
    progress.review_requested(
        ReviewCourse(asked.level, answer.round, requested_at, late), caller.unit if caller.person else None
    )
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition, request, last_day
