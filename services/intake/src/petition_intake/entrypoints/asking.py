"""Who asks, as the broker and the register vouch for it."""

from __future__ import annotations

from chassis.service import Call
from petition_intake.domain.officer import Officer


def officer_of(call: Call) -> Officer:
    """The officer of a call."""
    return Officer(call.unit, call.actor, call.roles)
