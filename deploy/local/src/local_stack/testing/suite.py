"""Runs the tests folder by folder, each with real servers of its own.

`python -m local_stack.testing.suite [--no-servers] [--alone] FOLDER…`: each folder in a pytest of its own, so that no
folder's settings reach another's; as many side by side as there are processors, started in the order given. With
`--alone` the tests of a service run where no other service is installed. A skipped test counts as failed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from local_stack.mongodb import find_server
from local_stack.problem import StackProblem
from local_stack.settings import StackSettings
from local_stack.testing.isolation import interpreter_alone
from local_stack.testing.servers import PrivateServers

_NOTHING_COLLECTED = 5


@dataclass(frozen=True)
class Outcome:
    """What one folder's tests came to."""

    folder: str
    passed: int
    failed: int
    seconds: float
    exit_code: int

    @property
    def well(self) -> bool:
        return self.exit_code == 0


def main(arguments: Sequence[str] | None = None) -> int:
    """0 every test of every folder passed · 1 otherwise. Ends with a line `N passed, N failed`."""
    parser = argparse.ArgumentParser(prog="local_stack.testing.suite", description=__doc__)
    parser.add_argument("--no-servers", action="store_true", help="these tests need neither broker nor store")
    parser.add_argument("--alone", action="store_true", help="a service's tests with no other service installed")
    parser.add_argument("folders", nargs="*", help="folders with tests; one without any is left out")
    options = parser.parse_args(arguments)
    folders = [folder for folder in options.folders if has_tests(Path(folder))]
    if not folders:
        print("There are no tests in these folders.", file=sys.stderr)
        return 1
    try:
        pythons = interpreters(folders) if options.alone else {}
        return summarise(run_all(folders, pythons, servers=not options.no_servers))
    except StackProblem as problem:
        print(problem, file=sys.stderr)
        return 1


def interpreters(folders: Sequence[str]) -> dict[str, Path]:
    """The interpreter of each folder that belongs to a service: one where it is installed alone."""
    settings = StackSettings.from_environment()
    owners = {folder: Path(folder).parts for folder in folders}
    return {
        folder: interpreter_alone(settings, parts[1]) for folder, parts in owners.items() if parts[0] == "services"
    }


def has_tests(folder: Path) -> bool:
    return next(folder.rglob("test_*.py"), None) is not None


def run_all(folders: Sequence[str], pythons: Mapping[str, Path], servers: bool) -> list[Outcome]:
    """Every folder, also after one failed: the whole picture at once.

    Each gets servers of its own: a broker that has kept hundreds of virtual hosts for earlier tests is slow.
    """

    def run(folder: str) -> Outcome:
        python = str(pythons.get(folder, sys.executable))
        if not servers:
            return run_folder(folder, python, {})
        begun = PrivateServers.begin()
        try:
            # mongod as a package installs it is not executable; the one this process found is.
            return run_folder(folder, python, {**begun.environment(), "MONGOD": str(find_server())})
        finally:
            begun.close()

    with ThreadPoolExecutor(os.cpu_count()) as lanes:
        return list(lanes.map(run, folders))


def run_folder(folder: str, python: str, environment: dict[str, str]) -> Outcome:
    """One pytest for one folder; what it prints comes in one piece when it is done."""
    begun = time.monotonic()
    print(f"{folder} …", flush=True)
    with tempfile.TemporaryDirectory(prefix="test-report-") as scratch:
        report = Path(scratch) / "report.xml"
        command = [python, "-m", "pytest", folder, "-q", "-p", "no:cacheprovider", "--no-skips"]
        finished = subprocess.run(
            [*command, f"--junitxml={report}"],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        code = finished.returncode
        passed, failed = counts(report)
    print(f"\n{folder}\n{finished.stdout.decode(errors='replace')}", flush=True)
    if code == _NOTHING_COLLECTED:
        print(f"No test was collected from {folder}, although it has test files.", file=sys.stderr)
    return Outcome(folder, passed, max(failed, 1) if code else failed, time.monotonic() - begun, code)


def counts(report: Path) -> tuple[int, int]:
    """(passed, failed) of a JUnit report; errors and skipped tests are failed ones; no report => (0, 0)."""
    if not report.is_file():
        return 0, 0
    # The file was written a moment ago by our own child.
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # noqa: S314
    tests = failed = 0
    for suite in suites:
        tests += int(suite.get("tests", 0))
        failed += sum(int(suite.get(kind, 0)) for kind in ("failures", "errors", "skipped"))
    return max(0, tests - failed), failed


def summarise(outcomes: Sequence[Outcome]) -> int:
    """Print one line per folder and the sum; returns the exit code."""
    width = max(len(outcome.folder) for outcome in outcomes)
    print()
    for outcome in outcomes:
        verdict = "ok" if outcome.well else "FAILED"
        print(
            f"{outcome.folder:{width}}  {verdict:6}  {outcome.passed:5} passed  {outcome.failed:3} failed"
            f"  {outcome.seconds:6.1f} s"
        )
    passed, failed = (sum(getattr(outcome, name) for outcome in outcomes) for name in ("passed", "failed"))
    print(f"\n{passed} passed, {failed} failed", flush=True)
    return 0 if all(outcome.well for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
