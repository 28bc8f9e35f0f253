"""The read models and the event log inside one unit of work, so that an event is logged and counted, or neither."""

from __future__ import annotations

from collections.abc import Iterator

from chassis.unit_of_work import UnitOfWork
from petition_metrics.adapters.element_days import with_element_days
from petition_metrics.adapters.event_documents import of_subject, to_document, to_occurrence
from petition_metrics.adapters.mongo_names import CASE_TIMELINES, EVENT_LOG, REGISTERS
from petition_metrics.domain.occurrence import Occurrence
from petition_metrics.domain.register import REGISTER, Register
from petition_metrics.domain.timeline import Timeline


class MongoProjection:
    """Timelines and register of one unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def timeline(self, case_no: str) -> Timeline | None:
        return self._uow.get(CASE_TIMELINES, case_no)

    def keep_timeline(self, timeline: Timeline) -> None:
        self._uow.put(CASE_TIMELINES, with_element_days(timeline))

    def forget_timeline(self, case_no: str) -> None:
        self._uow.delete(CASE_TIMELINES, case_no)

    def register(self) -> Register | None:
        return self._uow.get(REGISTERS, REGISTER)

    def keep_register(self, register: Register) -> None:
        self._uow.put(REGISTERS, register)


class MongoEventLog:
    """The log, as one unit of work appends to it."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def append(self, occurrence: Occurrence) -> None:
        self._uow.insert(EVENT_LOG, to_document(occurrence))

    def of_subject(self, subject: str) -> Iterator[Occurrence]:
        found = self._uow.find(EVENT_LOG, of_subject(subject), sort=[("_id", 1)])
        return (to_occurrence(document) for document in found)
