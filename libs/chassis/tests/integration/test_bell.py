"""The bell: who waits is woken by a commit in any process, and goes on without it when a ring is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.running import Corner
from toyshop.waiting import eventually

from chassis import bell as bell_module
from chassis.bell import COLLECTION, Bell, ring


@pytest.fixture
def bell(corner: Corner, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bell]:
    """A bell that gives up so late that what returns was woken; nothing rings in it."""
    corner.set_up(BOXES)
    monkeypatch.setattr(bell_module, "PATIENCE_SECONDS", 9.0)
    bell = Bell(corner.database("boxes"))
    bell.wait(threading.Event())
    yield bell
    bell.close()


class Waiting:
    """Somebody who waits for the bell."""

    def __init__(self, bell: Bell) -> None:
        self._thread = threading.Thread(target=bell.wait, args=[threading.Event()], daemon=True)
        self._thread.start()

    def over(self) -> bool:
        self._thread.join(0.2)
        return not self._thread.is_alive()


def tell(corner: Corner) -> None:
    corner.units("boxes").run(lambda uow: uow.publish("box_opened.v1", "B", 1, {"size": 1}))


def test_a_commit_with_events_wakes_who_waits(corner: Corner, bell: Bell) -> None:
    waiting = Waiting(bell)
    assert not waiting.over()
    tell(corner)
    assert eventually(waiting.over)


def test_a_ring_while_nobody_waited_is_heard_by_the_next_wait(corner: Corner, bell: Bell) -> None:
    tell(corner)
    assert eventually(Waiting(bell).over)


def test_several_rings_are_one(corner: Corner, bell: Bell) -> None:
    rings = corner.database("boxes")[COLLECTION]
    for _ in range(5):
        ring(corner.database("boxes"))
    # With the one by which the bell found its place.
    assert eventually(lambda: rings.count_documents({}) == 6)
    assert eventually(Waiting(bell).over)
    waiting = Waiting(bell)
    assert not waiting.over()
    ring(corner.database("boxes"))
    assert eventually(waiting.over)


def test_a_commit_without_events_rings_no_bell(corner: Corner, bell: Bell) -> None:
    waiting = Waiting(bell)
    corner.units("boxes").run(lambda uow: uow.insert("boxes", {"_id": "B", "version": 1}))
    assert not waiting.over()
    ring(corner.database("boxes"))
    assert eventually(waiting.over)


def test_after_the_ring_ran_round_the_bell_is_heard_again(corner: Corner, bell: Bell) -> None:
    for _ in range(200):
        ring(corner.database("boxes"))
    # The lost place is noticed by one wait and mended by the next.
    for _ in range(2):
        assert eventually(Waiting(bell).over)
    tell(corner)
    assert eventually(Waiting(bell).over)


def test_a_bell_that_is_none_is_told_of_and_the_relay_looks_by_time(
    corner: Corner, bell: Bell, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bell.close()
    monkeypatch.setattr(bell_module, "PATIENCE_SECONDS", 0.1)
    rings = corner.database("boxes")[COLLECTION]
    rings.drop()
    corner.database("boxes").create_collection(COLLECTION)
    assert eventually(Waiting(bell).over)
    assert "the bell cannot be heard" in caplog.text
