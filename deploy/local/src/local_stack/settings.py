"""Settings of the stack on this machine, read once from the environment."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from local_stack.ports import PortPlan
from local_stack.problem import StackProblem
from local_stack.secret_files import write_private

DEFAULT_PORT_BASE = 27000
_LONGEST_SOCKET_PATH = 95
"""The kernel takes 107 characters; the supervisor first makes its socket under a longer, temporary name."""

_MEMORY = "stack.json"

HANDED_ON = ("LOG_LEVEL", "START_DEADLINE_SECONDS", "RETRY_SECONDS", "RPC_WORKERS", "BATCH_SIZE", "PYTHONPATH", "TZ")
"""Variables that go to the services as they are."""


@dataclass(frozen=True)
class StackSettings:
    """What `up`, `down`, `status` and `logs` need to know of one stack."""

    root: Path
    home: Path
    port_base: int
    replicas: int
    clock: str
    clock_file: Path
    clock_start: str | None
    county: Path
    least_free_megabytes: int
    ready_seconds: float
    handed_on: Mapping[str, str]

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> StackSettings:
        """Read STACK_ROOT (this project), STACK_HOME (`.run`), STACK_PORT_BASE (27000), STACK_REPLICAS (1), CLOCK
        (system), CLOCK_FILE (`clock` in the state folder), CLOCK_START (what a new manual clock shows; default: now),
        COUNTY_DIR (deploy/county/pengyang), STACK_MIN_FREE_MB (1024) and STACK_READY_SECONDS (180).

        What is not set is as it was when this state folder was last started: a stack keeps its ports and its clock.
        A value that cannot be used => StackProblem naming it.
        """
        root = Path(environment.get("STACK_ROOT") or project_root()).resolve()
        home = (root / (environment.get("STACK_HOME") or ".run")).resolve()
        environment = {**_remembered(home), **{name: value for name, value in environment.items() if value}}
        clock = environment.get("CLOCK", "system")
        if clock not in {"system", "manual"}:
            raise StackProblem(f"CLOCK must be `system` or `manual`; it is {clock!r}.")
        return cls(
            root=root,
            home=home,
            port_base=_whole(environment, "STACK_PORT_BASE", DEFAULT_PORT_BASE),
            replicas=_whole(environment, "STACK_REPLICAS", 1, low=1, high=8),
            clock=clock,
            clock_file=home / environment.get("CLOCK_FILE", "clock"),
            clock_start=environment.get("CLOCK_START"),
            county=root / environment.get("COUNTY_DIR", "deploy/county/pengyang"),
            least_free_megabytes=_whole(environment, "STACK_MIN_FREE_MB", 1024),
            ready_seconds=_whole(environment, "STACK_READY_SECONDS", 180),
            handed_on={name: environment[name] for name in HANDED_ON if environment.get(name)},
        )

    def remember(self) -> None:
        """Keep what must stay the same from one command to the next."""
        kept = {
            "STACK_PORT_BASE": str(self.port_base),
            "STACK_REPLICAS": str(self.replicas),
            "CLOCK": self.clock,
            "CLOCK_FILE": str(self.clock_file),
        }
        write_private(self.home / _MEMORY, json.dumps(kept, indent=2) + "\n")

    def began_with(self) -> int:
        """The port base this state folder was made with; the wanted one when it is new."""
        return int(_remembered(self.home).get("STACK_PORT_BASE", self.port_base))

    @property
    def ports(self) -> PortPlan:
        return PortPlan.for_stack(self.port_base)

    @property
    def logs(self) -> Path:
        return self.home / "log"

    @property
    def credentials_file(self) -> Path:
        return self.home / "credentials.json"

    @property
    def secrets(self) -> Path:
        return self.home / "secrets"

    @property
    def supervisor_configuration(self) -> Path:
        return self.home / "supervisord.conf"

    @property
    def supervisor_socket(self) -> Path:
        """In the state folder, or in a private folder with a short name where that path would be too long."""
        near = self.home / "supervisor.sock"
        if len(str(near)) <= _LONGEST_SOCKET_PATH:
            return near
        key = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"local-stack-{os.getuid()}-{key}" / "supervisor.sock"


def project_root() -> Path:
    """The folder above this package, or above the working folder, that holds the services and the compose file."""
    for start in (Path(__file__).resolve(), Path.cwd()):
        for folder in start.parents if start.is_file() else (start, *start.parents):
            if (folder / "docker-compose.yml").is_file() and (folder / "deploy").is_dir():
                return folder
    raise StackProblem("Run this inside the project's folder, or name that folder with STACK_ROOT.")


def _remembered(home: Path) -> dict[str, str]:
    try:
        stored: dict[str, str] = json.loads((home / _MEMORY).read_text(encoding="utf-8"))
        return stored
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise StackProblem(
            f"{home / _MEMORY} cannot be read ({error}); remove it, or choose another STACK_HOME."
        ) from error


def _whole(environment: Mapping[str, str], name: str, default: int, low: int = 0, high: int = 10**9) -> int:
    raw = environment.get(name) or str(default)
    if not raw.isascii() or not raw.isdigit() or not low <= int(raw) <= high:
        raise StackProblem(f"{name} must be a whole number from {low} to {high}; it is {raw!r}.")
    return int(raw)
