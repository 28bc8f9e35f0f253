"""The image file: linted, locked, without root, and built from files that the build may see."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def dockerfile(root: Path) -> str:
    return (root / "deploy" / "docker" / "service.Dockerfile").read_text(encoding="utf-8")


def test_the_linter_finds_nothing(root: Path) -> None:
    linter = Path(sysconfig.get_path("scripts")) / "hadolint"
    checked = subprocess.run(
        [str(linter), str(root / "deploy" / "docker" / "service.Dockerfile")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_every_package_is_installed_with_its_hash(dockerfile: str) -> None:
    for command in re.findall(r"pip install[^&]*", dockerfile.replace("\\\n", " ")):
        assert "--require-hashes" in command or "--no-index" in command, command
        assert "--no-deps" in command, command


def test_both_kinds_of_image_run_without_root(dockerfile: str) -> None:
    stages = dict(re.findall(r"^FROM \S+ AS (\w+)\n(.*?)(?=^FROM |\Z)", dockerfile, flags=re.DOTALL | re.MULTILINE))
    for name in ("service", "operations"):
        assert re.search(r"^USER 10001:10001$", stages[name], flags=re.MULTILINE), name


def test_the_base_image_is_the_python_the_project_is_made_for(dockerfile: str) -> None:
    assert set(re.findall(r"^FROM (python\S+)", dockerfile, flags=re.MULTILINE)) == {"python:3.11-slim"}


def test_everything_that_is_copied_exists_and_is_sent_to_the_build(root: Path, dockerfile: str) -> None:
    allowed = [
        line.removeprefix("!")
        for line in (root / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    ]
    for line in re.findall(r"^COPY (?!--from)(.+)$", dockerfile, flags=re.MULTILINE):
        for source in line.split()[:-1]:
            source = source.replace("${SERVICE}", "intake")
            assert (root / source).exists(), source
            assert any(source == path or source.startswith(f"{path}/") for path in allowed), source
