"""Use cases of the grids' posts: kept as told, shown where something is given to a grid, and the vacant ones listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from petition_intake.application.ports import Registers
from petition_intake.domain.grid_errors import NotYourGrid
from petition_intake.domain.grid_post import GRID_POST_WORDING, GridPost, GridTier
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import Place, RegisterCopy


class GridPosts(Protocol):
    """The posts that are known; none where the register names no wardens."""

    def of(self, codes: Sequence[str]) -> Mapping[str, GridPost]:
        """The posts of these grids, by code; a grid without one is not in it."""
        ...


class GridPostPages(Protocol):
    """Reading across the posts, outside any command."""

    def page(
        self, township: str | None, vacant_only: bool, limit: int, cursor: str | None
    ) -> tuple[list[GridPost], str | None]:
        """One page by code, of a township or of the county."""
        ...

    def count(self, township: str | None, tier: GridTier, vacant: bool) -> int: ...


def wardens_of(posts: GridPosts, places: Sequence[Place]) -> list[list[dict[str, Any]]]:
    """For each place the post of its big grid and of its small one, as far as they are known."""
    codes = [[code for code in (place.village_code, place.grid_code) if code is not None] for place in places]
    known = posts.of(sorted({code for pair in codes for code in pair}))
    return [[_row(known[code]) for code in pair if code in known] for pair in codes]


def list_grid_posts(
    pages: GridPostPages,
    registers: Registers,
    officer: Officer,
    township_code: str | None,
    vacant_only: bool,
    limit: int,
    cursor: str | None,
) -> dict[str, Any]:
    """网格长、网格员名录, by code. As in `_township_asked`."""
    township = _township_asked(registers.current(), officer, township_code)
    found, following = pages.page(township, vacant_only, limit, cursor)
    return {"items": [_row(post) for post in found], "next": following}


def count_grid_posts(
    pages: GridPostPages, registers: Registers, officer: Officer, township_code: str | None
) -> dict[str, Any]:
    """网格员配备情况: of each tier how many posts there are, held and vacant. As in `_township_asked`."""
    township = _township_asked(registers.current(), officer, township_code)
    counted = {}
    for tier in GridTier:
        held, vacant = (pages.count(township, tier, is_vacant) for is_vacant in (False, True))
        counted[tier.value] = {"posts": held + vacant, "held": held, "vacant": vacant}
    return counted


def _township_asked(register: RegisterCopy, officer: Officer, asked: str | None) -> str | None:
    """The bureau asks about the county (None) or one township, a township's unit about its own; else NotYourGrid."""
    if register.is_bureau(officer.unit):
        return asked
    own = register.township_of(officer.unit)
    if own is None or asked not in (None, own):
        raise NotYourGrid("township_code", unit=officer.unit, place=asked or register.county_code)
    return own


def _row(post: GridPost) -> dict[str, Any]:
    return {
        "code": post.code,
        "township_code": post.township_code,
        "post": GRID_POST_WORDING[post.tier].to_wire(post.tier.value),
        "warden": post.warden,
    }
