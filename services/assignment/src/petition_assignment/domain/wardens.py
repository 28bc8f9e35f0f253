"""网格长、网格员: who looks after each big and each small grid (城乡社区扁平化网格管理). A post may be vacant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GridTier(StrEnum):
    """The two tiers: 大网格 is a village or community, 小网格 a village group or a building in it."""

    BIG_GRID = "big_grid"
    SMALL_GRID = "small_grid"


WARDEN_POSTS: dict[GridTier, str] = {GridTier.BIG_GRID: "大网格长", GridTier.SMALL_GRID: "网格员"}


@dataclass(frozen=True)
class Warden:
    """Who looks after one grid: staff number, name, and the code of a village or of a small grid."""

    warden_id: str
    name: str
    grid_code: str
