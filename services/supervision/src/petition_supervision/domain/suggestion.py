"""督办提示: the facts speak for supervising a unit (《信访工作条例》第四十条); a person opens the item or dismisses it.

A suggestion is about a unit and never about a person, and nothing follows from it by itself. It is made once for each
case and cause.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from petition_supervision.domain.conduct import Fact
from petition_supervision.domain.ladder import Trigger
from petition_supervision.domain.ladder_errors import OwnUnitSupervised
from petition_supervision.domain.suggestion_errors import SuggestionDecided
from petition_supervision.domain.suggestion_events import (
    TRIGGER_OF,
    Cause,
    SuggestionDismissed,
    SuggestionTakenUp,
    SupervisionSuggested,
)
from petition_supervision.domain.supervision_item import Officer
from workdays import local_day


class SuggestionState(StrEnum):
    """Whether somebody decided on it."""

    OPEN = "open"
    TAKEN_UP = "taken_up"
    DISMISSED = "dismissed"


@dataclass
class Suggestion:
    """`version` counts the events told about the suggestion."""

    suggestion_no: str
    case_no: str
    trigger: Trigger
    cause: Cause
    unit: str
    rests_on: list[Fact]
    suggested_at: datetime
    state: SuggestionState = SuggestionState.OPEN
    decided_by: str | None = None
    decided_at: datetime | None = None
    supervision_no: str | None = None
    reason: str | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def make(cls, case_no: str, cause: Cause, unit: str, facts: list[Fact], now: datetime) -> Suggestion:
        """Facts of one case about one unit."""
        trigger = TRIGGER_OF[cause]
        made = cls(suggestion_number(case_no, cause), case_no, trigger, cause, unit, facts, now)
        made._record(SupervisionSuggested(case_no, trigger, cause, unit, facts, now))
        return made

    def take_up(self, officer: Officer, supervision_no: str, now: datetime) -> None:
        """A person of another unit opened an item for it; decided before => SuggestionDecided."""
        self._decide(officer, SuggestionState.TAKEN_UP, now)
        self.supervision_no = supervision_no
        self._record(SuggestionTakenUp(self.case_no, self.trigger, self.unit, supervision_no, officer.person, now))

    def dismiss(self, officer: Officer, reason: str, now: datetime) -> None:
        """A person of another unit found that the facts do not bear it out, and says why."""
        self._decide(officer, SuggestionState.DISMISSED, now)
        self.reason = reason
        self._record(SuggestionDismissed(self.case_no, self.trigger, self.unit, officer.person, now))

    def check_decidable(self, officer: Officer) -> None:
        """Decided before => SuggestionDecided; an officer of the unit itself => OwnUnitSupervised."""
        if self.decided_at is not None:
            raise SuggestionDecided("suggestion_no", decided_on=local_day(self.decided_at))
        if officer.unit == self.unit:
            raise OwnUnitSupervised("actor", unit=self.unit)

    def _decide(self, officer: Officer, state: SuggestionState, now: datetime) -> None:
        self.check_decidable(officer)
        self.state, self.decided_by, self.decided_at = state, officer.person, now

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def suggestion_number(case_no: str, cause: Cause) -> str:
    """One suggestion a case and cause; the trigger follows from the cause."""
    return f"{case_no}:{TRIGGER_OF[cause]}:{cause}"
