"""The clocks: what they show, and that nobody misses a jump."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from chassis.clock import ManualClock, SystemClock, open_clock, set_manual_clock, to_milliseconds

START = datetime(2026, 3, 1, tzinfo=UTC)
LONG = 60.0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    set_manual_clock(tmp_path / "clock", START)
    return tmp_path / "clock"


def test_instants_are_cut_to_what_the_store_can_hold() -> None:
    shanghai = timezone(timedelta(hours=8))
    assert to_milliseconds(datetime(2026, 3, 1, 8, 0, 0, 123999, tzinfo=shanghai)) == START + timedelta(
        milliseconds=123
    )


def test_the_system_clock_shows_aware_whole_milliseconds() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC and now.microsecond % 1000 == 0


def test_the_manual_clock_shows_what_is_in_the_file_and_stays_there(file: Path) -> None:
    clock = ManualClock(file)
    assert clock.now() == clock.now() == START


def test_the_manual_clock_reads_any_zone(file: Path) -> None:
    file.write_text("2026-03-01T10:00:00+08:00\n", encoding="ascii")
    assert ManualClock(file).now() == START + timedelta(hours=2)


def test_many_quick_changes_are_all_seen(file: Path) -> None:
    clock = ManualClock(file)
    for second in range(300):
        set_manual_clock(file, START + timedelta(seconds=second))
        assert clock.now() == START + timedelta(seconds=second)


def test_two_changes_between_two_looks_are_seen_even_if_the_file_system_reuses_a_file_number(file: Path) -> None:
    clock = ManualClock(file)
    for second in range(0, 300, 2):
        set_manual_clock(file, START + timedelta(seconds=second))
        set_manual_clock(file, START + timedelta(seconds=second + 1))
        assert clock.now() == START + timedelta(seconds=second + 1)


def test_the_clock_can_be_put_back(file: Path) -> None:
    clock = ManualClock(file)
    set_manual_clock(file, START - timedelta(days=30_000))
    assert clock.now() == START - timedelta(days=30_000)


def test_an_instant_without_a_zone_cannot_be_set(file: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        set_manual_clock(file, datetime(2026, 3, 1))  # noqa: DTZ001
    assert ManualClock(file).now() == START


def test_waiting_ends_when_the_clock_jumps(file: Path) -> None:
    clock, stop = ManualClock(file), threading.Event()
    threading.Timer(0.05, lambda: set_manual_clock(file, START + timedelta(days=1))).start()
    begun = time.monotonic()
    assert clock.wait(LONG, stop) is False
    assert time.monotonic() - begun < LONG


def test_a_jump_before_the_wait_is_not_slept_through(file: Path) -> None:
    clock, stop = ManualClock(file), threading.Event()
    acted_on = clock.now()
    set_manual_clock(file, START + timedelta(days=1))
    begun = time.monotonic()
    assert clock.wait(LONG, stop, since=acted_on) is False
    assert time.monotonic() - begun < LONG


@pytest.mark.parametrize("kind", ["system", "manual"])
def test_waiting_ends_when_told_to_stop(kind: str, file: Path) -> None:
    stop = threading.Event()
    threading.Timer(0.05, stop.set).start()
    assert open_clock(kind, file).wait(LONG, stop) is True


@pytest.mark.parametrize("kind", ["system", "manual"])
def test_waiting_ends_after_its_time(kind: str, file: Path) -> None:
    assert open_clock(kind, file).wait(0.01, threading.Event()) is False


@pytest.mark.parametrize(("kind", "with_file"), [("manual", False), ("sundial", True), ("", False)])
def test_an_unknown_clock_or_one_without_its_file_is_refused(kind: str, with_file: bool, file: Path) -> None:
    with pytest.raises(ValueError, match="CLOCK"):
        open_clock(kind, file if with_file else None)


def test_a_missing_clock_file_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="clock"):
        open_clock("manual", tmp_path / "clock")


def test_many_threads_may_read_one_clock(file: Path) -> None:
    clock = ManualClock(file)
    seen: list[list[datetime]] = []

    def look() -> None:
        seen.append([clock.now() for _ in range(200)])

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for step in range(50):
        set_manual_clock(file, START + timedelta(seconds=step))
    for thread in threads:
        thread.join(60)
    assert len(seen) == 8 and all(instants == sorted(instants) for instants in seen)
