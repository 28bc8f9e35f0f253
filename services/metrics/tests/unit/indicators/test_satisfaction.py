"""Follow-ups, ratings, participation, cases handled again."""

from collections.abc import Callable

import pytest
from metrics_asking import after_hearing
from metrics_memory import Memory
from metrics_story import Story

Tell = Callable[[Story], object]
CASE = "640425202603010001"


@pytest.mark.parametrize(
    ("tell", "counted"),
    [
        (lambda s: s.followed_up(CASE, "2026-03-25"), "1/1"),
        (lambda s: s.followed_up(CASE, "2027-02-01"), "1/1"),
        (lambda s: s.followed_up(CASE, "2026-03-25", None), "1/1"),
        (lambda s: s.followed_up(CASE, "2026-03-25", None, reached=False), "0/1"),
        (lambda s: None, "0/1"),
    ],
    ids=["followed up", "followed up later", "reached without a score", "not reached", "nobody asked"],
)
def test_a_closed_round_is_covered_when_the_petitioner_was_reached(story: Story, tell: Tell, counted: str) -> None:
    story.handled(CASE, "2026-03-20")
    tell(story)
    assert after_hearing(story, "follow_up_coverage") == counted


def test_settled_visits_are_followed_up_too_and_open_cases_are_not_counted(story: Story) -> None:
    story.visit(CASE, "2026-03-01")
    story.settled(CASE, "2026-03-01")
    story.followed_up(CASE, "2026-03-05")
    story.routed("640425202603010002", "2026-03-01")
    story.completed("640425202603010003", "2026-03-01")
    assert after_hearing(story, "follow_up_coverage") == "1/1"


def test_a_case_handled_again_has_to_be_followed_up_again(story: Story) -> None:
    story.handled(CASE, "2026-03-20")
    story.followed_up(CASE, "2026-03-22", "dissatisfied")
    story.rehandling_ordered(CASE, "2026-03-23")
    story.round_opened(CASE, "2026-03-23")
    assert after_hearing(story, "follow_up_coverage") == "1/1"
    story.handled(CASE, "2026-04-20", round=2)
    assert after_hearing(story, "follow_up_coverage") == "1/2"
    story.followed_up(CASE, "2026-04-22", "satisfied", round=2)
    assert after_hearing(story, "follow_up_coverage") == "2/2"
    assert after_hearing(story, "rehandling_rate") == "1/2"
    assert after_hearing(story, "follow_up_satisfaction_rate") == "1/2"


@pytest.mark.parametrize(
    ("score", "unit", "bureau"),
    [("satisfied", "1/1", "0/1"), ("basically_satisfied", "1/1", "0/1"), ("dissatisfied", "0/1", "0/1")],
)
def test_satisfied_and_basically_satisfied_count_as_content(story: Story, score: str, unit: str, bureau: str) -> None:
    story.handled(CASE, "2026-03-20")
    story.rated(CASE, "2026-03-25", unit=score, bureau="dissatisfied")
    assert after_hearing(story, "satisfaction_rate") == unit
    assert after_hearing(story, "bureau_satisfaction_rate") == bureau


def test_a_later_rating_leaves_the_earlier_rounds_rating_counted(story: Story) -> None:
    story.rated(CASE, "2026-03-25", unit="dissatisfied")
    story.rated(CASE, "2026-05-25", unit="satisfied", round=2)
    assert after_hearing(story, "satisfaction_rate") == "1/2"


@pytest.mark.parametrize("day", ["2025-12-31", "2027-01-01"])
def test_ratings_of_other_years_do_not_count(story: Story, day: str) -> None:
    story.rated(CASE, day)
    assert after_hearing(story, "satisfaction_rate") == "0/0"


@pytest.mark.parametrize(
    ("score", "reached", "counted"),
    [
        ("satisfied", True, "1/1"),
        ("basically_satisfied", True, "1/1"),
        ("dissatisfied", True, "0/1"),
        (None, True, "0/0"),
        (None, False, "0/0"),
    ],
)
def test_satisfaction_at_follow_up_counts_those_who_gave_a_score(
    story: Story, score: str | None, reached: bool, counted: str
) -> None:
    story.handled(CASE, "2026-03-20")
    story.followed_up(CASE, "2026-03-25", score, reached)
    assert after_hearing(story, "follow_up_satisfaction_rate") == counted


@pytest.mark.parametrize(
    ("tell", "as_of", "counted"),
    [
        (lambda s: s.rated(CASE, "2026-03-25"), "2026-03-26", "1/1"),
        (lambda s: None, "2026-04-19T12:00", "0/0"),
        (lambda s: None, "2026-04-20T12:00", "0/1"),
        (lambda s: s.rated(CASE, "2026-06-01"), "2026-06-02", "1/1"),
    ],
    ids=["rated", "still inside the window", "the window is over", "rated late"],
)
def test_who_has_not_rated_counts_only_when_the_thirty_days_are_over(
    story: Story, tell: Tell, as_of: str, counted: str
) -> None:
    story.registered(CASE, "2026-03-01")
    story.handled(CASE, "2026-03-20")
    tell(story)
    assert after_hearing(story, "participation", as_of) == counted


def test_who_files_without_a_name_cannot_rate_and_is_left_out(story: Story) -> None:
    story.registered(CASE, "2026-03-01", anonymous=True)
    story.handled(CASE, "2026-03-20")
    assert after_hearing(story, "participation") == "0/0"


def test_who_files_without_a_name_cannot_be_called_back_and_is_left_out(story: Story) -> None:
    story.registered(CASE, "2026-03-01", anonymous=True)
    story.handled(CASE, "2026-03-20")
    assert after_hearing(story, "follow_up_coverage") == "0/0"
    assert "follow_up_pending" not in Memory().hear(story.told).timelines[CASE]


def test_an_open_case_takes_no_part_in_participation(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.routed(CASE, "2026-03-20")
    assert after_hearing(story, "participation") == "0/0"


@pytest.mark.parametrize(
    ("tell", "counted"),
    [
        (lambda s: s.rehandling_ordered(CASE, "2026-03-26"), "1/1"),
        (lambda s: s.round_opened(CASE, "2026-03-26"), "1/1"),
        (lambda s: None, "0/1"),
    ],
    ids=["ordered", "opened", "neither"],
)
def test_a_round_was_handled_again_when_a_later_one_is_known(story: Story, tell: Tell, counted: str) -> None:
    story.handled(CASE, "2026-03-20")
    story.followed_up(CASE, "2026-03-25", "dissatisfied")
    tell(story)
    assert after_hearing(story, "rehandling_rate") == counted


def test_an_order_without_a_follow_up_does_not_count_as_led_to_by_one(story: Story) -> None:
    story.handled(CASE, "2026-03-20")
    story.rehandling_ordered(CASE, "2026-03-26")
    assert after_hearing(story, "rehandling_rate") == "0/0"


@pytest.mark.parametrize(
    ("as_of", "rated_on", "counted"),
    [("2026-04-19", None, "1"), ("2026-04-20", None, "0"), ("2026-04-19", "2026-03-25", "0")],
    ids=["on the last day", "the window is over", "rated"],
)
def test_what_is_still_to_be_rated_stands_in_a_list_as_long_as_it_can_be(
    story: Story, as_of: str, rated_on: str | None, counted: str
) -> None:
    story.registered(CASE, "2026-03-01")
    story.handled(CASE, "2026-03-20")
    if rated_on:
        story.rated(CASE, rated_on)
    assert after_hearing(story, "unrated", as_of) == counted
