"""What supervision tells about a suggestion to supervise. The subject is the suggestion, not a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from petition_supervision.domain.conduct import Fact
from petition_supervision.domain.ladder import Trigger


class Cause(StrEnum):
    """The facts that speak for it."""

    OBJECTED_TWICE = "objected_twice"
    RETURNED_TWICE = "returned_twice"
    NO_MOVEMENT = "no_movement"
    OPINION_NOT_CARRIED_OUT = "opinion_not_carried_out"
    AGREEMENT_NOT_PERFORMED = "agreement_not_performed"
    REVIEW_NOT_FOLLOWED = "review_not_followed"
    PROMISE_NOT_KEPT = "promise_not_kept"
    RESOLVED_CONTRADICTED = "resolved_contradicted"
    REVIEW_OVERTURNED = "review_overturned"
    RETURNED_AS_WRONG = "returned_as_wrong"


TRIGGER_OF: dict[Cause, Trigger] = {
    Cause.OBJECTED_TWICE: Trigger.EVASION_OR_DELAY,
    Cause.RETURNED_TWICE: Trigger.EVASION_OR_DELAY,
    Cause.NO_MOVEMENT: Trigger.EVASION_OR_DELAY,
    Cause.OPINION_NOT_CARRIED_OUT: Trigger.OPINION_NOT_CARRIED_OUT,
    Cause.AGREEMENT_NOT_PERFORMED: Trigger.OPINION_NOT_CARRIED_OUT,
    Cause.REVIEW_NOT_FOLLOWED: Trigger.OPINION_NOT_CARRIED_OUT,
    Cause.PROMISE_NOT_KEPT: Trigger.FALSE_REPORT,
    Cause.RESOLVED_CONTRADICTED: Trigger.FALSE_REPORT,
    Cause.REVIEW_OVERTURNED: Trigger.FACTS_OR_BASIS_WRONG,
    Cause.RETURNED_AS_WRONG: Trigger.FACTS_OR_BASIS_WRONG,
}
"""D1 to D3 follow from a missed clock, D9 from a colour, and D8 from a person's own words."""


@dataclass(frozen=True)
class SupervisionSuggested:
    """The facts speak for supervising `unit`; a person decides."""

    case_no: str
    trigger: Trigger
    cause: Cause
    unit: str
    rests_on: list[Fact]
    suggested_at: datetime


@dataclass(frozen=True)
class SuggestionTakenUp:
    """A named person put the unit on the ledger for it."""

    case_no: str
    trigger: Trigger
    unit: str
    supervision_no: str
    taken_up_by: str
    taken_up_at: datetime


@dataclass(frozen=True)
class SuggestionDismissed:
    """A named person decided that the facts do not bear it out; the reason stays in this service."""

    case_no: str
    trigger: Trigger
    unit: str
    dismissed_by: str
    dismissed_at: datetime
