"""Putting a register into force."""

import pytest
from assignment_fakes import a_desk
from assignment_register import COUNTY, MEDIATORS, WARDENS, a_raw_register, with_line, with_other
from assignment_world import MORNING

from petition_assignment.application.register_loading import Loaded, load_register
from petition_assignment.domain.errors import RegisterNotLoaded
from petition_assignment.domain.register_rows import RegisterFaulty
from workdays import Calendar


def test_the_first_register_is_version_one_and_is_published():
    desk = a_desk(None, MORNING)
    with pytest.raises(RegisterNotLoaded):
        desk.registers.current()
    assert load_register(desk, a_raw_register()) == Loaded(1, changed=True)
    (published,) = desk.registers.published
    assert (published.county_code, published.register_version) == ("640425", "2026.1")
    assert published.calendar_version == Calendar.published().version
    assert published.callers[0] == {"caller": "petition_bureau", "unit": "petition_bureau"}
    assert {"person_id": "keeper", "unit": "water_station", "roles": ["handler"]} in published.people
    assert published.categories == ["010701", "010702", "030101", "990101"]
    assert published.codes[0] == {"table": "problem_cause", "code": "01", "name": "政策规定不明确"}
    assert published.category_words == [{"category": "010702", "word": "水费"}]


def test_no_name_of_a_person_is_published():
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register())
    assert all(set(person) == {"person_id", "unit", "roles"} for person in desk.registers.published[0].people)


def test_mediators_are_published_by_id_and_none_by_name():
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register(mediators=MEDIATORS))
    (published,) = desk.registers.published
    assert published.mediators[2] == {
        "mediator_id": "M3",
        "kind": "lawyer",
        "township_code": None,
        "unit": "dept_housing",
        "categories": ["010702"],
        "listed_on": "2026-03-03",
        "delisted_on": "2026-03-06",
    }
    assert "调丙" not in str(published)


def test_every_post_of_a_township_is_told_held_or_vacant_and_no_warden_is_named():
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register(wardens=WARDENS))
    assert desk.registers.wardens["640425100"].posts == [
        {"tier": "big_grid", "code": "640425100001", "warden": "W1"},
        {"tier": "big_grid", "code": "640425100200", "warden": None},
        {"tier": "small_grid", "code": "640425100001-01", "warden": None},
        {"tier": "small_grid", "code": "640425100200-01", "warden": None},
        {"tier": "small_grid", "code": "640425100200-02", "warden": "W2"},
    ]
    assert [post["warden"] for post in desk.registers.wardens["640425208"].posts] == [None, None]


def test_a_register_without_wardens_says_nothing_of_any_post():
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register())
    assert [told.posts for told in desk.registers.wardens.values()] == [[], []]


def test_a_unit_without_a_system_of_its_own_is_no_caller():
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register())
    assert "water_station" not in {row["unit"] for row in desk.registers.published[0].callers}


def test_the_same_content_again_changes_nothing():
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register())
    assert load_register(desk, a_raw_register()) == Loaded(1, changed=False)
    assert len(desk.registers.published) == 1


@pytest.mark.parametrize(
    "changed",
    [
        with_other("people", "寅", "卯"),
        with_other("codes", "居民身份证", "身份证"),
        {"wardens": WARDENS},
        {"mediators": MEDIATORS},
        with_line("small_grids", "640425208202-02,草庙村二组,640425208202,group"),
        {"county": {**COUNTY, "settings": {"rating_window_days": 15}}},
    ],
)
def test_a_changed_register_is_the_next_version(changed: dict):
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register())
    assert load_register(desk, a_raw_register(**changed)) == Loaded(2, changed=True)
    assert desk.registers.current().version == 2


def test_a_faulty_register_leaves_the_one_in_force_alone():
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register())
    with pytest.raises(RegisterFaulty):
        load_register(desk, a_raw_register(**with_other("units", "dept_water,彭阳县水务局", "dept_water,")))
    assert desk.registers.latest()[0] == 1
