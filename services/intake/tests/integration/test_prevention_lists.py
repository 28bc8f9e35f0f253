"""Lists of disputes, grid entries and window visits on a real store: each page comes in order from an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from intake_builders import DAY, DISPATCHER, NOW, TOWNSHIP_REGISTRAR
from intake_register import BAIYANG, BUREAU, CATEGORY, GRID, TOWNSHIP, VILLAGE, WANGWA, WANGWA_VILLAGE
from pymongo.database import Database

from chassis.unit_of_work import Units
from petition_intake.adapters.mongo_disputes import (
    DISPUTES,
    MongoDisputeArchive,
    MongoDisputes,
    ages_to_tell,
    tell_ages,
)
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.mongo_grid import GRID_ITEMS, MongoGridLogPages
from petition_intake.adapters.mongo_grid_posts import GRID_POSTS, MongoGridPostPages, MongoGridPosts
from petition_intake.adapters.mongo_joint_receptions import JOINT_RECEPTIONS, MongoJointReceptionPages
from petition_intake.adapters.mongo_window import VISITS, MongoVisitPages
from petition_intake.application import disputing
from petition_intake.application.disputing import DisputeView
from petition_intake.application.ports import Office
from petition_intake.domain.dispute import Find
from petition_intake.domain.dispute_words import FoundBy
from petition_intake.domain.grid_post import GridPost, GridTier
from petition_intake.domain.register import Place

Document = dict[str, Any]
TODAY = date(2026, 3, 2)


def find_dispute(units: Units, office: Office, days_ago: int) -> str:
    find = Find(FoundBy.VISIT, Place(BAIYANG, VILLAGE), CATEGORY, TODAY - timedelta(days=days_ago), "地界争议")
    return units.run(
        lambda uow: (
            disputing.report_dispute(
                MongoDisputes(uow), files_of(uow), office.registers, TOWNSHIP_REGISTRAR, find, NOW
            ).dispute_no
        )
    )


@pytest.fixture
def asked(store: Database[Document]) -> Iterator[Callable[[str], list[Document]]]:
    """What the store did for each question about a collection since the test began."""
    store.command("profile", 2)

    def of(collection: str) -> list[Document]:
        return list(store["system.profile"].find({"ns": f"{store.name}.{collection}", "op": "query"}))

    yield of
    store.command("profile", 0)


def test_no_list_reads_what_it_does_not_show_and_none_is_sorted_by_hand(
    store: Database[Document], asked: Callable[[str], list[Document]]
) -> None:
    disputes, grid, visits = MongoDisputeArchive(store), MongoGridLogPages(store), MongoVisitPages(store)
    for unit, township in ((None, None), (TOWNSHIP, None), (None, BAIYANG)):
        for until in (None, TODAY):
            disputes.page(unit, township, True, until, 50, None)
    disputes.page(TOWNSHIP, None, None, None, 50, None)
    places = ({"place.township_code": BAIYANG}, {"place.village_code": VILLAGE}, {"place.grid_code": GRID})
    for place, more in product(places, ({}, {"kind": "public_opinion"}, {"is_open": True})):
        grid.page({**place, **more}, 50, None)
    for more in ({}, {"window": "1"}, {"arrived_on": "2026-03-02"}, {"has_deed": True}):
        visits.page({"unit": BUREAU, **more}, 50, None)
    for unit in (None, TOWNSHIP):
        MongoJointReceptionPages(store).page(unit, 50, None)
    for township, vacant_only in product((None, BAIYANG), (False, True)):
        MongoGridPostPages(store).page(township, vacant_only, 50, None)
    for collection, number in (
        (GRID_POSTS, 4),
        (DISPUTES, 7),
        (GRID_ITEMS, 9),
        (VISITS, 4),
        (JOINT_RECEPTIONS, 2),
    ):
        plans = asked(collection)
        assert len(plans) == number
        assert [one["planSummary"] for one in plans if "IXSCAN" not in one["planSummary"]] == []
        assert [one["command"]["filter"] for one in plans if one.get("hasSortStage")] == []


def test_posts_are_replaced_township_by_township_and_counted_by_an_index(units: Units) -> None:
    big, small = GridPost(VILLAGE, BAIYANG, GridTier.BIG_GRID, "W1"), GridPost(GRID, BAIYANG, GridTier.SMALL_GRID, None)
    elsewhere = GridPost(WANGWA_VILLAGE, WANGWA, GridTier.BIG_GRID, None)
    pages = MongoGridPostPages(units.database)
    for township, posts in ((BAIYANG, [big, small]), (WANGWA, [elsewhere]), (BAIYANG, [replace(big, warden=None)])):
        units.run(lambda uow, township=township, posts=posts: MongoGridPosts(uow).replace(township, posts))
    assert pages.page(None, False, 50, None) == ([replace(big, warden=None), elsewhere], None)
    first, cursor = pages.page(None, True, 1, None)
    assert first + pages.page(None, True, 1, cursor)[0] == [replace(big, warden=None), elsewhere]
    assert pages.of([VILLAGE, GRID]) == {VILLAGE: replace(big, warden=None)}
    counted = [pages.count(township, tier, True) for township in (None, BAIYANG) for tier in GridTier]
    assert counted == [2, 0, 1, 0]


def test_lists_are_in_order_of_the_find_and_go_on_from_page_to_page(units: Units, office: Office) -> None:
    numbers = [find_dispute(units, office, days_ago) for days_ago in (1, 40, 31, 30)]
    archive = MongoDisputeArchive(units.database)

    def listed(view: DisputeView) -> list[str]:
        found, cursor = [], None
        while True:
            page = disputing.list_disputes(archive, office.registers, DISPATCHER, view, 1, cursor, NOW)
            found += [row["dispute_no"] for row in page["items"]]
            cursor = page["next"]
            if cursor is None:
                return found

    assert listed(DisputeView.OPEN) == [numbers[1], numbers[2], numbers[3], numbers[0]]
    assert listed(DisputeView.OLD) == [numbers[1], numbers[2]]
    assert listed(DisputeView.MINE) == []


def test_an_age_is_told_once_however_many_workers_look(units: Units, office: Office) -> None:
    number = find_dispute(units, office, 30)
    assert (ages_to_tell(units.database, NOW), tell_ages(units, NOW)) == (0, 0)
    later = NOW + DAY
    assert ages_to_tell(units.database, later) == 1
    assert [tell_ages(units, later), tell_ages(units, later), ages_to_tell(units.database, later)] == [1, 0, 0]
    told = [row["type"] for row in units.database["outbox"].find({"subject": number}, sort=[("sequence", 1)])]
    assert told == ["dispute_found.v1", "dispute_overdue.v1"]


def test_numbers_have_no_gaps_when_a_find_is_refused(units: Units, office: Office) -> None:
    first = find_dispute(units, office, 0)
    with pytest.raises(Exception, match="DATE_IN_FUTURE"):
        find_dispute(units, office, -1)
    assert (first, find_dispute(units, office, 0)) == ("JF2026-000001", "JF2026-000002")
