"""Service at the windows: waiting, courtesy, things done, promises, and what petitioners say."""

from __future__ import annotations

import pytest
from metrics_asking import CATALOGUE, after_hearing, ask
from metrics_memory import Memory
from metrics_story import Story

from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.county_rules import CountyRules

SIX = ("smile", "greeting", "seat", "water", "listening", "practical_deed")
ONE, TWO, THREE = "JD2026-000001", "JD2026-000002", "JD2026-000003"


def test_satisfaction_is_of_those_who_rated(story: Story) -> None:
    assert ask(Memory().hear(story.told), "window_satisfaction_rate").text == "—"
    for number, rating in ((ONE, "satisfied"), (TWO, "basically_satisfied"), (THREE, "dissatisfied")):
        story.window_visit(number, "2026-03-01")
        story.window_rated(number, "2026-03-02", rating)
    story.window_visit("JD2026-000004", "2026-03-01")
    assert after_hearing(story, "window_satisfaction_rate") == "2/3"


@pytest.mark.parametrize(("waited", "counted"), [(0, "1/1"), (20, "1/1"), (21, "0/1")])
def test_who_is_received_within_twenty_minutes_has_not_waited_long(story: Story, waited: int, counted: str) -> None:
    story.window_visit(ONE, "2026-03-01", waited)
    assert after_hearing(story, "window_prompt_rate") == counted


def test_a_county_may_say_how_long_is_long() -> None:
    assert "15分钟" in Catalogue(CountyRules(window_wait_minutes=15)).find("window_prompt_rate").definition_zh


@pytest.mark.parametrize(
    ("courtesies", "six", "deeds"), [(SIX, "1/1", "1"), (SIX[:5], "0/1", "0"), (SIX[5:], "0/1", "1")]
)
def test_courtesies_and_things_done_are_counted_by_visit(
    story: Story, courtesies: tuple[str, ...], six: str, deeds: str
) -> None:
    story.window_visit(ONE, "2026-03-01", courtesies=courtesies)
    assert after_hearing(story, "six_courtesies_rate") == six
    assert after_hearing(story, "practical_deeds") == deeds


@pytest.mark.parametrize(("confirmed", "counted"), [(True, "1/1"), (False, "0/1"), (None, "0/0")])
def test_a_thing_done_is_what_the_petitioner_says_it_is(story: Story, confirmed: bool | None, counted: str) -> None:
    story.window_visit(ONE, "2026-03-01", courtesies=SIX)
    story.window_rated(ONE, "2026-03-02", "satisfied", confirmed)
    assert after_hearing(story, "practical_deeds_confirmed_rate") == counted


def test_promises_count_when_somebody_looked(story: Story) -> None:
    for number, kept in ((ONE, True), (TWO, False), (THREE, None)):
        story.window_visit(number, "2026-03-01", promised_on="2026-03-05")
        if kept is not None:
            story.promise_reviewed(number, "2026-03-06", kept)
    assert after_hearing(story, "window_promises_kept_rate") == "1/2"


def test_a_visit_is_never_taken_for_a_case(story: Story) -> None:
    story.registered("640425202603010001", "2026-03-01")
    of_others = [one.code for one in CATALOGUE.indicators if one.counted.value != "visits"]
    before = {code: after_hearing(story, code) for code in of_others if not CATALOGUE.find(code).counted.of_register}
    story.window_visit(ONE, "2026-03-01", courtesies=SIX)
    story.window_rated(ONE, "2026-03-02", "dissatisfied", False)
    assert {code: after_hearing(story, code) for code in before} == before
