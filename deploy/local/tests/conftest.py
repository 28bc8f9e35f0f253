"""Real servers and real processes everywhere but in `unit`; each stack has folders and ports of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_stack.testing.whole_stack import WholeStack

sys.path.insert(0, str(Path(__file__).parent))

from scratch_project import ScratchProject  # noqa: E402


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> ScratchProject:
    return ScratchProject(tmp_path_factory.mktemp("project"), ("intake", "assignment"))


@pytest.fixture(scope="module")
def stack(project: ScratchProject) -> Iterator[WholeStack]:
    """A stack of the scratch project that nobody has started yet."""
    stack = WholeStack(project.environment())
    try:
        yield stack
    finally:
        stack.close()
