"""Levels of administration, and which visit skipped one (《信访工作条例》第二十条)."""

from __future__ import annotations

from enum import StrEnum

from petition_intake.domain.errors import CompetentLevelRequired
from petition_intake.domain.wording import Wording


class Level(StrEnum):
    """From the lowest to the highest."""

    TOWNSHIP = "township"
    COUNTY = "county"
    CITY = "city"
    REGION = "region"
    STATE = "state"

    @property
    def rank(self) -> int:
        return list(Level).index(self)


LEVEL_WORDING: dict[Level, Wording] = {
    Level.TOWNSHIP: Wording("乡镇", "township"),
    Level.COUNTY: Wording("县", "county"),
    Level.CITY: Wording("市", "city"),
    Level.REGION: Wording("自治区", "region"),
    Level.STATE: Wording("国家", "state"),
}


def skipped_a_level(visited: Level, competent: Level | None) -> bool:
    """第二十条第一款: a visit goes to the competent body's own level or the one above it.

    Visited township or county              => never skipped: no competent body is below the township.
    Visited higher than competent + 1 level => skipped (越级). A mark for guidance and statistics, never a refusal.
    Visited city or above, level not stated => CompetentLevelRequired.
    """
    if visited.rank <= Level.COUNTY.rank:
        return False
    if competent is None:
        raise CompetentLevelRequired("competent_level")
    return visited.rank > competent.rank + 1
