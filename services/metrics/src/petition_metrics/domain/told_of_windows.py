"""What intake told of visits to a window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import day_of, instant, without_unknown
from petition_metrics.domain.told_by_intake import Rule, Told

PRACTICAL_DEED = "practical_deed"
COURTESIES = 6


def _arrived(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    arrived_on = day_of(instant(data["arrived_at"]))
    return {"visit": {"unit": data["unit"], "window": data["window"], "arrived_on": arrived_on}}


def _called(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"visit": {**told.get("visit", {}), "waited_minutes": int(data["waited_minutes"])}}


def _finished(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    courtesies = set(data["courtesies"])
    ended = {
        "finished_on": day_of(instant(data["finished_at"])),
        "all_six": len(courtesies) == COURTESIES,
        "deed": True if PRACTICAL_DEED in courtesies else None,
        "promised_on": data.get("promised_on"),
        "about": data.get("visit_case_no"),
    }
    return {"visit": {**told.get("visit", {}), **ended}}


def _rated(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    said = {"rating": data["window_rating"], "deed_confirmed": data.get("deed_confirmed")}
    return {"visit": {**told.get("visit", {}), **said, "rated_on": day_of(instant(data["rated_at"]))}}


def _reviewed(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    reviewed = {"kept": bool(data["kept"]), "reviewed_on": data["reviewed_on"]}
    return {"visit": {**told.get("visit", {}), **reviewed}}


RULES: Mapping[str, Rule] = {
    "visitor_arrived.v1": _arrived,
    "visitor_called.v1": _called,
    "window_visit_finished.v1": _finished,
    "window_rated.v1": _rated,
    "promise_reviewed.v1": _reviewed,
}


def is_a_visit(intake: Told) -> bool:
    """Whether what intake told is about a visit to a window, which is no case."""
    return "visit" in intake


def visit_facts(visit_no: str, intake: Told) -> dict[str, Any]:
    """The facts of a visit: one entry in `visits`, so that it is never taken for a case."""
    visit = without_unknown({**intake["visit"], "visit_no": visit_no})
    return without_unknown({"unit": visit.get("unit"), "visits": [visit]})
