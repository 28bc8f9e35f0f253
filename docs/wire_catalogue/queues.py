"""The names of every queue the services have on the broker, and the committed list of them."""

from __future__ import annotations

from pathlib import Path

from chassis.service import Service
from chassis.settings import Settings
from chassis.topology import queues_of
from wire_catalogue.contracts import ROOT

LIST = ROOT / "tests" / "contract" / "queues.txt"
HEAD = "# Every queue that was ever released. `python docs/generate.py --lock` adds new ones and takes none away.\n"


def queue_names(declared: list[Service]) -> list[str]:
    """Sorted; with the retry delays every process has when RETRY_SECONDS is not set."""
    servers = {"BROKER_URI": "amqp://", "MONGO_URI": "mongodb://"}
    delays = Settings.from_environment("docs", servers).retry_seconds
    return sorted(queue.name for service in declared for queue in queues_of(service, delays))


def read_queues(path: Path = LIST) -> list[str]:
    """The committed names; none when there is no list yet."""
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="ascii").splitlines() if line and not line.startswith("#")]


def lock_new_queues(declared: list[Service], path: Path = LIST) -> list[str]:
    """Add the names that are not listed yet; returns those."""
    listed = read_queues(path)
    added = [name for name in queue_names(declared) if name not in listed]
    path.write_text(HEAD + "".join(f"{name}\n" for name in sorted([*listed, *added])), encoding="ascii")
    return added
