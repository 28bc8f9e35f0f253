"""Applies events to a service's state: each exactly once, and those of one stream in order, whatever the bus does.

The inbox remembers one position per stream (source and subject), not one mark per message: an event at or below the
position is a duplicate however late it comes, the next one is applied, one further ahead is held in the store until
its predecessors have come. Position, held events and effects change in the same transaction.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from typing import Any

import marshmallow

from chassis.directory import store_directory
from chassis.event import Event
from chassis.schemas import prepared
from chassis.service import Service, Subscription
from chassis.unit_of_work import UnitOfWork

POSITIONS = "positions"
HELD = "held_events"
APPLIED = "applied_counts"
SLOTS = 16
"""Counters of applied events are spread over this many documents, so that workers do not wait for each other."""


class Rejected(Exception):
    """The event does not satisfy what this service needs of it; trying again cannot help."""


Outcomes = Counter[tuple[str, str, str]]
"""How many events had which outcome, by (source, type, outcome)."""


class Inbox:
    """The consuming side of one service."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._subscriptions: dict[tuple[str, str], Subscription] = {
            (subscription.source, subscription.type): subscription for subscription in service.subscriptions
        }
        self._slot = os.getpid() % SLOTS

    def apply(self, uow: UnitOfWork, events: Sequence[Event], release: bool = True) -> Outcomes:
        """Apply a batch within one unit of work; the outcome of each event is processed, duplicate or held.

        Held events that an applied one was missing to are applied with it; with `release=False` they stay held, so
        that a bad one among them does not take its predecessor down with it.
        """
        uow.preload(POSITIONS, (event.stream for event in events))
        for collection in self._service.by_subject:
            uow.preload(collection, (event.subject for event in events))
        outcomes: Outcomes = Counter()
        for event in _in_stream_order(events):
            self._take(uow, event, outcomes)
            if release:
                while following := self.next_held(uow, event.stream):
                    self._take(uow, following, outcomes)
        self._count(uow, outcomes)
        return outcomes

    def next_held(self, uow: UnitOfWork, stream: str) -> Event | None:
        """The held event whose turn it is, if there is one."""
        position = uow.get(POSITIONS, stream)
        if position is None or position["version"] + 1 not in position["held"]:
            return None
        document = uow.get(HELD, _held_id(stream, position["version"] + 1))
        assert document is not None, "a held number always has its event"
        return Event.from_document({**document, "_id": document["event_id"]})

    def withdraw(self, uow: UnitOfWork, event: Event) -> None:
        """Hold an event no longer; it comes again from elsewhere."""
        position = uow.get(POSITIONS, event.stream)
        if position is not None and event.sequence in position["held"]:
            self._store_position(uow, position, position["version"], event)

    def _take(self, uow: UnitOfWork, event: Event, outcomes: Outcomes) -> None:
        position = uow.get(POSITIONS, event.stream) or {"_id": event.stream, "version": 0, "held": []}
        due = position["version"] + 1
        if event.sequence < due or (event.sequence > due and event.sequence in position["held"]):
            outcomes[event.source, event.type, "duplicate"] += 1
        elif event.sequence == due:
            self._effect(uow, event)
            self._store_position(uow, position, event.sequence, event)
            outcomes[event.source, event.type, "processed"] += 1
        else:
            held = {**event.to_document(), "_id": _held_id(event.stream, event.sequence), "event_id": event.id}
            uow.put(HELD, {**held, "version": 1})
            # `version` stays: it is the last applied sequence, and the list of held ones alone changes.
            uow.put(POSITIONS, {**position, "held": [*position["held"], event.sequence]})
            outcomes[event.source, event.type, "held"] += 1

    def _effect(self, uow: UnitOfWork, event: Event) -> None:
        uow.correlation_id = event.correlation_id or event.id
        if self._service.directory == (event.source, event.type):
            store_directory(uow, event.data)
        if self._service.every_event is not None:
            self._service.every_event(uow, event)
        subscription = self._subscriptions.get((event.source, event.type))
        if subscription is None:
            return
        try:
            data = prepared(subscription.schema, marshmallow.EXCLUDE).load(event.data)
        except marshmallow.ValidationError as error:
            raise Rejected(f"{event.type}: {error.normalized_messages()}") from error
        subscription.handle(uow, event, data)

    def _store_position(self, uow: UnitOfWork, position: dict[str, Any], last: int, settled: Event) -> None:
        """Write the last applied sequence; `settled` is held no longer, if it was."""
        if settled.sequence in position["held"]:
            uow.delete(HELD, _held_id(settled.stream, settled.sequence))
        held = [sequence for sequence in position["held"] if sequence != settled.sequence]
        uow.put(POSITIONS, {**position, "version": last, "held": held})

    def _count(self, uow: UnitOfWork, outcomes: Outcomes) -> None:
        by_source: Counter[str] = Counter()
        for (source, _type, outcome), number in outcomes.items():
            if outcome == "processed":
                by_source[source] += number
        for source, number in by_source.items():
            uow.update(APPLIED, f"{source}#{self._slot}", {"$inc": {"count": number}}, upsert=True)


def _held_id(stream: str, sequence: int) -> str:
    return f"{stream}:{sequence}"


def _in_stream_order(events: Iterable[Event]) -> Iterable[Event]:
    """The events as they came, but those of one stream among themselves by sequence."""
    arrived = list(events)
    streams: dict[str, deque[Event]] = {}
    for event in sorted(arrived, key=lambda event: event.sequence):
        streams.setdefault(event.stream, deque()).append(event)
    for event in arrived:
        yield streams[event.stream].popleft()
