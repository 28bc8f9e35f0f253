"""What is looked at before anything is started, so that a start does not fail half-way for a reason one could see."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from local_stack.mongodb import find_server as find_store
from local_stack.ports import require_free
from local_stack.problem import StackProblem
from local_stack.process_plan import PlannedProcess
from local_stack.rabbitmq import find_port_mapper
from local_stack.rabbitmq import find_server as find_broker
from local_stack.secret_files import write_private
from local_stack.settings import StackSettings


def require_programs() -> None:
    """Broker, port mapper and store are installed, or StackProblem."""
    find_broker()
    find_port_mapper()
    find_store()


def require_home(home: Path) -> None:
    """The state folder exists, is ours, and can be written; else StackProblem."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        (home / "log").mkdir(exist_ok=True)
        write_private(home / ".writable", "")
        (home / ".writable").unlink()
    except OSError as error:
        raise StackProblem(
            f"The state folder {home} cannot be written ({error.strerror}): "
            "give yourself the right to, or choose another with STACK_HOME."
        ) from error


def require_space(home: Path, least_megabytes: int) -> None:
    """Enough room on the disk of the state folder: a full disk stops the broker and the store; else StackProblem."""
    free = shutil.disk_usage(home).free // 2**20
    if free < least_megabytes:
        raise StackProblem(
            f"Only {free} MB are free on the disk of {home}, and {least_megabytes} MB are needed: "
            "make room, or put the state folder on another disk with STACK_HOME."
        )


def require_same_ports(settings: StackSettings) -> None:
    """The store knows its own address: once it has data it stays on the ports it began with; else StackProblem."""
    began_with = settings.began_with()
    has_data = (settings.home / "mongo" / "data" / "WiredTiger").exists()
    if has_data and began_with != settings.port_base:
        raise StackProblem(
            f"The state folder {settings.home} was made with STACK_PORT_BASE={began_with}: "
            "use that number again, or another folder with STACK_HOME."
        )


def require_ports(processes: Sequence[PlannedProcess], running: Collection[str]) -> None:
    """No port of a process that is yet to start is taken; else StackProblem saying by whom."""
    for process in processes:
        if process.name not in running:
            for port in process.ports:
                require_free(process.name, port)
