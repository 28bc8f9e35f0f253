"""The commands the documents speak of: they exist, explain themselves, and need nothing but a checkout."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from local_stack.settings import HANDED_ON, StackSettings

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = sorted(set(re.findall(r"^([a-z0-9-]+):", MAKEFILE, flags=re.MULTILINE)))
PROMISED = {
    "help install up down status logs demo test check unit integration component contract architecture e2e isolated "
    "bench docs register cases table types lint imports lock clean"
}


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_promised_command_exists() -> None:
    assert set(*(words.split() for words in PROMISED)) <= set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_every_command_can_be_planned(target: str) -> None:
    planned = make("--dry-run", target)
    assert planned.returncode == 0, planned.stderr


def test_make_alone_lists_every_command_with_what_it_does() -> None:
    listed = make().stdout
    explained = re.findall(r"^  make (\S+) +\S", listed, flags=re.MULTILINE)
    assert sorted(explained) == [target for target in TARGETS if target != "ready"]


def test_every_command_but_help_installs_what_is_missing_first() -> None:
    for target, needed in re.findall(r"^([a-z0-9-]+):(.*)$", MAKEFILE, flags=re.MULTILINE):
        if target not in {"help", "install", "ready"}:
            assert needed.split("##")[0].split() == ["ready"], target


def test_continuous_integration_is_make_test_and_asks_nothing(root: Path) -> None:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert (root / ".ci" / "run").stat().st_mode & 0o111
    assert "make --no-print-directory test </dev/null" in script


@pytest.mark.parametrize("script", sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("deploy/*/*.sh")))
def test_every_shell_script_can_be_read_by_the_plainest_shell(root: Path, script: str) -> None:
    assert subprocess.run(["/bin/sh", "-n", str(root / script)], check=False).returncode == 0


def test_the_example_settings_are_those_that_are_read(root: Path) -> None:
    example = (root / ".env.example").read_text(encoding="utf-8")
    documented = set(re.findall(r"^#? ?([A-Z_]+)=", example, flags=re.MULTILINE))
    described = StackSettings.from_environment.__doc__ or ""
    read = set(re.findall(r"\b(?:STACK_[A-Z_]+|CLOCK[A-Z_]*|COUNTY_DIR)\b", described))
    assert documented == read | set(HANDED_ON)
