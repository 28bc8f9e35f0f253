"""The wardens' posts of a register, told one township at a time: the event of a county of any size stays small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from petition_assignment.domain.register import Register
from petition_assignment.domain.wardens import GridTier


@dataclass(frozen=True)
class GridWardensPublished:
    """Every grid of one township with the staff number of its warden; None => the post is vacant. No names."""

    posts: list[dict[str, Any]]


def wardens_by_township(register: Register) -> dict[str, GridWardensPublished]:
    """What to tell of each township. A register that names no warden at all says nothing of any post."""
    posts: dict[str, list[dict[str, Any]]] = {township.code: [] for township in register.townships}
    if register.wardens:
        holders = {warden.grid_code: warden.warden_id for warden in register.wardens}
        for township, tier, code in _grids_of(register):
            posts[township].append({"tier": tier.value, "code": code, "warden": holders.get(code)})
    return {township: GridWardensPublished(rows) for township, rows in posts.items()}


def _grids_of(register: Register) -> Iterator[tuple[str, GridTier, str]]:
    """Township, tier and code of every big grid, then of every small one."""
    township_of = {village.code: village.township_code for village in register.villages}
    for village in register.villages:
        yield village.township_code, GridTier.BIG_GRID, village.code
    for grid in register.grids:
        yield township_of[grid.village_code], GridTier.SMALL_GRID, grid.code
