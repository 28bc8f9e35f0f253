"""What intake told about a case: filing, first or repeat, settlement on the spot, ratings.

Each rule takes what was told before and one event's data, and returns what changes. Nothing here looks at what
another producer told, so the order between producers cannot matter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import instant

Told = Mapping[str, Any]
Rule = Callable[[Told, Mapping[str, Any], datetime], dict[str, Any]]

_FILING_FIELDS = (
    "channel",
    "registered_by_unit",
    "registered_level",
    "purpose",
    "category",
    "headcount",
    "anonymous",
    "skip_level",
    "visit_batch",
    "hand_down",
)
_PLACE_FIELDS = ("township_code", "village_code", "grid_code")


def _registered(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    filing = {name: data.get(name) for name in _FILING_FIELDS}
    filing["received_at"] = instant(data["received_at"])
    filing["registered_at"] = instant(data.get("registered_at"))
    return {"filing": {**filing, **_place(data)}}


def _reclassified(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    changed = {name: data[name] for name in ("purpose", "category") if name in data}
    return {"filing": {**told.get("filing", {}), **changed, **(_place(data) if data.get("place") else {})}}


def _place(data: Mapping[str, Any]) -> dict[str, Any]:
    place = data.get("place") or {}
    return {name: place.get(name) for name in _PLACE_FIELDS}


def _linked(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"link": {"decision": data["decision"], "repeat_of": data.get("repeat_of")}}


def _settled_on_spot(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    headcount = data.get("headcount")
    if headcount is None:
        headcount = told.get("filing", {}).get("headcount")
    return {
        "settlement": {
            "settled_at": instant(data["settled_at"]),
            "level": "grid" if data.get("in_grid") else data.get("level"),
            "unit": data.get("settled_by_unit"),
            "headcount": headcount,
        }
    }


def _withdrawn(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"withdrawn_at": instant(data["withdrawn_at"])}


def _rated(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    rating = {
        "bureau_rating": data.get("bureau_rating"),
        "unit_rating": data.get("unit_rating"),
        "rated_at": instant(data["rated_at"]),
    }
    return {"ratings": {**told.get("ratings", {}), str(data.get("round") or 1): rating}}


def _review_requested(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """The petitioner asks for a review or a re-review (复查、复核); whether it is admitted is another question."""
    request = {"level": data["level"], "requested_at": instant(data["requested_at"]), "round": data.get("round") or 1}
    return {"review_requests": [*told.get("review_requests", ()), request]}


RULES: Mapping[str, Rule] = {
    "petition_registered.v1": _registered,
    "petition_reclassified.v1": _reclassified,
    "petition_linked.v1": _linked,
    "petition_settled_on_spot.v1": _settled_on_spot,
    "petition_withdrawn.v1": _withdrawn,
    "petition_rated.v1": _rated,
    "review_requested.v1": _review_requested,
}
