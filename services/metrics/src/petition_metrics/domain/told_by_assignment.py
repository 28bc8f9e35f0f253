"""What assignment told about a case: routing, acceptance, handling rounds, closing.

`step` is the furthest point of handling; events of one producer about one case arrive in order, so the last one
that moves the case decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain import told_of_clocks
from petition_metrics.domain.days import instant
from petition_metrics.domain.state import Step
from petition_metrics.domain.told_by_intake import Rule, Told


def _opened(_told: Told, _data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.AWAITING_ROUTING}


def _routed(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    routed_at = instant(data["routed_at"])
    return {
        "step": Step.ROUTED,
        "unit": data["unit"],
        "units": _with_unit(told, data["unit"]),
        "mode": data.get("mode"),
        "routings": told.get("routings", 0) + 1,
        "overridden": bool(data.get("overridden")) or told.get("overridden", False),
        "routed_at": told.get("routed_at") or routed_at,
        "signed_at": None,
        **_round(told, data, unit=data["unit"]),
    }


def _signed_for(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.SIGNED_FOR, "signed_at": instant(data["signed_at"])}


def _objection_raised(told: Told, _data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.OBJECTED, "objections": told.get("objections", 0) + 1}


def _objection_decided(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """Upheld => back to routing, without a unit; not upheld => the case stays where it was."""
    bounces = {"bounce_count": data.get("bounce_count", told.get("bounce_count", 0))}
    if data["upheld"]:
        return {"step": Step.AWAITING_ROUTING, "unit": None, **bounces}
    return {"step": Step.SIGNED_FOR if told.get("signed_at") else Step.ROUTED, **bounces}


def _accepted(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {
        "step": Step.ACCEPTED,
        "unit": data["unit"],
        "units": _with_unit(told, data["unit"]),
        "track": data.get("track"),
        "accepted_at": instant(data["accepted_at"]),
        **_round(told, data, unit=data["unit"]),
    }


def _declined(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.DECLINED, "declined_at": instant(data["declined_at"])}


def _responsibility_set(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"promised_on": data.get("due_on")}


def _extended(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"extended_days": told.get("extended_days", 0) + int(data.get("days") or 0)}


def _opinion_issued(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {
        "step": Step.OPINION_ISSUED,
        **_round(told, data, outcome=data.get("outcome"), issued_at=instant(data["issued_at"])),
    }


def _opinion_delivered(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.OPINION_DELIVERED, **_round(told, data, delivered_on=data["delivered_on"])}


def _succeeded(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """第二十四条: the unit was merged or abolished; the case is its successor's from now on."""
    return {"unit": data["unit"], "units": _with_unit(told, data["unit"])}


def _completed(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {
        "step": Step.COMPLETED,
        **_round(
            told,
            data,
            completed_at=instant(data["completed_at"]),
            level="grid" if data.get("in_grid") else data.get("level"),
        ),
    }


def _confirmed(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.CLOSED, **_round(told, data, confirmed_at=instant(data["confirmed_at"]))}


def _returned(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """The bureau did not confirm: the unit's completion no longer stands."""
    before = told.get("rounds", {}).get(_number(data), {})
    return {
        "step": Step.RETURNED,
        **_round(told, data, completed_at=None, returns=before.get("returns", 0) + 1),
    }


def _review_delivered(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """A re-review (复核, 第三十六条) is given by the next level up: with its delivery the matter was settled above."""
    if data["level"] != "re_review":
        return {}
    return _round(told, data, re_reviewed_on=data["delivered_on"])


def _round_opened(told: Told, data: Mapping[str, Any], time: datetime) -> dict[str, Any]:
    unit = data.get("unit") or told.get("unit")
    return {"step": Step.REHANDLING, "unit": unit, **_round(told, data, unit=unit, opened_at=time)}


def _closed_on_spot(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.SETTLED_ON_SPOT, "closed_on_spot_at": instant(data.get("closed_at"))}


def _closed_withdrawn(_told: Told, _data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.WITHDRAWN}


def _closed_by_disposition(_told: Told, _data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.DISPOSED}


def _back_to_route(_told: Told, _data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    return {"step": Step.AWAITING_ROUTING}


def _with_unit(told: Told, unit: str) -> list[str]:
    units = list(told.get("units", ()))
    return units if unit in units else [*units, unit]


def _number(data: Mapping[str, Any]) -> str:
    return str(data.get("round") or 1)


def _round(told: Told, data: Mapping[str, Any], **facts: Any) -> dict[str, Any]:
    rounds = told.get("rounds", {})
    number = _number(data)
    return {"rounds": {**rounds, number: {**rounds.get(number, {}), **facts}}}


RULES: Mapping[str, Rule] = {
    "case_opened.v1": _opened,
    "case_routed.v1": _routed,
    "case_signed_for.v1": _signed_for,
    "objection_raised.v1": _objection_raised,
    "objection_decided.v1": _objection_decided,
    "case_accepted.v1": _accepted,
    "case_declined.v1": _declined,
    "responsibility_set.v1": _responsibility_set,
    "case_extended.v1": _extended,
    "opinion_issued.v1": _opinion_issued,
    "opinion_delivered.v1": _opinion_delivered,
    "answer_delivered.v1": _opinion_delivered,
    "case_succeeded.v1": _succeeded,
    "case_completed.v1": _completed,
    "case_confirmed.v1": _confirmed,
    "case_returned.v1": _returned,
    "review_delivered.v1": _review_delivered,
    "round_opened.v1": _round_opened,
    "case_closed_on_spot.v1": _closed_on_spot,
    "case_closed_withdrawn.v1": _closed_withdrawn,
    "case_closed_by_disposition.v1": _closed_by_disposition,
    "case_back_to_route.v1": _back_to_route,
    **told_of_clocks.RULES,
}
