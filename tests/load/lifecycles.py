"""What one caller does again and again: registering, the short way through intake alone, the whole way."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from tests.load.matters import Docket

from county_year.matters import BUREAU, Matter
from petition_client import Client, Refused

AFTER_ROUTING = ("sign", "accept", "set_responsibility", "issue_opinion", "deliver", "complete", "confirm")
POLL_SECONDS = (0.005, 0.01, 0.02, 0.05)
PATIENCE_SECONDS = 60.0
CALL_SECONDS = 120.0
"""On an overloaded machine a call is slow and not lost."""


class WrongEnd(Exception):
    """A lifecycle ended in another state than it must."""


class Officers:
    """The officers of one caller: they speak in the name of several units, each by its own connection."""

    def __init__(self, docket: Docket, uri_of: Callable[[str], str], pattern: int) -> None:
        self._docket = docket
        self._uri_of = uri_of
        self._pattern = pattern
        self._clients: dict[str, Client] = {}
        self._client_of(BUREAU)

    def new_matter(self) -> Matter:
        return self._docket.next_matter(self._pattern)

    def take(self, matter: Matter, action: str) -> dict[str, Any]:
        """Take one step of a matter; the answer."""
        caller, step, request = self._docket.request(matter, action)
        answer = self._client_of(caller).call(
            request.service, request.method, request.data, actor=request.actor, key=request.key
        )
        self._docket.calls.learn(step, answer)
        return answer

    def ask(self, service: str, method: str, data: dict[str, Any], role: str) -> dict[str, Any]:
        """A query of the bureau's."""
        actor = self._docket.county.officer(BUREAU, role)
        return self._client_of(BUREAU).call(service, method, data, actor=actor)

    def close(self) -> None:
        for client in self._clients.values():
            client.close()

    def _client_of(self, unit: str) -> Client:
        if unit not in self._clients:
            self._clients[unit] = Client(self._uri_of(unit), timeout=CALL_SECONDS)
        return self._clients[unit]


class Registering(Officers):
    """One call: register_petition."""

    def call(self) -> None:
        self.take(self.new_matter(), "register")


class ShortLifecycle(Officers):
    """Four calls of intake: register, decide first or repeat, settle on the spot, read back settled."""

    def call(self) -> None:
        matter = self.new_matter()
        case_no = self.take(matter, "register")["case_no"]
        self.take(matter, "decide")
        self.take(matter, "settle")
        _check(
            self.ask("intake", "get_petition", {"case_no": case_no}, "registrar")["state"]["code"], "settled_on_spot"
        )


class WholeLifecycle(Officers):
    """Ten commands of two services and the reading back; `polls` counts the questions whether routing may begin."""

    polls = 0

    def call(self) -> None:
        matter = self.new_matter()
        case_no = self.take(matter, "register")["case_no"]
        self.take(matter, "decide")
        self._wait_until_decided(case_no)
        for action in ("route", *AFTER_ROUTING):
            self.take(matter, action)
        _check(self.ask("assignment", "get_case", {"case_no": case_no}, "dispatcher")["state"], "confirmed")

    def _wait_until_decided(self, case_no: str) -> None:
        """Assignment learns of the petition, and that it is no repeat, by events."""
        end = time.monotonic() + PATIENCE_SECONDS
        look = 0
        while not self._is_decided(case_no):
            if time.monotonic() > end:
                raise WrongEnd(f"{case_no} cannot be routed after {PATIENCE_SECONDS:.0f} s")
            time.sleep(POLL_SECONDS[min(look, len(POLL_SECONDS) - 1)])
            look += 1

    def _is_decided(self, case_no: str) -> bool:
        self.polls += 1
        try:
            case = self.ask("assignment", "get_case", {"case_no": case_no}, "dispatcher")
        except Refused as refused:
            if refused.code != "NOT_FOUND":
                raise
            return False
        return case["petition"]["first_or_repeat"] is not None


def _check(state: str, expected: str) -> None:
    if state != expected:
        raise WrongEnd(f"the final state is {state!r} and must be {expected!r}")
