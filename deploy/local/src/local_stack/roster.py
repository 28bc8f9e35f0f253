"""Which services and which process types the stack consists of: the one list that everything else is compared with."""

from __future__ import annotations

from pathlib import Path

SERVICES = ("intake", "assignment", "supervision", "metrics")
PROCESS_TYPES = ("rpc", "worker")
SEALING = ("intake", "assignment", "supervision")
"""Services that seal what they store: each has a master key of its own."""


def installed_services(root: Path) -> tuple[str, ...]:
    """Services below `root` that can be started: those with a `__main__`, the known ones first and in their order."""
    found = {
        path.parents[2].name
        for path in root.glob("services/*/src/petition_*/__main__.py")
        if path.parent.name == f"petition_{path.parents[2].name}"
    }
    known = [service for service in SERVICES if service in found]
    return (*known, *sorted(found - set(known)))


def process_names(services: tuple[str, ...], replicas: int = 1) -> tuple[str, ...]:
    """`intake-rpc`, `intake-worker`, … ; from the second copy on with a number: `intake-rpc-2`."""
    return tuple(
        process_name(service, kind, replica)
        for replica in range(1, replicas + 1)
        for service in services
        for kind in PROCESS_TYPES
    )


def process_name(service: str, kind: str, replica: int = 1) -> str:
    """The name of one process of a service in the supervisor, in logs and in compose."""
    return f"{service}-{kind}" if replica == 1 else f"{service}-{kind}-{replica}"
