"""《信访工作条例》第二十五条: how many matters were urgent, and whether they were reported in time."""

from __future__ import annotations

import pytest
from metrics_asking import CATALOGUE, after_hearing
from metrics_beside import marked_urgent, reported_urgent
from metrics_story import Story

ONE, TWO = "JJ2026-0001", "JJ2026-0002"


def test_a_matter_is_counted_once_and_its_two_reports_apart(story: Story) -> None:
    marked_urgent(story, ONE, "2026-03-01T09:00", "2026-03-01T13:00")
    marked_urgent(story, TWO, "2026-03-02T09:00", "2026-03-02T13:00")
    reported_urgent(story, ONE, "2026-03-01T10:00", True)
    reported_urgent(story, ONE, "2026-03-01T12:00", True, upwards=True)
    reported_urgent(story, TWO, "2026-03-02T13:00", False)

    assert after_hearing(story, "urgent_matters") == "2"
    assert after_hearing(story, "urgent_reports_on_time") == "2/4"


@pytest.mark.parametrize(("due", "counted"), [("2026-03-01T13:00", "0/2"), ("2027-06-01T00:00", "0/0")])
def test_a_report_that_was_not_made_counts_when_its_time_is_over(story: Story, due: str, counted: str) -> None:
    marked_urgent(story, ONE, "2026-03-01T09:00", due)

    assert after_hearing(story, "urgent_reports_on_time") == counted


def test_an_urgent_matter_is_never_taken_for_a_case(story: Story) -> None:
    story.registered("640425202603010001", "2026-03-01")
    others = [one for one in CATALOGUE.indicators if one.counted.value != "urgent_reports"]
    before = {one.code: after_hearing(story, one.code) for one in others if not one.counted.of_register}
    marked_urgent(story, ONE, "2026-03-01T09:00", "2026-03-01T13:00")
    reported_urgent(story, ONE, "2026-03-01T13:00", False)

    assert {code: after_hearing(story, code) for code in before} == before
