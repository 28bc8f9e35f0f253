"""Who looks after a grid is shown with what is given to it, and vacant posts are listed and counted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from intake_builders import DISPATCHER, HANDLER, STRANGER, TOWNSHIP_REGISTRAR
from intake_fakes import World
from intake_register import BAIYANG, GRID, VILLAGE, WANGWA, WANGWA_VILLAGE

from petition_intake.application import grid_posts
from petition_intake.application.grid_posts import GridPostPages, GridPosts
from petition_intake.domain.grid_errors import NotYourGrid
from petition_intake.domain.grid_post import GridPost, GridTier
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import Place

POSTS = (
    GridPost(VILLAGE, BAIYANG, GridTier.BIG_GRID, "W0001"),
    GridPost(GRID, BAIYANG, GridTier.SMALL_GRID, None),
    GridPost(WANGWA_VILLAGE, WANGWA, GridTier.BIG_GRID, None),
)


class FakePosts(GridPosts, GridPostPages):
    def of(self, codes: Sequence[str]):
        return {post.code: post for post in POSTS if post.code in codes}

    def page(self, township, vacant_only, limit, cursor):
        found = [post for post in POSTS if township in (None, post.township_code)]
        return [post for post in found if not (vacant_only and post.warden)], None

    def count(self, township, tier, vacant):
        found, _ = self.page(township, False, 50, None)
        return sum((post.tier, post.warden is None) == (tier, vacant) for post in found)


def listed(officer: Officer, township: str | None, vacant_only: bool = False) -> list[str]:
    found = grid_posts.list_grid_posts(FakePosts(), World().registers, officer, township, vacant_only, 50, None)
    return [row["code"] for row in found["items"]]


def test_a_place_shows_the_head_of_its_big_grid_and_the_warden_of_its_small_one() -> None:
    places = [Place(BAIYANG, VILLAGE, GRID), Place(BAIYANG, VILLAGE), Place(BAIYANG, "640425100002")]
    shown = grid_posts.wardens_of(FakePosts(), places)
    assert [[(row["post"]["zh"], row["warden"]) for row in rows] for rows in shown] == [
        [("大网格长", "W0001"), ("网格员", None)],
        [("大网格长", "W0001")],
        [],
    ]


@pytest.mark.parametrize(
    ("officer", "township", "vacant_only", "codes"),
    [
        (DISPATCHER, None, False, [VILLAGE, GRID, WANGWA_VILLAGE]),
        (DISPATCHER, None, True, [GRID, WANGWA_VILLAGE]),
        (DISPATCHER, WANGWA, True, [WANGWA_VILLAGE]),
        (TOWNSHIP_REGISTRAR, None, True, [GRID]),
        (TOWNSHIP_REGISTRAR, BAIYANG, False, [VILLAGE, GRID]),
        (STRANGER, None, False, [WANGWA_VILLAGE]),
    ],
)
def test_the_bureau_lists_the_county_and_a_township_its_own(
    officer: Officer, township: str | None, vacant_only: bool, codes: list[str]
) -> None:
    assert listed(officer, township, vacant_only) == codes


@pytest.mark.parametrize(
    ("officer", "township"), [(TOWNSHIP_REGISTRAR, WANGWA), (STRANGER, BAIYANG), (HANDLER, None), (HANDLER, BAIYANG)]
)
def test_nobody_else_is_told(officer: Officer, township: str | None) -> None:
    with pytest.raises(NotYourGrid):
        listed(officer, township)
    with pytest.raises(NotYourGrid):
        grid_posts.count_grid_posts(FakePosts(), World().registers, officer, township)


def test_posts_are_counted_by_tier_held_and_vacant() -> None:
    assert grid_posts.count_grid_posts(FakePosts(), World().registers, DISPATCHER, None) == {
        "big_grid": {"posts": 2, "held": 1, "vacant": 1},
        "small_grid": {"posts": 1, "held": 0, "vacant": 1},
    }
