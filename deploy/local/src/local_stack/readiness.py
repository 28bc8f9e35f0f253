"""Waiting for processes, and saying which one failed and why."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Mapping

from local_stack.log_tail import last_lines
from local_stack.ports import LOOPBACK
from local_stack.problem import StackProblem
from local_stack.settings import StackSettings
from local_stack.supervisor_link import ProcessState, Supervisor

_LOOK_EVERY = 0.1
_LINES = 12


def answers_ready(port: int | None) -> bool:
    """Does the process behind this health port say that it can work?"""
    return port is not None and ready_answer(port) == 200


def ready_answer(port: int) -> int | None:
    """The status of GET /ready; None when nobody answers."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", "/ready")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def wait_for(
    settings: StackSettings,
    supervisor: Supervisor,
    checks: Mapping[str, Callable[[], bool]],
    seconds: float,
    tell: Callable[[str], None] = lambda name: None,
) -> None:
    """Wait until each named process passes its check; `tell` is called with each name as it does.

    A process that died, or `seconds` without success => StackProblem with the process's name and last log lines.
    """
    waiting = dict(checks)
    end = time.monotonic() + seconds
    while True:
        for name in [name for name, passes in waiting.items() if passes()]:
            del waiting[name]
            tell(name)
        if not waiting:
            return
        states = supervisor.states()
        for name in waiting:
            if states[name].state in {"BACKOFF", "FATAL", "EXITED", "STOPPED"}:
                raise StackProblem(_died(settings, states[name]))
        if time.monotonic() > end:
            name = next(iter(waiting))
            raise StackProblem(
                f"{name} runs but is not ready after {seconds:.0f} s; {_end_of_log(settings, name)}"
            )
        time.sleep(_LOOK_EVERY)


def _died(settings: StackSettings, state: ProcessState) -> str:
    why = state.complaint or f"exit status {state.exit_status}"
    return f"{state.name} does not stay up ({why}); {_end_of_log(settings, state.name)}"


def _end_of_log(settings: StackSettings, name: str) -> str:
    log = settings.logs / f"{name}.log"
    return f"the end of {log}:\n{last_lines(log, _LINES)}"
