"""`up`: everything started, in order, and not called ready before it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from typing import Any

from local_stack import preflight
from local_stack.broker_accounts import OPERATOR, service_user
from local_stack.credentials import Credentials, database_of
from local_stack.log_tail import last_lines
from local_stack.management_api import ManagementApi
from local_stack.mongodb import admit_users, form_replica_set
from local_stack.ports import LOOPBACK, accepts
from local_stack.problem import StackProblem
from local_stack.process_plan import (
    QUERY_CODE_KEY,
    PlannedProcess,
    broker_of,
    master_key,
    server_processes,
    service_environment,
    service_processes,
    store_of,
)
from local_stack.process_table import end_processes, marked_processes
from local_stack.readiness import answers_ready, wait_for
from local_stack.roster import SEALING, installed_services
from local_stack.secret_files import keep_secret, new_key, new_password
from local_stack.settings import StackSettings
from local_stack.stack_accounts import stack_credentials, stack_rights
from local_stack.supervisor_link import Supervisor

STEPS = 6


def up(settings: StackSettings, say: Callable[[str], None] = print) -> None:
    """Start what does not run yet and wait until every process is ready. Repeatable: what runs is left alone.

    1. Look whether it can work at all: programs, folder, room, ports.
    2. Bring credentials, configuration and the supervisor up to date.
    3. Start the broker and the store, and give them their users.
    4. Let each service declare its queues and indexes.
    5. Start the services' processes.
    6. Wait until each says it is ready.
    Anything in the way => StackProblem; what was started stays up, so that it can be looked at.
    """
    steps = iter(range(1, STEPS + 1))

    def step(text: str) -> None:
        say(f"[{next(steps)}/{STEPS}] {text}")

    preflight.require_programs()
    preflight.require_home(settings.home)
    preflight.require_space(settings.home, settings.least_free_megabytes)
    preflight.require_same_ports(settings)
    services = installed_services(settings.root)
    step(f"Checked: programs, room and rights in {settings.home}")

    credentials = stack_credentials(settings)
    rights = _prepare(settings, credentials)
    planned = [*server_processes(settings), *service_processes(settings, services, credentials)]
    supervisor = Supervisor(settings)
    _end_orphans(settings, supervisor, say)
    running = _running(supervisor)
    preflight.require_ports(planned, running)
    settings.remember()
    supervisor.configure(planned)
    step(f"Supervisor is process {supervisor.pid}; {len(planned)} processes planned")

    servers = server_processes(settings)
    _start_servers(settings, supervisor, servers, credentials, rights)
    step(f"Broker on {LOOPBACK}:{settings.ports.amqp}, store on {LOOPBACK}:{settings.ports.mongo}")

    running = _running(supervisor)
    fresh = [p for p in planned if p.health_port is not None and p.name not in running]
    migrated = [s for s in services if any(p.name.startswith(f"{s}-") for p in fresh)]
    with ThreadPoolExecutor(max_workers=len(services) or 1) as side_by_side:
        list(side_by_side.map(partial(_migrate, settings, credentials), migrated))
    step(f"Queues and indexes declared: {', '.join(migrated) or 'nothing new'}")

    for process in fresh:
        supervisor.start(process.name)
    step(f"Started: {', '.join(process.name for process in fresh) or 'nothing new'}")

    watched = [process for process in planned if process.health_port is not None]
    _wait_until_ready(settings, supervisor, watched, say)
    step(f"Ready: {len(watched)} processes of {len(services)} services")


def _prepare(settings: StackSettings, credentials: Credentials) -> dict[str, Any]:
    """Write configuration, keys and the clock; returns the broker's users and rights."""
    settings.secrets.mkdir(mode=0o700, exist_ok=True)
    keep_secret(settings.secrets / QUERY_CODE_KEY, new_password)
    for service in SEALING:
        keep_secret(settings.secrets / master_key(service), new_key)
    if settings.clock == "manual" and not settings.clock_file.exists():
        start = settings.clock_start or datetime.now(UTC).isoformat(timespec="milliseconds")
        settings.clock_file.write_text(start, encoding="ascii")
    rights = stack_rights(settings, credentials)
    common = settings.root / "deploy" / "rabbitmq" / "rabbitmq.conf"
    broker_of(settings).prepare(
        json.dumps(rights, indent=1), common.read_text(encoding="utf-8") if common.is_file() else ""
    )
    store_of(settings).prepare()
    return rights


def _end_orphans(settings: StackSettings, supervisor: Supervisor, say: Callable[[str], None]) -> None:
    """Processes that outlived a supervisor which was killed would hold our ports and files."""
    if supervisor.pid is not None:
        return
    orphans = marked_processes(settings.home)
    if orphans:
        say(f"      ending {len(orphans)} processes that an earlier, broken-off stack left behind")
        end_processes([orphan.pid for orphan in orphans], grace=20)


def _running(supervisor: Supervisor) -> set[str]:
    if supervisor.pid is None:
        return set()
    return {state.name for state in supervisor.states().values() if state.state in {"RUNNING", "STARTING"}}


def _start_servers(
    settings: StackSettings,
    supervisor: Supervisor,
    servers: Sequence[PlannedProcess],
    credentials: Credentials,
    rights: dict[str, Any],
) -> None:
    supervisor.start("epmd")
    wait_for(settings, supervisor, {"epmd": lambda: accepts(settings.ports.epmd)}, settings.ready_seconds)
    for process in servers[1:]:
        supervisor.start(process.name)
    management = ManagementApi(settings.ports.management, OPERATOR, credentials.broker_users[OPERATOR])
    wait_for(
        settings,
        supervisor,
        {"mongod": lambda: accepts(settings.ports.mongo), "rabbitmq": management.answers},
        settings.ready_seconds,
    )
    # A broker that was already running loaded an older file; one that has just started loses a moment.
    management.load(rights)
    for stranger in management.user_names() - set(credentials.broker_users):
        management.delete_user(stranger)
    form_replica_set(LOOPBACK, settings.ports.mongo)
    owners = {
        user: (password, database_of(user.removeprefix(service_user(""))))
        for user, password in credentials.mongo_users.items()
    }
    admit_users(LOOPBACK, settings.ports.mongo, credentials.mongo_administrator, owners)


def _migrate(settings: StackSettings, credentials: Credentials, service: str) -> None:
    log = settings.logs / f"{service}-migrate.log"
    environment = {**os.environ, **service_environment(settings, service, credentials)}
    with log.open("w", encoding="utf-8") as output:
        try:
            code: int | str = subprocess.run(
                [sys.executable, "-m", f"petition_{service}", "migrate"],
                env=environment,
                cwd=settings.root,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=settings.ready_seconds,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            code = f"no end after {settings.ready_seconds:.0f} s"
    if code != 0:
        raise StackProblem(
            f"{service} could not declare its queues and indexes ({code}); the end of {log}:\n{last_lines(log, 10)}"
        )


def _wait_until_ready(
    settings: StackSettings,
    supervisor: Supervisor,
    watched: Sequence[PlannedProcess],
    say: Callable[[str], None],
) -> None:
    begun = time.monotonic()

    def settled(process: PlannedProcess) -> bool:
        return answers_ready(process.health_port) and supervisor.states()[process.name].state == "RUNNING"

    checks = {process.name: partial(settled, process) for process in watched}

    def tell(name: str) -> None:
        say(f"      {name} is ready after {time.monotonic() - begun:.1f} s")

    wait_for(settings, supervisor, checks, settings.ready_seconds, tell)
