"""Every event of every producer that is followed: read, projected; what cannot be read is set aside at once."""

from __future__ import annotations

from chassis.event import Event
from chassis.inbox import Rejected
from chassis.unit_of_work import UnitOfWork
from petition_metrics.adapters.mongo_projection import MongoEventLog, MongoProjection
from petition_metrics.application.projecting import project
from petition_metrics.domain.errors import UnreadableEvent
from petition_metrics.domain.occurrence import Occurrence


def on_event(uow: UnitOfWork, event: Event) -> None:
    """Log the event and fold it. A known event without what its contract promises => Rejected (parked, not lost)."""
    try:
        project(to_occurrence(event), MongoProjection(uow), MongoEventLog(uow))
    except UnreadableEvent as error:
        raise Rejected(str(error)) from error


def to_occurrence(event: Event) -> Occurrence:
    return Occurrence(
        source=event.source,
        type=event.type,
        subject=event.subject,
        sequence=event.sequence,
        time=event.time,
        data=event.data,
    )
