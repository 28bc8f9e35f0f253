"""Leader-led cases: how many, how many closed, and the first two leaders' share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from metrics_asking import after_hearing
from metrics_story import Story, wire

from petition_metrics.domain.occurrence import SUPERVISION

CASE, OTHER, THIRD = "640425202603010001", "640425202603010002", "640425202603010003"
RATE, SHARE = "leader_case_resolution_rate", "top_leader_case_share"


def led(story: Story, case_no: str, on: str, top: bool = False) -> None:
    story.registered(case_no, "2026-01-05")
    by = {"leader": "P0001" if top else "P0003", "top_leader": top, "mark": "key_matter", "mark_since": None}
    story.tell(SUPERVISION, "leader_assigned", case_no, on, **by, assigned_by="P0018", assigned_at=wire(on))


def closed(story: Story, case_no: str, on: str) -> None:
    by = {"leader": "P0001", "top_leader": True, "mark": "key_matter", "result": "resolved", "closed_by": "P0018"}
    story.tell(SUPERVISION, "leader_case_closed", case_no, on, **by, closed_at=wire(on))


def handed_over(story: Story, case_no: str, on: str, top: bool) -> None:
    people = {"from_leader": "P0003", "to_leader": "P0002", "top_leader": top, "handed_over_by": "P0018"}
    story.tell(SUPERVISION, "leader_handed_over", case_no, on, **people, handed_over_at=wire(on))


@pytest.mark.parametrize(
    ("tell", "cases", "rate"),
    [
        (lambda s: None, "0", "0/0"),
        (lambda s: led(s, CASE, "2026-03-01"), "1", "0/1"),
        (lambda s: (led(s, CASE, "2026-03-01"), closed(s, CASE, "2026-06-01")), "1", "1/1"),
        (lambda s: led(s, CASE, "2025-12-31"), "0", "0/0"),
    ],
    ids=["none", "open", "closed", "the year before"],
)
def test_a_case_counts_from_the_day_a_leader_took_it_over(
    story: Story, tell: Callable[[Story], object], cases: str, rate: str
) -> None:
    story.registered(OTHER, "2026-03-01")
    tell(story)
    assert (after_hearing(story, "leader_cases"), after_hearing(story, RATE)) == (cases, rate)


def test_the_first_two_leaders_share_is_by_who_answers_now(story: Story) -> None:
    led(story, CASE, "2026-03-01", top=True)
    led(story, OTHER, "2026-03-02")
    led(story, THIRD, "2026-03-03")
    assert after_hearing(story, SHARE) == "1/3"
    handed_over(story, OTHER, "2026-04-01", top=True)
    handed_over(story, CASE, "2026-04-01", top=False)
    handed_over(story, THIRD, "2026-04-01", top=True)
    assert after_hearing(story, SHARE) == "2/3"
