"""Killed at the worst moment, a process leaves work that is done again, and no effect that is there twice."""

from __future__ import annotations

import signal
import subprocess
import sys

from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.running import Corner
from toyshop.shelf.bootstrap import SERVICE as SHELF
from toyshop.stories import deliver, state_of, story
from toyshop.waiting import eventually

from chassis.publisher import Publisher
from chassis.relay import Relay


def crash(corner: Corner, service: str, moment: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "toyshop.crashing", moment],
        env=corner.environment(service),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


def waiting(corner: Corner) -> int:
    with corner.connection() as connection:
        return int(connection.channel().queue_declare("shelf.inbox", passive=True).message_count)


def test_killed_between_commit_and_acknowledgement_the_events_come_again_and_have_no_second_effect(
    corner: Corner,
) -> None:
    corner.set_up(SHELF)
    events = [event for box in range(10) for event in story(f"B{box}", ["x", "y"])]
    deliver(corner.vhost, events)
    crash(corner, "shelf", "before-ack")
    crash(corner, "shelf", "before-ack")
    done = state_of(corner.database("shelf"))
    assert done["applied"] > 0
    assert eventually(lambda: waiting(corner)) == len(events)
    with corner.consuming(SHELF):
        eventually(lambda: waiting(corner) == 0 and state_of(corner.database("shelf"))["applied"] == len(events))
    state = state_of(corner.database("shelf"))
    assert [row["events"] for row in state["seen"]] == [3] * 10
    assert len(state["told"]) == len(events)


def test_killed_between_confirm_and_mark_the_relay_sends_again_and_the_inbox_drops_it(corner: Corner) -> None:
    corner.set_up(BOXES, SHELF)
    units = corner.units("boxes")
    for box in range(5):
        units.run(lambda uow, box=box: uow.publish("box_opened.v1", f"B{box}", 1, {"size": 1}))
    crash(corner, "boxes", "before-mark")
    assert corner.database("boxes")["outbox"].count_documents({"sent": True}) == 0
    assert waiting(corner) == 5
    # The dead relay still holds the lease; a direct turn does what its successor does when that has run out.
    assert Relay(corner.database("boxes"), "boxes", Publisher(corner.vhost)).relay_once() == (5, 0)
    assert eventually(lambda: waiting(corner)) == 10
    with corner.consuming(SHELF):
        eventually(lambda: waiting(corner) == 0)
        eventually(lambda: state_of(corner.database("shelf"))["applied"] == 5)
    assert [row["events"] for row in state_of(corner.database("shelf"))["seen"]] == [1] * 5


def test_a_dead_relays_lease_runs_out_and_another_takes_over(corner: Corner) -> None:
    corner.set_up(BOXES, SHELF)
    units = corner.units("boxes")
    units.run(lambda uow: uow.publish("box_opened.v1", "B", 1, {"size": 1}))
    crash(corner, "boxes", "before-mark")
    # As if the ten seconds had passed.
    long_ago = [{"$set": {"until": {"$subtract": ["$$NOW", 1]}}}]
    corner.database("boxes")["leases"].update_one({"_id": "relay"}, long_ago)
    corner.start("boxes", "worker")
    eventually(lambda: corner.database("boxes")["outbox"].count_documents({"sent": True}) == 1)
