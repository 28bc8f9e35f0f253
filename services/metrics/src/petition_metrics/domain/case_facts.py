"""The flat facts of a case that indicators count, from what the three producers told.

A pure function of the three parts together, never of the order in which they were heard.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petition_metrics.domain.days import day_of, days_between, without_unknown
from petition_metrics.domain.handling_rounds import handling_rounds
from petition_metrics.domain.occurrence import ASSIGNMENT, INTAKE, SUPERVISION
from petition_metrics.domain.old_case_facts import old_case_facts
from petition_metrics.domain.state import ENDED, Step, state_of
from petition_metrics.domain.statutory_clocks import overdue_kinds, statutory_clocks
from petition_metrics.domain.told_by_intake import Told
from petition_metrics.domain.told_of_disputes import found_facts
from petition_metrics.domain.told_of_notices import online_receipts

_TO_BE_FOLLOWED_UP = frozenset({Step.CLOSED.value, Step.SETTLED_ON_SPOT.value})


def case_facts(told: Mapping[str, Told], repeats: Mapping[str, str | None]) -> dict[str, Any]:
    """Every fact that is known. `repeats`: later filings of the same matter, by case number, with the day received.

    `unit` is the unit in charge: the one assignment named last, else the one whose window registered the case.
    """
    intake, assignment, supervision = (told.get(name, {}) for name in (INTAKE, ASSIGNMENT, SUPERVISION))
    filing = intake.get("filing", {})
    unit = assignment.get("unit") or filing.get("registered_by_unit")
    state = state_of(intake, assignment)
    rounds = handling_rounds(intake, assignment, supervision, unit)
    hand_down = _hand_down_facts(filing, supervision)
    facts = {
        **_filing_facts(intake),
        **found_facts(intake),
        **hand_down,
        **_routing_target_facts(intake, assignment, supervision),
        **old_case_facts(filing, hand_down, supervision),
        **_handling_facts(assignment),
        **_leader_facts(supervision),
        **_resolution_facts(intake, rounds, repeats),
        "unit": unit,
        "units": assignment.get("units"),
        "state": state,
        "open": state not in ENDED,
        "rounds": rounds,
        "online_receipts": online_receipts(intake, unit),
        "clocks": statutory_clocks(assignment),
        "overdue": overdue_kinds(assignment, supervision) or None,
        "follow_up_pending": None if filing.get("anonymous") else _follow_up_pending(state, rounds),
    }
    return without_unknown(facts)


def _filing_facts(intake: Told) -> dict[str, Any]:
    filing = intake.get("filing", {})
    link = intake.get("link", {})
    settlement = intake.get("settlement", {})
    copied = (
        "channel",
        "registered_by_unit",
        "registered_level",
        "purpose",
        "category",
        "headcount",
        "anonymous",
        "skip_level",
        "visit_batch",
        "township_code",
        "village_code",
        "grid_code",
    )
    return {
        **{name: filing.get(name) for name in copied},
        "received_on": day_of(filing.get("received_at")),
        "registered_on": day_of(filing.get("registered_at")),
        "first_or_repeat": link.get("decision"),
        "repeat_of": link.get("repeat_of"),
        "settled_on": day_of(settlement.get("settled_at")),
        "settled_level": settlement.get("level"),
        "settled_headcount": settlement.get("headcount"),
        "withdrawn_on": day_of(intake.get("withdrawn_at")),
    }


def _hand_down_facts(filing: Told, supervision: Told) -> dict[str, Any]:
    """The ledger entry of supervision and intake's registration say the same; whichever was heard serves."""
    hand_down = filing.get("hand_down") or supervision.get("hand_down") or {}
    report = supervision.get("report", {})
    return {
        "hand_down_level": hand_down.get("issuer_level"),
        "hand_down_issuer": hand_down.get("issuer"),
        "hand_down_no": hand_down.get("document_no"),
        "hand_down_due_on": hand_down.get("feedback_due_on"),
        "report_result": report.get("result"),
        "reported_on": day_of(report.get("reported_at")),
        "issuer_verdict": supervision.get("issuer_verdict"),
    }


def _routing_target_facts(intake: Told, assignment: Told, supervision: Told) -> dict[str, Any]:
    """The county's own target for what came down from above, and whether it was routed, or settled, by that day."""
    target_on = supervision.get("hand_down", {}).get("routing_target_on")
    ended = (day_of(assignment.get("routed_at")), day_of(intake.get("settlement", {}).get("settled_at")))
    ended_on = min((day for day in ended if day), default=None)
    within = ended_on <= target_on if target_on and ended_on else None
    return {"routing_target_on": target_on, "routed_within_target": within}


def _leader_facts(supervision: Told) -> dict[str, Any]:
    """Which county leader answers for the case, since when and why, and whether it is off the leaders' list."""
    led = supervision.get("led", {})
    return {
        "leader": led.get("leader"),
        "top_leader": led.get("top_leader"),
        "leader_mark": led.get("mark"),
        "leader_assigned_on": day_of(led.get("assigned_at")),
        "leader_closed_on": day_of(led.get("closed_at")),
    }


def _handling_facts(assignment: Told) -> dict[str, Any]:
    return {
        "routed_on": day_of(assignment.get("routed_at")),
        "routing_mode": assignment.get("mode"),
        "routings": assignment.get("routings"),
        "overridden": assignment.get("overridden") or None,
        "bounce_count": assignment.get("bounce_count") or None,
        "accepted_on": day_of(assignment.get("accepted_at")),
        "declined_on": day_of(assignment.get("declined_at")),
        "track": assignment.get("track"),
        "promised_on": assignment.get("promised_on"),
        "extended_days": assignment.get("extended_days"),
    }


def _resolution_facts(intake: Told, rounds: list[dict[str, Any]], repeats: Mapping[str, str | None]) -> dict[str, Any]:
    """When the petitioner was first answered, and how soon the same matter came back, if it did."""
    first = rounds[0] if rounds and rounds[0]["round"] == 1 else {}
    settled_on = day_of(intake.get("settlement", {}).get("settled_at"))
    answered_on = min((day for day in (settled_on, first.get("delivered_on")) if day), default=None)
    returned_on = min((day for day in repeats.values() if day), default=None)
    asked = (day_of(one["requested_at"]) for one in intake.get("review_requests", ()))
    reviewed_on = min((day for day in asked if day), default=None)
    return {
        "answered_on": answered_on,
        "days_to_repeat": days_between(answered_on, returned_on),
        "review_requested_on": reviewed_on,
        "days_to_review": days_between(answered_on, reviewed_on),
        "rehandled": first.get("rehandled"),
    }


def _follow_up_pending(state: str, rounds: list[dict[str, Any]]) -> bool | None:
    closed = [one for one in rounds if "closed_on" in one]
    pending = state in _TO_BE_FOLLOWED_UP and bool(closed) and "followed_up_on" not in closed[-1]
    return True if pending else None
