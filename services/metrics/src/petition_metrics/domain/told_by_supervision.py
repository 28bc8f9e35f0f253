"""What supervision told about a case: missed limits, follow-ups, orders to handle again, the report sent up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import instant
from petition_metrics.domain.told_by_intake import Rule, Told


def _deadline_missed(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"missed": {**told.get("missed", {}), data["clock_id"]: instant(data["due_at"])}}


def _deadline_miss_lifted(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """The act was in time after all, or the limit was moved: a miss of that limit no longer holds."""
    missed = dict(told.get("missed", {}))
    if missed.get(data["clock_id"]) == instant(data["due_at"]):
        del missed[data["clock_id"]]
    return {"missed": missed}


def _follow_up_recorded(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """Every attempt is kept: a score once given stays, whatever a later call brings."""
    call = {
        "round": str(data.get("round") or 1),
        "reached": bool(data.get("reached")),
        "score": data.get("score"),
        "promise_kept": data.get("promise_kept"),
        "recorded_at": instant(data["recorded_at"]),
    }
    return {"follow_ups": [*told.get("follow_ups", ()), call]}


def _rehandling_ordered(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    orders = told.get("rehandling", ())
    return {"rehandling": [*orders, {"round": int(data.get("round") or 1), "reason_code": data.get("reason_code")}]}


def _hand_down_listed(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    fields = ("issuer", "issuer_level", "document_no", "feedback_due_on")
    return {"hand_down": {name: data.get(name) for name in fields}}


def _report_sent_up(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"report": {"result": data["result"], "reported_at": instant(data["reported_at"])}}


RULES: Mapping[str, Rule] = {
    "deadline_missed.v1": _deadline_missed,
    "deadline_miss_lifted.v1": _deadline_miss_lifted,
    "follow_up_recorded.v1": _follow_up_recorded,
    "rehandling_ordered.v1": _rehandling_ordered,
    "hand_down_listed.v1": _hand_down_listed,
    "report_sent_up.v1": _report_sent_up,
}
