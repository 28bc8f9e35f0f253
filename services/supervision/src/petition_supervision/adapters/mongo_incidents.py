"""Incidents in MongoDB, and the list of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import INCIDENTS, ITEM_NUMBERS
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.incident import Incident
from workdays import local_day

_CONVERTER = document_converter(Incident)


class MongoIncidents:
    """`call`: whose expected version is checked."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow = uow
        self._call = call
        self._kept = Repository(uow, INCIDENTS, Incident, key="incident_no", wire=("incident_no", "version"))

    def next_number(self, now: datetime) -> str:
        series = f"EX{local_day(now).year}"
        kept = self._uow.get(ITEM_NUMBERS, series)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": series, "version": number})
        return f"{series}-{number:04}"

    def require(self, incident_no: str) -> Incident:
        return self._kept.require(incident_no, self._call)

    def save(self, incident: Incident) -> None:
        self._kept.save(incident)


def list_incidents(reader: Reader, first: date, last: date, limit: int, cursor: str | None) -> Page:
    """Those that occurred between two days, both included, the latest first; withdrawn records too, marked."""
    wanted = {"occurred_on": {"$gte": first.isoformat(), "$lte": last.isoformat()}}
    found = page(reader[INCIDENTS], wanted, sort=[("occurred_on", -1), ("_id", -1)], limit=limit, cursor=cursor)
    return {"items": [_row(document) for document in found["items"]], "next": found["next"]}


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    shown = to_wire(_CONVERTER.structure(document, Incident))
    shown.pop("pending", None)
    return {**shown, "withdrawn": shown["withdrawal"] is not None}
