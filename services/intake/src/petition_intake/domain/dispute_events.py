"""What intake tells about disputes. Nobody concerned is named and nothing that was said is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_intake.domain.dispute_words import DisputeLevel, DisputeState, FoundBy, Verdict
from petition_intake.domain.register import Place


@dataclass(frozen=True)
class DisputeFound:
    """`reported_at` is when it was put on record, by this system's clock; `found_on` the day the finder gives."""

    found_by: FoundBy
    place: Place
    category: str
    people: int | None
    found_on: date
    reported_at: datetime
    unit: str
    reported_by: str
    campaign_no: str | None
    found_in_case: str | None


@dataclass(frozen=True)
class DisputeChecked:
    """Somebody other than the finder looked at it."""

    verdict: Verdict
    checked_by: str
    checked_at: datetime


@dataclass(frozen=True)
class DisputeSettled:
    """Settled at that level, with an agreement or without."""

    level: DisputeLevel
    settled_on: date
    settled_by: str
    days: int
    agreement_no: str | None


@dataclass(frozen=True)
class DisputeUpgraded:
    """It goes on as this petition; from here the chain is the petition's."""

    petition_no: str
    upgraded_by: str
    upgraded_at: datetime


@dataclass(frozen=True)
class DisputeOverdue:
    """Still open after so many days; told once."""

    found_on: date
    days_open: int
    unit: str


@dataclass(frozen=True)
class DisputeLinked:
    """About a petition: its matter had been found before it was filed, as this dispute, which stood as `state`."""

    dispute_no: str
    state: DisputeState
    found_on: date
    linked_by: str
    linked_at: datetime
