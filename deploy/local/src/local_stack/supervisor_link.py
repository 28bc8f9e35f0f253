"""Talking to the supervisor: over a socket that only the owner of the state folder can open, never the network."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
import xmlrpc.client
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from supervisor.xmlrpc import Faults, SupervisorTransport

from local_stack.log_tail import last_lines
from local_stack.problem import StackProblem
from local_stack.process_plan import PlannedProcess
from local_stack.process_table import MARK, is_alive
from local_stack.secret_files import keep_secret, write_private
from local_stack.settings import StackSettings
from local_stack.supervisor_config import USER, render

_QUIET_FAULTS = {Faults.ALREADY_STARTED, Faults.NOT_RUNNING}


@dataclass(frozen=True)
class ProcessState:
    """One process as the supervisor sees it; `state` in STOPPED STARTING RUNNING BACKOFF STOPPING EXITED FATAL."""

    name: str
    state: str
    pid: int
    since: int
    exit_status: int
    complaint: str


class Supervisor:
    """The supervisor of one stack; it need not run."""

    def __init__(self, settings: StackSettings) -> None:
        self._settings = settings
        settings.secrets.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._password = keep_secret(settings.secrets / "supervisor.password")

    @property
    def pid(self) -> int | None:
        """The running supervisor's process id."""
        try:
            pid = int(self._call("getPID"))
        except (OSError, http.client.HTTPException):
            return None
        return pid if is_alive(pid) else None

    def configure(self, processes: Sequence[PlannedProcess]) -> None:
        """Start the supervisor if it does not run, and make its list of processes exactly this one.

        A process whose configuration changed is stopped; starting it is another step. Did not start => StackProblem.
        """
        write_private(self._settings.supervisor_configuration, render(self._settings, processes, self._password))
        if self.pid is None:
            self._launch()
            return
        [[added, changed, removed]] = self._call("reloadConfig")
        for name in (*changed, *removed):
            self._call("stopProcessGroup", name)
            self._call("removeProcessGroup", name)
        for name in (*added, *changed):
            self._call("addProcessGroup", name)

    def states(self) -> dict[str, ProcessState]:
        """Every process, by name."""
        return {
            row["name"]: ProcessState(
                name=row["name"],
                state=row["statename"],
                pid=row["pid"],
                since=row["start"],
                exit_status=row["exitstatus"],
                complaint=row["spawnerr"],
            )
            for row in self._call("getAllProcessInfo")
        }

    def start(self, name: str) -> None:
        """Ask for a process to be started; returns at once. One that keeps failing gets a fresh start."""
        if self.states()[name].state == "BACKOFF":
            self._quietly("stopProcess", name)
        self._quietly("startProcess", name)

    def stop(self, name: str) -> None:
        """Ask for a process to be stopped; returns at once."""
        self._quietly("stopProcess", name)

    def wake(self, name: str) -> None:
        """Let a process go on that somebody froze, so that it hears what it is told next."""
        try:
            self._call("signalProcess", name, "CONT")
        except xmlrpc.client.Fault as fault:
            if fault.faultCode not in _QUIET_FAULTS:
                raise StackProblem(f"The supervisor cannot wake {name}: {fault.faultString}.") from fault

    def shut_down(self, deadline: float) -> None:
        """End the supervisor itself and wait for it; still there after `deadline` seconds => StackProblem."""
        pid = self.pid
        if pid is None:
            return
        self._call("shutdown")
        end = time.monotonic() + deadline
        while is_alive(pid):
            if time.monotonic() > end:
                raise StackProblem(f"The supervisor (process {pid}) does not stop; end it with `kill {pid}`.")
            time.sleep(0.05)

    def _quietly(self, method: str, name: str) -> None:
        try:
            self._call(method, name, False)
        except xmlrpc.client.Fault as fault:
            if fault.faultCode not in _QUIET_FAULTS:
                raise StackProblem(f"The supervisor refuses {method} for {name}: {fault.faultString}.") from fault

    def _call(self, method: str, *arguments: Any) -> Any:
        transport = SupervisorTransport(USER, self._password, f"unix://{self._settings.supervisor_socket}")
        proxy = xmlrpc.client.ServerProxy("http://127.0.0.1", transport=transport)
        try:
            return getattr(proxy.supervisor, method)(*arguments)
        finally:
            transport.close()

    def _launch(self) -> None:
        socket = self._settings.supervisor_socket
        socket.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if socket.parent.stat().st_uid != os.getuid():
            raise StackProblem(f"{socket.parent} belongs to somebody else; choose a shorter STACK_HOME.")
        command = [sys.executable, "-m", "supervisor.supervisord", "-c", str(self._settings.supervisor_configuration)]
        # A child inherits nothing of the shell that happened to start the stack, so every start is the same.
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": os.environ.get("LANG", "C.UTF-8"),
            "HOME": os.environ.get("HOME", "/"),
            MARK: str(self._settings.home),
        }
        started = subprocess.run(
            command, env=environment, cwd=self._settings.root, capture_output=True, text=True, timeout=60, check=False
        )
        end = time.monotonic() + 20
        while started.returncode == 0 and time.monotonic() < end:
            if self.pid is not None:
                return
            time.sleep(0.05)
        words = started.stderr.strip() or last_lines(self._settings.logs / "supervisor.log", 5)
        raise StackProblem(f"The supervisor did not start: {words}")
