"""A case's entry on the list of old cases, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_supervision.domain.old_case_terms import OldCaseGround, OldCaseState


@dataclass(frozen=True)
class OldCaseEnding:
    """What shows that it is resolved, or why the listing was withdrawn."""

    text: str
    by: str
    at: datetime


@dataclass
class OldCase:
    """`basis`: what the ground rests on; it stays in this service's store."""

    ground: OldCaseGround
    basis: str
    unit: str
    leader: str
    listed_by: str
    listed_at: datetime
    state: OldCaseState = OldCaseState.OPEN
    ending: OldCaseEnding | None = None
