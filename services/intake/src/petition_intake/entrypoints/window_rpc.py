"""Commands and queries of the window and the listening room: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.documents import to_wire
from chassis.service import ANYONE, Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_accesses import MongoReadingBook
from petition_intake.adapters.mongo_files import Reader, files_of
from petition_intake.adapters.mongo_window import MongoBookings, MongoVisitPages, MongoVisits
from petition_intake.adapters.office import Premises
from petition_intake.application import keeping_secret
from petition_intake.application import window_service as window
from petition_intake.domain.listening_room import RoomBooking
from petition_intake.domain.window_visit import Card, Deed, WindowVisit
from petition_intake.entrypoints import window_requests as requests
from petition_intake.entrypoints.asking import officer_of
from petition_intake.entrypoints.dispute_rpc import FINDERS, LOOKERS

Data = dict[str, Any]
RECEIVERS = FINDERS | {"follow_up_officer"}


def _visit(visit: WindowVisit) -> Data:
    return {
        "visit_no": visit.visit_no,
        "version": visit.version,
        "state": visit.state.value,
        "waited_minutes": visit.waited_minutes,
    }


def _booking(booking: RoomBooking) -> Data:
    return {"booking_no": booking.booking_no, "version": booking.version, "state": booking.state.value}


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def record_arrival(uow: UnitOfWork, call: Call, data: Data) -> Data:
        return _visit(window.record_arrival(MongoVisits(uow), officer_of(call), **data, now=call.now))

    def call_visitor(uow: UnitOfWork, call: Call, data: Data) -> Data:
        return _visit(window.call_visitor(MongoVisits(uow), officer_of(call), **data, now=call.now))

    def finish_visit(uow: UnitOfWork, call: Call, data: Data) -> Data:
        visit_no, deed, card = data.pop("visit_no"), data.pop("deed"), Card(**data.pop("card"))
        finished = window.Finished(deed=Deed(**deed) if deed else None, card=card, **data)
        registers, officer = premises.office.registers, officer_of(call)
        return _visit(
            window.finish_visit(MongoVisits(uow), files_of(uow), registers, officer, visit_no, finished, call.now)
        )

    def rate_window(uow: UnitOfWork, call: Call, data: Data) -> Data:
        rating = data.pop("window_rating")
        return _visit(
            window.rate_window(MongoVisits(uow), premises.office, officer_of(call), **data, rating=rating, now=call.now)
        )

    def review_promise(uow: UnitOfWork, call: Call, data: Data) -> Data:
        return _visit(window.review_promise(MongoVisits(uow), officer_of(call), **data, now=call.now))

    def book_room(uow: UnitOfWork, call: Call, data: Data) -> Data:
        return _booking(window.book_room(MongoBookings(uow), officer_of(call), **data, now=call.now))

    def cancel_room(uow: UnitOfWork, call: Call, data: Data) -> Data:
        return _booking(window.cancel_room(MongoBookings(uow), officer_of(call), **data))

    def record_statement(uow: UnitOfWork, call: Call, data: Data) -> Data:
        registers, officer = premises.office.registers, officer_of(call)
        return _booking(
            window.record_statement(MongoBookings(uow), files_of(uow), registers, officer, **data, now=call.now)
        )

    return (
        Command("record_arrival", requests.RecordArrival, record_arrival, RECEIVERS),
        Command("call_visitor", requests.CallVisitor, call_visitor, RECEIVERS),
        Command("finish_visit", requests.FinishVisit, finish_visit, RECEIVERS),
        Command("rate_window", requests.RateWindow, rate_window, ANYONE),
        Command("review_promise", requests.ReviewPromise, review_promise, RECEIVERS),
        Command("book_room", requests.BookRoom, book_room, RECEIVERS),
        Command("cancel_room", requests.CancelRoom, cancel_room, RECEIVERS),
        Command("record_statement", requests.RecordStatement, record_statement, RECEIVERS),
    )


def queries(premises: Premises) -> tuple[Query, ...]:
    """The queries, answered at these premises."""

    def get_room_booking(reader: Database[Data], call: Call, data: Data) -> Data:
        source = Reader(reader)
        files, officer = files_of(source), officer_of(call)
        found = window.get_room_booking(MongoBookings(source), files, officer, data["booking_no"])
        if found["statement"] is not None:
            book = MongoReadingBook(premises.database)
            keeping_secret.note_reading_of_words(files, book, officer, found["statement"]["case_no"], call.now)
        return to_wire(found)

    def list_window_visits(reader: Database[Data], call: Call, data: Data) -> Data:
        registers = premises.office.registers
        return to_wire(window.list_window_visits(MongoVisitPages(reader), registers, officer_of(call), **data))

    return (
        Query("get_room_booking", requests.GetRoomBooking, get_room_booking, RECEIVERS),
        Query("list_window_visits", requests.ListWindowVisits, list_window_visits, LOOKERS),
    )
