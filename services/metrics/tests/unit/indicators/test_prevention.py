"""Disputes found before anybody files: how well, how early, how near home."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from metrics_asking import CATALOGUE, after_hearing, ask, listed
from metrics_memory import Memory
from metrics_story import CAOMIAO, Story, moment

from petition_metrics.application.figures import counted_things
from petition_metrics.domain.chain import heard_from_the_find_on
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.period import year_of
from petition_metrics.entrypoints import answers

Tell = Callable[[Story], object]
ONE, TWO, THREE = "JF2026-000001", "JF2026-000002", "JF2026-000003"
CASE, OTHER = "640425202603010001", "640425202603010002"


def test_accuracy_is_of_what_somebody_looked_at_in_the_period(story: Story) -> None:
    assert ask(Memory().hear(story.told), "dispute_screening_accuracy").text == "—"
    for number, verdict, on in ((ONE, "real", "2026-01-01"), (TWO, "unfounded", "2026-12-31"), (THREE, None, None)):
        story.dispute_found(number, "2025-12-31")
        if verdict and on:
            story.dispute_checked(number, on, verdict)
    assert after_hearing(story, "dispute_screening_accuracy") == "1/2"
    story.dispute_checked(THREE, "2027-01-01")
    assert after_hearing(story, "dispute_screening_accuracy") == "1/2"


@pytest.mark.parametrize(
    ("tell", "recall", "missed"),
    [
        (lambda s: None, "0/1", "1"),
        (lambda s: s.dispute_linked(CASE, "2026-03-02", ONE), "1/1", "0"),
        (lambda s: s.dispute_linked(CASE, "2026-03-02", ONE, "settled"), "1/1", "0"),
        (lambda s: s.dispute_linked(CASE, "2026-03-02", ONE, "unfounded"), "0/1", "1"),
    ],
    ids=["nobody had found it", "found", "found and settled", "held to be unfounded"],
)
def test_recall_is_of_first_appeals_whose_matter_had_been_found(
    story: Story, tell: Tell, recall: str, missed: str
) -> None:
    story.registered(CASE, "2026-03-01")
    story.linked(CASE, "2026-03-01")
    tell(story)
    assert after_hearing(story, "dispute_screening_recall") == recall
    assert after_hearing(story, "missed_finds") == missed


@pytest.mark.parametrize(
    ("changed", "repeat_of"), [({"purpose": "suggestion"}, None), ({}, OTHER)], ids=["a suggestion", "a repeat"]
)
def test_what_could_not_have_been_found_anew_is_not_missed(
    story: Story, changed: dict[str, str], repeat_of: str | None
) -> None:
    story.registered(CASE, "2026-03-01", **changed)
    story.linked(CASE, "2026-03-01", repeat_of)
    assert after_hearing(story, "dispute_screening_recall") == "0/0"
    assert after_hearing(story, "missed_finds") == "0"


@pytest.mark.parametrize("level", ["grid", "village", "township", "county"])
def test_a_dispute_is_settled_at_one_level(story: Story, level: str) -> None:
    for number, at in ((ONE, level), (TWO, "county")):
        story.dispute_found(number, "2026-03-01")
        story.dispute_settled(number, "2026-03-02", at)
    levels = ("grid", "village", "township", "county")
    shares = {one: after_hearing(story, f"disputes_settled_at_{one}_share") for one in levels}
    assert shares == {**dict.fromkeys(shares, "0/2"), "county": "1/2", level: "2/2" if level == "county" else "1/2"}


@pytest.mark.parametrize(
    ("changed", "counted"),
    [
        ({"registered_level": "county"}, "0/1"),
        ({"registered_level": "city"}, "1/1"),
        ({"hand_down": {"issuer_level": "state"}}, "1/1"),
        ({"hand_down": {"issuer_level": "county"}}, "0/1"),
    ],
)
def test_what_went_above_the_county_was_registered_there_or_came_down(
    story: Story, changed: dict[str, object], counted: str
) -> None:
    story.registered(CASE, "2026-03-01", **changed)
    assert after_hearing(story, "filed_above_county_share") == counted


def test_prevention_is_what_was_settled_before_anybody_filed(story: Story) -> None:
    for number in (ONE, TWO, THREE):
        story.dispute_found(number, "2026-03-01", "petition" if number == THREE else "visit")
    story.dispute_settled(ONE, "2026-03-05")
    story.dispute_settled(THREE, "2026-03-05")
    story.registered(CASE, "2026-03-06")
    story.dispute_upgraded(TWO, "2026-03-06", CASE)
    assert after_hearing(story, "prevention_share") == "1/2"
    assert after_hearing(story, "disputes_found") == "2"


@pytest.mark.parametrize(
    ("tell", "standing"),
    [
        (lambda s: None, "1"),
        (lambda s: s.dispute_checked(ONE, "2026-06-01"), "1"),
        (lambda s: s.dispute_checked(ONE, "2026-06-01", "unfounded"), "0"),
        (lambda s: s.dispute_settled(ONE, "2026-12-31"), "0"),
        (lambda s: s.dispute_settled(ONE, "2027-01-01"), "1"),
        (lambda s: s.dispute_upgraded(ONE, "2026-06-01", CASE), "0"),
    ],
)
def test_a_dispute_stands_until_it_ends(story: Story, tell: Tell, standing: str) -> None:
    story.dispute_found(ONE, "2025-06-01")
    tell(story)
    assert after_hearing(story, "disputes_standing") == standing


def test_a_dispute_is_never_taken_for_a_case(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    before = {one.code: after_hearing(story, one.code) for one in CATALOGUE.indicators if not one.counted.of_register}
    story.dispute_found(ONE, "2026-03-01")
    story.dispute("overdue", ONE, "2026-04-02", days_open=32, found_on="2026-03-01", unit=CAOMIAO)
    after = {code: after_hearing(story, code) for code in before}
    assert {code for code in before if after[code] != before[code]} == {"disputes_found", "disputes_standing"}
    (row,) = (one for one in Memory().hear(story.told).timelines.values() if one["_id"] == ONE)
    assert row["disputes"][0]["overdue"] is True


def test_the_disputes_behind_a_figure_are_listed_without_anything_of_a_case(story: Story) -> None:
    story.dispute_found(ONE, "2026-03-01")
    story.dispute_found(TWO, "2026-02-01")
    memory, indicator = Memory().hear(story.told), CATALOGUE.find("disputes_found")
    total, things = listed(memory, indicator, Part.NUMERATOR)
    assert (total, things) == (2, [(TWO, TWO), (ONE, ONE)])
    year, as_of = year_of(2026), moment("2026-12-31")
    shown = answers.counted(counted_things(indicator, Part.NUMERATOR, year, CAOMIAO, as_of, memory, 1, None))
    assert (shown["items"][0]["dispute_no"], "case_no" in shown["items"][0]) == (TWO, False)


def test_the_chain_of_a_case_runs_from_the_find_to_the_call_back(story: Story) -> None:
    story.dispute_found(ONE, "2026-02-01")
    story.dispute_checked(ONE, "2026-02-02")
    story.registered(CASE, "2026-03-01")
    story.dispute_upgraded(ONE, "2026-03-02", CASE)
    story.handled(CASE, "2026-03-20")
    story.followed_up(CASE, "2026-03-25")
    memory = Memory().hear(story.told)
    timeline = memory.timelines[CASE]
    heard = [(one.subject, one.type) for one in heard_from_the_find_on(timeline, memory.heard)]
    assert (heard[0], heard[-1]) == ((ONE, "dispute_found.v1"), (CASE, "follow_up_recorded.v1"))
    assert (ONE, "dispute_upgraded.v1") in heard and len(heard) == len(story.told)
    assert (timeline["dispute_no"], timeline["matter_found_on"]) == (ONE, "2026-01-01")


def test_a_case_nobody_had_found_begins_with_its_filing(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    memory = Memory().hear(story.told)
    assert [one.type for one in heard_from_the_find_on(memory.timelines[CASE], memory.heard)] == [
        "petition_registered.v1"
    ]
