"""A case in each of its states, reached on the ordinary way."""

from collections.abc import Callable

from assignment_world import World

from petition_assignment.domain.states import State

STATES: dict[State, Callable[[], World]] = {
    State.AWAITING_ROUTING: lambda: World().opened().decided(),
    State.ROUTED: lambda: World().routed(),
    State.SIGNED: lambda: World().signed(),
    State.OBJECTED: lambda: World().objected(),
    State.ACCEPTED: lambda: World().accepted(),
    State.IN_HANDLING: lambda: World().in_handling(),
    State.OPINION_ISSUED: lambda: World().opinion_issued(),
    State.DELIVERED: lambda: World().delivered(),
    State.COMPLETED: lambda: World().completed(),
    State.CONFIRMED: lambda: World().confirmed(),
    State.DECLINED: lambda: World().declined(),
    State.CLOSED_ON_SPOT: lambda: World().closed_on_spot(),
    State.WITHDRAWN: lambda: World().withdrawn(),
    State.DISPOSED: lambda: World().disposed(),
}

BEFORE_ACCEPTANCE = {State.AWAITING_ROUTING, State.ROUTED, State.SIGNED, State.OBJECTED}
STILL_OPEN = BEFORE_ACCEPTANCE | {
    State.ACCEPTED,
    State.IN_HANDLING,
    State.OPINION_ISSUED,
    State.DELIVERED,
    State.COMPLETED,
}
