"""第二十三条: a unit that declines for lack of power says which body has it, by code or in words."""

from typing import Any

import pytest
from assignment_world import CASE, World, a_declining

from petition_assignment.domain import competent_body_errors, errors, events
from petition_assignment.domain.paper_printing import printed


def test_the_unit_with_the_power_is_named_by_its_code_and_printed_by_its_name():
    world = World().signed().do(a_declining(competent_unit="dept_housing"), "water_handler")
    assert world.told(events.CaseDeclined)[0].competent_unit == "dept_housing"
    assert world.case.declination is not None and world.case.declination.competent_unit == "dept_housing"
    assert ("有权处理的机关、单位", "彭阳县住房和城乡建设局") in printed(world.papers[-1], CASE, world.register).parts


def test_a_body_that_is_not_on_the_register_is_named_in_words_that_stay_here():
    command = a_declining(competent_unit=None, competent_body="固原市自然资源局")
    world = World().signed().do(command, "water_handler")
    assert world.told(events.CaseDeclined)[0].competent_unit is None
    assert ("有权处理的机关、单位", "固原市自然资源局") in printed(world.papers[-1], CASE, world.register).parts


@pytest.mark.parametrize(
    ("changes", "refusal", "field"),
    [
        ({"competent_unit": None}, competent_body_errors.CompetentBodyRequired, "competent_unit"),
        ({"competent_body": "县住建局"}, competent_body_errors.CompetentBodyRequired, "competent_unit"),
        ({"competent_unit": None, "competent_body": " "}, errors.TextRequired, "competent_body"),
        ({"competent_unit": "dept_nowhere"}, errors.UnitUnknown, "competent_unit"),
        ({"competent_unit": "dept_water"}, competent_body_errors.CompetentUnitIsOneself, "competent_unit"),
        (
            {"reason_code": "N3", "competent_unit": "court_baiyang"},
            competent_body_errors.CompetentBodyNotAllowed,
            "competent_unit",
        ),
        (
            {"reason_code": "N3", "competent_body": "人民法院"},
            competent_body_errors.CompetentBodyNotAllowed,
            "competent_body",
        ),
    ],
)
def test_it_is_named_once_for_that_reason_alone(changes: dict[str, Any], refusal: type[errors.Refused], field: str):
    world = World().signed()
    with pytest.raises(refusal) as refused:
        world.do(a_declining(**changes), "water_handler")
    assert refused.value.field == field
    assert world.case.declination is None
