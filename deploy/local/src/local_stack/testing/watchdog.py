"""Ends test servers whose test run is gone: killed, crashed or interrupted, it cannot do so itself.

A process of its own that waits for the end of a pipe the test run holds open. A frozen server does not escape it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from local_stack.process_table import end_processes, marked_processes


class Watchdog:
    """Watches over the servers of one folder from the moment it is made."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "local_stack.testing.watchdog", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def dismiss(self) -> None:
        """The servers are gone; the watchdog looks once more and leaves."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(timeout=30)


def discard(folder: Path) -> None:
    """End every process that was started for `folder`, frozen ones too, and remove the folder."""
    end_processes([process.pid for process in marked_processes(folder)], grace=0)
    shutil.rmtree(folder, ignore_errors=True)


def watch(folder: Path) -> None:
    """Wait until nobody holds the other end of standard input, then end what still runs for `folder`."""
    sys.stdin.read()
    discard(folder)


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
