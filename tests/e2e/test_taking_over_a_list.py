"""A list of another system is taken over by the command an operator gives, though intake is killed meanwhile."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from county_year.county import County
from county_year.matters import BUREAU
from county_year.quiet import Quiet
from local_stack.testing.whole_stack import WholeStack
from petition_client import Client

ROWS = 600
ROW = {
    "信访日期": "2023-12-20",
    "信访形式": "来信",
    "信访人数": "1",
    "投诉内容": "村道路灯不亮，请求修复。",
    "信访目的代码": "申诉求决",
    "内容分类代码": "010201",
    "问题属地代码": "640425100001",
    "姓名": "测试用名",
    "住址": "白阳镇",
}


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list of so many rows, of which the last has no text."""
    path = tmp_path / "list.csv"
    with path.open("w", encoding="gb18030", newline="") as target:
        writer = csv.DictWriter(target, ["信访件编号", *ROW])
        writer.writeheader()
        writer.writerows({**ROW, "信访件编号": f"HS{number}"} for number in range(ROWS - 1))
        writer.writerow({**ROW, "信访件编号": "HS-bad", "投诉内容": ""})
    return path


def take_over(stack: WholeStack, path: Path, actor: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "local_stack.import_list", str(path), "--actor", actor, "--system", "old_system"],
        env=stack.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_every_row_is_registered_once_though_intake_is_killed_meanwhile(
    stack: WholeStack, client_of: Callable[[str], Client], county: County, listed: Path
) -> None:
    actor = county.officer(BUREAU, "registrar")
    bureau = client_of(BUREAU)
    running = take_over(stack, listed, actor)
    assert running.stdout is not None
    assert "registering" in running.stdout.read(20)
    stack.signal("intake-rpc", signal.SIGKILL)
    told = running.communicate(timeout=180)[0]

    assert running.returncode == 1, told
    assert f"registered {ROWS - 1} " in told and "refused 1" in told
    with listed.with_name("list.csv.refused.csv").open(encoding="utf-8-sig", newline="") as beside:
        (refused,) = csv.DictReader(beside)
    assert (refused["行号"], refused["信访件编号"], refused["列"]) == (str(ROWS + 1), "HS-bad", "投诉内容")
    again = take_over(stack, listed, actor)
    assert f"registered 0 · 早已登记 / registered before {ROWS - 1} · " in again.communicate(timeout=180)[0]
    Quiet(bureau).wait()
