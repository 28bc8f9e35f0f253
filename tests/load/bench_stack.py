"""The stack that is measured: its own, with the county register in force, and what the rows need to reach it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pymongo import MongoClient
from tests.load.process_cost import CpuReading, CpuUse
from tests.load.settling import settle

from local_stack.credentials import Credentials
from local_stack.management_api import ManagementApi
from local_stack.process_plan import service_environment
from local_stack.stack_accounts import stack_credentials
from local_stack.testing.whole_stack import WholeStack

ROOT = Path(__file__).resolve().parents[2]
COUNTY = ROOT / "deploy" / "county" / "pengyang"
OPERATOR = "driver"
THIS_PROCESS = "load generator"


class BenchStack:
    """A running stack on the system's clock."""

    def __init__(self, stack: WholeStack) -> None:
        self.whole = stack
        self._credentials: Credentials = stack_credentials(stack.settings)

    def broker_uri(self, user: str) -> str:
        return self.whole.broker_uri(user)

    def mongo_uri(self, user: str = "admin") -> str:
        return self.whole.mongo_uri(user)

    def environment_of(self, service: str) -> dict[str, str]:
        """What the service's own processes are told."""
        return service_environment(self.whole.settings, service, self._credentials)

    @contextmanager
    def store(self) -> Iterator[MongoClient[dict[str, Any]]]:
        """The store, as its administrator."""
        with MongoClient(self.mongo_uri(), tz_aware=True) as client:
            yield client

    def processes(self) -> dict[str, int]:
        """Process ids by name: services, servers, and this load generator."""
        running = {name: state.pid for name, state in self.whole.processes().items() if state.pid}
        return {**running, THIS_PROCESS: os.getpid()}

    def broker_version(self) -> str:
        credentials = self.whole.credentials["broker"]
        api = ManagementApi(credentials["management_port"], OPERATOR, credentials["users"][OPERATOR])
        return str(api.request("GET", "overview")["rabbitmq_version"])

    def settle(self) -> float:
        """Wait until every event has been applied everywhere; seconds it took."""
        with self.store() as store:
            return settle(store)

    def cost_of(self, work: Callable[[], None], further: Mapping[str, int] | None = None) -> CpuUse:
        """Processor time of every process while `work` runs."""
        processes = {**self.processes(), **(further or {})}
        before = CpuReading.take(processes)
        work()
        return before.until(CpuReading.take(processes))


@contextmanager
def running_stack() -> Iterator[BenchStack]:
    """Start a stack beside any other, load the register, stop it in the end. It does not start => AssertionError."""
    whole = WholeStack({"CLOCK": "system"})
    try:
        whole.up()
        loaded = whole.command("run", "assignment", "load-register", str(COUNTY))
        assert loaded.returncode == 0, loaded.stdout + loaded.stderr
        stack = BenchStack(whole)
        stack.settle()
        yield stack
    finally:
        whole.close()
