"""What the queries show of the hand-down ledger."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from chassis.documents import to_wire
from chassis.event import format_instant
from petition_supervision.domain.supervised_case import SupervisedCase


def show_hand_down(case: SupervisedCase, now: datetime) -> dict[str, Any] | None:
    """The entry in full, its earlier reports, verdicts and reopenings included; None when the case has none."""
    entry = case.hand_down
    if entry is None:
        return None
    missing = [] if entry.reported_at else [error.code for error in case.missing_for_report]
    led_by = case.leader_case.leader if case.leader_case else None
    return {
        **asdict(entry.issued),
        "feedback_due_on": entry.issued.feedback_due_on.isoformat(),
        "first_due_on": (entry.first_due_on or entry.issued.feedback_due_on).isoformat(),
        "routing_target_on": entry.routing_target_on.isoformat() if entry.routing_target_on else None,
        "routed_at": format_instant(entry.routed_at) if entry.routed_at else None,
        "routed_within_target": entry.routed_within_target,
        "issued_on": entry.issued_on.isoformat() if entry.issued_on else None,
        "leader": entry.leader or led_by,
        "resolution_method": entry.method.value if entry.method else None,
        "state": entry.state.value,
        "listed_at": format_instant(entry.listed_at),
        "late": entry.is_late(now),
        "missing": missing,
        "result": entry.result.value if entry.result else None,
        "reported_at": format_instant(entry.reported_at) if entry.reported_at else None,
        "reported_by": entry.reported_by,
        "former_reports": [to_wire(one) for one in entry.former_reports],
        "verdicts": [to_wire(one) for one in entry.verdicts],
        "reopenings": [to_wire(one) for one in entry.reopenings],
    }
