"""The county's year comes out right to the unit, also when every process is killed once on the way."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Callable, Iterator

from county_year.board import read_board
from county_year.county import County
from county_year.figures import EXPECTED
from county_year.matters import BUREAU
from county_year.quiet import Quiet
from county_year.table import Figures
from local_stack.testing.whole_stack import WholeStack
from petition_client import Client

SERVICES = ("intake", "assignment", "supervision", "metrics")
PROCESSES = [f"{service}-{kind}" for service in SERVICES for kind in ("rpc", "worker")]


def _lines(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout is not None
    yield from process.stdout


def test_every_figure_is_equal_though_each_process_is_killed_once(
    stack: WholeStack, county_year: Callable[..., subprocess.Popen[str]]
) -> None:
    """kill -9, one process after the other, each at another tenth of the year; the supervisor starts it again."""
    pids = {name: stack.processes()[name].pid for name in PROCESSES}
    waiting = list(PROCESSES)
    printed: list[str] = []
    replay = county_year()
    watchdog = threading.Timer(900, replay.kill)
    watchdog.start()
    try:
        for line in _lines(replay):
            printed.append(line)
            if "/" in line and line.strip()[:2] == "20" and waiting:
                stack.signal(waiting.pop(0), signal.SIGKILL)
        assert replay.wait() == 0, "".join(printed)
    finally:
        watchdog.cancel()
    assert not waiting, f"never killed: {waiting}"
    assert all(stack.processes()[name].pid != pid for name, pid in pids.items())
    assert "否 NO" not in "".join(printed)


def test_the_table_can_be_asked_for_again_with_the_list_behind_each_figure(
    stack: WholeStack, client_of: Callable[[str], Client], county: County
) -> None:
    rows = Figures(client_of(BUREAU), county.officer(BUREAU, "dispatcher")).rows()
    assert [(row.expected.row, row.counted, row.listed) for row in rows] == [
        (expected.row, expected.value, row.numerator) for expected, row in zip(EXPECTED, rows, strict=True)
    ]


def test_the_five_fall_and_the_four_rise_against_the_year_before(
    client_of: Callable[[str], Client], county: County
) -> None:
    board = read_board(client_of(BUREAU), county.officer(BUREAU, "dispatcher"))
    assert [row.wanted for row in board].count("fall") == 5 and [row.wanted for row in board].count("rise") == 4
    assert not [(row.label_en, row.then, row.now) for row in board if not row.better]


def test_each_colour_was_given_to_some_unit(client_of: Callable[[str], Client], county: County) -> None:
    asked = {"quarter": "2025-Q1", "limit": 200}
    officer = county.officer(BUREAU, "dispatcher")
    grades = client_of(BUREAU).call("supervision", "list_unit_grades", asked, actor=officer)
    assert {grade["colour"] for grade in grades["items"]} == {"red", "orange", "yellow"}


def test_the_replay_run_again_gets_the_same_answers_and_adds_nothing(
    client_of: Callable[[str], Client], county_year: Callable[..., subprocess.Popen[str]]
) -> None:
    quiet = Quiet(client_of(BUREAU))
    quiet.wait()
    before = {name: client_of(BUREAU).call(name, "service_status")["published"] for name in ("intake", "assignment")}
    again = county_year()
    output, _ = again.communicate(timeout=600)
    assert again.returncode == 0, output
    quiet.wait()
    after = {name: client_of(BUREAU).call(name, "service_status")["published"] for name in before}
    assert after == before


def test_metrics_rebuilt_from_the_event_log_are_identical(stack: WholeStack) -> None:
    rebuilt = stack.command("run", "metrics", "rebuild")
    assert rebuilt.returncode == 0, rebuilt.stdout + rebuilt.stderr
    assert "identical" in rebuilt.stdout
