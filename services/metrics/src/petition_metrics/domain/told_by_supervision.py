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
    fields = ("issuer", "issuer_level", "document_no", "feedback_due_on", "routing_target_on")
    return {"hand_down": {name: data.get(name) for name in fields}}


def _report_sent_up(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"report": {"result": data["result"], "reported_at": instant(data["reported_at"])}}


def _hand_down_reopened(_told: Told, _data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """Sent back by the issuer, or new facts: the report that went up counts no more."""
    return {"report": {}}


def _issuer_verdict_recorded(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"issuer_verdict": data["issuer_verdict"]}


def _old_case_listed(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"old_case": {"ground": data["ground"], "listed_at": instant(data["listed_at"])}}


def _old_case_cleared(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"old_case": {**told.get("old_case", {}), "cleared_at": instant(data["cleared_at"])}}


def _old_case_withdrawn(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"old_case": {**told.get("old_case", {}), "withdrawn_at": instant(data["withdrawn_at"])}}


def _leader_assigned(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {
        "led": {
            "leader": data["leader"],
            "top_leader": bool(data.get("top_leader")),
            "mark": data.get("mark"),
            "assigned_at": instant(data["assigned_at"]),
        }
    }


def _leader_handed_over(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    now_led_by = {"leader": data["to_leader"], "top_leader": bool(data.get("top_leader"))}
    return {"led": {**told.get("led", {}), **now_led_by}}


def _leader_case_closed(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"led": {**told.get("led", {}), "closed_at": instant(data["closed_at"])}}


RULES: Mapping[str, Rule] = {
    "deadline_missed.v1": _deadline_missed,
    "deadline_miss_lifted.v1": _deadline_miss_lifted,
    "follow_up_recorded.v1": _follow_up_recorded,
    "rehandling_ordered.v1": _rehandling_ordered,
    "hand_down_listed.v1": _hand_down_listed,
    "report_sent_up.v1": _report_sent_up,
    "hand_down_reopened.v1": _hand_down_reopened,
    "issuer_verdict_recorded.v1": _issuer_verdict_recorded,
    "old_case_listed.v1": _old_case_listed,
    "old_case_cleared.v1": _old_case_cleared,
    "old_case_withdrawn.v1": _old_case_withdrawn,
    "leader_assigned.v1": _leader_assigned,
    "leader_handed_over.v1": _leader_handed_over,
    "leader_case_closed.v1": _leader_case_closed,
}
