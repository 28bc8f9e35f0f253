"""The supervisor's configuration file, written from the process plan."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence

from local_stack.process_plan import PlannedProcess
from local_stack.settings import StackSettings

LOG_BYTES = 10_000_000
USER = "local"


def render(settings: StackSettings, processes: Sequence[PlannedProcess], password: str) -> str:
    """The whole file. It holds passwords: store it privately.

    Nothing starts by itself: `up` starts the processes in their order and looks at each. Once running, a process
    that dies is started again.
    """
    # The supervisor warns whoever runs it as root without saying so.
    as_user = "user=root\n" if os.getuid() == 0 else ""
    head = (
        "[unix_http_server]\n"
        f"file={_literal(str(settings.supervisor_socket))}\n"
        "chmod=0700\n"
        f"username={USER}\n"
        f"password={password}\n\n"
        "[rpcinterface:supervisor]\n"
        "supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface\n\n"
        "[supervisord]\n"
        f"{as_user}"
        f"directory={_literal(str(settings.root))}\n"
        f"logfile={_literal(str(settings.logs / 'supervisor.log'))}\n"
        f"logfile_maxbytes={LOG_BYTES}\n"
        "logfile_backups=1\n"
        f"pidfile={_literal(str(settings.home / 'supervisord.pid'))}\n"
        f"childlogdir={_literal(str(settings.logs))}\n"
        "umask=077\n"
        "identifier=petition\n"
    )
    return head + "".join(_program(settings, process) for process in processes)


def _program(settings: StackSettings, process: PlannedProcess) -> str:
    return (
        f"\n[program:{process.name}]\n"
        f"command={_literal(shlex.join(process.command))}\n"
        f"directory={_literal(str(process.directory))}\n"
        f"environment={_environment(process.environment)}\n"
        "autostart=false\n"
        "autorestart=true\n"
        "startsecs=1\n"
        "startretries=2\n"
        "stopsignal=TERM\n"
        f"stopwaitsecs={process.stop_seconds}\n"
        "killasgroup=true\n"
        "redirect_stderr=true\n"
        f"stdout_logfile={_literal(str(settings.logs / process.name))}.log\n"
        f"stdout_logfile_maxbytes={LOG_BYTES}\n"
        "stdout_logfile_backups=1\n"
    )


def _environment(values: Mapping[str, str]) -> str:
    return ",".join(f'{name}="{_literal(_quotable(name, value))}"' for name, value in sorted(values.items()))


def _quotable(name: str, value: str) -> str:
    if set(value) & set("\"'\n"):
        raise ValueError(f"{name} may hold neither quotation marks nor line ends")
    return value


def _literal(text: str) -> str:
    """The file's format would expand `%`."""
    return text.replace("%", "%%")
