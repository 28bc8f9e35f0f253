"""听证 in a review or re-review (第三十五条、第三十六条): called for in writing, then held on such a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.review import Review, ReviewHearingCall, ReviewState
from petition_assignment.domain.review_errors import ReviewHearingNotCalled
from petition_assignment.domain.review_events import ReviewHearingCalled
from petition_assignment.domain.review_in_print import in_print
from petition_assignment.domain.routing import after_today

if TYPE_CHECKING:
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.review_commands import CallReviewHearing
    from petition_assignment.domain.reviewed_case import ReviewedCase


def call_review_hearing(case: ReviewedCase, command: CallReviewHearing, here: Occasion) -> Paper:
    """The reviewer tells those who are to be heard in writing (听证通知书), for a day to come. No clock stands still.

    Another day is called for anew; the earlier notice stays on record. Today or a day gone by => DateNotAfterToday.
    Who may call, and when: see `ReviewedCase.enter_review`.
    """
    review = case.enter_review(command, here.officer)
    text = {name: required_text(name, getattr(command, name)) for name in ("participants", "place")}
    notice_no = required_text("notice_no", command.notice_no)
    hearing_on = after_today("hearing_on", command.hearing_on, here.now)
    review.hearing_calls.append(ReviewHearingCall(notice_no, hearing_on))
    case.record(
        ReviewHearingCalled(review.level, review.unit, notice_no, hearing_on, here.officer.name, here.now, review.round)
    )
    case.did_in(review, command, ReviewState.ACCEPTED)
    facts = {**in_print(review), "held_at": hearing_on.isoformat()}
    return case.paper(PaperKind.HEARING_NOTICE, here, notice_no, text, **facts)


def check_hearing_called(review: Review, held_on: date) -> None:
    """A hearing of this very review was called for that day => else ReviewHearingNotCalled."""
    if not any(call.hearing_on == held_on for call in review.hearing_calls):
        raise ReviewHearingNotCalled("case_no", held_on=held_on)
