"""What supervision tells about key villages. The subject is the village; reasons, findings and names are not told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class KeyVillageNamed:
    """The village is one of the county's key villages, with a task force of so many `members`."""

    head: str
    members: int
    units: list[str]
    review_on: date
    named_by: str
    named_at: datetime


@dataclass(frozen=True)
class KeyVillageReviewed:
    """The task force reviewed the village, which had so many `cases`, of these `open_cases` not finished."""

    review_on: date
    late: bool
    next_review_on: date
    cases: int
    open_cases: int
    reviewed_by: str
    reviewed_at: datetime


@dataclass(frozen=True)
class KeyVillageReleased:
    """The village is no key village any more."""

    named_at: datetime
    cases: int
    open_cases: int
    released_by: str
    released_at: datetime
