"""Meetings and reception days in MongoDB, and what the queries ask of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from pymongo.database import Database

from chassis.directory import COLLECTION as DIRECTORY
from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import MEETINGS, RECEPTIONS
from petition_supervision.domain.market_days import Attended
from petition_supervision.domain.meetings import Meeting
from petition_supervision.domain.reception import Leader, ReceptionDay

Reader = Database[dict[str, Any]]
_MEETING = document_converter(Meeting)
_RECEPTION = document_converter(ReceptionDay)
_TEXTS = ("minutes", "attendees", "results")


class MongoMeetings:
    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._kept = Repository(uow, MEETINGS, Meeting, key="meeting_no", wire=("meeting_no", "version"))
        self._call = call

    def get(self, meeting_no: str) -> Meeting | None:
        return self._kept.get(meeting_no)

    def require(self, meeting_no: str) -> Meeting:
        return self._kept.require(meeting_no, self._call)

    def save(self, meeting: Meeting) -> None:
        self._kept.save(meeting)


class MongoReceptions:
    def __init__(self, uow: UnitOfWork) -> None:
        self._kept = Repository(uow, RECEPTIONS, ReceptionDay, key="reception_no", wire=("reception_no", "version"))

    def get(self, reception_no: str) -> ReceptionDay | None:
        return self._kept.get(reception_no)

    def save(self, day: ReceptionDay) -> None:
        self._kept.save(day)


def find_leader(uow: UnitOfWork, person: str) -> Leader | None:
    """The person as this service's copy of the register knows them."""
    directory = uow.get(DIRECTORY, DIRECTORY) or {"people": {}}
    row = directory["people"].get(person)
    return None if row is None else Leader(person, row["unit"], frozenset(row["roles"]))


def find_meeting(reader: Reader, meeting_no: str) -> Meeting:
    """The meeting, or NOT_FOUND."""
    document = reader[MEETINGS].find_one({"_id": meeting_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "meeting_no", id=meeting_no)
    return _MEETING.structure(document, Meeting)


def show_meeting(meeting: Meeting) -> dict[str, Any]:
    return {name: value for name, value in to_wire(meeting).items() if name != "pending"}


def list_meetings(reader: Reader, kind: str, unit: str | None, limit: int, cursor: str | None) -> dict[str, Any]:
    """Meetings of a kind, the latest first, without their texts."""
    wanted = {"kind": kind, **({"unit": unit} if unit else {})}
    found = page(reader[MEETINGS], wanted, [("held_on", -1), ("_id", 1)], limit, cursor)
    rows = (_MEETING.structure(document, Meeting) for document in found["items"])
    return {"items": [_without_texts(show_meeting(meeting)) for meeting in rows], "next": found["next"]}


def list_receptions(reader: Reader, unit: str | None, limit: int, cursor: str | None) -> dict[str, Any]:
    """Reception days, the latest first, without what was said."""
    found = page(reader[RECEPTIONS], {"unit": unit} if unit else {}, [("on", -1), ("_id", 1)], limit, cursor)
    rows = (to_wire(_RECEPTION.structure(document, ReceptionDay)) for document in found["items"])
    return {"items": [_without_texts(row) for row in rows], "next": found["next"]}


def periods_held(reader: Reader, kind: str, first: date, last: date) -> set[tuple[str, str]]:
    """(period, unit) of every meeting of this kind held in a period that touches `first`..`last`."""
    # A period may have begun before the first day asked for: its meeting counts all the same.
    wanted = {"kind": kind, "held_on": {"$gte": _begin_of_periods(first), "$lte": _past_end_of_periods(last)}}
    return {(row["period"], row["unit"]) for row in reader[MEETINGS].find(wanted, {"period": 1, "unit": 1})}


def days_attended(reader: Reader, first: date, last: date) -> set[tuple[str, date]]:
    """(unit, day) of every day of `first`..`last` that somebody signed in for."""
    wanted = {"on": {"$gte": first.isoformat(), "$lte": last.isoformat()}, "attended_at": {"$ne": None}}
    rows = reader[RECEPTIONS].find(wanted, {"unit": 1, "on": 1})
    return {(row["unit"], date.fromisoformat(row["on"])) for row in rows}


def who_attended(reader: Reader, first: date, last: date) -> list[Attended]:
    """Who signed in where on the days of `first`..`last`."""
    wanted = {"on": {"$gte": first.isoformat(), "$lte": last.isoformat()}, "attended_at": {"$ne": None}}
    rows = reader[RECEPTIONS].find(wanted, {"unit": 1, "on": 1, "attended_by": 1})
    return [Attended(row["unit"], date.fromisoformat(row["on"]), row["attended_by"]) for row in rows]


def holders_of(reader: Reader, role: str) -> frozenset[str]:
    """The persons of this service's copy of the register who hold the office."""
    directory = reader[DIRECTORY].find_one({"_id": DIRECTORY}) or {"people": {}}
    return frozenset(person for person, row in directory["people"].items() if role in row["roles"])


def _begin_of_periods(day: date) -> str:
    """The first day of the quarter `day` lies in, or of the week, whichever is earlier."""
    quarter = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return min(quarter, date.fromordinal(day.toordinal() - day.weekday())).isoformat()


def _past_end_of_periods(day: date) -> str:
    """A day after the end of every period `day` lies in; a quarter has at most 92 days."""
    return date.fromordinal(day.toordinal() + 92).isoformat()


def _without_texts(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in (*_TEXTS, "pending")}
