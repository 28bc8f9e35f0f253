"""What assignment told about the statutory clocks of a case: started, moved, paused, resumed, stopped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import instant
from petition_metrics.domain.told_by_intake import Rule, Told


def _started(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return _clock(
        told,
        data,
        kind=data["kind"],
        nature=data.get("nature"),
        unit=data.get("unit"),
        round=data.get("round") or 1,
        started_at=instant(data["started_at"]),
        due_at=instant(data.get("due_at")),
        provisional=bool(data.get("provisional")),
    )


def _moved(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return _clock(told, data, due_at=instant(data["due_at"]), provisional=bool(data.get("provisional")), paused=False)


def _paused(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return _clock(told, data, paused=True)


def _stopped(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return _clock(
        told,
        data,
        stopped_at=instant(data["stopped_at"]),
        met=bool(data["met"]),
        stop_reason=data.get("reason_code"),
    )


def _clock(told: Told, data: Mapping[str, Any], **facts: Any) -> dict[str, Any]:
    clocks = told.get("clocks", {})
    name = data["clock_id"]
    return {"clocks": {**clocks, name: {**clocks.get(name, {}), **facts}}}


RULES: Mapping[str, Rule] = {
    "clock_started.v1": _started,
    "clock_moved.v1": _moved,
    "clock_paused.v1": _paused,
    "clock_resumed.v1": _moved,
    "clock_stopped.v1": _stopped,
}
