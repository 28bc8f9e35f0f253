"""Every process of the stack: what is run, with which environment, on which port, and how it says it is ready."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from local_stack.broker_accounts import service_user
from local_stack.credentials import Credentials, database_of
from local_stack.mongodb import Store
from local_stack.ports import LOOPBACK
from local_stack.process_table import MARK
from local_stack.rabbitmq import Broker
from local_stack.roster import PROCESS_TYPES, SEALING, process_name
from local_stack.settings import StackSettings

QUERY_CODE_KEY = "query-code.key"


@dataclass(frozen=True)
class PlannedProcess:
    """One process under the supervisor."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    directory: Path
    ports: tuple[int, ...]
    stop_seconds: int
    health_port: int | None = None


def broker_of(settings: StackSettings) -> Broker:
    return Broker(settings.home / "rabbitmq", settings.ports)


def store_of(settings: StackSettings) -> Store:
    return Store(settings.home / "mongo", settings.ports.mongo)


def server_processes(settings: StackSettings) -> list[PlannedProcess]:
    """The port mapper, the broker and the store, in the order they are started."""
    broker, store, ports = broker_of(settings), store_of(settings), settings.ports.servers()
    environment = {**broker.environment(), MARK: str(settings.home)}
    options = ["--keyFile", str(store.key_file), "--wiredTigerCacheSizeGB", "1"]
    shared = settings.root / "deploy" / "mongo" / "mongod.conf"
    if shared.is_file():
        options += ["--config", str(shared)]
    return [
        PlannedProcess(
            "epmd", tuple(broker.port_mapper_command()), environment, broker.home, ports["epmd"], stop_seconds=5
        ),
        PlannedProcess(
            "rabbitmq", tuple(broker.command()), environment, broker.home, ports["rabbitmq"], stop_seconds=40
        ),
        PlannedProcess(
            "mongod",
            tuple(store.command(*options)),
            {MARK: str(settings.home)},
            store.home,
            ports["mongod"],
            stop_seconds=40,
        ),
    ]


def service_processes(
    settings: StackSettings, services: tuple[str, ...], credentials: Credentials
) -> list[PlannedProcess]:
    """`rpc` and `worker` of each service, as often as STACK_REPLICAS says."""
    planned = []
    for replica in range(1, settings.replicas + 1):
        for place, service in enumerate(services):
            for kind_place, kind in enumerate(PROCESS_TYPES):
                port = settings.ports.http(place * len(PROCESS_TYPES) + kind_place, replica)
                planned.append(
                    PlannedProcess(
                        name=process_name(service, kind, replica),
                        command=(sys.executable, "-m", f"petition_{service}", kind),
                        environment={
                            **service_environment(settings, service, credentials),
                            "HTTP_PORT": str(port),
                        },
                        directory=settings.root,
                        ports=(port,),
                        stop_seconds=30,
                        health_port=port,
                    )
                )
    return planned


def master_key(service: str) -> str:
    """The name of the file with a service's master key."""
    return f"{service}-master.key"


def service_environment(settings: StackSettings, service: str, credentials: Credentials) -> dict[str, str]:
    """The settings of a service's processes and console commands."""
    user = service_user(service)
    environment = {
        **settings.handed_on,
        MARK: str(settings.home),
        "PYTHONUNBUFFERED": "1",
        "BROKER_URI": credentials.broker_uri(user),
        "MONGO_URI": credentials.mongo_uri(user),
        "MONGO_DATABASE": database_of(service),
        "HTTP_HOST": LOOPBACK,
        "CLOCK": settings.clock,
    }
    if settings.clock == "manual":
        environment["CLOCK_FILE"] = str(settings.clock_file)
    if service in SEALING:
        environment["MASTER_KEY_FILE"] = str(settings.secrets / master_key(service))
    if service == "intake":
        environment["QUERY_CODE_KEY_FILE"] = str(settings.secrets / QUERY_CODE_KEY)
    return environment
