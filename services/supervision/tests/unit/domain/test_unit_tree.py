"""To whom a reminder goes besides the unit, and who sees whose deadlines."""

from __future__ import annotations

import pytest
from supervision_builders import BUREAU, HANDLER, LEADERSHIP, TOWNSHIP, UNITS

from petition_supervision.domain.unit_tree import Unit, UnitTree


@pytest.mark.parametrize(
    ("unit", "addressee"),
    [
        (HANDLER, LEADERSHIP),
        ("joint_office_caomiao", TOWNSHIP),
        (BUREAU, LEADERSHIP),
        ("dept_tax", BUREAU),
        (LEADERSHIP, BUREAU),
        ("a_unit_that_is_not_registered", BUREAU),
    ],
)
def test_somebody_besides_the_unit_is_always_told(unit: str, addressee: str) -> None:
    assert UNITS.escalation_of(unit) == addressee


def test_without_a_register_the_bureau_is_told() -> None:
    assert UnitTree().escalation_of(HANDLER) == BUREAU


def test_the_bureau_is_the_unit_of_that_kind_whatever_its_code() -> None:
    assert UnitTree({"xinfangju": Unit("bureau")}).bureau == "xinfangju"


@pytest.mark.parametrize(
    ("unit", "sees_all"),
    [(BUREAU, True), (LEADERSHIP, True), (HANDLER, False), (TOWNSHIP, False), ("unregistered", False)],
)
def test_the_bureau_and_the_leadership_see_all_units_others_their_own(unit: str, sees_all: bool) -> None:
    assert UNITS.sees_all(unit) is sees_all


def test_without_a_register_the_bureau_alone_sees_all() -> None:
    assert UnitTree().sees_all(BUREAU) is True
    assert UnitTree().sees_all(HANDLER) is False
