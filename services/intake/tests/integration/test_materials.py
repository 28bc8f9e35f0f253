"""Materials on a real store: kept whole or not at all, found by their numbers, and removed when they were left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from intake_builders import NOW, REGISTRAR, a_web_filing
from material_fakes import CONTENT, FakeMaterialPages, MaterialWorld, declared, parts_of
from pymongo.database import Database

from chassis.unit_of_work import Units
from petition_intake.adapters.mongo_accesses import ACCESSES, MongoAccessBook, MongoLooks, MongoReadingBook
from petition_intake.adapters.mongo_files import Reader, files_of
from petition_intake.adapters.mongo_materials import (
    OF_ACCUSATIONS,
    OF_PETITIONS,
    RACKS,
    MongoMaterialPages,
    MongoShelf,
    Rack,
    remove_left_uploads,
    shelves_of,
    uploads_left,
)
from petition_intake.application import keeping_materials
from petition_intake.application.keeping_materials import Standing
from petition_intake.application.material_access import Asking, Room
from petition_intake.application.material_shelves import MaterialPages
from petition_intake.application.ports import Office
from petition_intake.application.registration import register_petition
from petition_intake.application.unmasking import Access, AccessKind
from petition_intake.domain.filing import Purpose
from petition_intake.domain.material import LEFT_FOR, Declared
from petition_intake.domain.material_errors import ContentDiffers

Document = dict[str, Any]


class Keeper:
    """Does to materials in the store what `MaterialWorld` does in memory."""

    def __init__(self, units: Units, office: Office) -> None:
        self._units, self._office = units, office

    def register(self, purpose: Purpose = Purpose.APPEAL) -> str:
        filing = a_web_filing(purpose=purpose)
        return self._units.run(
            lambda uow: register_petition(files_of(uow), self._office, REGISTRAR, filing, purpose, NOW).case_no
        )

    def begin(self, case_no: str, what: Declared) -> Standing:
        return self._run(lambda room, asking: keeping_materials.begin_material(room, asking, case_no, what))

    def send(self, material_no: str, part: int, content: bytes | None = None) -> Standing:
        sent = parts_of(CONTENT)[part - 1] if content is None else content
        return self._run(
            lambda room, asking: keeping_materials.add_material_part(room, asking, material_no, part, sent)
        )

    def _run(self, act: Callable[[Room, Asking], Standing]) -> Standing:
        asking = Asking(REGISTRAR, None, NOW)
        return self._units.run(lambda uow: act(Room(files_of(uow), shelves_of(uow), self._office), asking))


@pytest.fixture
def keeper(units: Units, office: Office) -> Keeper:
    return Keeper(units, office)


@pytest.mark.parametrize(("purpose", "rack"), [(Purpose.APPEAL, OF_PETITIONS), (Purpose.ACCUSATION, OF_ACCUSATIONS)])
def test_a_material_is_kept_whole_on_its_own_shelf_and_told_of_a_petition_alone(
    keeper: Keeper, store: Database[Document], purpose: Purpose, rack: Rack
) -> None:
    number = keeper.begin(keeper.register(purpose), declared()).material_no
    keeper.send(number, 2, b"y" * len(parts_of(CONTENT)[1]))
    keeper.send(number, 3)
    with pytest.raises(ContentDiffers):
        keeper.send(number, 1)
    assert [row["_id"] for row in store[rack.parts].find({}, {"_id": 1}, sort=[("_id", 1)])] == [
        f"{number}/2",
        f"{number}/3",
    ]
    keeper.send(number, 2)
    assert keeper.send(number, 1).missing == []

    shelf = MongoShelf(Reader(store), rack)
    material = shelf.material(number)
    assert material is not None and material.declared == declared()
    assert b"".join(shelf.part(number, part) for part in (1, 2, 3)) == CONTENT
    (other,) = [one for one in RACKS if one != rack]
    assert [store[name].count_documents({}) for name in (other.folders, other.uploads, other.parts)] == [0, 0, 0]
    told = [row["type"] for row in store["outbox"].find({"subject": number})]
    assert told == (["material_added.v1"] if rack is OF_PETITIONS else [])


def test_what_was_left_is_removed_once_and_what_is_complete_stays(
    keeper: Keeper, units: Units, store: Database[Document]
) -> None:
    case_no, accusation = keeper.register(), keeper.register(Purpose.ACCUSATION)
    kept = keeper.begin(case_no, declared()).material_no
    for part in (1, 2, 3):
        keeper.send(kept, part)
    for number in (case_no, accusation):
        keeper.send(keeper.begin(number, declared(file_name="未传完.pdf")).material_no, 2)
    before, after = NOW + LEFT_FOR - timedelta(seconds=1), NOW + LEFT_FOR
    assert (uploads_left(store, before), remove_left_uploads(units, before)) == (0, 0)
    assert uploads_left(store, after) == 2
    assert [remove_left_uploads(units, after), remove_left_uploads(units, after), uploads_left(store, after)] == [
        2,
        0,
        0,
    ]
    assert store[OF_PETITIONS.parts].count_documents({}) == 3
    assert store[OF_ACCUSATIONS.parts].count_documents({}) == 0


def test_lists_go_on_from_page_to_page_as_in_memory(keeper: Keeper, store: Database[Document]) -> None:
    case_no, world = keeper.register(), MaterialWorld()
    assert world.register().case_no == case_no
    for name in ("1.pdf", "2.pdf", "3.pdf"):
        what = declared(parts_of(CONTENT)[0], file_name=name)
        keeper.send(keeper.begin(case_no, what).material_no, 1)
        world.add(case_no, REGISTRAR, what=what)
    numbers = [f"{case_no}-00{serial}" for serial in (1, 2, 3)]

    def listed(pages: MaterialPages) -> list[list[str]]:
        first, cursor = pages.page(False, numbers, 2, None)
        second, end = pages.page(False, numbers, 2, cursor)
        assert end is None
        return [[one.material_no for one in first], [one.material_no for one in second]]

    in_memory = FakeMaterialPages(world.shelf, world.restricted)
    assert listed(MongoMaterialPages(store)) == listed(in_memory) == [numbers[:2], numbers[2:]]


def test_a_look_counts_for_whoever_noted_it_for_that_case_and_since_then(units: Units) -> None:
    units.run(lambda uow: MongoAccessBook(uow).add(Access("1", "P0012", "petition_bureau", NOW, "核实")))
    looks = MongoLooks(units.database)

    def noted(case_no: str = "1", person: str = "P0012", since: datetime = NOW) -> bool:
        return looks.noted(case_no, person, since)

    assert noted()
    assert not (noted(case_no="2") or noted(person="P0015") or noted(since=NOW + timedelta(seconds=1)))
    MongoReadingBook(units.database).add(Access("3", "P0012", "petition_bureau", NOW, None, AccessKind.READ))
    assert not noted(case_no="3")


def test_every_question_about_materials_is_answered_from_an_index(units: Units, store: Database[Document]) -> None:
    store.command("profile", 2)
    for of_accusation in (False, True):
        MongoMaterialPages(store).page(of_accusation, ["1-001", "1-002"], 50, None)
    remove_left_uploads(units, NOW)
    uploads_left(store, NOW)
    MongoLooks(store).noted("1", "P0012", NOW)
    store.command("profile", 0)
    for rack in RACKS:
        for collection, number in ((rack.materials, 1), (rack.uploads, 2)):
            plans = list(store["system.profile"].find({"ns": f"{store.name}.{collection}"}))
            assert len(plans) == number
            assert [one for one in plans if "COLLSCAN" in one["planSummary"] or one.get("hasSortStage")] == []
    (look,) = store["system.profile"].find({"ns": f"{store.name}.{ACCESSES}"})
    assert look["planSummary"] == "IXSCAN { case_no: 1, at: -1, _id: -1 }"
