"""A small stack of real processes: `boxes` with both of its, and a worker of `shelf`."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from toyshop.caller import Caller, code_of
from toyshop.running import Corner, Running
from toyshop.waiting import eventually


@dataclass
class Stack:
    """The processes, and what can be seen of them from outside."""

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
