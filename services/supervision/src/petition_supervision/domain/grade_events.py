"""What supervision tells about the colours of units."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class UnitGraded:
    """`unit` has this colour in the quarter; `changed` when an earlier grading gave another, `final` for good."""

    unit: str
    quarter: str
    colour: str
    filings: int
    skip_level_visits: int
    elsewhere: int
    reading: str
    final: bool
    changed: bool


@dataclass(frozen=True)
class ReminderAcknowledged:
    """The unit has read the reminder that comes with orange."""

    unit: str
    quarter: str
    acknowledged_by: str
