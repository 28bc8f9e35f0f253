"""网格长、网格员: the post of each big and each small grid, as assignment told it. Staff numbers, no names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from petition_intake.domain.wording import Wording


class GridTier(StrEnum):
    """大网格 is a village or community, 小网格 a village group or a building in it."""

    BIG_GRID = "big_grid"
    SMALL_GRID = "small_grid"


GRID_POST_WORDING: dict[GridTier, Wording] = {
    GridTier.BIG_GRID: Wording("大网格长", "head of a big grid"),
    GridTier.SMALL_GRID: Wording("网格员", "warden of a small grid"),
}


@dataclass(frozen=True)
class GridPost:
    """Who looks after one grid; `warden` None => the post is vacant. `code` is a village's or a small grid's."""

    code: str
    township_code: str
    tier: GridTier
    warden: str | None
