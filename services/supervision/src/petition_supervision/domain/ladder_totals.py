"""What a unit's year is made of: clearing an item takes nothing away from it."""

from __future__ import annotations

from petition_supervision.domain.ladder import LadderStep
from petition_supervision.domain.ladder_events import (
    AccountabilitySigned,
    LadderStepTaken,
    SupervisionCleared,
    SupervisionOpened,
)
from petition_supervision.domain.urging_events import CriticismIssued, UrgingIssued

TOTALS = ("opened", "rectification", "criticism", "accountability", "accountability_signed", "cleared", "urged")


def counted_as(event: object) -> str | None:
    """Under which of `TOTALS` an event counts; None: under none. A criticism counts whichever way it came about."""
    if isinstance(event, LadderStepTaken):
        return event.step.value
    if isinstance(event, UrgingIssued):
        return "urged"
    if isinstance(event, CriticismIssued):
        return LadderStep.CRITICISM.value
    if isinstance(event, SupervisionOpened):
        return "opened"
    if isinstance(event, AccountabilitySigned):
        return "accountability_signed"
    return "cleared" if isinstance(event, SupervisionCleared) else None
