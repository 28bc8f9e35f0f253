"""The relay: every committed event gets onto the bus, in its stream's order, and is marked only when it is safe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bson import ObjectId
from kombu import Consumer, Exchange, Queue
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.running import Corner, in_threads
from toyshop.waiting import eventually

from chassis import relay as relay_module
from chassis.event import Event
from chassis.lease import Lease
from chassis.publisher import Fate, Outgoing, Publisher
from chassis.relay import Relay
from chassis.topology import events_exchange
from chassis.unit_of_work import OUTBOX, UNSENT


class Ear:
    """Hears everything that comes over an exchange, in the order it came."""

    def __init__(self, connection: Any, exchange: str = "boxes.events", **arguments: Any) -> None:
        self._connection = connection
        self.heard: list[Event] = []
        self.queue = Queue(
            "ear", Exchange(exchange, type="topic", durable=True), "#", durable=True, queue_arguments=arguments
        )
        self.queue(connection.channel()).declare()

    def listen(self) -> list[Event]:
        """What came until nothing more comes."""
        with Consumer(self._connection.channel(), [self.queue], on_message=self._on_message, no_ack=True):
            while True:
                try:
                    self._connection.drain_events(timeout=0.3)
                except TimeoutError:
                    return self.heard

    def _on_message(self, message: Any) -> None:
        self.heard.append(Event.from_message(message.headers, message.body))


@pytest.fixture
def boxes(corner: Corner) -> Corner:
    corner.set_up(BOXES)
    return corner


@pytest.fixture
def ear(boxes: Corner) -> Iterator[Ear]:
    with boxes.connection() as connection:
        yield Ear(connection)


def tell(corner: Corner, subject: str, *sequences: int, order: ObjectId | None = None) -> None:
    def work(uow: Any) -> None:
        for sequence in sequences:
            uow.publish("box_opened.v1", subject, sequence, {"size": sequence})

    corner.units("boxes").run(work)
    if order is not None:
        corner.database("boxes")["outbox"].update_many({"subject": subject}, {"$set": {"order": order}})


def unsent(corner: Corner) -> list[str]:
    return [event["_id"] for event in corner.database("boxes")["outbox"].find({"sent": False}, sort=[("_id", 1)])]


def relay(corner: Corner) -> Relay:
    return Relay(corner.database("boxes"), "boxes", Publisher(corner.vhost))


def test_an_event_leaves_exactly_as_it_was_told(boxes: Corner, ear: Ear) -> None:
    told = boxes.units("boxes").run(lambda uow: uow.publish("item_put.v1", "B", 1, {"item": "书"}), "c-1")
    assert relay(boxes).relay_once() == (1, 0)
    assert ear.listen() == [told]
    (kept,) = boxes.database("boxes")["outbox"].find()
    assert kept["sent"] and kept["sent_at"] is not None


def test_what_was_sent_is_not_sent_again(boxes: Corner, ear: Ear) -> None:
    tell(boxes, "B", 1, 2)
    assert [relay(boxes).relay_once() for _ in range(3)] == [(2, 0), (0, 0), (0, 0)]
    assert len(ear.listen()) == 2


def test_events_of_a_stream_leave_in_order_whatever_order_they_were_written_in(
    boxes: Corner, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay_module, "BATCH", 3)
    # The clocks of three processes: the first event of the stream carries the latest mark.
    for sequence, order in ((1, "f" * 24), (2, "e" * 24), (3, "0" * 24)):
        tell(boxes, "B", sequence)
        boxes.database("boxes")["outbox"].update_one({"_id": f"B:{sequence}"}, {"$set": {"order": ObjectId(order)}})
    for other in range(4):
        tell(boxes, f"X{other}", 1, order=ObjectId(f"{other + 1:024x}"))
    publishing = relay(boxes)
    while unsent(boxes):
        assert publishing.relay_once()[1] == 0
    heard = ear.listen()
    assert [event.sequence for event in heard if event.subject == "B"] == [1, 2, 3]
    assert len(heard) == 7


def test_an_event_nobody_listens_to_stays_unsent_until_somebody_does(boxes: Corner) -> None:
    tell(boxes, "B", 1, 2)
    publishing = relay(boxes)
    assert publishing.relay_once() == (0, 1)
    assert unsent(boxes) == ["B:1", "B:2"]
    with boxes.connection() as connection:
        ear = Ear(connection)
        assert publishing.relay_once() == (2, 0)
        assert [event.sequence for event in ear.listen()] == [1, 2]
    assert unsent(boxes) == []


def test_an_event_the_broker_refuses_stays_unsent_and_so_do_its_followers(boxes: Corner) -> None:
    tell(boxes, "A", 1)
    tell(boxes, "B", 1, 2)
    with boxes.connection() as connection:
        full = Ear(connection, **{"x-max-length": 1, "x-overflow": "reject-publish"})
        sent, stuck = relay(boxes).relay_once()
        assert sent >= 1 and stuck >= 1
        left = unsent(boxes)
        assert len(left) == 3 - sent and ("B:2" in left)
        while unsent(boxes):
            full.listen()
            relay(boxes).relay_once()
        heard = full.listen()
    assert [event.sequence for event in heard if event.subject == "B"] == [1, 2]
    assert len(heard) == 3


def test_without_an_exchange_nothing_is_marked(boxes: Corner) -> None:
    tell(boxes, "B", 1)
    with boxes.connection() as connection:
        connection.channel().exchange_delete(events_exchange("boxes").name)
    with in_threads(relay(boxes).run):
        eventually(lambda: unsent(boxes) == ["B:1"])
        with boxes.connection() as connection:
            ear = Ear(connection)
            eventually(lambda: unsent(boxes) == [])
            assert [event.id for event in ear.listen()] == ["B:1"]


def test_of_two_relays_one_works_and_the_other_takes_over(boxes: Corner, ear: Ear) -> None:
    first, second = relay(boxes), relay(boxes)
    with in_threads(second.run):
        with in_threads(first.run):
            for number in range(40):
                tell(boxes, f"B{number}", 1)
            eventually(lambda: unsent(boxes) == [])
        # One of the two has gone and given up its lease.
        tell(boxes, "LAST", 1)
        eventually(lambda: unsent(boxes) == [])
    heard = [event.id for event in ear.listen()]
    assert sorted(heard) == sorted({*heard}) and len(heard) == 41


def test_a_relay_keeps_a_connection_even_while_it_is_not_its_turn(boxes: Corner) -> None:
    first, second = relay(boxes), relay(boxes)
    with in_threads(first.run, second.run):
        eventually(lambda: first.connected and second.connected)
    assert not first.connected and not second.connected


def test_a_lease_has_one_holder_until_it_runs_out_or_is_given_up(boxes: Corner) -> None:
    database = boxes.database("boxes")
    mine, yours = Lease(database, "l", 60), Lease(database, "l", 60)
    assert mine.hold() and mine.hold() and not yours.hold()
    mine.release()
    assert yours.hold() and not mine.hold()
    mine.release()
    assert not mine.hold() and yours.hold()
    short, patient = Lease(database, "s", 0.05), Lease(database, "s", 60)
    assert short.hold()
    assert eventually(patient.hold) and not short.hold()


def test_leases_of_different_names_do_not_meet(boxes: Corner) -> None:
    database = boxes.database("boxes")
    assert Lease(database, "a", 60).hold() and Lease(database, "b", 60).hold()


def test_the_publisher_tells_of_each_message_what_became_of_it(boxes: Corner, ear: Ear) -> None:
    publisher = Publisher(boxes.vhost)
    fates = publisher.publish(
        [
            Outgoing("heard", "boxes.events", "any", b"{}", {}),
            Outgoing("lost", "", "no such queue", b"{}", {}),
            Outgoing("heard too", "", "ear", b"{}", {}),
        ]
    )
    assert fates == {"heard": Fate.SAFE, "lost": Fate.UNROUTABLE, "heard too": Fate.SAFE}
    assert publisher.publish([]) == {}
    publisher.close()
    assert publisher.publish([Outgoing("again", "", "ear", b"{}", {})]) == {"again": Fate.SAFE}
    publisher.close()


def test_looking_for_what_is_unsent_reads_nothing_of_what_was_sent(boxes: Corner, ear: Ear) -> None:
    tell(boxes, "B", 1, 2, 3)
    relay(boxes).relay_once()
    tell(boxes, "B", 4)
    database = boxes.database("boxes")
    plan = database.command("explain", {"count": OUTBOX, "query": UNSENT}, verbosity="executionStats")
    assert (plan["executionStats"]["totalDocsExamined"], database[OUTBOX].count_documents({})) == (1, 4)
