"""pytest plugin: real servers for tests, and no test that is skipped without anybody noticing."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from local_stack.testing.servers import Servers, open_servers

_SERVERS = pytest.StashKey[Servers]()
_SKIPPED = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a skipped or expected-to-fail test fails the run")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_SKIPPED] = []
    config.pluginmanager.register(_SkipWatch(config), "local-stack-skip-watch")


@pytest.fixture(scope="session")
def servers(pytestconfig: pytest.Config) -> Iterator[Servers]:
    """A real broker and a real store for the whole run, started on first use."""
    opened = open_servers(os.environ)
    pytestconfig.stash[_SERVERS] = opened
    try:
        yield opened
    finally:
        del pytestconfig.stash[_SERVERS]
        opened.close()


@pytest.fixture
def vhost(servers: Servers) -> str:
    """URI of a virtual host of this test's own."""
    return servers.new_vhost()


@pytest.fixture
def database(servers: Servers) -> Iterator[str]:
    """Name of a database of this test's own."""
    name = servers.new_database()
    yield name
    servers.drop_database(name)


@pytest.fixture(scope="session")
def kept_database(servers: Servers) -> Iterator[str]:
    """Name of a database that the whole run shares: to be furnished once, and emptied before each test that uses it."""
    name = servers.new_database()
    yield name
    servers.drop_database(name)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A server that an earlier test or its fixtures froze or killed runs again."""
    _mend(item.config)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Fixtures that clean up find the servers running, whatever the test did to them."""
    _mend(item.config)


def _mend(config: pytest.Config) -> None:
    opened = config.stash.get(_SERVERS, None)
    if opened is not None:
        opened.mend()


class _SkipWatch:
    """Counts skipped tests and folders; with --no-skips one is enough to fail the run."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self._forbidden and session.exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for name in self._forbidden:
            terminalreporter.write_line(f"SKIPPED, which counts as failed: {name}", red=True)

    @property
    def _forbidden(self) -> list[str]:
        return self._config.stash[_SKIPPED] if self._config.getoption("--no-skips") else []

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped or (hasattr(report, "wasxfail") and report.outcome != "failed"):
            self._config.stash[_SKIPPED].append(report.nodeid)
