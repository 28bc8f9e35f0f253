"""Each service's tests where no other service is installed: what proves that a service stands alone.

`python -m local_stack.testing.isolation [SERVICE…]`: one virtual environment per service with the locked packages, the
libraries, the test servers and that one service; its own tests run there.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from local_stack.mongodb import find_server
from local_stack.problem import StackProblem
from local_stack.roster import installed_services
from local_stack.settings import StackSettings
from local_stack.testing.servers import PrivateServers


def main(arguments: Sequence[str] | None = None) -> int:
    """0 every service passes alone · 1 one does not."""
    parser = argparse.ArgumentParser(prog="local_stack.testing.isolation", description=__doc__)
    parser.add_argument("services", nargs="*", help="all of them unless named")
    options = parser.parse_args(arguments)
    try:
        settings = StackSettings.from_environment()
        services = options.services or installed_services(settings.root)
        interpreters = {service: prepare(settings, service) for service in services}
        servers = PrivateServers.begin()
    except StackProblem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    try:
        codes = {
            service: run_tests(settings.root, service, python, servers.environment())
            for service, python in interpreters.items()
        }
    finally:
        servers.close()
    failed = [service for service, code in codes.items() if code != 0]
    print(f"\n{len(codes) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed or not codes else 0


def prepare(settings: StackSettings, service: str) -> Path:
    """The interpreter of the service's environment, made once for each state of the lock and the project files."""
    root, place = settings.root, settings.home / "isolated" / service
    lock = root / "requirements" / "test.lock"
    projects = [*sorted(path.parent for path in root.glob("libs/*/pyproject.toml")), root / "services" / service]
    projects.append(root / "deploy" / "local")
    content = lock.read_bytes() + b"".join((project / "pyproject.toml").read_bytes() for project in projects)
    mark, stamp = hashlib.sha256(content + str(root).encode()).hexdigest(), place / "installed"
    python = place / "bin" / "python"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == mark:
        return python
    print(f"Making an environment with {service} alone", flush=True)
    venv.create(place, clear=True, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    run_pip([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock)])
    editable = [part for project in projects for part in ("-e", str(project))]
    run_pip([*pip, "--no-build-isolation", "--no-index", *editable])
    stamp.write_text(mark, encoding="ascii")
    return python


def run_pip(command: list[str]) -> None:
    finished = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if finished.returncode != 0:
        raise StackProblem(f"pip failed:\n{finished.stdout[-2000:]}")


def run_tests(root: Path, service: str, python: Path, environment: dict[str, str]) -> int:
    """The service's own tests, with its own interpreter."""
    print(f"\n{service}, alone", flush=True)
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(python), "-m", "pytest", str(root / "services" / service / "tests"), "-q", "-p", "no:cacheprovider"],
        # mongod as a package installs it is not executable; the one this process found is.
        env={**inherited, **environment, "MONGOD": str(find_server())},
        cwd=root,
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
