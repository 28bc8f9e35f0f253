"""What the queries of the supervision ledger read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.event import format_instant
from chassis.pages import page
from chassis.refusal import Refusal
from petition_supervision.adapters.collections import ITEMS, MISSED, TOTALS
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.ladder import ItemState, LadderStep, suggested_trigger
from petition_supervision.domain.ladder_totals import TOTALS as COUNTED
from petition_supervision.domain.supervision_item import SupervisionItem
from workdays import end_of_day

_CONVERTER = document_converter(SupervisionItem)


def find_item(reader: Reader, supervision_no: str) -> SupervisionItem:
    """The item, or NOT_FOUND."""
    document = reader[ITEMS].find_one({"_id": supervision_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "supervision_no", id=supervision_no)
    return _CONVERTER.structure(document, SupervisionItem)


def show_item(item: SupervisionItem, now: datetime) -> dict[str, Any]:
    """One item in full, with its age in days."""
    shown = to_wire(item)
    shown.pop("pending", None)
    return {**shown, "age_days": item.age_days(now)}


def list_items(
    reader: Reader,
    state: ItemState,
    unit: str | None,
    step: LadderStep | None,
    case_no: str | None,
    now: datetime,
    limit: int,
    cursor: str | None,
) -> Page:
    """The ledger, the oldest entry first."""
    wanted: dict[str, Any] = {"state": state.value}
    for name, value in (("unit", unit), ("step", step.value if step else None), ("case_no", case_no)):
        if value is not None:
            wanted[name] = value
    found = page(reader[ITEMS], wanted, sort=[("opened_at", 1), ("_id", 1)], limit=limit, cursor=cursor)
    return {"items": [_row(document, now) for document in found["items"]], "next": found["next"]}


def list_suggested(reader: Reader, unit: str | None, limit: int, cursor: str | None) -> Page:
    """Missed duties not done yet, the latest first: what a person may open an item for. Nothing opens by itself."""
    wanted: dict[str, Any] = {"stopped_at": None}
    if unit is not None:
        wanted["unit"] = unit
    sort = [("missed_at", -1), ("_id", -1)]
    found = page(reader[MISSED], wanted, sort=sort, limit=limit, cursor=cursor)
    cases = [row["case_no"] for row in found["items"] if row.get("case_no")]
    open_items = {
        (row["case_no"], row["trigger"]): row["_id"]
        for row in reader[ITEMS].find({"state": ItemState.OPEN.value, "case_no": {"$in": cases}})
    }

    def show(row: Mapping[str, Any]) -> dict[str, Any]:
        trigger = suggested_trigger(row["kind"]).value
        return {
            "case_no": row.get("case_no"),
            "urgent_no": row.get("urgent_no"),
            "unit": row["unit"],
            "trigger": trigger,
            "kind": row["kind"],
            "due_at": format_instant(row["due_at"]),
            "missed_at": format_instant(row["missed_at"]),
            "supervision_no": open_items.get((row.get("case_no"), trigger)),
        }

    return {"items": [show(row) for row in found["items"]], "next": found["next"]}


def list_unanswered(reader: Reader, unit: str | None, now: datetime, limit: int, cursor: str | None) -> Page:
    """Signed proposals without their written answer, the one due first first; `unit`: about this unit.

    Days are stored as ISO text, so an item without a signature is in no page.
    """
    wanted: dict[str, Any] = {"feedback": None, "signature.feedback_due_on": {"$gt": ""}}
    if unit is not None:
        wanted["unit"] = unit
    sort = [("signature.feedback_due_on", 1), ("_id", 1)]
    found = page(reader[ITEMS], wanted, sort=sort, limit=limit, cursor=cursor)

    def show(document: Mapping[str, Any]) -> dict[str, Any]:
        item = _CONVERTER.structure(document, SupervisionItem)
        paper = item.signature
        assert paper is not None, "the list asks for signed proposals only"
        late = now >= end_of_day(paper.feedback_due_on)
        return {
            "supervision_no": item.supervision_no,
            "case_no": item.case_no,
            "unit": item.unit,
            "document_no": paper.document_no,
            "addressee": paper.addressee,
            "feedback_due_on": paper.feedback_due_on.isoformat(),
            "late": late,
            "trigger": suggested_trigger("K13").value if late else None,
        }

    return {"items": [show(document) for document in found["items"]], "next": found["next"]}


def show_totals(reader: Reader, unit: str, year: int) -> dict[str, Any]:
    """A unit's year; what did not happen is 0."""
    kept = reader[TOTALS].find_one({"_id": f"{unit}:{year}"}) or {}
    return {"unit": unit, "year": year, **{name: kept.get(name, 0) for name in COUNTED}}


def _row(document: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    item = _CONVERTER.structure(document, SupervisionItem)
    names = ("supervision_no", "version", "trigger", "unit", "owner_unit", "owner", "case_no", "state", "step")
    shown = to_wire(item)
    return {
        **{name: shown[name] for name in names},
        "opened_at": shown["opened_at"],
        "due_on": shown["due_on"],
        "cleared_at": format_instant(item.clearing.at) if item.clearing else None,
        "age_days": item.age_days(now),
    }
