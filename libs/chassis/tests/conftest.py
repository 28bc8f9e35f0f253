"""What the chassis's tests need: a corner of real servers, toy services in it, and somebody who calls them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

from toyshop.caller import Caller  # noqa: E402
from toyshop.running import Corner  # noqa: E402

# No deadline: a busy machine is slow, not wrong. No database: a run leaves nothing behind.
settings.register_profile("chassis", deadline=None, database=None)
settings.load_profile("chassis")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test shows the last that its processes logged."""
    report = yield
    if report.failed:
        for given in getattr(item, "funcargs", {}).values():
            corner = getattr(given, "corner", given)
            for running in corner.running if isinstance(corner, Corner) else []:
                lines = running.log.read_text(encoding="utf-8").splitlines()
                report.sections.append((f"{running.log.name} exit {running.process.poll()}", "\n".join(lines[-40:])))
    return report


@pytest.fixture
def corner(servers: Any, tmp_path: Path) -> Iterator[Corner]:
    """A corner of this test's own."""
    opened = Corner(servers, tmp_path)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def caller(corner: Corner) -> Iterator[Callable[[], Caller]]:
    """Makes callers of this test's virtual host."""
    callers: list[Caller] = []

    def make(uri: str = "") -> Caller:
        callers.append(Caller(uri or corner.vhost))
        return callers[-1]

    yield make
    for one in callers:
        one.close()
