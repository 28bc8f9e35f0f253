"""An aggregate in a collection: loaded, saved with its version, its events published in the same transaction."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Generic, Protocol, TypeVar

from chassis.documents import document_converter, to_wire
from chassis.refusal import Refusal
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork


class Aggregate(Protocol):
    """`version` counts the events the aggregate ever told; `pending` are those not yet published, oldest first."""

    version: int
    pending: list[Any]


A = TypeVar("A", bound=Aggregate)


@cache
def _converter_of(type: type) -> Any:
    """Made once for each aggregate: making one takes longer than a hundred conversions."""
    return document_converter(type)


def wire_name(event: type) -> str:
    """`LampLit` -> `lamp_lit.v1`; another version stands in the class attribute `wire_version`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", event.__name__).lower()
    return f"{words}.v{getattr(event, 'wire_version', 1)}"


class Repository(Generic[A]):
    """Aggregates of one type within one unit of work. `wire` names subject and version in the event's data."""

    def __init__(
        self, uow: UnitOfWork, collection: str, type: type[A], key: str, wire: tuple[str, str] = ("id", "version")
    ) -> None:
        self._uow = uow
        self._collection = collection
        self._type = type
        self._key = key
        self._wire = wire
        self._converter = _converter_of(type)

    def get(self, identifier: str) -> A | None:
        document = self._uow.get(self._collection, identifier)
        if document is None:
            return None
        return self._converter.structure(document, self._type)  # type: ignore[no-any-return]

    def require(self, identifier: str, call: Call | None = None) -> A:
        """The aggregate, or NOT_FOUND; STALE_VERSION when the caller expected another version of it."""
        aggregate = self.get(identifier)
        if aggregate is None:
            raise Refusal.of("NOT_FOUND", self._key, id=identifier)
        if call is not None and call.expected_version not in (None, aggregate.version):
            raise Refusal.of(
                "STALE_VERSION", "expected_version", actual=aggregate.version, expected=call.expected_version
            )
        return aggregate

    def add(self, aggregate: A) -> None:
        self.save(aggregate)

    def save(self, aggregate: A) -> None:
        """Store the aggregate and publish what it told since it was loaded, in order, numbered without gaps."""
        pending, aggregate.pending = aggregate.pending, []
        document = self._converter.unstructure(aggregate)
        document["_id"] = document[self._key]
        self._uow.put(self._collection, document)
        subject_name, version_name = self._wire
        first = aggregate.version - len(pending) + 1
        for sequence, event in enumerate(pending, first):
            data = {subject_name: document["_id"], version_name: sequence, **to_wire(event)}
            self._uow.publish(wire_name(type(event)), document["_id"], sequence, data)
