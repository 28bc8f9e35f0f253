"""Runs the tests folder by folder, each with real servers of its own.

`python -m local_stack.testing.suite [--no-servers] FOLDER…`: each folder in a pytest of its own, one after the other,
so that no folder's settings reach another's and the machine is not overloaded. A skipped test counts as failed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from local_stack.problem import StackProblem
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
    parser.add_argument("folders", nargs="*", help="folders with tests; one without any is left out")
    options = parser.parse_args(arguments)
    folders = [folder for folder in options.folders if has_tests(Path(folder))]
    if not folders:
        print("There are no tests in these folders.", file=sys.stderr)
        return 1
    try:
        return summarise(run_all(folders, servers=not options.no_servers))
    except StackProblem as problem:
        print(problem, file=sys.stderr)
        return 1


def has_tests(folder: Path) -> bool:
    return next(folder.rglob("test_*.py"), None) is not None


def run_all(folders: Sequence[str], servers: bool) -> list[Outcome]:
    """Every folder, also after one failed: the whole picture at once.

    Each gets servers of its own: a broker that has kept hundreds of virtual hosts for earlier tests is slow.
    """
    outcomes = []
    for number, folder in enumerate(folders, 1):
        print(f"\n[{number}/{len(folders)}] {folder}", flush=True)
        if not servers:
            outcomes.append(run_folder(folder, {}))
            continue
        begun = PrivateServers.begin()
        try:
            outcomes.append(run_folder(folder, begun.environment()))
        finally:
            begun.close()
    return outcomes


def run_folder(folder: str, environment: dict[str, str]) -> Outcome:
    """One pytest for one folder."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="test-report-") as scratch:
        report = Path(scratch) / "report.xml"
        command = [sys.executable, "-m", "pytest", folder, "-q", "-p", "no:cacheprovider", "--no-skips"]
        code = subprocess.run(
            [*command, f"--junitxml={report}"], env={**os.environ, **environment}, stdin=subprocess.DEVNULL, check=False
        ).returncode
        passed, failed = counts(report)
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
