"""What supervision tells about meetings. Minutes, names of attendees and the texts of decisions are not told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MeetingHeld:
    """`unit` held a meeting of this `kind` on `held_on`; `decisions` is how many things it decided."""

    kind: str
    unit: str
    held_on: date
    period: str
    agenda: list[str]
    decisions: int


@dataclass(frozen=True)
class DecisionCarriedOut:
    """`owner` did what decision `number` asked of it, `in_time` or late."""

    number: int
    owner: str
    due_on: date
    done_on: date
    in_time: bool
    case_no: str | None
