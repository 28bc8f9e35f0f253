"""What the queries ask of yearly appraisals and of the joint meeting's measures."""

from __future__ import annotations

from datetime import date
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from petition_supervision.adapters.collections import APPRAISALS, MEASURES
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.measure import Measure
from petition_supervision.domain.yearly_appraisal import YearlyAppraisal

_APPRAISAL = document_converter(YearlyAppraisal)
_MEASURE = document_converter(Measure)
_TEXTS = ("items", "appeal", "pending")


def find_appraisal(reader: Reader, appraisal_no: str) -> YearlyAppraisal:
    """The appraisal, or NOT_FOUND."""
    document = reader[APPRAISALS].find_one({"_id": appraisal_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "appraisal_no", id=appraisal_no)
    one: YearlyAppraisal = _APPRAISAL.structure(document, YearlyAppraisal)
    return one


def show_appraisal(one: YearlyAppraisal) -> dict[str, Any]:
    """In full: every item with its figure and its points."""
    return {name: value for name, value in to_wire(one).items() if name != "pending"}


def list_appraisals(
    reader: Reader, year: int, unit: str | None, published_only: bool, limit: int, cursor: str | None
) -> Page:
    """A year's appraisals by unit; those of other units once they are published."""
    wanted: dict[str, Any] = {"year": year}
    if unit is not None:
        wanted["$or"] = [{"unit": unit}, {"state": "published"}]
    if published_only:
        wanted["state"] = "published"
    found = page(reader[APPRAISALS], wanted, [("unit", 1), ("_id", 1)], limit, cursor)
    rows = [to_wire(_APPRAISAL.structure(document, YearlyAppraisal)) for document in found["items"]]
    return {
        "items": [{name: value for name, value in row.items() if name not in _TEXTS} for row in rows],
        "next": found["next"],
    }


def units_appraised(reader: Reader, year: int) -> list[str]:
    """The units whose year is appraised."""
    return [row["unit"] for row in reader[APPRAISALS].find({"year": year}, {"unit": 1})]


def list_measures(
    reader: Reader, kind: str, in_force: bool, unit: str | None, today: date, limit: int, cursor: str | None
) -> Page:
    """Measures of one kind, the latest first, with what is late."""
    wanted: dict[str, Any] = {"kind": kind, "in_force": in_force}
    if unit is not None:
        wanted["unit"] = unit
    found = page(reader[MEASURES], wanted, [("imposed_on", -1), ("_id", 1)], limit, cursor)
    rows = []
    for document in found["items"]:
        one: Measure = _MEASURE.structure(document, Measure)
        shown = {name: value for name, value in to_wire(one).items() if name != "pending"}
        rows.append({**shown, "late": one.is_late(today)})
    return {"items": rows, "next": found["next"]}
