"""What the kernel knows about processes: who is alive, who belongs to a stack, who listens on a port."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARK = "LOCAL_STACK_HOME"
"""Environment variable that every process of a stack carries; its value is the stack's state folder."""

_PROC = Path("/proc")
_LISTEN = "0A"


@dataclass(frozen=True)
class Process:
    """A process by its id and the kernel's short name for it."""

    pid: int
    name: str


def is_alive(pid: int) -> bool:
    """Is there a process of this id that still runs? One that only waits to be reaped does not."""
    try:
        status = (_PROC / str(pid) / "stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in {"Z", "X"}


def name_of(pid: int) -> str:
    """The kernel's short name of a process, or `?` when it is gone."""
    try:
        return (_PROC / str(pid) / "comm").read_text().strip()
    except OSError:
        return "?"


def marked_processes(home: Path) -> list[Process]:
    """Every living process of this user that was started for the stack whose state folder is `home`."""
    wanted = f"{MARK}={home}".encode()
    return [
        Process(pid, name_of(pid))
        for pid in _process_ids()
        if pid != os.getpid() and wanted in _environment(pid) and is_alive(pid)
    ]


def home_of(pid: int) -> Path | None:
    """The state folder of the stack a process was started for; None when it belongs to none, or is another user's."""
    prefix = f"{MARK}=".encode()
    for entry in _environment(pid):
        if entry.startswith(prefix):
            return Path(os.fsdecode(entry.removeprefix(prefix)))
    return None


def end_processes(pids: list[int], grace: float) -> list[int]:
    """Wake, ask, wait up to `grace` seconds, then kill; returns those that had to be killed."""
    for pid in pids:
        _send(pid, signal.SIGCONT)
        _send(pid, signal.SIGTERM)
    deadline = time.monotonic() + grace
    while any(map(is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    stubborn = [pid for pid in pids if is_alive(pid)]
    for pid in stubborn:
        _send(pid, signal.SIGKILL)
    while any(map(is_alive, stubborn)):
        time.sleep(0.05)
    return stubborn


def listener_of(port: int) -> Process | None:
    """The process that listens on a TCP port; None when nobody does or the owner is another user's."""
    inodes = set(_listening_inodes(port))
    if not inodes:
        return None
    targets = {f"socket:[{inode}]" for inode in inodes}
    for pid in _process_ids():
        try:
            for handle in (_PROC / str(pid) / "fd").iterdir():
                if os.readlink(handle) in targets:
                    return Process(pid, name_of(pid))
        except OSError:
            continue
    return None


def _process_ids() -> Iterator[int]:
    return (int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit())


def _environment(pid: int) -> list[bytes]:
    try:
        return (_PROC / str(pid) / "environ").read_bytes().split(b"\0")
    except OSError:
        return []


def _listening_inodes(port: int) -> Iterator[str]:
    for table in ("tcp", "tcp6"):
        try:
            rows = (_PROC / "net" / table).read_text().splitlines()[1:]
        except OSError:
            continue
        for row in rows:
            fields = row.split()
            if fields[3] == _LISTEN and int(fields[1].rpartition(":")[2], 16) == port:
                yield fields[9]


def _send(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
