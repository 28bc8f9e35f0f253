"""The one source of time.

`CLOCK=system` reads the machine's clock. `CLOCK=manual` (development only) reads one instant from a file that a
driver replaces atomically, so that every process of a stack moves through time together and a year runs in minutes.
"""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

EPOCH = datetime.fromtimestamp(0, UTC)


class Clock(Protocol):
    """Tells the time, and waits for it to move."""

    kind: str

    def now(self) -> datetime:
        """The current instant: aware, UTC, whole milliseconds (what the store can hold)."""
        ...

    def wait(self, seconds: float, stop: threading.Event, since: datetime | None = None) -> bool:
        """Wait up to `seconds` real seconds, less if the clock jumped; True when `stop` was set.

        `since`: the instant the caller last acted on; if the clock has jumped since then there is no wait at all.
        """
        ...


def to_milliseconds(instant: datetime) -> datetime:
    """Cut an aware instant to whole milliseconds UTC, as BSON stores it."""
    instant = instant.astimezone(UTC)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


class SystemClock:
    """The machine's clock."""

    kind = "system"

    def now(self) -> datetime:
        return to_milliseconds(datetime.now(UTC))

    def wait(self, seconds: float, stop: threading.Event, since: datetime | None = None) -> bool:
        return stop.wait(seconds)


class ManualClock:
    """A clock that shows what is written in a file, and moves only when the file is replaced.

    The file holds one RFC 3339 instant. Every `now()` checks the file's identity and change time, so all processes
    see a new instant at once and a restarted process continues where the others are. A file that cannot be read or
    holds no instant => OSError, ValueError.
    """

    kind = "manual"
    _LOOK_EVERY = 0.05

    def __init__(self, path: Path) -> None:
        self._path = path
        self._shown: tuple[tuple[int, int], datetime] = ((0, 0), EPOCH)
        self.now()

    def now(self) -> datetime:
        status = os.stat(self._path)
        mark = (status.st_ino, status.st_mtime_ns)
        seen, instant = self._shown
        if mark != seen:
            instant = to_milliseconds(datetime.fromisoformat(self._path.read_text(encoding="ascii").strip()))
            # Both at once, for other threads read them together.
            self._shown = (mark, instant)
        return instant

    def wait(self, seconds: float, stop: threading.Event, since: datetime | None = None) -> bool:
        before = since or self.now()
        deadline = time.monotonic() + seconds
        while self.now() == before and (left := deadline - time.monotonic()) > 0:
            if stop.wait(min(self._LOOK_EVERY, left)):
                return True
        return stop.is_set()


def set_manual_clock(path: Path, instant: datetime) -> None:
    """Move every process that follows `path` to `instant` (aware). The file is replaced in one step."""
    if instant.tzinfo is None:
        raise ValueError("an instant without a time zone says nothing")
    instant = to_milliseconds(instant)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(instant.isoformat(), encoding="ascii")
    # Readers tell versions apart by the file's change time, and file systems count that in steps of milliseconds:
    # two quick changes could look like none. The instant itself is a change time that differs whenever it should.
    mark = (instant - EPOCH) // timedelta(microseconds=1) * 1000
    os.utime(fresh, ns=(mark, mark))
    os.replace(fresh, path)


def open_clock(kind: str, path: Path | None) -> Clock:
    """The clock a process was told to use by its settings."""
    if kind == "system":
        return SystemClock()
    if kind == "manual" and path is not None:
        return ManualClock(path)
    raise ValueError(f"CLOCK must be 'system', or 'manual' with CLOCK_FILE; it is {kind!r}")
