"""Visits: which count, which do not, and how much each adds."""

from collections.abc import Callable

import pytest
from metrics_asking import after_hearing
from metrics_story import CAOMIAO, Story

Tell = Callable[[Story], object]
CASE = "640425202603010001"

VISITS = [
    ("a visit at the bureau", lambda s: s.visit(CASE, "2026-03-01", 3), "1", "3"),
    ("on the first day of the year", lambda s: s.visit(CASE, "2026-01-01T00:00", 1), "1", "1"),
    ("on the last day of the year", lambda s: s.visit(CASE, "2026-12-31T23:59", 2), "1", "2"),
    ("on the last day of the year before", lambda s: s.visit(CASE, "2025-12-31T23:59", 2), "0", "0"),
    ("on the first day of the year after", lambda s: s.visit(CASE, "2027-01-01T00:00", 2), "0", "0"),
    ("at a township's own window", lambda s: s.visit(CASE, "2026-03-01", registered_by_unit=CAOMIAO), "0", "0"),
    ("a letter", lambda s: s.registered(CASE, "2026-03-01", channel="letter", headcount=3), "0", "0"),
    ("no batch of its own", lambda s: s.visit(CASE, "2026-03-01", visit_batch=False), "0", "0"),
    (
        "withdrawn later",
        lambda s: (s.visit(CASE, "2026-03-01"), s.withdrawn(CASE, "2026-03-02")),
        "1",
        "1",
    ),
]


@pytest.mark.parametrize(("tell", "batches", "persons"), [row[1:] for row in VISITS], ids=[row[0] for row in VISITS])
def test_visits_received_by_the_bureau(story: Story, tell: Tell, batches: str, persons: str) -> None:
    tell(story)
    assert after_hearing(story, "visit_batches") == batches
    assert after_hearing(story, "visit_persons") == persons


SETTLED = [
    ("settled", lambda s: s.settled(CASE, "2026-03-01"), "1", "4"),
    ("settled, with the head-count it was settled for", lambda s: s.settled(CASE, "2026-03-01", 3), "1", "3"),
    ("settled in the next year counts with its visit", lambda s: s.settled(CASE, "2027-01-02"), "1", "4"),
    ("not settled", lambda s: s.linked(CASE, "2026-03-01"), "0", "0"),
    ("closed after handling is not settled on the spot", lambda s: s.handled(CASE, "2026-04-01"), "0", "0"),
]


@pytest.mark.parametrize(("tell", "batches", "persons"), [row[1:] for row in SETTLED], ids=[row[0] for row in SETTLED])
def test_visits_settled_on_the_spot(story: Story, tell: Tell, batches: str, persons: str) -> None:
    story.visit(CASE, "2026-03-01", 4)
    tell(story)
    assert after_hearing(story, "settled_batches") == batches
    assert after_hearing(story, "settled_persons") == persons
    assert after_hearing(story, "settled_rate_batches") == f"{batches}/1"
    assert after_hearing(story, "settled_rate_persons") == f"{persons}/4"


def test_a_web_filing_settled_at_once_is_no_visit_settled_on_the_spot(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.settled(CASE, "2026-03-01")
    assert after_hearing(story, "settled_batches") == "0"
    assert after_hearing(story, "settled_rate_batches") == "0/0"


def test_visits_of_the_whole_county_include_every_window(story: Story) -> None:
    story.visit(CASE, "2026-03-01", 2)
    story.visit("640425202603010002", "2026-03-01", 3, registered_by_unit=CAOMIAO, registered_level="township")
    story.registered("640425202603010003", "2026-03-01")
    assert after_hearing(story, "all_visit_batches") == "2"
    assert after_hearing(story, "all_visit_persons") == "5"


@pytest.mark.parametrize(("headcount", "batches", "persons"), [(4, "0", "0"), (5, "1", "5"), (6, "1", "6")])
def test_a_group_visit_begins_at_five_people(story: Story, headcount: int, batches: str, persons: str) -> None:
    story.visit(CASE, "2026-03-01", headcount)
    story.registered("640425202603010002", "2026-03-01", headcount=headcount, joint=True, channel="letter")
    assert after_hearing(story, "group_visit_batches") == batches
    assert after_hearing(story, "group_visit_persons") == persons


@pytest.mark.parametrize(
    ("tell", "batches", "persons"),
    [
        (lambda s: s.visit(CASE, "2026-03-01", 2, skip_level=True, registered_level="region"), "1", "2"),
        (lambda s: s.visit(CASE, "2026-03-01", 2), "0", "0"),
        (lambda s: s.registered(CASE, "2026-03-01", channel="letter", skip_level=True), "0", "0"),
    ],
    ids=["a visit above the level", "a visit at the right level", "a letter is never skip-level"],
)
def test_skip_level_visits(story: Story, tell: Tell, batches: str, persons: str) -> None:
    tell(story)
    assert after_hearing(story, "skip_level_visit_batches") == batches
    assert after_hearing(story, "skip_level_visit_persons") == persons
