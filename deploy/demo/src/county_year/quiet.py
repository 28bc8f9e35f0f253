"""Waits until nothing is on its way: every event told has been applied by everyone who follows its source."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from petition_client import Client, NoAnswer, Refused, Request

FOLLOWS = {
    "intake": ("assignment", "supervision"),
    "assignment": ("intake", "supervision"),
    "supervision": ("intake", "assignment"),
    "metrics": ("intake", "assignment", "supervision"),
}
PATIENCE_SECONDS = 120.0


class NeverQuiet(Exception):
    """Something stayed on its way for too long, or was parked; the message shows every service's status."""


@dataclass
class Quiet:
    """Asks every service for its status over one connection."""

    client: Client
    pause: float = 0.01

    def wait(self, on_wait: Callable[[], None] = lambda: None) -> None:
        """Return when all is quiet. A service that does not answer (it may just be starting again) is asked again.

        Two looks with the same counts are needed: an event told between the first service's answer and the last
        one's would show in the second.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        before: list[Any] | None = None
        statuses: list[Any] = []
        while time.monotonic() < deadline:
            statuses = list(self.client.call_all([Request(name, "service_status") for name in FOLLOWS], timeout=20))
            if not any(isinstance(status, NoAnswer | Refused) for status in statuses):
                if any(status["parked"] for status in statuses):
                    break
                counts = [_counts(status) for status in statuses]
                if _settled(dict(zip(FOLLOWS, statuses, strict=True))) and counts == before:
                    return
                before = counts
            on_wait()
            time.sleep(self.pause)
        raise NeverQuiet("\n".join(f"{name}: {status}" for name, status in zip(FOLLOWS, statuses, strict=True)))


def _counts(status: dict[str, Any]) -> tuple[Any, ...]:
    return (status["published"], tuple(sorted(status["applied"].items())))


def _settled(statuses: dict[str, dict[str, Any]]) -> bool:
    for name, status in statuses.items():
        if status["unsent"] or status["held"] or status["due"]:
            return False
        if any(status["applied"].get(source, 0) != statuses[source]["published"] for source in FOLLOWS[name]):
            return False
    return True
