"""How a case was handled, as far as it may speak for supervision: objections, returns, movement, what was supported."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from petition_supervision.domain.urging_days import unheeded_at
from workdays import local_day

STILLNESS = "STILLNESS"
"""The name of the look at a case that may be standing still, within the case."""


@dataclass(frozen=True)
class Fact:
    """One event that speaks for a suggestion: its name on the wire, and when it happened."""

    event: str
    at: datetime


@dataclass
class Conduct:
    """`look_at`: when to look whether the case stands still; None while nobody has it in hand.

    `suggested` names what was suggested before (trigger and cause): each is suggested once a case.
    """

    objections: list[Fact] = field(default_factory=list)
    returns: list[Fact] = field(default_factory=list)
    supported_rounds: list[int] = field(default_factory=list)
    redo_ordered: bool = False
    moved_at: datetime | None = None
    look_at: datetime | None = None
    suggested: list[str] = field(default_factory=list)

    def take_in_hand(self, at: datetime, working_days: int) -> None:
        """A unit has it in hand from `at` on: when that many working days passed without a move, somebody looks."""
        self.move(at)
        self.look_at = unheeded_at(local_day(at), working_days)

    def move(self, at: datetime) -> None:
        """Something was done on the case."""
        self.moved_at = max(at, self.moved_at) if self.moved_at else at

    def rest(self) -> None:
        """Nobody has it in hand any more: finished, closed, taken back."""
        self.look_at = None

    def stands_still(self, now: datetime, paused: bool, working_days: int) -> bool:
        """Whether the working days since the last move are over at `now`; if not, the next look is noted.

        A clock stands still (a hearing) => nothing is to be done meanwhile, and the next look is a working day later.
        """
        if paused:
            self.look_at = unheeded_at(local_day(now), 1)
            return False
        since = self.moved_at or now
        limit = unheeded_at(local_day(since), working_days)
        self.look_at = None if now >= limit else limit
        return now >= limit
