"""What supervision tells about screening campaigns. No household is told apart from another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CampaignKind(StrEnum):
    """大走访、大摸排、大起底."""

    GRAND_VISIT = "grand_visit"
    GRAND_SCREENING = "grand_screening"
    GRAND_CLEARING = "grand_clearing"


@dataclass(frozen=True)
class CampaignOpened:
    """`villages` are to be covered between the two days."""

    kind: CampaignKind
    unit: str
    first_day: date
    last_day: date
    villages: list[str]


@dataclass(frozen=True)
class CampaignCoverageRecorded:
    """So many households of a village were visited on a day, and so many matters were found."""

    village_code: str
    covered_on: date
    households: int
    items_found: int
    recorded_by_unit: str


@dataclass(frozen=True)
class CampaignClosed:
    """The campaign ended; `villages_covered` of `villages` were, and the rest was explained."""

    villages: int
    villages_covered: int
    households: int
    items_found: int
