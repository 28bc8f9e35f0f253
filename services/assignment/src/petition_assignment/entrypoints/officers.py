"""The officer behind a call, as the domain knows one."""

from __future__ import annotations

from chassis.service import Call
from petition_assignment.domain.officer import Officer


def officer_of(call: Call) -> Officer:
    """Unit and roles come from the directory, never from the request itself."""
    return Officer(call.unit, call.actor, call.roles)
