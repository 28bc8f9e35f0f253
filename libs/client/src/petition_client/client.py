"""The calling side: as many calls at once as one likes, each answered once."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from petition_client.conversation import Conversation
from petition_client.errors import NoAnswer
from petition_client.link import Link
from petition_client.request import Pursuit, Request


class Client:
    """Calls services as the agency whose broker user stands in the URI. Not for use by two threads at once."""

    def __init__(self, uri: str, timeout: float = 30.0, attempt_timeout: float = 8.0) -> None:
        """`timeout`: seconds for a whole call, repeated attempts included. `attempt_timeout`: seconds for one."""
        self._timeout = timeout
        self._attempt_timeout = attempt_timeout
        self._link = Link(uri)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def call(
        self,
        service: str,
        method: str,
        data: dict[str, Any] | None = None,
        *,
        actor: str | None = None,
        key: str | None = None,
        expected_version: int | None = None,
        timeout: float | None = None,
    ) -> dict[str, Any]:
        """Call and wait for the answer.

        Refused by the service => Refused. No answer within `timeout` seconds, tried again all that time with the
        same key => NoAnswer. No such service => UnknownService. The account may not do this => AccessDenied.
        """
        request = Request(service, method, data or {}, actor, key, expected_version)
        answer = self.call_all([request], timeout)[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def call_all(
        self, requests: Iterable[Request], timeout: float | None = None
    ) -> Sequence[dict[str, Any] | Exception]:
        """Send all without waiting for one another.

        The answers come in the order of the requests, with an exception in the place of each that has none.
        """
        keyed = [request if request.key else replace(request, key=str(uuid.uuid4())) for request in requests]
        pursuits = [Pursuit(request, NoAnswer(f"{request.service}.{request.method}")) for request in keyed]
        seconds = self._timeout if timeout is None else timeout
        Conversation(self._link, pursuits, seconds, self._attempt_timeout).hold()
        return [pursuit.result for pursuit in pursuits]

    def close(self) -> None:
        """Close the connection; a later call opens a new one."""
        self._link.close()
