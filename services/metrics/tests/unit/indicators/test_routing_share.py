"""The county's share of the 15 days for what came down from above, as a share within the target."""

from __future__ import annotations

import pytest
from metrics_asking import after_hearing
from metrics_beside import listed_from_above
from metrics_story import CAOMIAO, Story, wire

from petition_metrics.domain.occurrence import ASSIGNMENT

CASE = "640425202603010001"
CODE = "handed_down_routed_within_share"


def routed(story: Story, on: str) -> None:
    told = {"unit": CAOMIAO, "mode": "assign", "routed_at": wire(on), "round": 1}
    story.tell(ASSIGNMENT, "case_routed", CASE, on, **told)


@pytest.mark.parametrize(("on", "share"), [("2026-03-05", "1/1"), ("2026-03-06", "0/1")])
def test_routed_on_the_last_day_of_the_target_or_after_it(story: Story, on: str, share: str) -> None:
    story.handed_down(CASE, "2026-03-01")
    listed_from_above(story, CASE, "2026-03-01", "2026-03-05")
    routed(story, on)
    assert after_hearing(story, CODE) == share


@pytest.mark.parametrize(("as_of", "share"), [("2026-03-05T23:59", "0/0"), ("2026-03-06T00:00", "0/1")])
def test_what_is_not_routed_counts_when_the_target_is_over(story: Story, as_of: str, share: str) -> None:
    story.handed_down(CASE, "2026-03-01")
    listed_from_above(story, CASE, "2026-03-01", "2026-03-05")
    assert after_hearing(story, CODE, as_of=as_of) == share


def test_missing_the_target_is_no_breach_of_the_fifteen_days(story: Story) -> None:
    story.handed_down(CASE, "2026-03-01")
    before = {code: after_hearing(story, code) for code in ("timely_routing", "routing_overdue")}
    listed_from_above(story, CASE, "2026-03-01", "2026-03-05")
    assert {code: after_hearing(story, code) for code in before} == before
