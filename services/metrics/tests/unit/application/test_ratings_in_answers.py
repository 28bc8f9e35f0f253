"""Ratings are shown in sums alone: no timeline and no list of what was counted names a single one."""

from __future__ import annotations

import json
from datetime import date

import pytest
from metrics_asking import CATALOGUE, YEAR, YEAR_END
from metrics_memory import Memory
from metrics_story import Story

from petition_metrics.application.figures import counted_things
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.timeline import empty_timeline, fold_all
from petition_metrics.entrypoints import answers

CASE = "640425202603010001"
LEVELS = ("satisfied", "basically_satisfied", "dissatisfied")


@pytest.mark.parametrize("given", LEVELS)
def test_the_timeline_of_a_case_says_when_it_was_rated_and_not_how(given: str) -> None:
    story = Story()
    story.registered(CASE, "2026-03-01")
    story.handled(CASE, "2026-03-20")
    story.rated(CASE, "2026-03-21", given, given)
    folded = fold_all(empty_timeline(CASE), story.told)
    (kept,) = folded["rounds"]
    assert (kept["unit_rating"], kept["rated_on"]) == (given, date(2026, 3, 21).isoformat())

    shown = answers.timeline(folded, story.told)

    assert given not in json.dumps(shown)
    assert shown["facts"]["rounds"][0]["rated_on"] == "2026-03-21"


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("code", ["satisfaction_rate", "window_satisfaction_rate"])
def test_a_list_of_what_was_counted_names_no_rating(story: Story, memory: Memory, code: str, part: Part) -> None:
    story.registered(CASE, "2026-03-01")
    story.handled(CASE, "2026-03-20")
    story.rated(CASE, "2026-03-21")
    visit = "JD2026-000001"
    story.window_visit(visit, "2026-03-02")
    story.window_rated(visit, "2026-03-02", "satisfied")
    memory.hear(story.told)

    listed = counted_things(CATALOGUE.find(code), part, YEAR, None, YEAR_END, memory, 10, None)

    (shown,) = answers.counted(listed)["items"]
    assert not set(_names(shown)) & {"bureau_rating", "unit_rating", "rating"}
    assert "satisfied" not in json.dumps(shown)


def _names(shown: object) -> list[str]:
    if isinstance(shown, dict):
        return [*shown, *(name for value in shown.values() for name in _names(value))]
    return [name for one in shown for name in _names(one)] if isinstance(shown, list) else []
