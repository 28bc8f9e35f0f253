"""The events this service follows: only the fields it needs, and the one use case they lead to."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from chassis.event import Event
from chassis.service import Subscription
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.mongo_grid_posts import MongoGridPosts
from petition_intake.adapters.mongo_register import store_register
from petition_intake.adapters.office import Premises
from petition_intake.application import following
from petition_intake.domain.following import RULES
from petition_intake.domain.grid_post import GridPost, GridTier
from petition_intake.entrypoints.fields import Instant

DIRECTORY = ("assignment", "register_published.v1")


def _text() -> fields.String:
    return fields.String(required=True)


def _text_or_none() -> fields.String:
    return fields.String(load_default=None, allow_none=True)


class RegisterPublished(Schema):
    """Units, territory and categories are read from the event as published; these must be there."""

    county_code = _text()
    townships = fields.List(fields.Dict(), required=True)
    villages = fields.List(fields.Dict(), required=True)
    grids = fields.List(fields.Dict(), required=True)
    units = fields.List(fields.Dict(), required=True)
    categories = fields.List(fields.Raw(), required=True)
    settings = fields.Dict(load_default=dict)
    codes = fields.List(fields.Dict(), load_default=list)
    category_words = fields.List(fields.Dict(), load_default=list)


class GridPostTold(Schema):
    tier = fields.Enum(GridTier, by_value=True, required=True)
    code = _text()
    warden = _text_or_none()


class GridWardensPublished(Schema):
    township_code = _text()
    posts = fields.List(fields.Nested(GridPostTold, unknown="exclude"), required=True)


class CaseOpened(Schema):
    unit_to_route = _text()


class CaseReported(Schema):
    decider = _text()
    reported_at = Instant(required=True)


class ReportDecided(Schema):
    decider = _text()
    decided_at = Instant(required=True)


class ReportWithdrawn(Schema):
    withdrawn_at = Instant(required=True)


class CaseRouted(Schema):
    mode = _text()
    unit = _text()
    routed_at = Instant(required=True)


class CaseSignedFor(Schema):
    unit = _text()
    signed_at = Instant(required=True)


class ObjectionRaised(Schema):
    unit = _text()
    raised_at = Instant(required=True)


class ObjectionDecided(Schema):
    upheld = fields.Boolean(required=True)
    decided_at = Instant(required=True)


class CaseAccepted(Schema):
    unit = _text()
    track = fields.Integer(required=True)
    accepted_at = Instant(required=True)
    notice_no = _text_or_none()


class CaseDeclined(Schema):
    unit = _text()
    reason_code = _text()
    declined_at = Instant(required=True)
    notice_no = _text_or_none()


class ResponsibilitySet(Schema):
    unit = _text()
    station = _text()
    person = _text()
    due_on = fields.Date(required=True)


class CaseExtended(Schema):
    unit = _text()
    days = fields.Integer(required=True)
    reason_code = _text()
    new_due_at = Instant(required=True)
    notice_no = _text_or_none()


class OpinionIssued(Schema):
    unit = _text_or_none()
    outcome = _text()
    issued_at = Instant(required=True)
    document_no = _text_or_none()
    round = fields.Integer(required=True)


class AgreementRecorded(Schema):
    unit = _text()
    document_no = _text()
    perform_by = fields.Date(load_default=None, allow_none=True)
    round = fields.Integer(required=True)


class OpinionDelivered(Schema):
    unit = _text_or_none()
    delivered_on = fields.Date(required=True)
    receipt_no = _text()
    remedy_until = fields.Date(required=True)
    round = fields.Integer(required=True)


class AnswerDelivered(Schema):
    unit = _text()
    delivered_on = fields.Date(required=True)
    receipt_no = _text()
    round = fields.Integer(required=True)


class SuggestionAnswered(Schema):
    unit = _text()
    answered_at = Instant(required=True)
    round = fields.Integer(required=True)


class CaseSucceeded(Schema):
    unit = _text()


class CaseCompleted(Schema):
    unit = _text()
    completed_at = Instant(required=True)
    level = _text()


class CaseConfirmed(Schema):
    confirmed_at = Instant(required=True)


class CaseReturned(Schema):
    returned_at = Instant(required=True)


class RoundOpened(Schema):
    round = fields.Integer(required=True)
    unit = _text()
    due_on = fields.Date(required=True)


class CaseClosed(Schema):
    """Told of a case settled on the spot or withdrawn: that it was noted is all there is to know."""


class ClockStarted(Schema):
    clock_id = _text()
    kind = _text()
    unit = _text()
    due_at = Instant(required=True)
    provisional = fields.Boolean(load_default=False)


class ClockMoved(Schema):
    clock_id = _text()
    due_at = Instant(required=True)
    provisional = fields.Boolean(load_default=False)


class ClockNamed(Schema):
    clock_id = _text()


class ReviewFact(Schema):
    """What every event about a review says."""

    level = _text()
    unit = _text()
    round = fields.Integer(required=True)


class ReviewAccepted(ReviewFact):
    accepted_at = Instant(required=True)
    notice_no = _text_or_none()


class ReviewDeclined(ReviewFact):
    reason_code = _text()
    declined_at = Instant(required=True)
    notice_no = _text_or_none()


class HearingCalled(Schema):
    unit = _text()
    notice_no = _text()
    hearing_on = fields.Date(required=True)
    called_at = Instant(required=True)
    round = fields.Integer(required=True)


class HearingOpened(ReviewFact):
    opened_at = Instant(required=True)


class HearingClosed(ReviewFact):
    closed_at = Instant(required=True)


class ReviewDecided(ReviewFact):
    outcome = _text()
    changed_to = _text_or_none()
    decided_at = Instant(required=True)
    document_no = _text()


class ReviewDelivered(ReviewFact):
    outcome = _text()
    delivered_on = fields.Date(required=True)
    receipt_no = _text()
    remedy_until = fields.Date(load_default=None, allow_none=True)


class CaseFinalised(Schema):
    reference_no = _text()
    finalised_at = Instant(required=True)
    round = fields.Integer(required=True)


class CaseReopened(Schema):
    reopened_at = Instant(required=True)
    round = fields.Integer(required=True)


class FollowUpRecorded(Schema):
    officer_unit = _text()
    reached = fields.Boolean(required=True)
    recorded_at = Instant(required=True)
    round = fields.Integer(required=True)


class RehandlingOrdered(Schema):
    unit = _text()
    due_on = fields.Date(required=True)
    round = fields.Integer(required=True)


SCHEMAS: dict[tuple[str, str], type[Schema]] = {
    ("assignment", "case_opened.v1"): CaseOpened,
    ("assignment", "case_reported_for_decision.v1"): CaseReported,
    ("assignment", "reported_case_decided.v1"): ReportDecided,
    ("assignment", "report_for_decision_withdrawn.v1"): ReportWithdrawn,
    ("assignment", "case_routed.v1"): CaseRouted,
    ("assignment", "case_signed_for.v1"): CaseSignedFor,
    ("assignment", "objection_raised.v1"): ObjectionRaised,
    ("assignment", "objection_decided.v1"): ObjectionDecided,
    ("assignment", "case_accepted.v1"): CaseAccepted,
    ("assignment", "case_declined.v1"): CaseDeclined,
    ("assignment", "responsibility_set.v1"): ResponsibilitySet,
    ("assignment", "case_extended.v1"): CaseExtended,
    ("assignment", "agreement_recorded.v1"): AgreementRecorded,
    ("assignment", "opinion_issued.v1"): OpinionIssued,
    ("assignment", "opinion_delivered.v1"): OpinionDelivered,
    ("assignment", "answer_delivered.v1"): AnswerDelivered,
    ("assignment", "suggestion_answered.v1"): SuggestionAnswered,
    ("assignment", "case_succeeded.v1"): CaseSucceeded,
    ("assignment", "case_completed.v1"): CaseCompleted,
    ("assignment", "case_confirmed.v1"): CaseConfirmed,
    ("assignment", "case_returned.v1"): CaseReturned,
    ("assignment", "round_opened.v1"): RoundOpened,
    ("assignment", "case_closed_on_spot.v1"): CaseClosed,
    ("assignment", "case_closed_withdrawn.v1"): CaseClosed,
    ("assignment", "clock_started.v1"): ClockStarted,
    ("assignment", "clock_moved.v1"): ClockMoved,
    ("assignment", "clock_paused.v1"): ClockNamed,
    ("assignment", "clock_resumed.v1"): ClockMoved,
    ("assignment", "clock_stopped.v1"): ClockNamed,
    ("assignment", "review_accepted.v1"): ReviewAccepted,
    ("assignment", "review_declined.v1"): ReviewDeclined,
    ("assignment", "handling_hearing_called.v1"): HearingCalled,
    ("assignment", "review_hearing_called.v1"): HearingCalled,
    ("assignment", "hearing_opened.v1"): HearingOpened,
    ("assignment", "hearing_closed.v1"): HearingClosed,
    ("assignment", "review_decided.v1"): ReviewDecided,
    ("assignment", "review_delivered.v1"): ReviewDelivered,
    ("assignment", "case_finalised.v1"): CaseFinalised,
    ("assignment", "case_reopened.v1"): CaseReopened,
    ("supervision", "follow_up_recorded.v1"): FollowUpRecorded,
    ("supervision", "rehandling_ordered.v1"): RehandlingOrdered,
}


def on_register_published(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    """Put the register in force here."""
    store_register(uow, data)


def on_grid_wardens_published(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    """These are the posts of the township from now on."""
    township = data["township_code"]
    posts = [GridPost(post["code"], township, post["tier"], post["warden"]) for post in data["posts"]]
    MongoGridPosts(uow).replace(township, posts)


def subscriptions(premises: Premises) -> tuple[Subscription, ...]:
    """The register, the wardens of its grids, and every event that moves the progress of a petition."""

    def on_case_event(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
        following.follow(
            files_of(uow),
            premises.office.registers,
            event.source,
            event.type,
            event.subject,
            data,
            event.time,
        )

    return (
        Subscription(*DIRECTORY, RegisterPublished, on_register_published),
        Subscription("assignment", "grid_wardens_published.v1", GridWardensPublished, on_grid_wardens_published),
        *(Subscription(source, kind, SCHEMAS[source, kind], on_case_event) for source, kind in RULES),
    )
