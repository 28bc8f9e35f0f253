"""The register in the store: one version after another, published with each change, cached without going stale."""

from collections.abc import Iterator

import pytest
from assignment_register import COUNTY, MEDIATORS, WARDENS, a_raw_register, a_register, with_other
from assignment_store import Store, open_store

from petition_assignment.adapters import mongo_register
from petition_assignment.adapters.mongo_register import MongoRegisters, register_in_force
from petition_assignment.application.register_loading import Loaded
from petition_assignment.domain.errors import RegisterNotLoaded
from petition_assignment.domain.register_rows import RegisterFaulty
from petition_assignment.domain.wardens import Warden


@pytest.fixture
def store(servers, database) -> Iterator[Store]:
    with open_store(servers.mongo_uri, database) as opened:
        yield opened


def test_before_the_first_loading_there_is_none(store: Store):
    with pytest.raises(RegisterNotLoaded):
        register_in_force(store.database)


def test_what_was_loaded_is_in_force_and_is_told_once(store: Store):
    assert store.load() == Loaded(1, changed=True)
    assert register_in_force(store.database) == a_register()
    assert store.units.run(lambda uow: MongoRegisters(uow).current()) == a_register()
    (event,) = store.told()
    assert (event["_id"], event["type"], event["sequence"]) == ("register:1", "register_published.v1", 1)
    assert (event["data"]["register_id"], event["data"]["version"]) == ("register", 1)


def test_a_township_is_told_of_its_wardens_when_they_changed(store: Store):
    store.load(a_raw_register(wardens=WARDENS))
    assert register_in_force(store.database).warden_or_none("W1") == Warden("W1", "牛", "640425100001")
    store.load(a_raw_register(wardens=WARDENS.replace("羊", "马")))
    store.load(a_raw_register(wardens=WARDENS.replace("W1", "W9")))
    store.load()
    told = [event for event in store.told() if event["type"] == "grid_wardens_published.v1"]
    assert [(event["subject"], event["sequence"], len(event["data"]["posts"])) for event in told] == [
        ("640425100", 1, 5),
        ("640425208", 1, 2),
        ("640425100", 2, 5),
        ("640425100", 3, 0),
        ("640425208", 2, 0),
    ]


def test_a_register_stored_before_there_were_wardens_names_none(store: Store):
    store.load()
    store.database["register"].delete_one({"_id": "1/wardens"})
    mongo_register._IN_FORCE.clear()
    assert register_in_force(store.database).wardens == ()


def test_the_list_of_mediators_is_kept_with_the_register_and_told_without_names(store: Store):
    store.load(a_raw_register(mediators=MEDIATORS))
    assert register_in_force(store.database).mediators == a_register(mediators=MEDIATORS).mediators
    (event,) = [event for event in store.told() if event["type"] == "register_published.v1"]
    assert [row["mediator_id"] for row in event["data"]["mediators"]] == ["M1", "M2", "M3", "M4", "M5"]
    assert "调甲" not in str(event)


def test_a_register_stored_before_there_was_a_list_of_mediators_has_none(store: Store):
    store.load()
    store.database["register"].delete_one({"_id": "1/mediators"})
    mongo_register._IN_FORCE.clear()
    assert register_in_force(store.database).mediators == ()


def test_the_service_knows_callers_and_people_from_the_same_loading(store: Store):
    store.load()
    directory = store.database["directory"].find_one({"_id": "directory"})
    assert directory["callers"]["dept_water"] == "dept_water"
    assert directory["people"]["keeper"] == {"unit": "water_station", "roles": ["handler"]}


def test_the_same_again_writes_nothing(store: Store):
    store.load()
    assert store.load() == Loaded(1, changed=False)
    assert len(store.told()) == 1


def test_a_change_is_the_next_version_and_is_seen_at_once(store: Store):
    store.load()
    register_in_force(store.database)
    store.load(a_raw_register(**with_other("people", "water_handler,寅", "water_handler,卯")))
    assert register_in_force(store.database).version == 2
    assert register_in_force(store.database).person("person", "water_handler").name == "卯"
    assert [event["sequence"] for event in store.told()] == [1, 2]


def test_a_register_stored_before_there_were_code_tables_has_none(store: Store):
    store.load()
    store.database["register"].update_one({"_id": "head"}, {"$set": {"digest": "that of a former day"}})
    store.database["register"].delete_many({"_id": {"$in": ["1/codes", "1/category_words"]}})
    former = register_in_force(store.database)
    assert (former.codes, former.category_words) == ((), ())
    assert store.load() == Loaded(2, changed=True)
    assert register_in_force(store.database).codes == a_register().codes


def test_settings_of_the_county_come_back_as_they_were(store: Store):
    store.load(a_raw_register(county={**COUNTY, "settings": {"rating_window_days": 30, "colour": ["a"]}}))
    assert register_in_force(store.database).county.settings == {"rating_window_days": 30, "colour": ["a"]}


def test_a_faulty_register_leaves_no_trace(store: Store):
    with pytest.raises(RegisterFaulty):
        store.load(a_raw_register(**with_other("units", "dept_water,彭阳县水务局", "dept_water,")))
    assert store.told() == []
    assert store.database["register"].count_documents({}) == 0
