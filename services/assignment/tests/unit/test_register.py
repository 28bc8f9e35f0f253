"""Looking things up in the register."""

from dataclasses import replace

import pytest
from assignment_register import a_register

from petition_assignment.domain import errors
from petition_assignment.domain.petition import Place


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("640425208", ["640425208"]),
        ("640425208202-01", ["640425208202-01"]),
        ("草庙乡", ["640425208"]),
        ("周沟村", ["640425100200"]),
        ("周沟村委会", ["640425100200"]),
        ("周沟", ["640425100200", "640425100200-01", "640425100200-02"]),
        ("月球", []),
    ],
)
def test_places_are_found_by_code_by_name_or_by_part_of_a_name(text: str, codes: list[str]):
    assert [found.code for found in a_register().find_places(text)] == codes


def test_a_found_place_knows_what_it_lies_in():
    (found,) = a_register().find_places("草庙村一组")
    assert (found.level, found.path) == ("grid", ("草庙乡", "草庙村", "草庙村一组"))
    assert found.place == Place("640425208", "640425208202", "640425208202-01")


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (Place("1"), "1"),
        (Place("1", "12"), "12"),
        (Place("1", "12", "123"), "123"),
    ],
)
def test_the_code_of_a_place_is_that_of_its_smallest_area(place: Place, code: str):
    assert place.code == code


def test_what_is_not_on_the_register_is_named():
    register = a_register()
    with pytest.raises(errors.PlaceUnknown):
        register.place("9")
    with pytest.raises(errors.PlaceUnknown):
        register.township_unit("9")
    with pytest.raises(errors.CategoryUnknown):
        register.suggest("123456", Place("640425208"))
    with pytest.raises(errors.PersonUnknown):
        register.person("person", "nobody")
    with pytest.raises(errors.UnitUnknown):
        register.unit("nowhere")


def test_a_known_category_without_a_rule_for_it_is_refused():
    register = a_register()
    bare = replace(register, catalogue=())
    with pytest.raises(errors.NoRoutingRule):
        bare.suggest("010701", Place("640425208"))


def test_people_and_units_are_found():
    register = a_register()
    assert register.place("640425208").name == "草庙乡"
    assert register.person_or_none("water_head").post == "局长"
    assert register.person_or_none("nobody") is None
    assert register.person_or_none(None) is None
    assert register.bureau == "petition_bureau"


def test_a_joint_office_without_a_township_leaves_routing_to_the_bureau():
    register = a_register()
    units = tuple(replace(unit, township_code=None) if unit.kind == "joint_office" else unit for unit in register.units)
    assert replace(register, units=units).unit_that_must_route("joint_office_baiyang") == "petition_bureau"
