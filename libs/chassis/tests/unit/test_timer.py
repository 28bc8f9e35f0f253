"""How a timer is run: while there is work, after a jump of the clock, and past its own errors."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pymongo.errors import AutoReconnect

from chassis import worker
from chassis.clock import Clock, ManualClock, set_manual_clock
from chassis.service import Timer
from chassis.worker import run_timer

START = datetime(2026, 3, 1, tzinfo=UTC)
AN_HOUR = 3600.0


@dataclass
class UnitsWithClock:
    clock: Clock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    set_manual_clock(tmp_path / "clock", START)
    return tmp_path / "clock"


def run(file: Path, act: Any, runs: int) -> list[datetime]:
    """Run a timer until it has been run so many times; the instants it was given."""
    stop, given = threading.Event(), []

    def once(units: Any, now: datetime) -> int:
        given.append(now)
        if len(given) >= runs:
            stop.set()
        return int(act(len(given)))

    units: Any = UnitsWithClock(ManualClock(file))
    thread = threading.Thread(target=run_timer, args=("boxes", Timer("t", AN_HOUR, once), units, stop), daemon=True)
    thread.start()
    thread.join(60)
    assert not thread.is_alive()
    return given


def test_it_is_run_again_at_once_while_there_is_work(file: Path) -> None:
    assert run(file, lambda number: 1, runs=5) == [START] * 5


def test_it_is_run_at_once_when_the_clock_jumps(file: Path) -> None:
    def act(number: int) -> int:
        threading.Timer(0.05, lambda: set_manual_clock(file, START + timedelta(days=number))).start()
        return 0

    assert run(file, act, runs=3) == [START, START + timedelta(days=1), START + timedelta(days=2)]


def test_a_jump_during_its_run_is_not_missed(file: Path) -> None:
    def act(number: int) -> int:
        set_manual_clock(file, START + timedelta(days=number))
        return 0

    assert run(file, act, runs=3) == [START, START + timedelta(days=1), START + timedelta(days=2)]


@pytest.mark.parametrize("error", [ValueError("a bug"), AutoReconnect("the store is away")])
def test_an_error_is_not_its_end(file: Path, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "AFTER_FAILURE_SECONDS", 0.01)
    monkeypatch.setattr(worker, "AFTER_OUTAGE_SECONDS", 0.01)

    def act(number: int) -> int:
        if number < 4:
            raise error
        return 0

    assert len(run(file, act, runs=4)) == 4
