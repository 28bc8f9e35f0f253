"""The console of what was set aside: list, show, put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from toyshop.running import Corner
from toyshop.shelf.bootstrap import SERVICE as SHELF

from chassis.parked import parked
from chassis.parking import Parking
from chassis.settings import Settings

START = datetime(2026, 3, 1, tzinfo=UTC)
NOWHERE = "amqp://a:b@127.0.0.1:1/v"


@dataclass
class Console:
    """The command in this process: what it returns, and what it prints."""

    corner: Corner
    output: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> tuple[int, str]:
        settings = Settings.from_environment("shelf", self.corner.environment("shelf"))
        code = parked(SHELF, settings, list(arguments))
        return code, self.output.readouterr().out


@pytest.fixture
def console(corner: Corner, capsys: pytest.CaptureFixture[str]) -> Console:
    return Console(corner, capsys)


@pytest.fixture
def parking(corner: Corner) -> Parking:
    corner.set_up_store(SHELF)
    return Parking(corner.database("shelf"), "shelf")


def park(parking: Parking, number: int) -> str:
    headers = {"cloudEvents:type": "item_put.v1", "cloudEvents:subject": f"B{number}"}
    return parking.park(headers, f"body {number}".encode(), "KeyError('x')", START)


def test_what_is_parked_can_be_listed_and_shown(parking: Parking, console: Console) -> None:
    ids = [park(parking, number) for number in range(2)]
    code, listed = console("list")
    assert code == 0 and len(listed.splitlines()) == 2 and all(identifier in listed for identifier in ids)
    assert "item_put.v1" in listed and "B1" in listed and "KeyError" in listed
    code, shown = console("show", ids[0])
    assert code == 0 and "body 0" in shown and "body 1" not in shown and "cloudEvents:subject: B0" in shown
    assert console("show", "nothing") == (1, "")


def test_what_is_parked_can_be_put_back_singly_and_all_together(
    corner: Corner, parking: Parking, console: Console
) -> None:
    corner.set_up(SHELF)
    ids = [park(parking, number) for number in range(3)]
    assert console("put-back", "nothing")[0] == 1
    assert console("put-back", ids[0]) == (0, "1 of 1 put back\n")
    assert [entry["_id"] for entry in parking.list()] == sorted(ids[1:])
    assert console("put-back", "all") == (0, "2 of 2 put back\n") and parking.list() == []
    assert console("put-back", "all") == (0, "0 of 0 put back\n")
    with corner.connection() as connection:
        assert connection.channel().queue_declare("shelf.inbox", passive=True).message_count == 3


def test_what_has_no_queue_to_go_back_to_stays_parked(parking: Parking, console: Console) -> None:
    park(parking, 0)
    assert console("put-back", "all") == (1, "0 of 1 put back\n") and len(parking.list()) == 1


def test_without_a_broker_it_stays_parked_and_the_command_says_why(parking: Parking, corner: Corner) -> None:
    park(parking, 0)
    ended = corner.run("shelf", "parked", "put-back", "all", BROKER_URI=NOWHERE)
    assert ended.returncode == 1 and "refused" in ended.stderr and "Traceback" not in ended.stderr
    assert len(parking.list()) == 1


@pytest.mark.parametrize("arguments", [(), ("burn",), ("show",), ("put-back",), ("list", "all")])
def test_a_wrong_command_line_is_no_command(corner: Corner, console: Console, arguments: tuple[str, ...]) -> None:
    assert console(*arguments) == (2, "")


def test_the_same_message_parked_again_is_one_entry_with_the_latest_error(parking: Parking) -> None:
    park(parking, 0)
    identifier = park(parking, 0)
    parking.park({"cloudEvents:type": "t", "x-attempt": 2, "x-death": []}, b"b", "first", START)
    parking.park({"cloudEvents:type": "t", "x-first-death-queue": "q"}, b"b", "second \ud800", START)
    assert sorted(entry["error"] for entry in parking.list()) == ["KeyError('x')", "second \\ud800"]
    assert parking.get(identifier) is not None and parking.get("nothing") is None
