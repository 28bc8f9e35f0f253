"""The words of the staff record (加强信访干部队伍建设): moves of officers, honours, heads of the joint offices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MoveKind(StrEnum):
    """提拔、调整、晋升职级、交流."""

    PROMOTION = "promotion"
    REASSIGNMENT = "reassignment"
    RANK_PROMOTION = "rank_promotion"
    ROTATION = "rotation"


class StaffGroup(StrEnum):
    """信访局局长、年轻干部、其他信访干部."""

    BUREAU_DIRECTOR = "bureau_director"
    YOUNG_CADRE = "young_cadre"
    OTHER_STAFF = "other_staff"


class HonourLevel(StrEnum):
    """Who gives the honour: 国家、自治区、市、县."""

    STATE = "state"
    REGION = "region"
    CITY = "city"
    COUNTY = "county"


class StaffFigure(StrEnum):
    """局长提拔调整、晋升职级、年轻干部交流."""

    DIRECTORS_MOVED = "directors_moved"
    RANK_PROMOTIONS = "rank_promotions"
    YOUNG_CADRES_ROTATED = "young_cadres_rotated"


@dataclass(frozen=True)
class Counts:
    """Which moves a figure counts; `group` None: of every group."""

    kinds: tuple[MoveKind, ...]
    group: StaffGroup | None


COUNTED = {
    StaffFigure.DIRECTORS_MOVED: Counts((MoveKind.PROMOTION, MoveKind.REASSIGNMENT), StaffGroup.BUREAU_DIRECTOR),
    StaffFigure.RANK_PROMOTIONS: Counts((MoveKind.RANK_PROMOTION,), None),
    StaffFigure.YOUNG_CADRES_ROTATED: Counts((MoveKind.ROTATION,), StaffGroup.YOUNG_CADRE),
}
"""提拔调整信访局局长3名、晋升职级2名、优化交流年轻干部6名."""
