"""Where a case stands, in the words of this service."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class Step(StrEnum):
    """The furthest point a case has reached; stored and shown by value."""

    REGISTERED = "registered"
    AWAITING_ROUTING = "awaiting_routing"
    ROUTED = "routed"
    SIGNED_FOR = "signed_for"
    OBJECTED = "objected"
    ACCEPTED = "accepted"
    OPINION_ISSUED = "opinion_issued"
    OPINION_DELIVERED = "opinion_delivered"
    COMPLETED = "completed"
    RETURNED = "returned"
    REHANDLING = "rehandling"
    CLOSED = "closed"
    SETTLED_ON_SPOT = "settled_on_spot"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    DISPOSED = "disposed"


ENDED = frozenset({Step.CLOSED, Step.SETTLED_ON_SPOT, Step.WITHDRAWN, Step.DECLINED, Step.DISPOSED})
"""A case in one of these states is no longer open (结案、当场化解、撤回、不予受理、登记后未转办)."""

OPEN = tuple(step for step in Step if step not in ENDED)

_BEFORE_HANDLING = frozenset({None, Step.REGISTERED, Step.AWAITING_ROUTING})


def state_of(intake: Mapping[str, Any], assignment: Mapping[str, Any]) -> str:
    """The state from what both producers told, in whatever order it was heard.

    Withdrawn by the petitioner => withdrawn. Settled on the spot and nobody has handled it since => settled on the
    spot. Otherwise assignment's last step; before any => registered.
    """
    step = assignment.get("step")
    if intake.get("withdrawn_at"):
        return Step.WITHDRAWN.value
    if intake.get("settlement") and step in _BEFORE_HANDLING:
        return Step.SETTLED_ON_SPOT.value
    return str(step or Step.REGISTERED.value)
