"""What intake told of disputes found beforehand, and of petitions whose matter had been found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import day_of, instant, without_unknown
from petition_metrics.domain.told_by_intake import Rule, Told

UNFOUNDED = "unfounded"


def _found(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    place = data["place"]
    names = ("found_by", "category", "people", "found_on", "unit", "campaign_no")
    found = {name: data.get(name) for name in names}
    return {"dispute": {**found, "township_code": place["township_code"], "village_code": place.get("village_code")}}


def _checked(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"dispute_check": {"verdict": data["verdict"], "checked_at": instant(data["checked_at"])}}


def _settled(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"dispute_end": {"level": data["level"], "ended_on": data["settled_on"], "days": data.get("days")}}


def _upgraded(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    ended_on = day_of(instant(data["upgraded_at"]))
    return {"dispute_end": {"petition_no": data["petition_no"], "ended_on": ended_on}}


def _overdue(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"dispute_overdue_after": data["days_open"]}


def _linked(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"found_as": {name: data[name] for name in ("dispute_no", "state", "found_on")}}


RULES: Mapping[str, Rule] = {
    "dispute_found.v1": _found,
    "dispute_checked.v1": _checked,
    "dispute_settled.v1": _settled,
    "dispute_upgraded.v1": _upgraded,
    "dispute_overdue.v1": _overdue,
    "dispute_linked.v1": _linked,
}


def is_a_dispute(intake: Told) -> bool:
    """Whether what intake told is about a dispute, which is no case."""
    return "dispute" in intake


def dispute_facts(dispute_no: str, intake: Told) -> dict[str, Any]:
    """The facts of a dispute: one entry in `disputes`, so that it is never taken for a case.

    Found not to be real, it ended on the day somebody looked.
    """
    found, check = intake["dispute"], intake.get("dispute_check", {})
    checked_on = day_of(check.get("checked_at"))
    ended = intake.get("dispute_end") or ({"ended_on": checked_on} if check.get("verdict") == UNFOUNDED else {})
    element = {
        **found,
        "dispute_no": dispute_no,
        "verdict": check.get("verdict"),
        "checked_on": checked_on,
        "overdue": True if "dispute_overdue_after" in intake else None,
        **ended,
    }
    return {"unit": found["unit"], "disputes": [without_unknown(element)]}


def found_facts(intake: Told) -> dict[str, Any]:
    """Of a case: the dispute its matter was found as. What had been held to be unfounded was not found."""
    found = intake.get("found_as", {})
    return {
        "dispute_no": found.get("dispute_no"),
        "matter_found_on": found.get("found_on"),
        "found_beforehand": True if found and found["state"] != UNFOUNDED else None,
    }
