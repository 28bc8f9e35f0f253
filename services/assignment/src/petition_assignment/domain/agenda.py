"""Whose turn it is in a case, and by when: worked out from the state and the running clocks.

No open case is without a holder, a next step and a date (事事有人管，件件有着落). Where neither the law nor a promise
sets one (an accepted suggestion before its responsibility is set, a finished case that waits for the bureau), this
system's own 15 days stand in. `NO_LIMIT` is left for closed cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from petition_assignment.domain.clocks import Clock, running
from petition_assignment.domain.states import OPEN, State
from petition_assignment.domain.vocabulary import Nature
from workdays import end_of_day, local_day

NO_LIMIT = datetime(9999, 12, 31, tzinfo=UTC)

PROMISE_COUNTS: frozenset[State] = frozenset({State.ACCEPTED, State.IN_HANDLING, State.OPINION_ISSUED, State.DELIVERED})
"""States in which a promised or statutory date stands in where no legal clock runs."""

STAGES: dict[State, str] = {
    State.AWAITING_ROUTING: "awaiting_routing",
    State.ROUTED: "unsigned",
    State.SIGNED: "to_accept",
    State.OBJECTED: "objected",
    State.ACCEPTED: "in_handling",
    State.IN_HANDLING: "in_handling",
    State.OPINION_ISSUED: "in_handling",
    State.DELIVERED: "in_handling",
    State.COMPLETED: "to_confirm",
    State.CONFIRMED: "closed",
    State.DECLINED: "closed",
    State.CLOSED_ON_SPOT: "closed",
    State.WITHDRAWN: "closed",
    State.DISPOSED: "closed",
}
"""The list in which a case stands."""


HOUSE_DAYS = 15
"""Where neither law nor promise sets a date: so many days, as 第二十二条 gives for handing on. No limit of law."""

OF_THE_REVIEWER = ("K8", "K10")
"""Duties of the level above. They stand in its own list and are no date of the unit that handles the case."""


def holder(state: State, router: str, sender: str, unit: str | None) -> str:
    """The unit that must act next; of a closed case the unit that handled it last."""
    if state is State.AWAITING_ROUTING:
        return router
    if state in (State.OBJECTED, State.COMPLETED):
        return sender
    return unit or router


def due_at(
    state: State, clocks: Sequence[Clock], promised: Iterable[date | None], waiting_since: datetime | None = None
) -> datetime:
    """The next date that counts: the first running duty, else the first promise, else the end of the house days.

    A closed case => NO_LIMIT, unless a duty still runs.
    """
    duties = [
        clock.due_at
        for clock in running(clocks)
        if clock.limit.nature is Nature.DUTY and clock.kind not in OF_THE_REVIEWER
    ]
    if duties:
        return min(duties)
    days = [end_of_day(day) for day in promised if day is not None]
    if days and state in PROMISE_COUNTS:
        return min(days)
    if state not in OPEN or waiting_since is None:
        return NO_LIMIT
    return end_of_day(local_day(waiting_since) + timedelta(days=HOUSE_DAYS))


def lapses_at(clocks: Sequence[Clock]) -> datetime | None:
    """When the next running right ends by itself."""
    return min((clock.due_at for clock in running(clocks) if clock.limit.nature is Nature.RIGHT), default=None)


def reckoned_with(clocks: Sequence[Clock]) -> list[str]:
    """The calendar versions on which running clocks rest."""
    return sorted(
        {
            clock.calendar_version
            for clock in running(clocks)
            if clock.limit.length is not None and not clock.stands_still
        }
    )
