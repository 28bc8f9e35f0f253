"""The events this service follows: only the fields it needs, and the one use case each leads to."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from marshmallow import EXCLUDE, Schema, fields, post_load

from chassis.event import Event
from chassis.service import Subscription
from chassis.unit_of_work import UnitOfWork
from petition_assignment.adapters.desks import open_desk
from petition_assignment.application import following, reviewing
from petition_assignment.domain.petition import Petition, Place
from petition_assignment.domain.vocabulary import FirstOrRepeat, Level, Purpose, ReviewLevel


class Instant(fields.AwareDateTime):
    """An RFC 3339 instant, as aware UTC."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return super()._deserialize(value, attr, data, **kwargs).astimezone(UTC)


class PlaceFields(Schema):
    """Where a matter lies."""

    class Meta:
        unknown = EXCLUDE

    township_code = fields.String(required=True)
    village_code = fields.String(load_default=None, allow_none=True)
    grid_code = fields.String(load_default=None, allow_none=True)

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Place:
        return Place(**data)


class PetitionRegistered(Schema):
    received_at = Instant(required=True)
    registered_by_unit = fields.String(required=True)
    channel = fields.String(required=True)
    purpose = fields.Enum(Purpose, by_value=True, required=True)
    category = fields.String(required=True)
    place = fields.Nested(PlaceFields, required=True)
    anonymous = fields.Boolean(required=True)
    complained_of_unit = fields.String(load_default=None, allow_none=True)
    secrecy = fields.Boolean(load_default=False, data_key="secrecy_asked")


class PetitionLinked(Schema):
    decision = fields.Enum(FirstOrRepeat, by_value=True, required=True)
    repeat_of = fields.String(load_default=None, allow_none=True)
    decided_by = fields.String(required=True)


class PetitionReclassified(Schema):
    purpose = fields.Enum(Purpose, by_value=True, required=True)
    category = fields.String(required=True)
    place = fields.Nested(PlaceFields, required=True)


class SecrecyAsked(Schema):
    asked_at = Instant(required=True)


class SecrecyLifted(Schema):
    lifted_at = Instant(required=True)


class PetitionSettledOnSpot(Schema):
    level = fields.Enum(Level, by_value=True, required=True)
    settled_at = Instant(required=True)


class PetitionWithdrawn(Schema):
    withdrawn_at = Instant(required=True)


class PetitionDisposed(Schema):
    outcome = fields.String(required=True)
    disposed_at = Instant(required=True)


class DispositionWithdrawn(Schema):
    withdrawn_at = Instant(required=True)


class ReviewRequested(Schema):
    level = fields.Enum(ReviewLevel, by_value=True, required=True)
    round = fields.Integer(required=True)
    requested_at = Instant(required=True)
    late_reason_given = fields.Boolean(required=True)


class NoticeOpened(Schema):
    notice_kind = fields.String(required=True)
    notice_number = fields.String(required=True)
    opened_at = Instant(required=True)
    receipt = fields.Boolean(required=True)


class RehandlingOrdered(Schema):
    round = fields.Integer(required=True)
    unit = fields.String(required=True)
    ordered_by = fields.String(required=True)
    due_on = fields.Date(required=True)


def on_petition_registered(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.open_case(open_desk(uow), Petition(case_no=event.subject, **data))


def on_petition_linked(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.note_first_or_repeat(open_desk(uow), event.subject, **data)


def on_petition_reclassified(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.note_reclassified(open_desk(uow), event.subject, **data)


def on_secrecy_asked(uow: UnitOfWork, event: Event, _data: dict[str, Any]) -> None:
    following.note_secrecy(open_desk(uow), event.subject, asked=True)


def on_secrecy_lifted(uow: UnitOfWork, event: Event, _data: dict[str, Any]) -> None:
    following.note_secrecy(open_desk(uow), event.subject, asked=False)


def on_petition_settled_on_spot(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.close_on_spot(open_desk(uow), event.subject, **data)


def on_petition_withdrawn(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.close_withdrawn(open_desk(uow), event.subject, **data)


def on_petition_disposed(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.close_by_disposition(open_desk(uow), event.subject, **data)


def on_disposition_withdrawn(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.route_after_all(open_desk(uow), event.subject, **data)


def on_review_requested(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    reviewing.receive_request(open_desk(uow), event.subject, **data)


def on_notice_opened(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.note_notice_opened(open_desk(uow), event.subject, **data)


def on_rehandling_ordered(uow: UnitOfWork, event: Event, data: dict[str, Any]) -> None:
    following.open_round(open_desk(uow), event.subject, **data)


SUBSCRIPTIONS = (
    Subscription("intake", "petition_registered.v1", PetitionRegistered, on_petition_registered),
    Subscription("intake", "petition_linked.v1", PetitionLinked, on_petition_linked),
    Subscription("intake", "petition_reclassified.v1", PetitionReclassified, on_petition_reclassified),
    Subscription("intake", "secrecy_asked.v1", SecrecyAsked, on_secrecy_asked),
    Subscription("intake", "secrecy_lifted.v1", SecrecyLifted, on_secrecy_lifted),
    Subscription("intake", "petition_settled_on_spot.v1", PetitionSettledOnSpot, on_petition_settled_on_spot),
    Subscription("intake", "petition_withdrawn.v1", PetitionWithdrawn, on_petition_withdrawn),
    Subscription("intake", "petition_disposed.v1", PetitionDisposed, on_petition_disposed),
    Subscription("intake", "disposition_withdrawn.v1", DispositionWithdrawn, on_disposition_withdrawn),
    Subscription("intake", "review_requested.v1", ReviewRequested, on_review_requested),
    Subscription("intake", "notice_opened.v1", NoticeOpened, on_notice_opened),
    Subscription("supervision", "rehandling_ordered.v1", RehandlingOrdered, on_rehandling_ordered),
)
