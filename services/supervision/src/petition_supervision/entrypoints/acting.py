"""In whose name a command is carried out: the officer it names, of the unit whose system called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from chassis.service import Call
from petition_supervision.application.ports import Work
from petition_supervision.domain.supervision_item import Officer

Data = dict[str, Any]
Kept = TypeVar("Kept")


def officer_of(call: Call) -> Officer:
    """The officer; who may act without one is not asked here."""
    assert call.actor is not None, "a command with roles always names its officer"
    return Officer(call.actor, call.unit)


def by_officer(use_case: Callable[..., Kept], shown: Callable[[Kept], Data]) -> Callable[[Work, Call, Data], Data]:
    """A handler that gives the request to one use case in the officer's name, and answers with what is shown of it."""

    def handle(work: Work, call: Call, data: Data) -> Data:
        return shown(use_case(work, officer_of(call), **data))

    return handle
