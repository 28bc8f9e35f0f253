"""Resolved at once, and resolved near home."""

from collections.abc import Callable

import pytest
from metrics_asking import after_hearing
from metrics_story import Story

Tell = Callable[[Story], object]
CASE, LATER = "640425202603010001", "640425202605010001"


def again(on: str) -> Tell:
    """The same person files the same matter again."""
    return lambda s: (s.registered(LATER, on), s.linked(LATER, on, repeat_of=CASE))


@pytest.mark.parametrize(
    ("tell", "counted"),
    [
        (lambda s: None, "1/1"),
        (again("2026-06-18"), "0/1"),
        (again("2026-06-19"), "1/1"),
        (again("2026-03-10"), "0/1"),
        (lambda s: (again("2026-04-01")(s), s.linked(LATER, "2026-04-02")), "1/1"),
        (lambda s: s.rehandling_ordered(CASE, "2026-04-01"), "0/1"),
        (lambda s: s.review_requested(CASE, "2026-04-19"), "0/1"),
        (lambda s: s.review_requested(CASE, "2026-06-18"), "0/1"),
        (lambda s: s.review_requested(CASE, "2026-06-19"), "1/1"),
    ],
    ids=[
        "nothing came after",
        "filed again on the last day of looking back",
        "filed again a day after",
        "filed again while in hand",
        "another matter after all",
        "handled again",
        "a review was asked for",
        "a review was asked for on the last day of looking back",
        "a review was asked for a day after",
    ],
)
def test_a_first_petition_is_resolved_at_once_when_it_does_not_come_back(
    story: Story, tell: Tell, counted: str
) -> None:
    story.registered(CASE, "2026-03-01")
    story.linked(CASE, "2026-03-01")
    story.handled(CASE, "2026-03-20")
    tell(story)
    assert after_hearing(story, "first_visit_one_time_resolution") == counted


@pytest.mark.parametrize(("as_of", "counted"), [("2026-06-18", "0/0"), ("2026-06-19", "1/1")])
def test_a_first_petition_counts_when_ninety_days_have_passed(story: Story, as_of: str, counted: str) -> None:
    story.registered(CASE, "2026-03-01")
    story.linked(CASE, "2026-03-01")
    story.handled(CASE, "2026-03-20")
    assert after_hearing(story, "first_visit_one_time_resolution", as_of) == counted


@pytest.mark.parametrize(
    "tell",
    [
        lambda s: s.linked(CASE, "2026-03-01", repeat_of="640425202501010001"),
        lambda s: None,
    ],
    ids=["a repeat", "not yet decided"],
)
def test_only_first_petitions_count(story: Story, tell: Tell) -> None:
    story.registered(CASE, "2026-03-01")
    tell(story)
    story.handled(CASE, "2026-03-20")
    assert after_hearing(story, "first_visit_one_time_resolution") == "0/0"


def test_a_visit_settled_on_the_spot_is_answered_by_that(story: Story) -> None:
    story.visit(CASE, "2026-03-01")
    story.linked(CASE, "2026-03-01")
    story.settled(CASE, "2026-03-01")
    assert after_hearing(story, "first_visit_one_time_resolution") == "1/1"


@pytest.mark.parametrize("level", ["village", "township", "county"])
def test_a_round_is_closed_at_one_level(story: Story, level: str) -> None:
    story.handled(CASE, "2026-03-20", level)
    story.visit(LATER, "2026-05-01")
    story.settled(LATER, "2026-05-01", level="county")
    story.completed("640425202605010002", "2026-05-01", level)
    shares = {one: after_hearing(story, f"closed_at_{one}_share") for one in ("village", "township", "county")}
    expected = dict.fromkeys(("village", "township"), "0/2") | {"county": "1/2"}
    expected[level] = "2/2" if level == "county" else "1/2"
    assert shares == expected


def test_what_was_settled_in_a_grid_was_settled_in_its_village_too(story: Story) -> None:
    story.handled(CASE, "2026-03-20", "grid")
    story.visit(LATER, "2026-05-01")
    story.settled(LATER, "2026-05-01", level="village")
    shares = {one: after_hearing(story, f"closed_at_{one}_share") for one in ("grid", "village", "township")}
    assert shares == {"grid": "1/2", "village": "2/2", "township": "0/2"}


@pytest.mark.parametrize(
    ("level", "above", "township"), [("re_review", "1/1", "0/1"), ("review", "0/1", "1/1")], ids=["复核", "复查"]
)
def test_what_a_re_review_answered_was_settled_above(story: Story, level: str, above: str, township: str) -> None:
    story.registered(CASE, "2026-03-01")
    story.handled(CASE, "2026-03-20")
    story.re_reviewed(CASE, "2026-05-20", level)
    assert after_hearing(story, "closed_at_above_share") == above
    assert after_hearing(story, "closed_at_township_share") == township


@pytest.mark.parametrize(
    ("filed", "closed", "counted"),
    [
        ("county", "county", "1/1"),
        ("county", "village", "1/1"),
        ("township", "grid", "1/1"),
        ("township", "township", "1/1"),
        ("township", "county", "0/1"),
        ("state", "county", "1/1"),
    ],
)
def test_settled_where_it_was_filed_means_no_higher(story: Story, filed: str, closed: str, counted: str) -> None:
    story.registered(CASE, "2026-03-01", registered_level=filed)
    story.handled(CASE, "2026-03-20", closed)
    assert after_hearing(story, "closed_where_filed_share") == counted
