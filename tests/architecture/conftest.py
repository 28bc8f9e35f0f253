"""What these tests look at: the files of the repository as they would be committed, and the packages they make up."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def tracked_files() -> list[Path]:
    """Every file that is committed or would be by `git add --all`."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    files = [ROOT / name for name in listed.split("\0") if name]
    return sorted(path for path in files if path.is_file() and not path.is_symlink())


@pytest.fixture(scope="session")
def tracked_texts(tracked_files: list[Path]) -> dict[str, str]:
    """Path below the root -> content, of every file that is text."""
    texts = {}
    for path in tracked_files:
        content = path.read_bytes()
        if b"\0" not in content[:4096]:
            texts[path.relative_to(ROOT).as_posix()] = content.decode("utf-8")
    return texts
