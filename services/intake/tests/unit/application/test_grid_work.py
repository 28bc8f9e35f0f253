"""The log of a small grid is kept by its township, and a petition may be given to a grid to settle."""

from __future__ import annotations

import copy
from datetime import date

import pytest
from dispute_fakes import FakeDisputes
from intake_builders import DISPATCHER, HANDLER, NOW, STRANGER, TOWNSHIP_REGISTRAR
from intake_fakes import World
from intake_register import BAIYANG, CATEGORY, GRID, VILLAGE

from petition_intake.application import grid_work
from petition_intake.application.grid_posts import GridPosts
from petition_intake.application.grid_work import GridLog, GridLogPages, Noted
from petition_intake.domain.dispute_errors import DisputeUnknown, SmallGridRequired
from petition_intake.domain.errors import CaseUnknown, CategoryUnknown, NotYourCase
from petition_intake.domain.grid_errors import GridItemUnknown, NotYourGrid
from petition_intake.domain.grid_item import GridItem, GridItemKind, GridOutcome, GridTask, grid_item_number
from petition_intake.domain.grid_post import GridPost, GridTier
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import Place

TODAY = date(2026, 3, 2)


class FakeLog(GridLog, GridLogPages):
    def __init__(self) -> None:
        self.stored: dict[str, GridItem] = {}
        self.wanted: dict[str, object] = {}

    def next_number(self, now):
        return grid_item_number(2026, len(self.stored) + 1)

    def get(self, item_no):
        return copy.deepcopy(self.stored.get(item_no))

    def save(self, item):
        item.pending = []
        self.stored[item.item_no] = copy.deepcopy(item)

    def page(self, wanted, limit, cursor):
        self.wanted = wanted
        return list(self.stored.values()), None


class FakePosts(GridPosts):
    def of(self, codes):
        return {GRID: GridPost(GRID, BAIYANG, GridTier.SMALL_GRID, "W0163")}


class Grid:
    def __init__(self) -> None:
        self.world, self.log = World(), FakeLog()

    def record(self, officer: Officer = TOWNSHIP_REGISTRAR, **changes: object) -> GridItem:
        given = {
            "kind": GridItemKind.CONVENIENCE_SERVICE,
            "place": Place(BAIYANG, grid_code=GRID),
            "noted_on": TODAY,
            "task": GridTask.ERRAND,
        }
        world, noted = self.world, Noted(**{**given, **changes})
        return grid_work.record_grid_item(self.log, FakeDisputes(), world.files, world.registers, officer, noted, NOW)

    def finish(self, item_no: str, officer: Officer = TOWNSHIP_REGISTRAR) -> GridItem:
        registers = self.world.registers
        return grid_work.finish_grid_item(self.log, registers, officer, item_no, GridOutcome.IN_GRID, None, NOW)

    def list(self, officer: Officer, place: Place, open_only: bool = False, kind: GridItemKind | None = None):
        registers = self.world.registers
        return grid_work.list_grid_items(
            self.log, FakePosts(), registers, officer, place, kind, open_only, 50, None, NOW
        )


@pytest.fixture
def grid() -> Grid:
    return Grid()


def test_an_entry_is_recorded_with_the_village_of_its_grid_and_done(grid: Grid) -> None:
    item = grid.record()
    assert (item.place.village_code, grid.finish(item.item_no).done_on) == (VILLAGE, TODAY)


def test_a_petition_is_given_to_a_grid_to_settle(grid: Grid) -> None:
    case_no = grid.world.register().case_no
    given = {"kind": GridItemKind.PETITION_MATTER, "task": None, "case_no": case_no}
    assert grid.record(DISPATCHER, **given).matter_no == case_no
    with pytest.raises(NotYourCase):
        grid.record(**given)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"place": Place(BAIYANG, VILLAGE)}, SmallGridRequired),
        ({"category": "999999"}, CategoryUnknown),
        ({"case_no": "640425202603029999"}, CaseUnknown),
        ({"dispute_no": "JF2026-000009"}, DisputeUnknown),
    ],
)
def test_an_entry_about_something_unknown_is_refused(
    grid: Grid, changes: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        grid.record(**changes)
    assert grid.log.stored == {}


def test_an_entry_that_is_not_there_is_said_to_be_unknown(grid: Grid) -> None:
    with pytest.raises(GridItemUnknown):
        grid.finish("WG2026-000009")


@pytest.mark.parametrize(
    ("officer", "may"), [(TOWNSHIP_REGISTRAR, True), (DISPATCHER, True), (STRANGER, False), (HANDLER, False)]
)
def test_a_grid_is_worked_by_its_township_and_the_bureau(grid: Grid, officer: Officer, may: bool) -> None:
    if may:
        grid.finish(grid.record(officer).item_no, officer)
        assert len(grid.list(officer, Place(BAIYANG))["items"]) == 1
        return
    number = grid.record().item_no
    for act in (
        lambda: grid.record(officer),
        lambda: grid.finish(number, officer),
        lambda: grid.list(officer, Place(BAIYANG)),
    ):
        with pytest.raises(NotYourGrid):
            act()


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (Place(BAIYANG), {"place.township_code": BAIYANG}),
        (Place(BAIYANG, VILLAGE), {"place.village_code": VILLAGE}),
        (Place(BAIYANG, grid_code=GRID), {"place.grid_code": GRID}),
    ],
)
def test_a_list_is_of_the_narrowest_place_named(grid: Grid, place: Place, where: dict[str, str]) -> None:
    grid.list(DISPATCHER, place)
    assert grid.log.wanted == where
    grid.list(DISPATCHER, place, open_only=True, kind=GridItemKind.PUBLIC_OPINION)
    assert grid.log.wanted == {**where, "kind": "public_opinion", "is_open": True}


@pytest.mark.parametrize(("due_on", "overdue"), [(date(2026, 3, 1), True), (TODAY, False), (None, False)])
def test_a_list_shows_what_is_overdue(grid: Grid, due_on: date | None, overdue: bool) -> None:
    opinion = {"kind": GridItemKind.PUBLIC_OPINION, "task": None, "category": CATEGORY}
    grid.record(noted_on=date(2026, 3, 1), due_on=due_on, **opinion)
    (row,) = grid.list(DISPATCHER, Place(BAIYANG))["items"]
    assert (row["overdue"], row["task"]) == (overdue, None)
    assert [(one["post"]["zh"], one["warden"]) for one in row["wardens"]] == [("网格员", "W0163")]
