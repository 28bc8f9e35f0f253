"""A small stack of real processes that must live through everything these tests do to the servers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.running import Corner
from toyshop.shelf.bootstrap import SERVICE as SHELF
from toyshop.stack import Stack
from toyshop.waiting import eventually


@pytest.fixture(scope="session")
def running_stack(servers: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    corner = Corner(servers, tmp_path_factory.mktemp("stack"))
    try:
        corner.set_up(BOXES, SHELF)
        stack = Stack(
            corner, corner.start("boxes", "rpc"), corner.start("boxes", "worker"), corner.start("shelf", "worker")
        )
        eventually(stack.all_ready, every=0.1)
        yield stack
    finally:
        servers.mend()
        corner.close()


@pytest.fixture
def stack(running_stack: Stack) -> Iterator[Stack]:
    """The stack, at work before the test; after it the same processes are at work again and nothing was lost."""
    eventually(running_stack.all_ready, every=0.1)
    yield running_stack
    running_stack.corner.servers.mend()
    eventually(running_stack.all_ready, every=0.1)
    assert running_stack.all_alive()
    assert all(process.lines() for process in running_stack.processes)
    box_id = running_stack.open_box()
    eventually(lambda: running_stack.has_seen(box_id))
    for service in ("boxes", "shelf"):
        database = running_stack.corner.database(service)
        eventually(lambda database=database: database["outbox"].count_documents({"sent": False}) == 0)
        assert database["parked_events"].count_documents({}) == 0
        assert database["held_events"].count_documents({}) == 0
    for box in running_stack.corner.database("shelf")["seen"].find():
        assert box["events"] == len(running_stack.events_of(box["_id"]))
