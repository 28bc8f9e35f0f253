"""Urgent matters in MongoDB with their due entries and misses, and what the queries ask of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.agenda_rows import write_rows
from petition_supervision.adapters.collections import DUE, ITEM_NUMBERS, MISSED, URGENT
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.agenda import DueEntry, MissedRow
from petition_supervision.domain.urgent_agenda import urgent_due_entries, urgent_missed_rows
from petition_supervision.domain.urgent_matter import UrgentMatter
from petition_supervision.domain.urgent_terms import UrgentState
from workdays import local_day

_CONVERTER = document_converter(UrgentMatter)


class MongoUrgentMatters:
    """`call`: whose expected version is checked. Rows of the agenda are guarded by the matter's own document."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow = uow
        self._call = call
        self._kept = Repository(uow, URGENT, UrgentMatter, key="urgent_no", wire=("urgent_no", "version"))
        self._before: dict[str, tuple[dict[str, DueEntry], dict[str, MissedRow]]] = {}

    def next_number(self, now: datetime) -> str:
        series = f"JJ{local_day(now).year}"
        kept = self._uow.get(ITEM_NUMBERS, series)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": series, "version": number})
        return f"{series}-{number:04}"

    def open_of(self, case_no: str) -> str | None:
        found = self._uow.find(URGENT, {"case_no": case_no, "state": UrgentState.OPEN.value}, limit=1)
        return found[0]["_id"] if found else None

    def require(self, urgent_no: str) -> UrgentMatter:
        return self._remember(self._kept.require(urgent_no, self._call))

    def save(self, matter: UrgentMatter) -> None:
        due, missed = self._before.get(matter.urgent_no, ({}, {}))
        self._kept.save(matter)
        write_rows(self._uow, DUE, due, urgent_due_entries(matter))
        write_rows(self._uow, MISSED, missed, urgent_missed_rows(matter))
        self._remember(matter)

    def _remember(self, matter: UrgentMatter) -> UrgentMatter:
        self._before[matter.urgent_no] = urgent_due_entries(matter), urgent_missed_rows(matter)
        return matter


def find_urgent_matter(reader: Reader, urgent_no: str) -> UrgentMatter:
    """The matter, or NOT_FOUND."""
    document = reader[URGENT].find_one({"_id": urgent_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "urgent_no", id=urgent_no)
    return _matter(document)


def show_urgent_matter(matter: UrgentMatter, now: datetime) -> dict[str, Any]:
    """One matter in full: who was told and when, who was not, what is late."""
    shown = to_wire(matter)
    shown.pop("pending", None)
    shown["urgent_kind"] = shown.pop("kind")
    return {**shown, "not_told": [one.value for one in matter.not_told], "late": _is_late(matter, now)}


def list_urgent_matters(
    reader: Reader, state: str, unit: str | None, now: datetime, limit: int, cursor: str | None
) -> Page:
    """Matters in this state, the latest first; `unit`: those it learnt of."""
    wanted: dict[str, Any] = {"state": state}
    if unit is not None:
        wanted["unit"] = unit
    sort = [("marked_at", -1), ("_id", -1)]
    found = page(reader[URGENT], wanted, sort=sort, limit=limit, cursor=cursor)

    def show(document: Mapping[str, Any]) -> dict[str, Any]:
        shown = show_urgent_matter(_matter(document), now)
        for name in ("text", "measures", "ending", "clocks", "notices"):
            shown.pop(name)
        return shown

    return {"items": [show(document) for document in found["items"]], "next": found["next"]}


def _is_late(matter: UrgentMatter, now: datetime) -> bool:
    """Whether one of its reports came late, or is late now (第四十六条)."""
    return any((clock.stopped_at or now) >= clock.due_at for clock in matter.clocks.values())


def _matter(document: Mapping[str, Any]) -> UrgentMatter:
    matter: UrgentMatter = _CONVERTER.structure(document, UrgentMatter)
    return matter
