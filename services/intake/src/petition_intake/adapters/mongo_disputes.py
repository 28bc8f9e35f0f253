"""Disputes in MongoDB, with their numbers, lists and the timer of their age."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.documents import document_converter
from chassis.pages import page
from chassis.repository import Repository
from chassis.unit_of_work import UnitOfWork, Units
from petition_intake.adapters.mongo_files import Source, writable
from petition_intake.adapters.yearly_numbers import next_serial
from petition_intake.domain.dispute import Dispute, dispute_number

DISPUTES = "disputes"
AT_ONCE = 100

_CONVERTER = document_converter(Dispute)
_EARLIEST = [("find.found_on", 1), ("_id", 1)]

DISPUTE_INDEXES: dict[str, list[IndexModel]] = {
    DISPUTES: [
        IndexModel([("is_open", 1), *_EARLIEST], name="open"),
        IndexModel([("find.place.township_code", 1), ("is_open", 1), *_EARLIEST], name="open_in_township"),
        IndexModel([("unit", 1), ("is_open", 1), *_EARLIEST], name="open_of_unit"),
        IndexModel([("unit", 1), *_EARLIEST], name="of_unit"),
        IndexModel([("alarm_at", 1), ("_id", 1)], name="alarm"),
    ],
}


class MongoDisputes:
    """Disputes; saving one publishes what happened to it, in the same transaction."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def next_number(self, now: datetime) -> str:
        return dispute_number(*next_serial(writable(self._source), DISPUTES, now))

    def get(self, dispute_no: str) -> Dispute | None:
        document = self._source.get(DISPUTES, dispute_no)
        return None if document is None else _CONVERTER.structure(document, Dispute)

    def save(self, dispute: Dispute) -> None:
        uow = writable(self._source)
        Repository(uow, DISPUTES, Dispute, key="dispute_no", wire=("dispute_no", "version")).save(dispute)


class MongoDisputeArchive:
    """Lists of disputes on the service's own database."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._disputes = database[DISPUTES]

    def page(
        self,
        unit: str | None,
        township: str | None,
        is_open: bool | None,
        found_until: date | None,
        limit: int,
        cursor: str | None,
    ) -> tuple[list[Dispute], str | None]:
        narrowed = {"unit": unit, "find.place.township_code": township, "is_open": is_open}
        wanted: dict[str, Any] = {name: value for name, value in narrowed.items() if value is not None}
        if found_until is not None:
            wanted["find.found_on"] = {"$lte": found_until.isoformat()}
        found = page(self._disputes, wanted, _EARLIEST, limit, cursor)
        return [_CONVERTER.structure(row, Dispute) for row in found["items"]], found["next"]


def tell_ages(units: Units, now: datetime) -> int:
    """Tell the age of every dispute whose time has come; how many. Any number of workers may: it is told once.

    Each is a transaction of its own: what another worker told meanwhile has no time set any more.
    """
    due = units.database[DISPUTES].find(_due(now), {"_id": 1}, sort=[("alarm_at", 1), ("_id", 1)], limit=AT_ONCE)
    return sum(units.run(_Telling(row["_id"], now)) for row in list(due))


def ages_to_tell(reader: Database[dict[str, Any]], now: datetime) -> int:
    """How many disputes wait to have their age told at `now`."""
    return reader[DISPUTES].count_documents(_due(now))


def _due(now: datetime) -> dict[str, Any]:
    return {"alarm_at": {"$lte": now}}


class _Telling:
    """Telling the age of one dispute."""

    def __init__(self, dispute_no: str, now: datetime) -> None:
        self._dispute_no, self._now = dispute_no, now

    def __call__(self, uow: UnitOfWork) -> int:
        disputes = MongoDisputes(uow)
        dispute = disputes.get(self._dispute_no)
        if dispute is None or not dispute.tell_age(self._now):
            return 0
        disputes.save(dispute)
        return 1
