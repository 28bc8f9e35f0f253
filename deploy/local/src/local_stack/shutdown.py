"""`down`: everything of this stack ended, in order, and nothing else touched."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from local_stack.problem import StackProblem
from local_stack.process_table import end_processes, marked_processes
from local_stack.settings import StackSettings
from local_stack.supervisor_link import Supervisor

_SERVERS = ("rabbitmq", "mongod")
_LONGEST_STOP = 60.0


def down(settings: StackSettings, say: Callable[[str], None] = print) -> None:
    """Services first, so that they finish what they hold; then broker and store; then the supervisor.

    Nothing runs => says so and is content. Anything still alive at the end => StackProblem.
    """
    supervisor = Supervisor(settings) if settings.supervisor_configuration.exists() else None
    if supervisor is not None and supervisor.pid is None:
        supervisor = None
    if supervisor is not None:
        alive = [state.name for state in supervisor.states().values() if state.pid]
        services = [name for name in alive if name not in (*_SERVERS, "epmd")]
        _stop(supervisor, services)
        say(f"[1/3] Services stopped: {', '.join(services) or 'none ran'}")
        _stop(supervisor, [name for name in _SERVERS if name in alive])
        _stop(supervisor, [name for name in ("epmd",) if name in alive])
        say("[2/3] Broker and store stopped")
        supervisor.shut_down(_LONGEST_STOP)
    leftovers = marked_processes(settings.home)
    if leftovers:
        say(f"      ending {len(leftovers)} processes that were left behind")
        end_processes([process.pid for process in leftovers], grace=20)
    elif supervisor is None:
        say("Nothing was running.")
        return
    if left := marked_processes(settings.home):
        names = ", ".join(f"{process.name} ({process.pid})" for process in left)
        raise StackProblem(f"Still running although told to stop: {names}.")
    say(f"[3/3] Nothing of this stack is running; its data stays in {settings.home}")


def _stop(supervisor: Supervisor, names: Sequence[str]) -> None:
    """All asked at once, then waited for together; the supervisor kills one that takes too long."""
    for name in names:
        supervisor.wake(name)
        supervisor.stop(name)
    end = time.monotonic() + _LONGEST_STOP
    while time.monotonic() < end:
        states = supervisor.states()
        if not any(states[name].pid for name in names):
            return
        time.sleep(0.1)
