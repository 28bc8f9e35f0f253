"""Filings by channel, repeats, matters handed down."""

from collections.abc import Callable

import pytest
from metrics_asking import after_hearing
from metrics_story import Story

Tell = Callable[[Story], object]
CASE, OTHER = "640425202603010001", "640425202603010002"
CHANNELS = ("letter", "visit", "call", "web", "fax", "handed_down", "hotline")


@pytest.mark.parametrize("channel", CHANNELS)
def test_each_filing_counts_in_the_total_and_under_its_own_channel_alone(story: Story, channel: str) -> None:
    story.registered(CASE, "2026-03-01", channel=channel, headcount=9)
    story.registered(OTHER, "2025-03-01", channel=channel)
    assert after_hearing(story, "filings_total") == "1"
    counted = {one: after_hearing(story, f"filings_{one}") for one in CHANNELS}
    assert counted == {one: "1" if one == channel else "0" for one in CHANNELS}


def test_person_times_of_all_filings_are_the_sum_of_their_petitioners(story: Story) -> None:
    story.registered(CASE, "2026-03-01", channel="letter", headcount=3)
    story.visit(OTHER, "2026-03-01", 6)
    story.visit("640425202503010001", "2025-12-31", 40)
    assert (after_hearing(story, "filings_total"), after_hearing(story, "filings_persons")) == ("2", "9")


def test_share_of_web_filings(story: Story) -> None:
    story.registered(CASE, "2026-03-01", channel="web")
    story.registered(OTHER, "2026-03-01", channel="letter")
    assert after_hearing(story, "web_share") == "1/2"


@pytest.mark.parametrize(
    ("tell", "counted"),
    [
        (lambda s: s.linked(OTHER, "2026-03-02", repeat_of=CASE), "1/2"),
        (lambda s: s.linked(OTHER, "2026-03-02"), "0/2"),
        (lambda s: None, "0/2"),
        (lambda s: (s.linked(OTHER, "2026-03-02", CASE), s.linked(OTHER, "2026-03-03")), "0/2"),
    ],
    ids=["decided a repeat", "decided a first filing", "not yet decided", "decided anew"],
)
def test_a_filing_is_a_repeat_when_a_person_decided_so(story: Story, tell: Tell, counted: str) -> None:
    story.registered(CASE, "2026-03-01")
    story.registered(OTHER, "2026-03-02")
    tell(story)
    assert after_hearing(story, "repeat_rate") == counted


@pytest.mark.parametrize(
    ("tell", "from_state_or_region", "from_any_level"),
    [
        (lambda s: s.handed_down(CASE, "2026-03-01", "state"), "1", "1"),
        (lambda s: s.handed_down(CASE, "2026-03-01", "region"), "1", "1"),
        (lambda s: s.handed_down(CASE, "2026-03-01", "city"), "0", "1"),
        (lambda s: s.handed_down(CASE, "2025-12-31", "state"), "0", "0"),
        (lambda s: s.registered(CASE, "2026-03-01"), "0", "0"),
    ],
    ids=["state", "region", "city", "the year before", "not handed down"],
)
def test_matters_handed_down(story: Story, tell: Tell, from_state_or_region: str, from_any_level: str) -> None:
    tell(story)
    assert after_hearing(story, "handed_down") == from_state_or_region
    assert after_hearing(story, "handed_down_all_levels") == from_any_level


@pytest.mark.parametrize(
    ("level", "result", "resolved", "rate"),
    [
        ("state", "resolved", "1", "1/1"),
        ("state", "explained", "0", "0/1"),
        ("state", None, "0", "0/1"),
        ("city", "resolved", "0", "0/0"),
    ],
)
def test_a_matter_is_resolved_when_it_was_reported_up_as_resolved(
    story: Story, level: str, result: str | None, resolved: str, rate: str
) -> None:
    story.handed_down(CASE, "2026-03-01", level)
    story.handled(CASE, "2026-04-01")
    if result:
        story.reported(CASE, "2026-05-01", result)
    assert after_hearing(story, "handed_down_resolved") == resolved
    assert after_hearing(story, "handed_down_resolution_rate") == rate
