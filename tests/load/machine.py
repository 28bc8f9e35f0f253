"""Which machine and which versions the figures are of."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from tests.load.bench_stack import BenchStack

from local_stack.mongodb import find_server


def describe(stack: BenchStack) -> list[str]:
    """Lines for the head of the report."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    parts = ", ".join(f"{name} {version(name)}" for name in ("nameko", "kombu", "pymongo", "eventlet"))
    return [
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {_processor()}, {platform.system()} {platform.release()}",
        f"Python {platform.python_version()}, {parts}, RabbitMQ {stack.broker_version()}, mongod {_mongod()}",
        "broker, store, 8 service processes and the load generator all on this machine",
    ]


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _mongod() -> str:
    told = subprocess.run([str(find_server()), "--version"], capture_output=True, text=True, check=True).stdout
    return told.split()[2].removeprefix("v")
