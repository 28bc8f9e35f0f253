"""What a unit's year is made of: clearing an item takes nothing away from it."""

from __future__ import annotations

from petition_supervision.domain.ladder_events import (
    AccountabilitySigned,
    LadderStepTaken,
    SupervisionCleared,
    SupervisionOpened,
)

TOTALS = ("opened", "rectification", "criticism", "accountability", "accountability_signed", "cleared")


def counted_as(event: object) -> str | None:
    """Under which of `TOTALS` an event counts; None: under none."""
    if isinstance(event, LadderStepTaken):
        return event.step.value
    if isinstance(event, SupervisionOpened):
        return "opened"
    if isinstance(event, AccountabilitySigned):
        return "accountability_signed"
    return "cleared" if isinstance(event, SupervisionCleared) else None
