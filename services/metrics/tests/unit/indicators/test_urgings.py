"""Notices that urge a unit: how many were issued, and how many of them were followed."""

from __future__ import annotations

import pytest
from metrics_asking import CATALOGUE, after_hearing, listed
from metrics_memory import Memory
from metrics_story import BUREAU, CAOMIAO, Story, wire

from petition_metrics.domain.indicator import Part
from petition_metrics.domain.occurrence import SUPERVISION

CASE = "640425202603010001"
FIRST, SECOND, THIRD = "CB2026-0001", "CB2026-0002", "CB2026-0003"


def urged(story: Story, urging_no: str, on: str, end: str | None = None, unit: str = CAOMIAO) -> None:
    about = {"urging_no": urging_no, "case_no": CASE, "unit": unit}
    limit = {"clock_id": "K5", "kind": "K5", "copied_to": BUREAU, "due_at": wire(on), "round": 1}
    story.tell(SUPERVISION, "urging_issued", urging_no, on, about_a_case=False, **about, **limit, issued_at=wire(on))
    if end is not None:
        told = {"answered_by": "P050", "answered_at": wire(on)}
        story.tell(SUPERVISION, "urging_answered", urging_no, on, about_a_case=False, **about, **told)
        story.tell(SUPERVISION, "urging_ended", urging_no, on, about_a_case=False, **about, end=end, ended_at=wire(on))


@pytest.mark.parametrize(
    ("end", "issued", "done"),
    [(None, "1", "0/1"), ("done_late", "1", "1/1"), ("withdrawn", "0", "0/0")],
    ids=["open", "done", "taken back"],
)
def test_a_notice_counts_unless_it_was_taken_back(story: Story, end: str | None, issued: str, done: str) -> None:
    urged(story, FIRST, "2026-03-18", end)
    assert (after_hearing(story, "urgings"), after_hearing(story, "urgings_done_rate")) == (issued, done)


def test_a_notice_counts_in_the_year_it_was_issued_and_with_the_unit_it_urges(story: Story) -> None:
    urged(story, FIRST, "2025-12-31", "done_late")
    urged(story, SECOND, "2026-01-01", "done_late")
    urged(story, THIRD, "2026-03-18", unit="dept_water")
    assert after_hearing(story, "urgings") == "2"
    assert after_hearing(story, "urgings_done_rate", unit=CAOMIAO) == "1/1"
    assert after_hearing(story, "urgings_done_rate", unit="dept_water") == "0/1"


def test_the_list_names_the_notices_and_no_case_is_made_of_them(story: Story) -> None:
    urged(story, FIRST, "2026-03-18", "done_late")
    urged(story, SECOND, "2026-03-18")
    memory = Memory().hear(story.told)

    assert listed(memory, CATALOGUE.find("urgings_done_rate"), Part.NUMERATOR) == (1, [(FIRST, FIRST)])
    assert listed(memory, CATALOGUE.find("urgings_done_rate"), Part.DENOMINATOR) == (
        2,
        [(FIRST, FIRST), (SECOND, SECOND)],
    )
    assert after_hearing(story, "filings_total") == "0"
