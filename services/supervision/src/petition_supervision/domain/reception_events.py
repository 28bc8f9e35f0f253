"""What supervision tells about leaders' receptions. Whom they received and what was said is not told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ReceptionPlanned:
    """`leader` is to receive visitors at `unit` on this day."""

    unit: str
    on: date
    leader: str


@dataclass(frozen=True)
class ReceptionAttended:
    """`attended_by` came in; `stand_in` when somebody else, or nobody, was `planned`."""

    unit: str
    on: date
    attended_by: str
    planned: str | None
    stand_in: bool


@dataclass(frozen=True)
class ReceptionClosedUp:
    """The day ended with so many batches and persons received, and the cases they belong to."""

    unit: str
    on: date
    batches: int
    persons: int
    case_nos: list[str]
