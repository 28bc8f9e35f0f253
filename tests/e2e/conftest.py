"""End to end: a whole stack of the tests' own, driven from outside as agencies and operators would.

Everything is real: eight service processes, a broker, a store. Faults are injected by killing processes. The stack
follows a manual clock; tests in this folder run in the order of their files and share its year.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from county_year.county import County  # noqa: E402
from local_stack.testing.whole_stack import WholeStack  # noqa: E402
from petition_client import Client  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
REGISTER = ROOT / "deploy" / "county" / "pengyang"
NEW_YEAR = "2023-12-31T16:00:00.000+00:00"


@pytest.fixture(scope="session")
def stack() -> Iterator[WholeStack]:
    """A running stack with the county register loaded, at the beginning of the year."""
    whole = WholeStack({"CLOCK": "manual", "CLOCK_START": NEW_YEAR})
    try:
        whole.up()
        loaded = whole.command("run", "assignment", "load-register", str(REGISTER))
        assert loaded.returncode == 0, loaded.stdout + loaded.stderr
        yield whole
    finally:
        whole.close()


@pytest.fixture(scope="session")
def county() -> County:
    return County(REGISTER)


@pytest.fixture(scope="session")
def client_of(stack: WholeStack) -> Iterator[Callable[[str], Client]]:
    """The client of a unit's own system, by the unit's code."""
    clients: dict[str, Client] = {}

    def of(unit: str) -> Client:
        if unit not in clients:
            clients[unit] = Client(stack.broker_uri(unit), timeout=60)
        return clients[unit]

    yield of
    for client in clients.values():
        client.close()


@pytest.fixture
def county_year(stack: WholeStack) -> Callable[..., subprocess.Popen[str]]:
    """Start the replay, or another of its commands, against this stack."""

    def start(*arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-u", "-m", "county_year", *arguments],
            env=stack.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return start
