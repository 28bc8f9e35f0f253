"""Pursues a number of requests over one link until each has its answer or the time is over.

1. Send what is due, each request with its key, never more at once than the service has room for.
2. Take what comes back, also late answers to earlier attempts: the key makes them all the same call.
3. No answer in time, a retryable refusal or a lost link: the request is due again after a pause.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from petition_client.errors import AccessDenied, Refused, UnknownService
from petition_client.link import CHANNEL_ERRORS, LINK_ERRORS, LOG_IN_ERRORS, Link
from petition_client.request import PAUSES, Pursuit

WINDOW = 100
"""Requests in flight at once; more would only wait in the service's queue until they expire there."""
INTERNAL_ATTEMPTS = 3
"""A service's own error is rarely gone at the next attempt, but it may be."""


class Conversation:
    """One `call_all`."""

    def __init__(self, link: Link, pursuits: Sequence[Pursuit], seconds: float, attempt_seconds: float) -> None:
        self._link = link
        self._open = list(pursuits)
        self._end = time.monotonic() + seconds
        self._attempt_seconds = attempt_seconds
        self._window = WINDOW
        self._sent: dict[str, Pursuit] = {}

    def hold(self) -> None:
        """Return when all are settled or the time is over."""
        while self._open and (left := self._end - time.monotonic()) > 0:
            try:
                self._link.open(left)
            except LOG_IN_ERRORS as error:
                self._settle_all(AccessDenied(str(error)))
                return
            except LINK_ERRORS:
                time.sleep(min(PAUSES[1], left))
                continue
            try:
                self._send_what_is_due()
                for correlation_id, answer in self._link.receive(self._patience()).items():
                    self._take(correlation_id, answer)
            except CHANNEL_ERRORS as error:
                self._denied(error)
            except LINK_ERRORS:
                self._start_over()
            self._open = [pursuit for pursuit in self._open if not pursuit.settled]

    def _send_what_is_due(self) -> None:
        now = time.monotonic()
        for pursuit in self._open:
            if pursuit.in_flight and pursuit.next_at <= now:
                pursuit.again(now)
        room = self._window - sum(pursuit.in_flight is not None for pursuit in self._open)
        for pursuit in self._open:
            if room > 0 and not pursuit.in_flight and pursuit.next_at <= now:
                self._send(pursuit)
                room -= 1

    def _send(self, pursuit: Pursuit) -> None:
        now = time.monotonic()
        seconds = max(min(self._attempt_seconds, self._end - now), 0.001)
        request = pursuit.request
        body = request.body(datetime.now(UTC) + timedelta(seconds=seconds))
        correlation_id = self._link.send(f"{request.service}.{request.method}", body, seconds)
        self._sent[correlation_id] = pursuit
        pursuit.sent(correlation_id, now + seconds)

    def _patience(self) -> float:
        """How long nothing but an answer can be of interest."""
        now = time.monotonic()
        waiting = [pursuit.next_at for pursuit in self._open if pursuit.in_flight or pursuit.next_at > now]
        return max(min([now + 1.0, self._end, *waiting]) - now, 0.0)

    def _take(self, correlation_id: str, answer: dict[str, Any] | None) -> None:
        pursuit = self._sent.pop(correlation_id, None)
        if pursuit is None or pursuit.settled:
            return
        if answer is None:
            pursuit.settle(UnknownService(pursuit.request.service))
        elif answer["error"] is None:
            pursuit.settle(answer["result"])
        else:
            self._take_refusal(pursuit, _refused(answer["error"]), pursuit.in_flight == correlation_id)

    def _take_refusal(self, pursuit: Pursuit, refused: Refused, newest: bool) -> None:
        """An older attempt's word that it was busy, or came too late, says nothing about the newer one."""
        retryable = refused.retryable and not (refused.code == "INTERNAL" and pursuit.attempts >= INTERNAL_ATTEMPTS)
        if not retryable and (newest or refused.code != "REQUEST_EXPIRED"):
            pursuit.settle(refused)
        elif newest:
            pursuit.result = refused
            pursuit.again(time.monotonic())

    def _denied(self, error: Exception) -> None:
        """The broker closed the channel because of one of those in flight; with one at a time we learn which."""
        in_flight = [pursuit for pursuit in self._open if pursuit.in_flight]
        if len(in_flight) == 1:
            in_flight[0].settle(AccessDenied(str(error)))
        self._window = 1
        self._start_over()

    def _start_over(self) -> None:
        self._link.close()
        self._sent.clear()
        now = time.monotonic()
        for pursuit in self._open:
            if pursuit.in_flight:
                pursuit.again(now)

    def _settle_all(self, result: Exception) -> None:
        for pursuit in self._open:
            pursuit.settle(result)


def _refused(error: dict[str, Any]) -> Refused:
    refusal = error.get("refusal")
    if refusal is None:
        return Refused(error["exc_type"], None, error["value"], error["value"])
    return Refused(**refusal)
