"""The consumer: the good events of a batch are done, the bad one goes its way, and nothing is ever dropped."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from toyshop.running import Corner
from toyshop.shelf.bootstrap import POISON
from toyshop.shelf.bootstrap import SERVICE as SHELF
from toyshop.stories import deliver, state_of, story
from toyshop.waiting import eventually

from chassis.event import Event
from chassis.parking import Parking
from chassis.publisher import Fate, Outgoing, Publisher
from chassis.topology import inbox_name


@pytest.fixture
def shelf(corner: Corner) -> Corner:
    corner.set_up(SHELF)
    return corner


def seen(corner: Corner, box: str) -> int:
    return int((corner.database("shelf")["seen"].find_one({"_id": box}) or {"events": 0})["events"])


def parked(corner: Corner) -> list[dict[str, Any]]:
    return Parking(corner.database("shelf"), "shelf").list()


def put_back(corner: Corner, identifier: str) -> bool:
    publisher = Publisher(corner.vhost)
    try:
        return Parking(corner.database("shelf"), "shelf").put_back(identifier, publisher)
    finally:
        publisher.close()


def send(corner: Corner, headers: dict[str, Any], body: bytes, exchange: str = "boxes.events") -> None:
    key = inbox_name("shelf") if exchange == "" else "any"
    publisher = Publisher(corner.vhost)
    assert publisher.publish([Outgoing("m", exchange, key, body, headers)]) == {"m": Fate.SAFE}
    publisher.close()


def is_empty(corner: Corner) -> bool:
    """Nothing waits in any queue, and nobody holds anything unacknowledged: the queues can be taken away unused."""
    with corner.connection() as connection:
        channel = connection.channel()
        queues = [inbox_name("shelf"), f"{inbox_name('shelf')}.retry.1s"]
        return all(channel.queue_declare(queue, passive=True).message_count == 0 for queue in queues)


def test_one_bad_event_of_a_batch_is_retried_and_parked_while_all_others_are_done(shelf: Corner) -> None:
    good = [event for box in range(20) for event in story(f"G{box}", ["x", "y"])]
    bad = story("BAD", ["fine", POISON, "after", "and after"])
    events = good[:30] + bad + good[30:]
    deliver(shelf.vhost, events)
    with shelf.consuming(SHELF):
        eventually(lambda: all(seen(shelf, f"G{box}") == 3 for box in range(20)))
        (entry,) = eventually(lambda: parked(shelf))
        assert (entry["headers"]["cloudEvents:id"], entry["attempts"]) == ("BAD:3", 2)
        assert "KeyError" in entry["error"]
        assert seen(shelf, "BAD") == 2
        assert shelf.database("shelf")["held_events"].count_documents({}) == 2
        assert shelf.database("shelf")["traces"].count_documents({}) == 0
        assert shelf.database("shelf")["outbox"].count_documents({"subject": "BAD"}) == 2

        assert put_back(shelf, entry["_id"])
        eventually(lambda: parked(shelf) and parked(shelf)[0]["parked_at"] > entry["parked_at"])
        assert seen(shelf, "BAD") == 2

        shelf.units("shelf").run(lambda uow: uow.put("cures", {"_id": POISON, "version": 1}))
        assert put_back(shelf, entry["_id"])
        eventually(lambda: seen(shelf, "BAD") == 5)
    assert parked(shelf) == [] and is_empty(shelf)
    assert shelf.database("shelf")["held_events"].count_documents({}) == 0


def test_an_event_that_succeeds_at_a_later_attempt_takes_its_followers_along(shelf: Corner) -> None:
    deliver(shelf.vhost, story("B", [POISON, "after"]))
    with shelf.consuming(SHELF):
        eventually(lambda: shelf.database("shelf")["held_events"].count_documents({}) == 1)
        shelf.units("shelf").run(lambda uow: uow.put("cures", {"_id": POISON, "version": 1}))
        eventually(lambda: seen(shelf, "B") == 3)
    assert parked(shelf) == [] and is_empty(shelf)


def test_a_bad_event_among_the_held_does_not_take_its_predecessors_down(shelf: Corner) -> None:
    first, second, bad, last = story("B", ["x", POISON, "y"])
    with shelf.consuming(SHELF):
        deliver(shelf.vhost, [last, bad, second])
        eventually(lambda: shelf.database("shelf")["held_events"].count_documents({}) == 3)
        deliver(shelf.vhost, [first])
        eventually(lambda: seen(shelf, "B") == 2)
        (entry,) = eventually(lambda: parked(shelf))
        assert entry["headers"]["cloudEvents:id"] == "B:3"
        shelf.units("shelf").run(lambda uow: uow.put("cures", {"_id": POISON, "version": 1}))
        assert put_back(shelf, entry["_id"])
        eventually(lambda: seen(shelf, "B") == 4)
    assert shelf.database("shelf")["held_events"].count_documents({}) == 0


def test_an_event_with_the_wrong_content_is_parked_at_once_for_no_retry_can_help(shelf: Corner) -> None:
    first, second = story("B", ["x"])
    wrong = Event("B:2", "boxes", "item_put.v1", "B", 2, first.time, "", {"item": "x", "number": "many"})
    deliver(shelf.vhost, [first, wrong])
    with shelf.consuming(SHELF):
        (entry,) = eventually(lambda: parked(shelf))
        assert entry["attempts"] == 0 and "number" in entry["error"]
        # The producer sends what it should have sent; the parked one is then a duplicate.
        deliver(shelf.vhost, [second])
        eventually(lambda: seen(shelf, "B") == 2)
        assert put_back(shelf, entry["_id"])
        eventually(lambda: is_empty(shelf))
    assert seen(shelf, "B") == 2


GOOD = story("B", [])[0]


@pytest.mark.parametrize(
    ("headers", "body", "exchange"),
    [
        ({}, b"not json", "boxes.events"),
        (GOOD.to_headers(), b"{", "boxes.events"),
        (GOOD.to_headers(), b"[" * 100_000, "boxes.events"),
        (GOOD.to_headers(), b"\xff\x00", "boxes.events"),
        ({**GOOD.to_headers(), "cloudEvents:sequence": "0"}, GOOD.to_body(), "boxes.events"),
        ({"cloudEvents:id": "\ud800", "$where\0": "x"}, GOOD.to_body(), "boxes.events"),
        ({**GOOD.to_headers(), "cloudEvents:source": "/strangers"}, GOOD.to_body(), "boxes.events"),
        ({**GOOD.to_headers(), "cloudEvents:source": "/strangers"}, GOOD.to_body(), ""),
        (GOOD.to_headers(), GOOD.to_body(), "shelf.events"),
    ],
    ids=["no event", "cut off", "deep", "binary", "sequence 0", "odd headers", "forged", "stranger", "wrong exchange"],
)
def test_what_is_no_event_is_parked_whole_and_the_rest_goes_on(
    shelf: Corner, headers: dict[str, Any], body: bytes, exchange: str
) -> None:
    with shelf.connection() as connection:
        connection.channel().queue_bind(inbox_name("shelf"), "shelf.events", "#")
    with shelf.consuming(SHELF):
        send(shelf, headers, body, exchange)
        deliver(shelf.vhost, story("AFTER", ["x"]))
        eventually(lambda: seen(shelf, "AFTER") == 2)
    (entry,) = parked(shelf)
    whole = Parking(shelf.database("shelf"), "shelf").get(entry["_id"])
    assert whole is not None and whole["body"] == body
    assert entry["error"].startswith("undecodable") and seen(shelf, "B") == 0 and is_empty(shelf)


@pytest.mark.parametrize("attempt", ["many", -3])
def test_a_senseless_number_of_attempts_does_no_harm(shelf: Corner, attempt: object) -> None:
    (bad,) = [event for event in story("B", [POISON]) if event.data.get("item") == POISON]
    with shelf.consuming(SHELF):
        deliver(shelf.vhost, story("B", []))
        send(shelf, {**bad.to_headers(), "x-attempt": attempt}, bad.to_body(), "")
        assert eventually(lambda: parked(shelf))[0]["attempts"] == 2


def test_data_the_store_cannot_hold_is_retried_and_parked(shelf: Corner) -> None:
    first = story("B", [])[0]
    with shelf.consuming(SHELF):
        send(shelf, first.to_headers(), json.dumps({"size": 2**70, "why": "\ud800"}).encode())
        deliver(shelf.vhost, story("AFTER", []))
        eventually(lambda: seen(shelf, "AFTER") == 1)
        eventually(lambda: parked(shelf))
    assert seen(shelf, "B") == 0


def test_several_consumers_share_a_shuffled_and_tripled_stream_and_nothing_happens_twice(shelf: Corner) -> None:
    chance = random.Random(7)
    events = [event for box in range(40) for event in story(f"B{box}", ["a", "b", "c", "d"])]
    shuffled = events * 3
    chance.shuffle(shuffled)
    with shelf.consuming(SHELF, count=3, batch_size=20):
        deliver(shelf.vhost, shuffled)
        eventually(lambda: is_empty(shelf) and state_of(shelf.database("shelf"))["applied"] == len(events))
    state = state_of(shelf.database("shelf"))
    assert [row["events"] for row in state["seen"]] == [5] * 40
    assert len(state["told"]) == len(events) and state["held"] == [] and parked(shelf) == []


def test_what_is_not_acknowledged_comes_again_after_a_stop(shelf: Corner) -> None:
    events = [event for box in range(30) for event in story(f"B{box}", ["a"])]
    deliver(shelf.vhost, events)
    with shelf.consuming(SHELF, batch_size=5):
        eventually(lambda: state_of(shelf.database("shelf"))["applied"] > 0, every=0)
    with shelf.consuming(SHELF):
        eventually(lambda: state_of(shelf.database("shelf"))["applied"] == len(events))
    assert is_empty(shelf)
