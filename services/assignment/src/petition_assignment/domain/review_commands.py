"""What an officer can ask for on a review, and on a matter that is final."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_assignment.domain.commands import Command
from petition_assignment.domain.vocabulary import DeliveryMethod, Outcome, ReviewOutcome


@dataclass(frozen=True)
class AcceptReview(Command):
    """受理复查、复核请求, with the number of the written notice."""

    name = "accept_review"
    notice_no: str


@dataclass(frozen=True)
class DeclineReview(Command):
    """不予受理: for a reason, told in writing."""

    name = "decline_review"
    reason_code: str
    text: str
    notice_no: str


@dataclass(frozen=True)
class CallReviewHearing(Command):
    """发出复查、复核听证通知: who is to come, where, on which day."""

    name = "call_review_hearing"
    notice_no: str
    hearing_on: date
    place: str
    participants: str


@dataclass(frozen=True)
class OpenHearing(Command):
    """开始听证, on a day it was called for."""

    name = "open_hearing"


@dataclass(frozen=True)
class CloseHearing(Command):
    """结束听证: with the number of its record and what came of it."""

    name = "close_hearing"
    record_no: str
    summary: str


@dataclass(frozen=True)
class DecideReview(Command):
    """作出复查、复核意见. `changed_to` goes with a change alone, `due_on` with an opinion that is to be given anew."""

    name = "decide_review"
    outcome: ReviewOutcome
    reasons: str
    legal_basis: str
    document_no: str
    changed_to: Outcome | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class DeliverReview(Command):
    """登记复查、复核意见送达: how, when, and by which receipt."""

    name = "deliver_review"
    method: DeliveryMethod
    delivered_on: date
    receipt_no: str


@dataclass(frozen=True)
class PublishReviewOpinion(Command):
    """公示复核意见: the text that everybody may read, and why (第三十六条第二款)."""

    name = "publish_review_opinion"
    text: str
    reason: str


@dataclass(frozen=True)
class WithdrawPublication(Command):
    """撤销公示, with the reason."""

    name = "withdraw_publication"
    reason: str


@dataclass(frozen=True)
class ReopenOnNewFacts(Command):
    """按新的事实和理由重新启动: what is new, how it compares with what was decided, and by when it is handled."""

    name = "reopen_on_new_facts"
    new_facts: str
    comparison: str
    due_on: date
