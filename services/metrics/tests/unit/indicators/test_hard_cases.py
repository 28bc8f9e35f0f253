"""At which level hard cases were settled: 骨头案、钉子案解决在基层."""

from __future__ import annotations

import pytest
from metrics_asking import CATALOGUE, after_hearing, listed
from metrics_memory import Memory
from metrics_story import Story, wire

from petition_metrics.domain.indicator import Part
from petition_metrics.domain.occurrence import SUPERVISION

CASE, OTHER = "640425202603010001", "640425202603010002"
LEVELS = ("grid", "village", "township", "county", "above")
SHARE = "hard_cases_settled_near_home_share"


def marked(story: Story, case_no: str, mark: str = "hard_case") -> None:
    story.registered(case_no, "2026-01-05")
    by = {"leader": "P0003", "top_leader": False, "mark": mark, "mark_since": "2025-01-01"}
    told = {**by, "assigned_by": "P0018", "assigned_at": wire("2026-01-06")}
    story.tell(SUPERVISION, "leader_assigned", case_no, "2026-01-06", **told)


@pytest.mark.parametrize(
    ("level", "share"),
    [("grid", "1/1"), ("village", "1/1"), ("township", "1/1"), ("county", "0/1")],
)
def test_a_hard_case_is_settled_at_one_level(story: Story, level: str, share: str) -> None:
    marked(story, CASE)
    story.handled(CASE, "2026-03-20", level)

    counted = {one: after_hearing(story, f"hard_cases_settled_at_{one}") for one in LEVELS}

    assert counted == {**dict.fromkeys(LEVELS, "0"), level: "1"}
    assert after_hearing(story, SHARE) == share


def test_what_a_re_review_answered_was_settled_above(story: Story) -> None:
    marked(story, CASE)
    story.handled(CASE, "2026-03-20", "township")
    story.re_reviewed(CASE, "2026-05-20", "re_review")

    assert after_hearing(story, "hard_cases_settled_at_above") == "1"
    assert after_hearing(story, SHARE) == "0/1"


def test_a_key_matter_and_an_open_hard_case_are_left_out(story: Story) -> None:
    marked(story, CASE, "key_matter")
    story.handled(CASE, "2026-03-20", "village")
    marked(story, OTHER)

    assert after_hearing(story, SHARE) == "0/0"


def test_a_hard_case_is_counted_where_its_last_round_settled_it_and_not_while_it_is_handled_again(story: Story) -> None:
    marked(story, CASE)
    story.handled(CASE, "2026-03-20", "village")
    story.rehandling_ordered(CASE, "2026-04-01")
    story.round_opened(CASE, "2026-04-01")
    assert after_hearing(story, SHARE) == "0/0"

    story.handled(CASE, "2026-05-01", "county", round=2)
    assert after_hearing(story, SHARE) == "0/1"
    assert after_hearing(story, "hard_cases_settled_at_village") == "0"


@pytest.mark.parametrize(("part", "cases"), [(Part.NUMERATOR, [CASE]), (Part.DENOMINATOR, [CASE, OTHER])])
def test_the_list_behind_the_share_is_as_long_as_the_figure(story: Story, part: Part, cases: list[str]) -> None:
    for case_no, level in ((CASE, "township"), (OTHER, "county")):
        marked(story, case_no)
        story.handled(case_no, "2026-03-20", level)

    counted, things = listed(Memory().hear(story.told), CATALOGUE.find(SHARE), part)

    assert (counted, [case_no for case_no, _ in things]) == (len(cases), cases)
