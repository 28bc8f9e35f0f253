"""What supervision told of notices that urge a unit (催办通知书)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import day_of, instant, without_unknown
from petition_metrics.domain.told_by_intake import Rule, Told


def _issued(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    issued_on = day_of(instant(data["issued_at"]))
    return {"urging": {"unit": data["unit"], "about": data["case_no"], "kind": data["kind"], "issued_on": issued_on}}


def _answered(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"urging": {**told.get("urging", {}), "answered_on": day_of(instant(data["answered_at"]))}}


def _ended(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    ended = {"end": data["end"], "ended_on": day_of(instant(data["ended_at"]))}
    return {"urging": {**told.get("urging", {}), **ended}}


RULES: Mapping[str, Rule] = {
    "urging_issued.v1": _issued,
    "urging_answered.v1": _answered,
    "urging_ended.v1": _ended,
}


def is_an_urging(supervision: Told) -> bool:
    """Whether what supervision told is about a notice, which has a record beside those of cases."""
    return "urging" in supervision


def urging_facts(urging_no: str, supervision: Told) -> dict[str, Any]:
    """The facts of a notice: one entry in `urgings`, so that it is never taken for a case."""
    urging = without_unknown({**supervision["urging"], "urging_no": urging_no})
    return without_unknown({"unit": urging.get("unit"), "urgings": [urging]})
