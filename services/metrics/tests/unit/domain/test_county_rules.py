"""The county's rules come from its register."""

import pytest
from metrics_asking import YEAR, YEAR_END
from metrics_memory import Memory
from metrics_story import Story

from petition_metrics.application.definitions import catalogue_in_force, rules_in_force
from petition_metrics.application.figures import figure
from petition_metrics.domain.county_rules import CountyRules


def test_before_any_register_the_defaults_hold(memory: Memory) -> None:
    assert rules_in_force(memory) == CountyRules()


@pytest.mark.parametrize(
    ("setting", "rule"),
    [
        ("collective_visit_from_people", "group_visit_persons"),
        ("large_visit_from_people", "large_visit_persons"),
        ("first_petition_look_back_days", "look_back_days"),
        ("rating_window_days", "rating_window_days"),
        ("public_small_cell", "small_cell"),
        ("public_figures_after_days", "publish_after_days"),
    ],
)
@pytest.mark.parametrize(
    ("value", "taken"), [(7, True), (1, True), (0, False), (-3, False), ("7", False), (True, False)]
)
def test_a_setting_of_the_register_is_the_rule(setting: str, rule: str, value: object, taken: bool) -> None:
    changed = vars(CountyRules.from_settings({setting: value, "mechanism_label": "1+1+3"}))
    assert changed[rule] == (value if taken else vars(CountyRules())[rule])
    assert {**changed, rule: None} == {**vars(CountyRules()), rule: None}


@pytest.mark.parametrize(("people", "counted"), [(6, 0), (7, 1)])
def test_the_registers_threshold_is_counted_by_at_once(story: Story, memory: Memory, people: int, counted: int) -> None:
    story.register("2026-01-01", settings={"collective_visit_from_people": 7})
    story.visit("640425202603010001", "2026-03-01", people)
    memory.hear(story.told)
    group_visits = catalogue_in_force(memory).find("group_visit_batches")
    assert "7人" in group_visits.definition_zh
    assert figure(group_visits, YEAR, None, YEAR_END, memory).numerator == counted
