"""The processes as somebody runs them: what they need, what they say, how they end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.caller import Caller, code_of
from toyshop.running import Corner
from toyshop.shelf.bootstrap import SERVICE as SHELF
from toyshop.waiting import eventually

from chassis.clock import set_manual_clock
from chassis.event import format_instant
from chassis.topology import events_exchange, queues_of

START = datetime(2026, 3, 1, tzinfo=UTC)
NOWHERE = "amqp://a:b@127.0.0.1:1/v"


@pytest.mark.parametrize("arguments", [(), ("dance",)])
def test_a_wrong_command_line_shows_the_right_ones(corner: Corner, arguments: tuple[str, ...]) -> None:
    ended = corner.run("boxes", *arguments)
    assert ended.returncode == 2 and "migrate | rpc | worker | parked" in ended.stderr


@pytest.mark.parametrize(
    ("command", "settings", "word"),
    [
        ("migrate", {"BROKER_URI": ""}, "BROKER_URI"),
        ("rpc", {"MONGO_URI": ""}, "MONGO_URI"),
        ("worker", {"CLOCK": "manual"}, "CLOCK_FILE"),
        ("rpc", {"CLOCK": "manual", "CLOCK_FILE": "/nowhere/clock"}, "/nowhere/clock"),
        ("migrate", {"BROKER_URI": NOWHERE}, "refused"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    corner: Corner, command: str, settings: dict[str, str], word: str
) -> None:
    ended = corner.run("boxes", command, **settings)
    assert ended.returncode == 1 and word in ended.stderr and "Traceback" not in ended.stderr


def test_the_migration_needs_no_more_than_the_services_own_rights_and_may_be_repeated(corner: Corner) -> None:
    for _ in range(2):
        ended = corner.run("shelf", "migrate")
        assert ended.returncode == 0, ended.stderr
    with corner.connection() as connection:
        for queue in queues_of(SHELF, (1, 1)):
            assert connection.channel().queue_declare(queue.name, passive=True).message_count == 0
    assert "unsent" in corner.database("shelf")["outbox"].index_information()


def test_an_exchange_that_belongs_to_another_and_is_missing_is_named(corner: Corner) -> None:
    with corner.connection() as connection:
        connection.channel().exchange_delete(events_exchange("boxes").name)
    ended = corner.run("shelf", "migrate")
    assert ended.returncode == 1 and "boxes.events" in ended.stderr and "Traceback" not in ended.stderr


@pytest.mark.parametrize("kind", ["rpc", "worker"])
def test_without_its_queue_a_process_says_so_and_ends_by_its_start_deadline(corner: Corner, kind: str) -> None:
    process = corner.start("boxes", kind, START_DEADLINE_SECONDS="3")
    assert process.get("/live")[0] == 200 and process.get("/ready")[0] == 503
    assert process.exit_code() == 1
    (said,) = [line for line in process.lines() if "start deadline" in line["message"]]
    assert "attached" in said["missing"]


def test_told_to_end_while_it_still_waits_for_its_queue_it_ends_at_once_and_well(corner: Corner) -> None:
    process = corner.start("boxes", "rpc")
    eventually(lambda: process.port)
    process.terminate()
    assert process.exit_code() == 0


def test_all_processes_follow_the_manual_clock_and_timers_fire_at_the_jump(corner: Corner, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    set_manual_clock(clock, START)
    corner.set_up(BOXES, SHELF)
    manual = {"CLOCK": "manual", "CLOCK_FILE": str(clock)}
    rpc, worker = (corner.start("boxes", kind, **manual) for kind in ("rpc", "worker"))
    shelf = corner.start("shelf", "worker", **manual)
    for process in (rpc, worker, shelf):
        process.wait_ready()
        assert process.metric("clock_manual") == 1
        assert any("manual" in line["message"] for line in process.lines())
    caller = Caller(corner.vhost)

    def now() -> str:
        return str(caller.ask("get_box", {"box_id": "B"})["result"]["asked_at"])

    assert now() == format_instant(START)
    sealing = START + timedelta(days=30)
    opened = {"box_id": "B", "size": 1, "seal_at": sealing.isoformat()}
    assert code_of(caller.ask("open_box", opened)) == "OK"
    eventually(lambda: corner.database("shelf")["seen"].find_one({"_id": "B"}))

    set_manual_clock(clock, sealing - timedelta(milliseconds=1))
    assert caller.ask("service_status", {}, key=None)["result"]["due"] == 0
    set_manual_clock(clock, sealing)
    assert now() == format_instant(sealing)
    # The timer is due once an hour of real time; it fires because the clock jumped.
    sealed = eventually(lambda: corner.database("boxes")["outbox"].find_one({"type": "box_sealed.v1"}))
    assert sealed["data"]["sealed_at"] == format_instant(sealing) and sealed["time"] == sealing
    eventually(lambda: (corner.database("shelf")["positions"].find_one({"_id": "boxes/B"}) or {})["version"] == 2)
    assert caller.ask("service_status", {}, key=None)["result"]["due"] == 0
    assert worker.metric("timer_fired_total", timer="seal") == 1
    caller.close()
    for process in (rpc, worker, shelf):
        process.terminate()
    assert [process.exit_code() for process in (rpc, worker, shelf)] == [0, 0, 0]
