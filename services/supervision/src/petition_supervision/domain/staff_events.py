"""What supervision tells about its staff record. Officers are not named on the bus; the record has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_supervision.domain.staff_terms import HonourLevel, MoveKind, StaffGroup


@dataclass(frozen=True)
class StaffMoveRecorded:
    """An officer was promoted, moved, raised in rank or rotated."""

    kind: MoveKind
    group: StaffGroup
    unit: str
    moved_on: date


@dataclass(frozen=True)
class HonourRecorded:
    """An officer was honoured."""

    year: int
    level: HonourLevel
    unit: str


@dataclass(frozen=True)
class OfficeHeadRecorded:
    """A joint office has a head from the day on."""

    unit: str
    since: date


@dataclass(frozen=True)
class OfficeStandsVacant:
    """A joint office has been without a head for longer than the county lets it."""

    unit: str
    vacant_since: date


@dataclass(frozen=True)
class OfficeHeadLeft:
    """A joint office has no head any more, from the day after."""

    unit: str
    until: date
