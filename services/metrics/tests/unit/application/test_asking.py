"""Whose figures and cases an asker sees."""

import pytest
from metrics_story import BUREAU, CAOMIAO

from petition_metrics.application.asking import Asker
from petition_metrics.domain.errors import NotYourCase, OutsideScope

OTHER = "township_chengyang"
HANDLED = {"unit": OTHER, "units": [CAOMIAO, OTHER], "registered_by_unit": BUREAU}


@pytest.mark.parametrize(
    "asker",
    [
        Asker(BUREAU),
        Asker(BUREAU, frozenset({"dispatcher"})),
        Asker("county_leadership", frozenset({"county_leader"})),
        Asker("dept_audit", frozenset({"auditor"})),
    ],
)
def test_the_bureau_county_leaders_and_auditors_see_the_county_and_any_unit(asker: Asker) -> None:
    assert asker.unit_to_read(None) is None
    assert asker.unit_to_read(CAOMIAO) == CAOMIAO
    asker.check_case({"unit": OTHER})


@pytest.mark.parametrize("roles", [frozenset(), frozenset({"unit_head", "handler"}), frozenset({"township_leader"})])
def test_every_other_unit_sees_itself_alone(roles: frozenset[str]) -> None:
    asker = Asker(CAOMIAO, roles)
    assert asker.unit_to_read(None) == CAOMIAO
    assert asker.unit_to_read(CAOMIAO) == CAOMIAO
    with pytest.raises(OutsideScope):
        asker.unit_to_read(OTHER)


def test_a_unit_sees_the_cases_it_registered_or_was_ever_in_charge_of() -> None:
    Asker(CAOMIAO).check_case(HANDLED)
    Asker(OTHER).check_case(HANDLED)
    Asker("dept_housing").check_case({"registered_by_unit": "dept_housing"})
    with pytest.raises(NotYourCase):
        Asker("dept_housing").check_case(HANDLED)
