"""Handling rounds and statutory clocks of a case."""

from typing import Any

from metrics_story import Story, after, wire

from petition_metrics.domain.occurrence import ASSIGNMENT, SUPERVISION
from petition_metrics.domain.timeline import Timeline, empty_timeline, fold_all

CASE = "640425202603010001"


def timeline_of(story: Story) -> Timeline:
    return fold_all(empty_timeline(CASE), story.told)


def rounds_of(story: Story) -> list[dict[str, Any]]:
    return list(timeline_of(story)["rounds"])


def test_a_round_is_closed_by_the_bureau_and_not_by_the_unit(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.completed(CASE, "2026-03-20")
    assert "closed_on" not in rounds_of(story)[0]
    story.confirmed(CASE, "2026-03-25")
    assert rounds_of(story)[0]["closed_on"] == "2026-03-25"


def test_a_returned_completion_no_longer_stands(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.completed(CASE, "2026-03-20")
    story.tell(ASSIGNMENT, "case_returned", CASE, "2026-03-21", round=1)
    story.tell(ASSIGNMENT, "case_returned", CASE, "2026-03-22", round=1)
    (only,) = rounds_of(story)
    assert "completed_on" not in only
    assert only["returns"] == 2


def test_settlement_on_the_spot_closes_the_first_round(story: Story) -> None:
    story.visit(CASE, "2026-03-01")
    story.settled(CASE, "2026-03-01", level="village")
    (only,) = rounds_of(story)
    assert (only["closed_on"], only["closed_by"], only["level"], only["round"]) == (
        "2026-03-01",
        "settlement",
        "village",
        1,
    )


def test_a_round_is_followed_up_when_the_petitioner_is_reached_and_keeps_the_last_score(story: Story) -> None:
    story.handled(CASE, "2026-03-20")
    story.followed_up(CASE, "2026-03-21", None, reached=False)
    assert "followed_up_on" not in rounds_of(story)[0]
    assert timeline_of(story)["follow_up_pending"]
    story.followed_up(CASE, "2026-03-22", "dissatisfied")
    story.followed_up(CASE, "2026-03-25", None)
    story.followed_up(CASE, "2026-03-28", "satisfied")
    (only,) = rounds_of(story)
    assert (only["followed_up_on"], only["follow_up_score"], only["follow_up_attempts"]) == (
        "2026-03-22",
        "satisfied",
        4,
    )
    assert "follow_up_pending" not in timeline_of(story)


def test_each_round_has_its_own_closing_follow_up_and_rating(story: Story) -> None:
    story.handled(CASE, "2026-03-20")
    story.followed_up(CASE, "2026-03-22", "dissatisfied")
    story.rated(CASE, "2026-03-23", "dissatisfied")
    story.rehandling_ordered(CASE, "2026-03-24")
    story.round_opened(CASE, "2026-03-24")
    assert "follow_up_pending" not in timeline_of(story)
    story.handled(CASE, "2026-04-20", round=2)
    assert timeline_of(story)["follow_up_pending"]
    story.followed_up(CASE, "2026-04-22", "satisfied", round=2)
    story.rated(CASE, "2026-04-23", "satisfied", round=2)
    first, second = rounds_of(story)
    assert (first["unit_rating"], first["rehandled"]) == ("dissatisfied", True)
    assert (second["unit_rating"], second["follow_up_score"]) == ("satisfied", "satisfied")
    assert "rehandled" not in second
    assert timeline_of(story)["rehandled"]


def test_a_withdrawn_or_declined_case_awaits_no_follow_up(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.withdrawn(CASE, "2026-03-02")
    assert "follow_up_pending" not in timeline_of(story)


def test_a_clock_belongs_to_the_last_day_that_is_in_time(story: Story) -> None:
    story.clock_started(CASE, "2026-03-01", "K3", "2026-03-31")
    (clock,) = timeline_of(story)["clocks"]
    assert (clock["started_on"], clock["due_on"]) == ("2026-03-01", "2026-03-31")
    assert "met" not in clock


def test_a_moved_limit_moves_the_day_and_a_stopped_clock_tells_whether_it_was_met(story: Story) -> None:
    story.clock_started(CASE, "2026-03-01", "K5", "2026-04-30")
    story.tell(ASSIGNMENT, "clock_moved", CASE, "2026-04-20", clock_id="K5", due_at=wire(after("2026-05-30")))
    story.tell(ASSIGNMENT, "clock_paused", CASE, "2026-04-21", clock_id="K5")
    story.clock_stopped(CASE, "2026-05-10", "K5", met=True)
    (clock,) = timeline_of(story)["clocks"]
    assert (clock["due_on"], clock["stopped_on"], clock["met"]) == ("2026-05-30", "2026-05-10", True)


def test_a_limit_that_stood_still_for_a_hearing_ends_later(story: Story) -> None:
    story.clock_started(CASE, "2026-03-01", "K10", "2026-03-31")
    story.tell(ASSIGNMENT, "clock_paused", CASE, "2026-03-21", clock_id="K10")
    story.tell(ASSIGNMENT, "clock_resumed", CASE, "2026-03-23", clock_id="K10", due_at=wire(after("2026-04-03")))
    story.clock_stopped(CASE, "2026-04-02", "K10", met=True)
    (clock,) = timeline_of(story)["clocks"]
    assert (clock["kind"], clock["due_on"], clock["met"]) == ("K10", "2026-04-03", True)


def test_a_duty_past_its_limit_is_overdue_until_it_is_done_moved_or_lifted(story: Story) -> None:
    story.clock_started(CASE, "2026-03-01", "K3", "2026-03-16")
    story.clock_started(CASE, "2026-03-01", "K4", "2026-03-06", nature="right")
    assert "overdue" not in timeline_of(story)
    story.missed(CASE, "2026-03-17", "K3", "2026-03-16")
    story.missed(CASE, "2026-03-17", "K4", "2026-03-06")
    assert timeline_of(story)["overdue"] == ["K3"]
    story.tell(ASSIGNMENT, "clock_moved", CASE, "2026-03-18", clock_id="K3", due_at=wire(after("2026-03-20")))
    assert "overdue" not in timeline_of(story)
    story.missed(CASE, "2026-03-21", "K3", "2026-03-20")
    assert timeline_of(story)["overdue"] == ["K3"]
    story.clock_stopped(CASE, "2026-03-22", "K3", met=False)
    assert "overdue" not in timeline_of(story)


def test_a_lifted_miss_no_longer_counts_but_only_the_one_that_was_meant(story: Story) -> None:
    story.clock_started(CASE, "2026-03-01", "K3", "2026-03-16")
    story.missed(CASE, "2026-03-17", "K3", "2026-03-16")
    story.tell(SUPERVISION, "deadline_miss_lifted", CASE, "2026-03-17", clock_id="K3", due_at=wire(after("2026-03-01")))
    assert timeline_of(story)["overdue"] == ["K3"]
    story.tell(SUPERVISION, "deadline_miss_lifted", CASE, "2026-03-17", clock_id="K3", due_at=wire(after("2026-03-16")))
    assert "overdue" not in timeline_of(story)


def test_what_is_told_of_a_clock_before_its_start_is_heard_waits_for_it(story: Story) -> None:
    story.missed(CASE, "2026-03-17", "K3", "2026-03-16")
    assert timeline_of(story)["clocks"] == []
    story.clock_started(CASE, "2026-03-01", "K3", "2026-03-16")
    assert timeline_of(story)["overdue"] == ["K3"]
