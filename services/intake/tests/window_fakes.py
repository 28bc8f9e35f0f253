"""Visits and rooms in memory, as the real store keeps them."""

from __future__ import annotations

import copy

from petition_intake.application.window_service import Bookings, VisitPages, Visits
from petition_intake.domain.listening_room import RoomBooking
from petition_intake.domain.window_visit import WindowVisit, visit_number


class FakeVisits(Visits, VisitPages):
    def __init__(self) -> None:
        self.stored: dict[str, WindowVisit] = {}
        self.wanted: dict[str, object] = {}

    def next_number(self, now):
        return visit_number(2026, len(self.stored) + 1)

    def get(self, visit_no):
        return copy.deepcopy(self.stored.get(visit_no))

    def save(self, visit):
        visit.pending = []
        self.stored[visit.visit_no] = copy.deepcopy(visit)

    def page(self, wanted, limit, cursor):
        self.wanted = wanted
        return list(self.stored.values()), None


class FakeBookings(Bookings):
    def __init__(self) -> None:
        self.stored: dict[str, RoomBooking] = {}

    def get(self, booking_no):
        return copy.deepcopy(self.stored.get(booking_no))

    def save(self, booking):
        booking.pending = []
        self.stored[booking.booking_no] = copy.deepcopy(booking)
