"""The inbox: every event of a stream once and in order, however the bus shuffles and repeats them."""

from __future__ import annotations

import random
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from toyshop.running import Corner
from toyshop.shelf.bootstrap import SERVICE as SHELF
from toyshop.stories import state_of, story

from chassis.event import Event
from chassis.inbox import Inbox
from chassis.unit_of_work import Units


@pytest.fixture
def units(corner: Corner) -> Units:
    corner.set_up_store(SHELF)
    return corner.units("shelf")


def apply(units: Units, events: list[Event], batch: int, release: bool = True) -> None:
    inbox = Inbox(SHELF)
    for start in range(0, len(events), batch):
        units.run(lambda uow, start=start: inbox.apply(uow, events[start : start + batch], release))


def positions(units: Units) -> dict[str, tuple[int, list[int]]]:
    return {row["_id"]: (row["version"], sorted(row["held"])) for row in units.database["positions"].find()}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), lengths=st.lists(st.integers(0, 6), min_size=1, max_size=4), batch=st.integers(1, 12))
def test_any_order_any_repetition_and_any_batches_come_to_the_same(
    units: Units, data: st.DataObject, lengths: list[int], batch: int
) -> None:
    boxes = [f"{uuid.uuid4().hex}-{number}" for number in range(len(lengths))]
    stories = [story(box, [str(n) for n in range(length)]) for box, length in zip(boxes, lengths, strict=True)]
    events = [event for one in stories for event in one]
    repeated = events + data.draw(st.lists(st.sampled_from(events), max_size=2 * len(events)))
    apply(units, data.draw(st.permutations(repeated)), batch)
    for box, one in zip(boxes, stories, strict=True):
        assert positions(units)[f"boxes/{box}"] == (len(one), [])
        seen = units.database["seen"].find_one({"_id": box}) or {}
        assert seen["events"] == len(one)
        assert [seen[f"item_{n}"] for n in range(1, len(one))] == [str(n) for n in range(len(one) - 1)]
        assert units.database["outbox"].count_documents({"subject": box}) == len(one)
    assert units.database["held_events"].count_documents({}) == 0


def test_thousands_of_events_three_times_each_in_any_order_come_to_the_same_as_in_order(corner: Corner) -> None:
    chance = random.Random(20260301)
    items = [[str(n) for n in range(chance.randrange(12))] for _ in range(150)]
    events = [event for box, put in enumerate(items) for event in story(f"B{box:03}", put)]
    shuffled = events * 3
    chance.shuffle(shuffled)
    states = []
    for order, batch in ((events, 200), (shuffled, 100)):
        own = Corner(corner.servers, corner.folder)
        try:
            own.set_up_store(SHELF)
            apply(own.units("shelf"), order, batch)
            states.append(state_of(own.database("shelf")))
        finally:
            own.close()
    assert states[0] == states[1]
    assert len(shuffled) > 2000 and states[0]["applied"] == len(events)


def test_what_comes_too_early_is_kept_and_applied_with_what_was_missing(units: Units) -> None:
    first, second, third = story("B", ["x", "y"])
    apply(units, [third], 1)
    apply(units, [second], 1)
    assert positions(units) == {"boxes/B": (0, [2, 3])}
    assert units.database["seen"].count_documents({}) == 0
    apply(units, [first], 1)
    assert positions(units) == {"boxes/B": (3, [])}
    assert (units.database["seen"].find_one() or {})["events"] == 3
    assert units.database["held_events"].count_documents({}) == 0


def test_followers_that_are_to_wait_stay_held_and_go_with_the_next_look(units: Units) -> None:
    first, second, third = story("B", ["x", "y"])
    apply(units, [third, second], 2)
    apply(units, [first], 1, release=False)
    assert positions(units) == {"boxes/B": (1, [2, 3])}
    apply(units, [first], 1)
    assert positions(units) == {"boxes/B": (3, [])}


def test_an_event_whose_turn_it_is_is_applied_even_if_it_is_also_held(units: Units) -> None:
    first, second, third = story("B", ["x", "y"])
    apply(units, [third, second], 2)
    apply(units, [first], 1, release=False)
    apply(units, [second], 1)
    assert positions(units) == {"boxes/B": (3, [])}
    assert (units.database["seen"].find_one() or {})["events"] == 3
    assert units.database["held_events"].count_documents({}) == 0


def test_a_withdrawn_event_is_neither_held_nor_applied(units: Units) -> None:
    first, second, third = story("B", ["x", "y"])
    apply(units, [third, second], 2)
    units.run(lambda uow: Inbox(SHELF).withdraw(uow, second))
    assert positions(units) == {"boxes/B": (0, [3])}
    apply(units, [first], 1)
    assert positions(units) == {"boxes/B": (1, [3])}
    apply(units, [second], 1)
    assert positions(units) == {"boxes/B": (3, [])}


def test_the_same_subject_of_two_sources_is_two_streams(units: Units) -> None:
    first = story("B", [])[0]
    other = Event("B:1", "others", "box_opened.v1", "B", 1, first.time, "", {"size": 1})
    apply(units, [other, first], 1)
    assert positions(units) == {"boxes/B": (1, []), "others/B": (1, [])}
    assert (units.database["seen"].find_one() or {})["events"] == 1


def test_an_event_of_a_type_nobody_asked_for_is_counted_past(units: Units) -> None:
    first, second = story("B", ["x"])
    strange = Event("B:2", "boxes", "box_painted.v9", "B", 2, first.time, "", {"whatever": [1]})
    third = Event("B:3", "boxes", second.type, "B", 3, first.time, "", second.data)
    apply(units, [first, strange, third], 3)
    assert positions(units) == {"boxes/B": (3, [])}


def test_an_unknown_field_of_an_event_is_ignored(units: Units) -> None:
    first = story("B", [])[0]
    apply(units, [Event("B:1", "boxes", first.type, "B", 1, first.time, "", {"size": 1, "since": "v1.7"})], 1)
    assert positions(units) == {"boxes/B": (1, [])}


def test_what_an_event_causes_carries_its_correlation_on(units: Units) -> None:
    first, second = story("B", ["x"])
    uncorrelated = Event("B:2", "boxes", second.type, "B", 2, first.time, "", second.data)
    apply(units, [first, uncorrelated], 2)
    told = [event["correlation_id"] for event in units.database["outbox"].find(sort=[("_id", 1)])]
    assert told == ["correlation-1", "B:2"]
