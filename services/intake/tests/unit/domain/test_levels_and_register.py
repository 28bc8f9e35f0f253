"""Levels of administration and the copy of the register."""

from __future__ import annotations

import pytest
from intake_register import (
    BUREAU,
    CITY,
    DEPARTMENT,
    HOTLINE,
    JOINT_OFFICE,
    PORTAL,
    REGION,
    STATE,
    TOWNSHIP,
    published,
    register,
)

from petition_intake.domain.errors import CompetentLevelRequired, UnitUnknown
from petition_intake.domain.levels import Level, skipped_a_level
from petition_intake.domain.register import CountySettings, read_register, unit_wording


@pytest.mark.parametrize(
    ("visited", "competent", "skipped"),
    [
        (Level.TOWNSHIP, None, False),
        (Level.COUNTY, None, False),
        (Level.COUNTY, Level.TOWNSHIP, False),
        (Level.CITY, Level.TOWNSHIP, True),
        (Level.CITY, Level.COUNTY, False),
        (Level.REGION, Level.COUNTY, True),
        (Level.REGION, Level.CITY, False),
        (Level.STATE, Level.CITY, True),
        (Level.STATE, Level.REGION, False),
        (Level.STATE, Level.STATE, False),
    ],
)
def test_a_visit_may_go_one_level_above_the_competent_one(
    visited: Level, competent: Level | None, skipped: bool
) -> None:
    assert skipped_a_level(visited, competent) is skipped


@pytest.mark.parametrize("visited", [Level.CITY, Level.REGION, Level.STATE])
def test_above_the_county_the_competent_level_must_be_known(visited: Level) -> None:
    with pytest.raises(CompetentLevelRequired):
        skipped_a_level(visited, None)


@pytest.mark.parametrize(
    ("unit", "level"),
    [
        (TOWNSHIP, Level.TOWNSHIP),
        (JOINT_OFFICE, Level.TOWNSHIP),
        (BUREAU, Level.COUNTY),
        (DEPARTMENT, Level.COUNTY),
        (HOTLINE, Level.COUNTY),
        (PORTAL, Level.COUNTY),
        (CITY, Level.CITY),
        (REGION, Level.REGION),
        (STATE, Level.STATE),
        ("unheard_of", Level.COUNTY),
    ],
)
def test_a_unit_registers_at_its_own_level(unit: str, level: Level) -> None:
    assert register().level_of(unit) is level


def test_the_register_knows_its_bureau_and_the_kinds_of_its_units() -> None:
    assert register().is_bureau(BUREAU)
    assert not register().is_bureau(TOWNSHIP)
    assert register().kind_of(PORTAL) == "portal"
    assert register().kind_of("unheard_of") is None


def test_a_unit_is_shown_by_its_name_and_by_its_code_where_none_is_known() -> None:
    nameless = read_register(1, published(units=[{"code": BUREAU, "kind": "bureau"}]))

    assert unit_wording(register(), BUREAU) == {"code": BUREAU, "zh": "彭阳县信访局", "en": BUREAU}
    assert unit_wording(register(), None) is None
    assert nameless.unit_name(BUREAU) == BUREAU
    assert nameless.unit_name("unheard_of") == "unheard_of"


def test_a_unit_must_be_on_the_register() -> None:
    register().check_unit(DEPARTMENT, "accused.unit")
    with pytest.raises(UnitUnknown):
        register().check_unit("unheard_of", "accused.unit")


def test_a_county_sets_its_rating_window_and_otherwise_has_thirty_days() -> None:
    assert CountySettings.read({}).rating_window_days == 30
    assert CountySettings.read({"rating_window_days": 15, "every_day_means": "working_day"}).rating_window_days == 15
    assert read_register(1, published(settings=None)).settings.rating_window_days == 30


def test_parents_and_categories_may_be_published_in_either_form() -> None:
    other = read_register(
        1,
        published(
            villages=[{"code": "v", "parent": "t"}],
            grids=[{"code": "g", "parent": "v"}],
            categories=[{"code": "010101"}],
        ),
    )

    assert other.parents == {"v": "t", "g": "v"}
    assert other.categories == {"010101"}
