"""The store is killed, frozen, or leaves us in doubt: callers hear BUSY in time, and their key finds one effect."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from toyshop.caller import Caller, code_of
from toyshop.stack import Stack
from toyshop.waiting import eventually


@pytest.fixture
def caller(stack: Stack) -> Iterator[Caller]:
    opened = Caller(stack.corner.vhost)
    yield opened
    opened.close()


def open_request(box_id: str) -> dict[str, Any]:
    return {"box_id": box_id, "size": 1}


def test_while_the_store_is_frozen_callers_hear_busy_and_afterwards_the_same_key_works(
    stack: Stack, caller: Caller
) -> None:
    box_ids = [uuid.uuid4().hex for _ in range(5)]
    mongod = stack.corner.servers.mongod
    mongod.freeze()
    try:
        sent = [caller.send("open_box", open_request(box_id), key=box_id) for box_id in box_ids]
        query = caller.send("get_box", {"box_id": "B"})
        assert {code_of(answer) for answer in caller.wait([*sent, query])} == {"BUSY"}
        eventually(stack.none_ready, every=0.2)
        assert all(process.get("/live")[0] == 200 for process in stack.processes)
        assert stack.worker.get("/metrics")[0] == 200
    finally:
        mongod.thaw()
    for box_id in box_ids:
        assert stack.open_box(box_id) == box_id and stack.events_of(box_id) == [1]
    eventually(lambda: all(map(stack.has_seen, box_ids)))


def test_a_store_that_dies_under_load_loses_nothing_that_was_accepted(stack: Stack, caller: Caller) -> None:
    box_ids = [uuid.uuid4().hex for _ in range(40)]
    mongod = stack.corner.servers.mongod
    sent = {box_id: caller.send("open_box", open_request(box_id), key=box_id) for box_id in box_ids}
    caller.wait([sent.pop(box_ids[0])])
    mongod.kill()
    answers = dict(zip(sent, caller.wait(list(sent.values())), strict=True))
    accepted = [box_id for box_id, answer in answers.items() if code_of(answer) == "OK"]
    assert {code_of(answer) for answer in answers.values()} <= {"OK", "BUSY"}
    eventually(stack.none_ready, every=0.2)
    mongod.start()
    eventually(stack.all_ready, every=0.2)
    assert all(stack.events_of(box_id) == [1] for box_id in accepted)
    for box_id in box_ids:
        assert stack.open_box(box_id) == box_id and stack.events_of(box_id) == [1]
    eventually(lambda: all(map(stack.has_seen, box_ids)))


@contextmanager
def commits_of_boxes(stack: Stack, **how: Any) -> Iterator[None]:
    """What the store does with every commit of the service `boxes`, from now on."""
    admin = stack.corner.database("boxes").client.admin
    data = {"failCommands": ["commitTransaction"], "appName": "boxes", **how}
    # What is neither committed nor aborted stands in the way until the store gives it up: usually after a minute.
    usual = admin.command({"getParameter": 1, "transactionLifetimeLimitSeconds": 1})["transactionLifetimeLimitSeconds"]
    admin.command({"setParameter": 1, "transactionLifetimeLimitSeconds": 2})
    admin.command({"configureFailPoint": "failCommand", "mode": "alwaysOn", "data": data})
    try:
        yield
    finally:
        admin.command({"configureFailPoint": "failCommand", "mode": "off"})
        admin.command({"setParameter": 1, "transactionLifetimeLimitSeconds": usual})


@pytest.mark.parametrize(
    ("how", "effects"),
    [
        ({"writeConcernError": {"code": 91, "errmsg": "away", "errorLabels": ["RetryableWriteError"]}}, [1]),
        ({"closeConnection": True}, []),
    ],
    ids=["committed", "not committed"],
)
def test_a_commit_whose_outcome_stays_unknown_is_busy_and_the_key_finds_one_effect(
    stack: Stack, caller: Caller, how: dict[str, Any], effects: list[int]
) -> None:
    box_id = uuid.uuid4().hex
    with commits_of_boxes(stack, **how):
        assert code_of(caller.ask("open_box", open_request(box_id), key=box_id)) == "BUSY"
        assert stack.events_of(box_id) == effects
    assert stack.open_box(box_id) == box_id and stack.events_of(box_id) == [1]
