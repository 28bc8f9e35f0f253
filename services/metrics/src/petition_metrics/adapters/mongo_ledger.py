"""The read models at one instant: totals and lists read in one snapshot session."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from pymongo.client_session import ClientSession
from pymongo.database import Database

from chassis.refusal import Refusal
from petition_metrics.adapters.element_days import FIELD
from petition_metrics.adapters.event_documents import of_subject, to_occurrence
from petition_metrics.adapters.mongo_names import CASE_TIMELINES, EVENT_LOG, REGISTERS
from petition_metrics.adapters.mongo_selection import order_of, pieces, stages, total_stages
from petition_metrics.application.ports import Page
from petition_metrics.domain.days import county_midnight
from petition_metrics.domain.occurrence import SUPERVISION, Occurrence
from petition_metrics.domain.period import Period
from petition_metrics.domain.predicate import fact_at
from petition_metrics.domain.register import REGISTER, Register
from petition_metrics.domain.selection import Selection
from petition_metrics.domain.timeline import Timeline

Document = dict[str, Any]
NOT_SHOWN = {"told": 0, FIELD: 0}


class MongoLedgers:
    """Opens the ledger of one database."""

    def __init__(self, database: Database[Document]) -> None:
        self._database = database

    @contextmanager
    def open(self) -> Iterator[MongoLedger]:
        with self._database.client.start_session(snapshot=True) as session:
            yield MongoLedger(self._database, session)


class MongoLedger:
    """All reads of one ledger see the store as it was at the first of them."""

    def __init__(self, database: Database[Document], session: ClientSession) -> None:
        self._database = database
        self._session = session

    def total(self, selection: Selection) -> int:
        found = list(self._aggregate(selection, total_stages(selection)))
        return int(found[0]["total"]) if found else 0

    def page(self, selection: Selection, limit: int, cursor: str | None) -> Page:
        """Ordered by day, record and element. A cursor that was not made here => BAD_VALUE."""
        fields = order_of(selection)
        last, first_day = (None, None) if cursor is None else _read_cursor(cursor, fields, selection.day)
        found: list[Document] = []
        for piece in pieces(selection, first_day):
            pipeline = [
                *stages(piece),
                *([] if last is None else [{"$match": {"$or": _after(fields, last)}}]),
                {"$sort": dict.fromkeys(fields, 1)},
                {"$limit": limit + 1 - len(found)},
                {"$project": NOT_SHOWN},
            ]
            found += self._aggregate(piece, pipeline)
            if len(found) > limit:
                shown = found[:limit]
                return Page(tuple(shown), _write_cursor([fact_at(shown[-1], field) for field in fields]))
        return Page(tuple(found), None)

    def timeline(self, case_no: str) -> Timeline | None:
        return self._database[CASE_TIMELINES].find_one({"_id": case_no}, NOT_SHOWN, session=self._session)

    def register(self) -> Register | None:
        wanted = {"settings": 1, "units": 1, "version": 1}
        return self._database[REGISTERS].find_one({"_id": REGISTER}, wanted, session=self._session)

    def settings(self) -> Mapping[str, Any]:
        # Asked for with every question; the register's units, a hundred times as long, stay in the store.
        found = self._database[REGISTERS].find_one({"_id": REGISTER}, {"settings": 1}, session=self._session)
        kept: Mapping[str, Any] = (found or {}).get("settings") or {}
        return kept

    def heard_filing_since(self, day: date) -> bool:
        wanted = {"received_on": {"$gte": day.isoformat()}}
        return self._database[CASE_TIMELINES].find_one(wanted, {"_id": 1}, session=self._session) is not None

    def totals_by_unit(self, selection: Selection) -> dict[str, int]:
        amount: Any = 1 if selection.sum is None else f"${selection.sum}"
        found = self._aggregate(
            selection,
            [
                *stages(selection),
                {"$group": {"_id": f"${selection.counted.field('unit')}", "total": {"$sum": amount}}},
                {"$sort": {"_id": 1}},
            ],
        )
        return {row["_id"]: int(row["total"]) for row in found if row["_id"]}

    def acts(self, types: tuple[str, ...], period: Period) -> Iterator[Occurrence]:
        begin, end = (county_midnight(day) for day in (period.begin, period.end))
        wanted = {"source": SUPERVISION, "type": {"$in": list(types)}, "time": {"$gte": begin, "$lt": end}}
        found = self._database[EVENT_LOG].find(wanted, session=self._session)
        return iter(sorted(map(to_occurrence, found), key=lambda one: (one.time, one.subject, one.sequence)))

    def tally(self, field: str, period: Period) -> dict[str, int]:
        within = {"received_on": {"$gte": period.begin.isoformat(), "$lt": period.end.isoformat()}}
        pipeline: list[Document] = [
            {"$match": {**within, "channel": {"$ne": None}}},
            {"$group": {"_id": {"$ifNull": [f"${field}", ""]}, "number": {"$sum": 1}}},
            {"$sort": {"_id": 1}},
        ]
        found = self._database[CASE_TIMELINES].aggregate(pipeline, session=self._session)
        return {row["_id"]: int(row["number"]) for row in found}

    def heard(self, case_no: str) -> Iterator[Occurrence]:
        found = self._database[EVENT_LOG].find(of_subject(case_no), session=self._session)
        return iter(sorted(map(to_occurrence, found), key=lambda one: (one.time, one.source, one.sequence)))

    def _aggregate(self, selection: Selection, pipeline: list[Document]) -> Iterator[Document]:
        name = REGISTERS if selection.counted.of_register else CASE_TIMELINES
        return iter(self._database[name].aggregate(pipeline, session=self._session))


def _after(fields: Sequence[str], last: Sequence[Any]) -> list[Mapping[str, Any]]:
    """Things after `last`: later in the first field, or equal there and later in the next …"""
    return [
        {**{name: {"$eq": last[i]} for i, name in enumerate(fields[:index])}, field: {"$gt": last[index]}}
        for index, field in enumerate(fields)
    ]


def _write_cursor(values: Sequence[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


def _read_cursor(cursor: str, fields: Sequence[str], day: str | None) -> tuple[list[Any], date | None]:
    """The place after which to go on, and its day where the list is ordered by one."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        if not isinstance(values, list) or [type(one) in (str, int) for one in values] != [True] * len(fields):
            raise ValueError("another list's cursor")
        return values, None if day is None else date.fromisoformat(values[0])
    except (binascii.Error, ValueError, TypeError) as error:
        raise Refusal.of("BAD_VALUE", "cursor", reason="not a cursor of this list") from error
