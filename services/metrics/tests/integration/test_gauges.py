"""Business gauges, read from a real store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from metrics_story import Story
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import generate_latest
from pymongo import MongoClient
from pymongo.database import Database

from petition_metrics.adapters.gauges import CaseGauges

NUMBERS = [f"64042520260301{number:04d}" for number in range(8)]


def tell_of_eight_cases(story: Story) -> None:
    for case_no in NUMBERS:
        story.registered(case_no, "2026-03-01")
    routed, overdue, twice_overdue, closed, followed_up, settled, withdrawn, _registered = NUMBERS
    story.routed(routed, "2026-03-02")
    for case_no, kinds in ((overdue, ("K3",)), (twice_overdue, ("K3", "K5"))):
        story.accepted(case_no, "2026-03-02")
        for kind in kinds:
            story.clock_started(case_no, "2026-03-02", kind, "2026-03-17")
            story.missed(case_no, "2026-03-18", kind, "2026-03-17")
    story.handled(closed, "2026-03-02")
    story.handled(followed_up, "2026-03-02")
    story.followed_up(followed_up, "2026-03-05")
    story.settled(settled, "2026-03-01")
    story.withdrawn(withdrawn, "2026-03-02")


def test_open_cases_states_overdue_clocks_and_pending_follow_ups(
    store: Database[dict[str, Any]], hear: Callable[..., None], story: Story
) -> None:
    tell_of_eight_cases(story)
    hear(story.told)
    registry = CollectorRegistry()
    registry.register(CaseGauges(store))
    value = registry.get_sample_value
    assert value("petition_open_cases") == 4
    assert value("petition_follow_ups_pending") == 2
    states = ("registered", "routed", "accepted", "closed", "settled_on_spot", "withdrawn", "declined")
    assert [value("petition_cases", {"state": state}) for state in states] == [1, 1, 2, 2, 1, 1, 0]
    kinds = ("K1", "K3", "K5", "REHANDLING")
    assert [value("petition_overdue_clocks", {"kind": kind}) for kind in kinds] == [0, 2, 1, 0]


def test_the_gauges_tell_no_case_number_and_no_unit(
    store: Database[dict[str, Any]], hear: Callable[..., None], story: Story
) -> None:
    tell_of_eight_cases(story)
    hear(story.told)
    registry = CollectorRegistry()
    registry.register(CaseGauges(store))
    text = generate_latest(registry).decode()
    assert "640425" not in text and "township" not in text


def test_a_store_that_is_away_shows_nothing_rather_than_zeros() -> None:
    away: MongoClient[dict[str, Any]] = MongoClient("127.0.0.1", 1, serverSelectionTimeoutMS=50)
    registry = CollectorRegistry()
    registry.register(CaseGauges(away["nowhere"]))
    assert registry.get_sample_value("petition_open_cases") is None
    away.close()
