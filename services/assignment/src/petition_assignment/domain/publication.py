"""公示: the opinion of a re-review that was heard may be made public, and what is public can be taken back.

《信访工作条例》第三十六条第二款: "经过听证的复核意见可以依法向社会公示". Nothing else of a case is published, and this
only as a text somebody wrote for it: without the people it is about (《个人信息保护法》第二十五条).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.publication_errors import (
    AlreadyPublished,
    NotHeardInReReview,
    NothingPublished,
    NumberInText,
    PetitionerWantsSecrecy,
)
from petition_assignment.domain.publication_events import PublicationWithdrawn, ReviewOpinionPublished
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.review import Review, ReviewState
from petition_assignment.domain.vocabulary import ReviewLevel

if TYPE_CHECKING:
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.review_commands import PublishReviewOpinion, WithdrawPublication
    from petition_assignment.domain.reviewed_case import ReviewedCase

PERSONAL_NUMBER = re.compile(r"\d{7,}")
"""A telephone, identity, account or case number: nothing in a text for everybody needs one."""
BY_DECISION, SECRECY_ASKED = "decision", "secrecy_asked"


@dataclass(frozen=True)
class Publication:
    """What was made public, under the number of the opinion; `withdrawn_at` None => it still is."""

    document_no: str
    unit: str
    text: str
    published_by: str
    published_at: datetime
    withdrawn_at: datetime | None = None


def standing(publications: list[Publication]) -> Publication | None:
    """The publication that is public now, if there is one."""
    last = publications[-1] if publications else None
    return last if last is not None and last.withdrawn_at is None else None


def publish_review_opinion(case: ReviewedCase, command: PublishReviewOpinion, here: Occasion) -> Paper:
    """第三十六条第二款: the delivered opinion of a re-review that was heard is made public, by a head or leader.

    A review, or nothing was heard => NotHeardInReReview. Public already => AlreadyPublished. The petitioner asked for
    secrecy (第十八条第四款) => PetitionerWantsSecrecy. A long number in the text => NumberInText.
    """
    review = case.enter_review(command, here.officer)
    decision = review.decision
    assert decision is not None
    if not was_heard(review):
        raise NotHeardInReReview("case_no")
    if standing(case.publications) is not None:
        raise AlreadyPublished("case_no")
    if here.petition.secrecy:
        raise PetitionerWantsSecrecy("case_no")
    reason, text = required_text("reason", command.reason), required_text("text", command.text)
    if PERSONAL_NUMBER.search(text):
        raise NumberInText("text")
    case.publications.append(Publication(decision.document_no, review.unit, text, here.officer.name, here.now))
    case.published_at, case.published_no = here.now, decision.document_no
    case.record(ReviewOpinionPublished(review.unit, decision.document_no, here.officer.name, here.now, review.round))
    case.did_in(review, command, ReviewState.DELIVERED)
    return case.paper(PaperKind.PUBLICATION_NOTE, here, decision.document_no, {"reason": reason, "text": text})


def withdraw_publication(case: ReviewedCase, command: WithdrawPublication, here: Occasion) -> Paper:
    """A head or leader of the reviewer takes it back, with a reason. Nothing is public => NothingPublished."""
    review = case.enter_review(command, here.officer)
    reason = required_text("reason", command.reason)
    taken_back = _take_back(case, BY_DECISION, here.officer.name, here.now)
    case.did_in(review, command, ReviewState.DELIVERED)
    return case.paper(PaperKind.PUBLICATION_WITHDRAWAL, here, taken_back.document_no, {"reason": reason})


def hide(case: ReviewedCase, now: datetime) -> bool:
    """第十八条第四款: the petitioner asked for secrecy; whether anything was public that is not any longer."""
    if standing(case.publications) is None:
        return False
    _take_back(case, SECRECY_ASKED, None, now)
    case.move_to(case.state)
    return True


def was_heard(review: Review) -> bool:
    """Whether it is a re-review of which a hearing was held to its end."""
    return review.level is ReviewLevel.RE_REVIEW and any(hearing.closed_at for hearing in review.hearings)


def _take_back(case: ReviewedCase, cause: str, by: str | None, now: datetime) -> Publication:
    """From now on it is not public; what was stays on record. Nothing is public => NothingPublished."""
    public = standing(case.publications)
    if public is None:
        raise NothingPublished("case_no")
    case.publications[-1] = replace(public, withdrawn_at=now)
    case.published_at = case.published_no = None
    case.record(PublicationWithdrawn(public.unit, public.document_no, cause, by, now))
    return public
