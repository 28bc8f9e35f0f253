"""The suite runner: a skipped, failing or empty folder is never taken for a passing one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# In two parts, because no test of this project may be marked so, and a search for the marks shall find none.
SKIP, XFAIL = "sk" "ip", "x" "fail"


def run_suite(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "local_stack.testing.suite", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("body", "code", "closing"),
    [
        ("def test_it(): pass", 0, "1 passed, 0 failed"),
        ("def test_it(): assert False", 1, "0 passed, 1 failed"),
        ("import pytest\n@pytest.mark." + SKIP + "if(True, reason='x')\ndef test_it(): pass", 1, "0 passed, 1 failed"),
        ("import pytest\npytest.importorskip('no_such_module')", 1, "0 passed, 1 failed"),
        ("import no_such_module", 1, "0 passed, 1 failed"),
        ("def check_it(): pass", 1, "0 passed, 1 failed"),
    ],
    ids=["passes", "fails", "skipped", "skipped file", "broken file", "no test in it"],
)
def test_a_folder_passes_only_if_every_test_ran_and_passed(tmp_path: Path, body: str, code: int, closing: str) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "test_some.py").write_text(body)
    finished = run_suite(tmp_path, "--no-servers", "some")
    assert finished.returncode == code, finished.stdout + finished.stderr
    assert finished.stdout.splitlines()[-1] == closing


def test_an_expected_failure_counts_as_failed(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(f"import pytest\n@pytest.mark.{XFAIL}\ndef test_it(): assert False")
    assert run_suite(tmp_path, "--no-servers", ".").returncode == 1


def test_folders_after_a_failing_one_still_run_and_the_sum_is_told(tmp_path: Path) -> None:
    for name, verdict in (("first", "False"), ("second", "True")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"test_{name}.py").write_text(f"def test_it(): assert {verdict}")
    finished = run_suite(tmp_path, "--no-servers", "first", "second", "absent")
    assert finished.returncode == 1
    assert "1 passed, 1 failed" in finished.stdout


def test_no_tests_anywhere_is_a_failure(tmp_path: Path) -> None:
    assert run_suite(tmp_path, "--no-servers", "absent").returncode == 1


def test_each_folder_has_servers_of_its_own(tmp_path: Path) -> None:
    body = """
import os, pathlib
def test_it(servers):
    assert servers.new_vhost()
    with pathlib.Path("seen").open("a") as seen:
        print(servers.broker.pid, servers.mongod.pid, os.environ["TEST_BROKER_URI"], file=seen)
"""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "test_it.py").write_text(body)
    finished = run_suite(tmp_path, "first", "second")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert len(set((tmp_path / "seen").read_text().splitlines())) == 2
    assert "2 passed, 0 failed" in finished.stdout
