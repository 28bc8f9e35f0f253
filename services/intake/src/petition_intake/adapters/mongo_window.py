"""Visits to windows and hours of the listening rooms in MongoDB."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.documents import document_converter
from chassis.pages import page
from chassis.repository import Repository
from petition_intake.adapters.mongo_files import Source, writable
from petition_intake.adapters.yearly_numbers import next_serial
from petition_intake.domain.listening_room import RoomBooking
from petition_intake.domain.window_visit import WindowVisit, visit_number

VISITS = "window_visits"
BOOKINGS = "room_bookings"

_VISIT = document_converter(WindowVisit)
_BOOKING = document_converter(RoomBooking)
_LATEST = [("arrived_at", -1), ("_id", -1)]

WINDOW_INDEXES: dict[str, list[IndexModel]] = {
    VISITS: [
        IndexModel([("unit", 1), *_LATEST], name="of_unit"),
        IndexModel([("unit", 1), ("window", 1), *_LATEST], name="of_window"),
        IndexModel([("unit", 1), ("arrived_on", 1), *_LATEST], name="of_day"),
        IndexModel([("unit", 1), ("has_deed", 1), *_LATEST], name="deeds"),
    ],
    BOOKINGS: [],
}


class MongoVisits:
    """Visits; saving one publishes what happened to it, in the same transaction."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def next_number(self, now: datetime) -> str:
        return visit_number(*next_serial(writable(self._source), VISITS, now))

    def get(self, visit_no: str) -> WindowVisit | None:
        document = self._source.get(VISITS, visit_no)
        return None if document is None else _VISIT.structure(document, WindowVisit)

    def save(self, visit: WindowVisit) -> None:
        uow = writable(self._source)
        Repository(uow, VISITS, WindowVisit, key="visit_no", wire=("visit_no", "version")).save(visit)


class MongoBookings:
    """Hours of rooms; the number is the key, so two cannot have the same hour."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def get(self, booking_no: str) -> RoomBooking | None:
        document = self._source.get(BOOKINGS, booking_no)
        return None if document is None else _BOOKING.structure(document, RoomBooking)

    def save(self, booking: RoomBooking) -> None:
        uow = writable(self._source)
        Repository(uow, BOOKINGS, RoomBooking, key="booking_no", wire=("booking_no", "version")).save(booking)


class MongoVisitPages:
    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._visits = database[VISITS]

    def page(self, wanted: dict[str, Any], limit: int, cursor: str | None) -> tuple[list[WindowVisit], str | None]:
        found = page(self._visits, wanted, _LATEST, limit, cursor)
        return [_VISIT.structure(row, WindowVisit) for row in found["items"]], found["next"]
