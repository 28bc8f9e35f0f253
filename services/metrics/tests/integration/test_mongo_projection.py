"""Live projection in transactions, and the rebuild beside it, on a real store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from metrics_memory import Memory, as_kept, without_version
from metrics_random import heard, histories
from metrics_story import Story
from pymongo.database import Database
from pymongo.errors import BulkWriteError

from chassis.unit_of_work import Units
from petition_metrics.entrypoints.rebuild_console import rebuild_with

Store = Database[dict[str, Any]]
Hear = Callable[..., None]
ON_A_STORE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
CASE, EARLIER = "640425202603010001", "640425202601010001"


def timelines(store: Store) -> dict[str, Any]:
    return without_version({one["_id"]: one for one in store.case_timelines.find()})


@given(st.data())
@settings(max_examples=12, phases=[Phase.generate], suppress_health_check=ON_A_STORE)
def test_live_memory_and_rebuild_agree_whatever_the_order(
    store: Store, units: Units, hear: Hear, data: st.DataObject
) -> None:
    history = data.draw(histories())
    for name in ("case_timelines", "event_log"):
        store[name].delete_many({})
    hear(data.draw(heard(history)), at_once=data.draw(st.sampled_from((1, 7, 100))))
    live = timelines(store)
    assert live == as_kept(Memory().hear(history).timelines)
    outcome = rebuild_with(units, swap=True)
    assert (outcome.identical, outcome.different, outcome.moved_on) == (len(live), 0, 0)
    assert timelines(store) == live


def test_the_log_takes_an_event_once(hear: Hear, story: Story) -> None:
    occurrence = story.registered(CASE, "2026-03-01")
    hear([occurrence])
    with pytest.raises(BulkWriteError, match="duplicate key"):
        hear([occurrence])


def test_a_rebuild_finds_names_and_mends_what_is_wrong(
    store: Store, units: Units, hear: Hear, story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    story.visit(CASE, "2026-03-01", 3)
    story.visit(EARLIER, "2026-01-01", 2)
    story.register("2026-01-01")
    hear(story.told)
    store.case_timelines.update_one({"_id": CASE}, {"$set": {"headcount": 300}})
    store.registers.delete_many({})

    checked = rebuild_with(units, swap=False)
    assert (checked.identical, checked.different) == (1, 1)
    assert store.case_timelines.find_one({"_id": CASE})["headcount"] == 300
    assert "case_timelines_rebuilt" not in store.list_collection_names()

    rebuild_with(units, swap=True)
    assert store.case_timelines.find_one({"_id": CASE})["headcount"] == 3
    assert len(store.registers.find_one({"_id": "register"})["grids"]) == 2293
    printed = capsys.readouterr().out
    assert "folded 3 events into 2 cases" in printed
    assert "1 identical, 1 different" in printed
    assert f"  {CASE}: headcount" in printed
    assert rebuild_with(units, swap=False).different == 0


def test_a_rebuilt_collection_has_the_same_indexes(store: Store, units: Units, hear: Hear, story: Story) -> None:
    hear([story.visit(CASE, "2026-03-01")])
    before = set(store.case_timelines.index_information())
    rebuild_with(units, swap=True)
    assert set(store.case_timelines.index_information()) == before


def test_events_that_come_while_a_rebuild_runs_are_in_its_result(
    store: Store, units: Units, hear: Hear, story: Story
) -> None:
    story.visit(EARLIER, "2026-01-01")
    story.visit(CASE, "2026-03-01")
    hear(story.told)
    late = [story.linked(CASE, "2026-03-02", repeat_of=EARLIER), story.routed(CASE, "2026-03-03")]

    outcome = rebuild_with(units, swap=True, before_swap=lambda: hear(late))
    assert outcome.caught_up == 1
    expected = Memory().hear(story.told).timelines
    assert timelines(store) == as_kept(expected)
    hear([story.accepted(CASE, "2026-03-04")])
    assert store.case_timelines.find_one({"_id": CASE})["state"] == "accepted"
