"""What the queries ask of inspections and of the inspectors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from petition_supervision.adapters.collections import INSPECTIONS, INSPECTORS
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.inspection_terms import Finding, FindingState
from petition_supervision.domain.inspector import Inspector

_INSPECTION = document_converter(Inspection)
_INSPECTOR = document_converter(Inspector)


def find_inspection(reader: Reader, inspection_no: str) -> Inspection:
    """The inspection, or NOT_FOUND."""
    document = reader[INSPECTIONS].find_one({"_id": inspection_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "inspection_no", id=inspection_no)
    return _inspection(document)


def show_inspection(one: Inspection, today: date, unit: str | None = None) -> dict[str, Any]:
    """In full, or what concerns one unit: its own acts and findings."""
    shown = {name: value for name, value in to_wire(one).items() if name != "pending"}
    findings = [{**to_wire(each), "late": _late(each, today)} for each in one.findings if unit in (None, each.unit)]
    acts = [to_wire(each) for each in one.acts if unit in (None, each.unit)]
    if unit is not None:
        # An inspected unit reads what was found at it, not what was found elsewhere nor the report on all.
        shown |= {"report": None, "plan": {**shown["plan"], "units": [unit], "case_nos": []}}
    return {**shown, "acts": acts, "findings": findings}


def list_inspections(
    reader: Reader, open_only: bool, unit: str | None, today: date, limit: int, cursor: str | None
) -> Page:
    """Inspections, the latest first, with how much of what was found is put right."""
    wanted: dict[str, Any] = {"is_open": True} if open_only else {"is_open": {"$in": [True, False]}}
    if unit is not None:
        wanted["plan.units"] = unit
    found = page(reader[INSPECTIONS], wanted, [("opened_at", -1), ("_id", 1)], limit, cursor)
    rows = [_row(_inspection(document), unit, today) for document in found["items"]]
    return {"items": rows, "next": found["next"]}


def list_inspectors(reader: Reader, today: date, limit: int, cursor: str | None) -> Page:
    """Inspectors by person, with their terms and whether one holds today."""
    found = page(reader[INSPECTORS], {}, [("_id", 1)], limit, cursor)
    rows = []
    for document in found["items"]:
        one: Inspector = _INSPECTOR.structure(document, Inspector)
        shown = {name: value for name, value in to_wire(one).items() if name != "pending"}
        rows.append({**shown, "in_office": one.holds_on(today)})
    return {"items": rows, "next": found["next"]}


def _row(one: Inspection, unit: str | None, today: date) -> dict[str, Any]:
    findings = [each for each in one.findings if unit in (None, each.unit)]
    return {
        "inspection_no": one.inspection_no,
        "version": one.version,
        "title": one.plan.title,
        "organiser": one.plan.organiser.value,
        "first_day": one.plan.first_day.isoformat(),
        "last_day": one.plan.last_day.isoformat(),
        "units": len(one.plan.units),
        "is_open": one.is_open,
        "acts": sum(unit in (None, act.unit) for act in one.acts),
        "findings": len(findings),
        "put_right": sum(each.state is FindingState.PUT_RIGHT for each in findings),
        "late": sum(_late(each, today) for each in findings),
        "reported_up": len(one.reports_up),
    }


def _late(finding: Finding, today: date) -> bool:
    return finding.state is FindingState.RECTIFYING and finding.due_on < today


def _inspection(document: Mapping[str, Any]) -> Inspection:
    one: Inspection = _INSPECTION.structure(document, Inspection)
    return one
