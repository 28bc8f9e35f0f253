"""A small stack of real processes that must live through everything these tests do to the servers."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.caller import Caller, code_of
from toyshop.running import Corner, Running
from toyshop.shelf.bootstrap import SERVICE as SHELF
from toyshop.waiting import eventually


@dataclass
class Stack:
    """`boxes` and `shelf`, running."""

    corner: Corner
    rpc: Running
    worker: Running
    shelf: Running

    @property
    def processes(self) -> tuple[Running, Running, Running]:
        return self.rpc, self.worker, self.shelf

    def all_alive(self) -> bool:
        return all(process.process.poll() is None for process in self.processes)

    def none_ready(self) -> bool:
        return all(process.get("/ready")[0] == 503 for process in self.processes)

    def all_ready(self) -> bool:
        return all(process.get("/ready")[0] == 200 for process in self.processes)

    def open_box(self, key: str = "") -> str:
        """Open a box, again with the same key while the answer invites to; returns its id."""
        box_id = key or uuid.uuid4().hex

        def answered() -> bool:
            caller = Caller(self.corner.vhost)
            try:
                return code_of(caller.ask("open_box", {"box_id": box_id, "size": 1}, key=box_id)) == "OK"
            finally:
                caller.close()

        eventually(answered, every=0.2)
        return box_id

    def has_seen(self, box_id: str) -> bool:
        return self.corner.database("shelf")["seen"].find_one({"_id": box_id}) is not None

    def events_of(self, box_id: str) -> list[int]:
        found = self.corner.database("boxes")["outbox"].find({"subject": box_id}, sort=[("sequence", 1)])
        return [event["sequence"] for event in found]


@pytest.fixture(scope="module")
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
    box_id = running_stack.open_box()
    eventually(lambda: running_stack.has_seen(box_id))
    for service in ("boxes", "shelf"):
        database = running_stack.corner.database(service)
        eventually(lambda database=database: database["outbox"].count_documents({"sent": False}) == 0)
        assert database["parked_events"].count_documents({}) == 0
        assert database["held_events"].count_documents({}) == 0
    for box in running_stack.corner.database("shelf")["seen"].find():
        assert box["events"] == len(running_stack.events_of(box["_id"]))
