"""Waits until nothing is on its way: every event told has been applied by everyone who follows its source."""

from __future__ import annotations

import time
from typing import Any

from petition_client import Client, Request

FOLLOWS = {
    "intake": ("assignment", "supervision"),
    "assignment": ("intake", "supervision"),
    "supervision": ("intake", "assignment"),
    "metrics": ("intake", "assignment", "supervision"),
}
PATIENCE_SECONDS = 180.0
PAUSE_SECONDS = 0.03
"""Before a look while something is on its way; a look costs every service some work, too."""


class NeverQuiet(Exception):
    """Something stayed on its way for too long, or was parked; the message shows every service's status."""


class Quiet:
    """Asks every service for its status over one connection."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._before: dict[str, dict[str, Any]] | None = None

    def wait(self) -> None:
        """Return when all is quiet. A service that does not answer (it may just be starting again) is asked again.

        Events applied by one look must equal events told by the next: what is told in between would show. When the
        clock has moved since the last quiet instant and nobody found anything to do, one look is enough.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            now = self._look()
            if now is not None:
                before, self._before = self._before, now
                if before is not None and _quiet(before, now):
                    return
                if _quiet(now, now):
                    # It may well be: the next look will confirm it.
                    continue
            time.sleep(PAUSE_SECONDS)
        raise NeverQuiet("\n".join(f"{name}: {status}" for name, status in (self._before or {}).items()))

    def _look(self) -> dict[str, dict[str, Any]] | None:
        answers = self._client.call_all([Request(name, "service_status") for name in FOLLOWS], timeout=20)
        if any(isinstance(answer, Exception) for answer in answers):
            return None
        statuses: dict[str, dict[str, Any]] = dict(zip(FOLLOWS, answers, strict=True))  # type: ignore[arg-type]
        if any(status["parked"] for status in statuses.values()):
            raise NeverQuiet("\n".join(f"{name}: {status}" for name, status in statuses.items()))
        return statuses


def _quiet(before: dict[str, dict[str, Any]], now: dict[str, dict[str, Any]]) -> bool:
    """Nothing unsent, held or due; and what was applied at the earlier look is all that was told by the later one."""
    if any(status[part] for status in now.values() for part in ("unsent", "held", "due")):
        return False
    links = [(name, source) for name, sources in FOLLOWS.items() for source in sources]
    return all(before[name]["applied"].get(source, 0) == now[source]["published"] for name, source in links)
