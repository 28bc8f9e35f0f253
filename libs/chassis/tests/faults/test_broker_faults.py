"""The broker is killed or frozen: no process ends or gets stuck, and what was committed gets through afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from toyshop.caller import Caller, code_of
from toyshop.stack import Stack
from toyshop.waiting import eventually

from chassis.bus import BUS_ERRORS
from chassis.publisher import Fate, Outgoing, Publisher


def put_slowly(stack: Stack, box_id: str, seconds: float) -> Callable[[], dict[str, Any]]:
    """Have a command in its handler, which takes its time; what is returned asks for its answer with the same key."""
    request = {"box_id": box_id, "item": "x", "seconds": seconds}
    Caller(stack.corner.vhost).send("put_item", request, key=f"{box_id}-put")
    # A queue that is empty would not do: the request may be on its way to it, or lie unread at the process.
    eventually(lambda: stack.corner.logged(box_id))

    def ask_again() -> dict[str, Any]:
        fresh = Caller(stack.corner.vhost)
        try:
            return fresh.ask("put_item", request, key=f"{box_id}-put")
        finally:
            fresh.close()

    return ask_again


def tell(stack: Stack, subject: str) -> None:
    """Commit an event while the broker is away, as a process that still had a request would."""
    units = stack.corner.units("boxes")
    units.run(lambda uow: uow.publish("box_opened.v1", subject, 1, {"size": 1}))


def test_a_broker_that_dies_while_a_command_runs_takes_no_process_with_it(stack: Stack) -> None:
    broker = stack.corner.servers.broker
    box_id, committed = stack.open_box(), uuid.uuid4().hex
    second = [stack.corner.start("boxes", kind).wait_ready() for kind in ("rpc", "worker")]
    ask_again = put_slowly(stack, box_id, seconds=3)
    broker.kill()
    tell(stack, committed)
    eventually(stack.none_ready, every=0.2)
    eventually(lambda: stack.events_of(box_id) == [1, 2])
    # Processes that are told to end just now do not wait for the broker to come back.
    for process in second:
        process.terminate()
    assert [process.exit_code() for process in second] == [0, 0]
    broker.start()
    eventually(stack.all_ready, every=0.2)
    answer = ask_again()
    assert answer["result"] == {"version": 2, "number": 1}
    assert stack.events_of(box_id) == [1, 2]
    eventually(lambda: stack.has_seen(committed))


def test_a_frozen_broker_holds_nobody_for_ever(stack: Stack) -> None:
    broker = stack.corner.servers.broker
    box_id, committed = stack.open_box(), uuid.uuid4().hex
    open_publisher, new_publisher = Publisher(stack.corner.vhost, deadline=1), Publisher(stack.corner.vhost)
    open_publisher.connect()
    message = Outgoing("m", "", "rpc-boxes", b"{}", {})
    ask_again = put_slowly(stack, box_id, seconds=2)
    broker.freeze()
    try:
        tell(stack, committed)
        for publisher in (open_publisher, new_publisher):
            with pytest.raises(BUS_ERRORS):
                publisher.publish([message])
            assert not publisher.connected
        eventually(stack.none_ready, every=0.2)
        assert all(process.get("/live")[0] == 200 for process in stack.processes)
        assert stack.events_of(box_id) == [1, 2]
        # A worker that is told to end now does not wait for the broker either.
        late = stack.corner.start("boxes", "worker")
        eventually(lambda: late.port)
        late.terminate()
        assert late.exit_code() == 0
    finally:
        broker.thaw()
    eventually(stack.all_ready, every=0.2)
    assert code_of(answer := ask_again()) == "OK" and answer["result"] == {"version": 2, "number": 1}
    assert stack.events_of(box_id) == [1, 2]
    assert open_publisher.publish([message]) == {"m": Fate.SAFE}
    open_publisher.close()
    eventually(lambda: stack.has_seen(committed))
