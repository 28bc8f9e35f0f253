"""“三亮”: who handles the matter, at which station, and by when it was promised (亮身份、亮职责、亮承诺).

The card carries the staff number; name, post and duty behind it are the register's, which `get_officer_card` of
assignment shows to anybody. Names of people are on no event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class HandlerCard:
    """Of one round. `promised_on` is the last day by which the unit said it would be finished."""

    unit: str
    station: str
    person: str
    round: int
    promised_on: date

    def kept(self, finished_on: date | None) -> bool | None:
        """Whether the promise was kept; None while nobody can say."""
        return None if finished_on is None else finished_on <= self.promised_on
