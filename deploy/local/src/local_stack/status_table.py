"""`status`: one line per process."""

from __future__ import annotations

import time
from collections.abc import Callable

from local_stack.credentials import Addresses, Credentials
from local_stack.ports import LOOPBACK, accepts
from local_stack.process_plan import PlannedProcess, server_processes, service_processes
from local_stack.readiness import ready_answer
from local_stack.roster import installed_services
from local_stack.settings import StackSettings
from local_stack.supervisor_link import ProcessState, Supervisor

_ROW = "{:22} {:10} {:>8} {:>10} {:>7}  {}"


def show_status(settings: StackSettings, say: Callable[[str], None] = print) -> bool:
    """Print name, state, pid, time since the start, port and readiness; True when every process is ready."""
    states: dict[str, ProcessState] = {}
    if settings.supervisor_configuration.exists():
        supervisor = Supervisor(settings)
        if supervisor.pid is not None:
            states = supervisor.states()
    say(_ROW.format("process", "state", "pid", "up", "port", "ready"))
    healthy = True
    for process in _planned(settings):
        state = states.get(process.name)
        running = state is not None and state.state == "RUNNING"
        ready = _readiness(process) if running else "no"
        healthy = healthy and ready == "yes"
        say(
            _ROW.format(
                process.name,
                state.state.lower() if state else "stopped",
                state.pid if state and state.pid else "-",
                _elapsed(time.time() - state.since) if running and state else "-",
                process.ports[0],
                ready,
            )
        )
    return healthy


def _planned(settings: StackSettings) -> list[PlannedProcess]:
    services = installed_services(settings.root)
    nobody = dict.fromkeys((f"svc_{service}" for service in services), "")
    addresses = Addresses(LOOPBACK, settings.ports.amqp, LOOPBACK, settings.ports.mongo, settings.ports.management)
    unnamed = Credentials(addresses, nobody, nobody, "")
    return [*server_processes(settings), *service_processes(settings, services, unnamed)]


def _readiness(process: PlannedProcess) -> str:
    if process.health_port is None:
        return "yes" if accepts(process.ports[0]) else "no"
    answer = ready_answer(process.health_port)
    return "yes" if answer == 200 else f"no ({answer or 'no answer'})"


def _elapsed(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
