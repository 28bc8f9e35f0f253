"""Free ports below 32768 that no other test run takes at the same time."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from local_stack.ports import PortPlan, is_free
from local_stack.problem import StackProblem

SERVER_BASES = range(26000, 27000, 10)
STACK_BASES = range(21000, 26000, 1000)
_PROCESSES = 40


class PortLease:
    """Holds the ports of one base for as long as the object lives or until `release`."""

    def __init__(self, bases: range, plan: Callable[[int], PortPlan], http_ports: int) -> None:
        folder = Path(tempfile.gettempdir()) / f"local-stack-ports-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        for base in bases:
            handle = os.open(folder / str(base), os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(handle)
                continue
            self.base = base
            self.ports = plan(base)
            self._handle = handle
            if self._all_free(http_ports):
                return
            os.close(handle)
        raise StackProblem(f"No free ports for tests between {bases.start} and {bases.stop}; what is running there?")

    @classmethod
    def for_servers(cls) -> PortLease:
        """Ten neighbouring ports for a broker and a store."""
        return cls(SERVER_BASES, PortPlan.compact, http_ports=0)

    @classmethod
    def for_stack(cls) -> PortLease:
        """The ports of a whole stack; `base` is its STACK_PORT_BASE."""
        return cls(STACK_BASES, PortPlan.for_stack, http_ports=_PROCESSES)

    def release(self) -> None:
        os.close(self._handle)

    def _all_free(self, http_ports: int) -> bool:
        servers = [port for ports in self.ports.servers().values() for port in ports]
        return all(map(is_free, [*servers, *(self.ports.http(index) for index in range(http_ports))]))
