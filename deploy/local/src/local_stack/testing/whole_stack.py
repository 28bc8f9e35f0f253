"""A whole stack of a test's own: other folder, other ports, its own broker and store, beside any that already runs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from local_stack.process_table import is_alive
from local_stack.settings import StackSettings
from local_stack.supervisor_link import ProcessState, Supervisor
from local_stack.testing.port_lease import PortLease
from local_stack.testing.watchdog import Watchdog, discard


class WholeStack:
    """Driven the way a person does it: by `python -m local_stack`."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._lease = PortLease.for_stack()
        self.home = Path(tempfile.mkdtemp(prefix="test-stack-")).resolve()
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("STACK_", "CLOCK"))},
            "STACK_HOME": str(self.home),
            "STACK_PORT_BASE": str(self._lease.base),
            **(environment or {}),
        }
        self._watchdog = Watchdog(self.home)

    @property
    def settings(self) -> StackSettings:
        return StackSettings.from_environment(self.environment)

    @property
    def credentials(self) -> dict[str, Any]:
        """Where its servers are and who logs in with what."""
        stored: dict[str, Any] = json.loads(self.settings.credentials_file.read_text(encoding="utf-8"))
        return stored

    def broker_uri(self, user: str) -> str:
        broker = self.credentials["broker"]
        return f"amqp://{user}:{broker['users'][user]}@{broker['host']}:{broker['port']}/{broker['vhost']}"

    def mongo_uri(self, user: str) -> str:
        mongo = self.credentials["mongo"]
        password = mongo["administrator"] if user == "admin" else mongo["users"][user]
        where = f"{mongo['host']}:{mongo['port']}"
        return f"mongodb://{user}:{password}@{where}/?replicaSet={mongo['replica_set']}&authSource=admin"

    def command(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """`python -m local_stack …` for this stack; its output is kept, its exit code not judged."""
        return subprocess.run(
            [sys.executable, "-m", "local_stack", *arguments],
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        """The same without waiting for its end."""
        return subprocess.Popen(
            [sys.executable, "-u", "-m", "local_stack", *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )

    def up(self, **environment: str) -> str:
        """Start it and wait until it is ready; it is not => AssertionError with what `up` said."""
        finished = self.command("up", **environment)
        if finished.returncode != 0:
            raise AssertionError(f"the stack did not start:\n{finished.stdout}\n{finished.stderr}")
        return finished.stdout

    def processes(self) -> dict[str, ProcessState]:
        """Every process as its supervisor sees it."""
        return Supervisor(self.settings).states()

    def signal(self, process: str, number: signal.Signals) -> None:
        """Send a signal to one process: SIGKILL for a crash, SIGSTOP and SIGCONT for a machine that stands still."""
        os.kill(self.processes()[process].pid, number)

    def supervisor_pid(self) -> int | None:
        pid = Supervisor(self.settings).pid
        return pid if pid is not None and is_alive(pid) else None

    def close(self) -> None:
        """Stop everything and remove the folder, whatever state the stack is in."""
        self.command("down")
        discard(self.home)
        self._watchdog.dismiss()
        self._lease.release()
