"""One virtual environment per service: the locked packages, the libraries, the test servers and that one service.

A service whose tests pass there stands alone: nothing of another service is installed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import venv
from collections.abc import Sequence
from pathlib import Path

from local_stack.problem import StackProblem
from local_stack.settings import StackSettings

_PIP = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]


def interpreter_alone(settings: StackSettings, service: str) -> Path:
    """The interpreter of the service's environment. It cannot be made => StackProblem.

    Made once for each state of the lock and the project files: a copy of the environment that holds no service, and
    the service added to it.
    """
    root, places = settings.root, settings.home / "alone"
    shared = [*sorted(path.parent for path in root.glob("libs/*/pyproject.toml")), root / "deploy" / "local"]
    lock, project = root / "requirements" / "test.lock", root / "services" / service
    without = _state(root, [lock, *(one / "pyproject.toml" for one in shared)])
    base = places / "none"
    if not _is_in(base, without):
        print("Making an environment without any service", flush=True)
        venv.create(base, clear=True, with_pip=True)
        _install(base, ["--require-hashes", "--only-binary=:all:", "-r", str(lock)])
        _install_editable(base, shared)
        _mark(base, without)
    place, state = places / service, without + _state(root, [project / "pyproject.toml"])
    if not _is_in(place, state):
        print(f"Making an environment with {service} alone", flush=True)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, place, symlinks=True)
        _install_editable(place, [project])
        _mark(place, state)
    return place / "bin" / "python"


def _state(root: Path, files: Sequence[Path]) -> str:
    """What an environment was made from; it moves with the folder, which its editable parts point to."""
    return hashlib.sha256(str(root).encode() + b"".join(file.read_bytes() for file in files)).hexdigest()


def _is_in(place: Path, state: str) -> bool:
    stamp = place / "installed"
    return stamp.is_file() and stamp.read_text(encoding="ascii") == state


def _mark(place: Path, state: str) -> None:
    (place / "installed").write_text(state, encoding="ascii")


def _install_editable(place: Path, projects: Sequence[Path]) -> None:
    parts = [part for project in projects for part in ("-e", str(project))]
    _install(place, ["--no-build-isolation", "--no-index", *parts])


def _install(place: Path, arguments: Sequence[str]) -> None:
    command = [str(place / "bin" / "python"), *_PIP, *arguments]
    finished = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if finished.returncode != 0:
        raise StackProblem(f"pip failed:\n{finished.stdout[-2000:]}")
