"""A server process that a test may kill, freeze, thaw and start again."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from local_stack.log_tail import last_lines
from local_stack.process_table import MARK, is_alive


class ServerDied(Exception):
    """A test server ended or did not become ready; the text has the end of its log."""


class ControlledServer:
    """One server process, known by a file with its process id, so that another test process can control it too."""

    def __init__(
        self,
        name: str,
        home: Path,
        command: Sequence[str],
        environment: Mapping[str, str],
        is_ready: Callable[[], bool],
        deadline: float = 120.0,
    ) -> None:
        self.name = name
        self._home = home
        self._command = list(command)
        self._environment = {**os.environ, **environment, MARK: str(home)}
        self._is_ready = is_ready
        self._deadline = deadline
        self._child: subprocess.Popen[bytes] | None = None
        self._frozen = False

    @property
    def pid(self) -> int:
        """Process id of the server; not running => ServerDied."""
        try:
            pid = int(self._pid_file.read_text(encoding="ascii"))
        except (OSError, ValueError) as error:
            raise ServerDied(f"{self.name} was not started") from error
        if not is_alive(pid):
            raise ServerDied(f"{self.name} (process {pid}) is not running; its log ends with:\n{self.log_end()}")
        return pid

    @property
    def runs(self) -> bool:
        """Is there a process, frozen or not?"""
        try:
            return self.pid > 0
        except ServerDied:
            return False

    def launch(self) -> None:
        """Start the process and return at once; already running => nothing."""
        if self.runs:
            return
        self._reap()
        self._home.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as log:
            # A session of its own: the keyboard's interrupt is for the tests, which then stop the server in order.
            self._child = subprocess.Popen(
                self._command,
                cwd=self._home,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._pid_file.write_text(str(self._child.pid), encoding="ascii")
        self._frozen = False

    def wait_until_ready(self) -> None:
        """Wait until the server answers; it died or took too long => ServerDied."""
        end = time.monotonic() + self._deadline
        while not self._is_ready():
            if not self.runs:
                raise ServerDied(f"{self.name} did not start; its log ends with:\n{self.log_end()}")
            if time.monotonic() > end:
                raise ServerDied(f"{self.name} is not ready after {self._deadline:.0f} s:\n{self.log_end()}")
            time.sleep(0.05)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.launch()
        self.wait_until_ready()

    def kill(self) -> None:
        """End it as a power cut would, and wait until it is gone."""
        pid = self.pid
        os.kill(pid, signal.SIGKILL)
        self._wait_gone(pid)
        self._frozen = False

    def stop(self) -> None:
        """End it in order, and wait until it is gone."""
        pid = self.pid
        self.thaw()
        os.kill(pid, signal.SIGTERM)
        self._wait_gone(pid)

    def freeze(self) -> None:
        """Stop its time, as a suspended machine would: connections stay open and nothing is answered."""
        os.kill(self.pid, signal.SIGSTOP)
        self._frozen = True

    def thaw(self) -> None:
        """Let it go on; not frozen or not running => nothing."""
        if self._frozen and self.runs:
            os.kill(self.pid, signal.SIGCONT)
        self._frozen = False

    def mend(self) -> None:
        """Thaw it, or start it again if it is dead: whatever a test did, the next one finds it running."""
        self.thaw()
        if not self.runs:
            self.start()

    def log_end(self, lines: int = 15) -> str:
        return last_lines(self._log, lines)

    @property
    def _pid_file(self) -> Path:
        return self._home / f"{self.name}.pid"

    @property
    def _log(self) -> Path:
        return self._home / f"{self.name}.log"

    def _wait_gone(self, pid: int) -> None:
        end = time.monotonic() + self._deadline
        while is_alive(pid):
            if time.monotonic() > end:
                raise ServerDied(f"{self.name} (process {pid}) does not end")
            time.sleep(0.02)
        self._reap()

    def _reap(self) -> None:
        if self._child is not None and self._child.poll() is not None:
            self._child = None
