"""What other services told about a case, and what supervision ordered, as supervision keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from petition_supervision.domain.answers import RehandlingReason


class ClosedHow(StrEnum):
    """A round ends when the bureau confirms it (审核认定办结) or when the matter is settled on the spot (当场化解)."""

    CONFIRMED = "confirmed"
    ON_SPOT = "on_spot"


@dataclass(frozen=True)
class Registration:
    """Who registered the petition, how it came, whether there is anybody to ask, and which unit it complains of."""

    unit: str
    registered_at: datetime
    anonymous: bool
    complained_of: str | None = None
    channel: str | None = None


@dataclass(frozen=True)
class Closing:
    """A round that ended; `unit` handled it (None: the unit that registered it)."""

    round: int
    unit: str | None
    closed_at: datetime
    how: ClosedHow


@dataclass(frozen=True)
class Order:
    """A re-handling order; `round` is the round it opens."""

    round: int
    unit: str
    due_on: date
    reason_code: RehandlingReason
    ordered_by: str
    ordered_at: datetime
