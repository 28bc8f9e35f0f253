"""Waits until nothing is on its way: every event told has been applied by everyone who follows its source."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from petition_client import Client, Request

Statuses = dict[str, dict[str, Any]]
"""What `service_status` answered, by service."""

FOLLOWS = {
    "intake": ("assignment", "supervision"),
    "assignment": ("intake", "supervision"),
    "supervision": ("intake", "assignment"),
    "metrics": ("intake", "assignment", "supervision"),
}
PATIENCE_SECONDS = 180.0
FIRST_LOOK_SECONDS, PAUSE_SECONDS = 0.08, 0.03
"""Before the first look, and before each further one: no event has arrived everywhere sooner, and looking is work."""


class NeverQuiet(Exception):
    """Something stayed on its way for too long, or was parked; the message shows every service's status."""


class Quiet:
    """Asks every service for its status over one connection."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def wait(self) -> None:
        """Return when all is quiet. A service that does not answer (it may just be starting again) is asked again.

        Every question costs its service some work, so the events are followed: only who is behind is asked how far it
        is, and what it told meanwhile shows who is next. When nobody is, everyone is asked for the whole status.
        Events applied by then must equal events told by the whole status: what is told in between would show.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        seen: Statuses = {}
        pause = FIRST_LOOK_SECONDS
        while time.monotonic() < deadline:
            time.sleep(pause)
            pause = PAUSE_SECONDS
            if behind := _behind(seen, seen):
                seen |= self._ask(behind, brief=True)
                if _behind(seen, seen):
                    continue
            now = self._ask(FOLLOWS, brief=False)
            if any(status["parked"] for status in now.values()):
                raise NeverQuiet(_told(now))
            if not _behind(seen, now) and not any(map(_waits, now.values())):
                return
            seen = now
        raise NeverQuiet(_told(self._ask(FOLLOWS, brief=False)))

    def _ask(self, names: Iterable[str], brief: bool) -> Statuses:
        """The status of each that answered."""
        asked = list(names)
        answers = self._client.call_all(
            [Request(name, "service_status", {"brief": brief}) for name in asked], timeout=20
        )
        return {name: answer for name, answer in zip(asked, answers, strict=True) if not isinstance(answer, Exception)}


def _behind(before: Statuses, now: Statuses) -> set[str]:
    """Who had not applied at the earlier look all that was told by the later one, is seen too early, or not at all."""
    behind = FOLLOWS.keys() - (before.keys() & now.keys())
    for name, sources in FOLLOWS.items():
        for source in sources:
            if behind.isdisjoint((name, source)):
                applied, told = before[name]["applied"][source], now[source]["published"]
                behind |= {name} if applied < told else {source} if applied > told else set()
    return behind


def _waits(status: dict[str, Any]) -> bool:
    return bool(status["unsent"] or status["held"] or status["due"])


def _told(statuses: Statuses) -> str:
    return "\n".join(f"{name}: {status}" for name, status in statuses.items())
