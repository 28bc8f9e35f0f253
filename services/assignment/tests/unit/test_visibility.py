"""Who may read a case, and whose cases a list shows."""

import pytest
from assignment_world import World, a_responsibility

from petition_assignment.domain.errors import SomeoneElsesCase
from petition_assignment.domain.visibility import check_may_read, unit_to_list


@pytest.mark.parametrize(
    ("person", "may"),
    [
        ("water_handler", True),
        ("dispatcher", True),
        ("caller1", True),
        ("leader1", True),
        ("auditor", True),
        ("housing_head", False),
        ("caomiao_head", False),
        ("keeper", True),
    ],
)
def test_a_case_is_read_by_those_it_concerns_and_by_overseers(person: str, may: bool):
    world = World().accepted().do(a_responsibility(station="water_station", person="keeper"), "water_handler")
    if may:
        check_may_read(world.case, world.officer(person))
    else:
        with pytest.raises(SomeoneElsesCase):
            check_may_read(world.case, world.officer(person))


def test_before_anybody_is_responsible_a_station_does_not_read_it():
    world = World().accepted()
    with pytest.raises(SomeoneElsesCase):
        check_may_read(world.case, world.officer("keeper"))


@pytest.mark.parametrize(
    ("person", "asked", "shown"),
    [
        ("water_head", None, "dept_water"),
        ("water_head", "dept_water", "dept_water"),
        ("dispatcher", None, None),
        ("dispatcher", "dept_water", "dept_water"),
        ("leader1", "dept_water", "dept_water"),
    ],
)
def test_a_list_shows_ones_own_unit_and_to_overseers_any(person: str, asked: str | None, shown: str | None):
    assert unit_to_list(asked, World().officer(person), "petition_bureau") == shown


def test_another_units_list_is_refused():
    with pytest.raises(SomeoneElsesCase) as refused:
        unit_to_list("dept_housing", World().officer("water_head"), "petition_bureau")
    assert refused.value.field == "unit"
