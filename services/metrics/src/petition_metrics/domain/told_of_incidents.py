"""What supervision told of incidents that arose from petitions (恶性事件)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import day_of, instant, without_unknown
from petition_metrics.domain.told_by_intake import Rule, Told


def _recorded(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {
        "incident": {"unit": data["unit"], "about": data.get("case_no"), "occurred_on": data["occurred_on"]},
    }


def _withdrawn(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"incident": {**told.get("incident", {}), "withdrawn_on": day_of(instant(data["withdrawn_at"]))}}


RULES: Mapping[str, Rule] = {"incident_recorded.v1": _recorded, "incident_withdrawn.v1": _withdrawn}


def is_an_incident(supervision: Told) -> bool:
    """Whether what supervision told is about an incident, which has a record beside those of cases."""
    return "incident" in supervision


def incident_facts(incident_no: str, supervision: Told) -> dict[str, Any]:
    """The facts of an incident: one entry in `incidents`, so that it is never taken for a case."""
    incident = without_unknown({**supervision["incident"], "incident_no": incident_no})
    return without_unknown({"unit": incident.get("unit"), "incidents": [incident]})
