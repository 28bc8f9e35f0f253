"""A call, and what has become of it so far."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

PAUSES = (0.05, 0.2, 0.5, 1.0, 2.0)
"""Seconds before the next attempts of a request."""


@dataclass(frozen=True)
class Request:
    """One call: which service and method, with which data, in whose name, under which idempotency key."""

    service: str
    method: str
    data: dict[str, Any] = field(default_factory=dict)
    actor: str | None = None
    key: str | None = None
    expected_version: int | None = None

    def body(self, expires_at: datetime) -> bytes:
        """The request on the wire; it must not be carried out after `expires_at`."""
        envelope = {
            "actor": self.actor,
            "key": self.key,
            "expected_version": self.expected_version,
            "expires_at": expires_at.isoformat(timespec="milliseconds"),
            "data": self.data,
        }
        kwargs = {name: value for name, value in envelope.items() if value is not None}
        return json.dumps({"args": [], "kwargs": kwargs}).encode()


@dataclass
class Pursuit:
    """A request on its way to an answer: in flight under an id, or waiting for its next attempt, or settled."""

    request: Request
    result: dict[str, Any] | Exception
    attempts: int = 0
    in_flight: str | None = None
    next_at: float = 0.0
    """In flight: when this attempt is given up. Else: when the next one is due."""
    settled: bool = False

    def sent(self, correlation_id: str, give_up_at: float) -> None:
        self.attempts += 1
        self.in_flight = correlation_id
        self.next_at = give_up_at

    def again(self, now: float) -> None:
        """This attempt came to nothing; the next one follows after a pause that grows."""
        self.in_flight = None
        self.next_at = now + PAUSES[min(self.attempts, len(PAUSES)) - 1]

    def settle(self, result: dict[str, Any] | Exception) -> None:
        self.in_flight = None
        self.result = result
        self.settled = True
