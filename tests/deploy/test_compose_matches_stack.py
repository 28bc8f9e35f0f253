"""The containers are the same stack as the one on a single machine."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from local_stack.credentials import Addresses, Credentials, database_of
from local_stack.process_plan import service_environment
from local_stack.roster import PROCESS_TYPES, SEALING, SERVICES, process_names
from local_stack.settings import StackSettings

ONE_SHOT = {"credentials", "store-setup", *(f"{service}-migrate" for service in SERVICES)}
SERVERS = {"rabbitmq", "mongo"}


def test_the_same_processes_run_in_containers_and_on_one_machine(containers: dict[str, Any]) -> None:
    assert set(containers) - ONE_SHOT - SERVERS == set(process_names(SERVICES))


def test_every_service_folder_is_in_the_roster_and_every_service_of_the_roster_has_a_folder(root: Path) -> None:
    assert {path.name for path in (root / "services").iterdir() if path.is_dir()} == set(SERVICES)


def test_whoever_seals_something_is_given_a_master_key_and_nobody_else() -> None:
    declared = {service: import_module(f"petition_{service}.bootstrap").SERVICE for service in SERVICES}
    assert {name for name, service in declared.items() if service.sealed or service.findable} == set(SEALING)


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("kind", PROCESS_TYPES)
def test_a_container_runs_its_own_service_and_process_type(containers: dict[str, Any], service: str, kind: str) -> None:
    container = containers[f"{service}-{kind}"]
    assert container["command"] == [kind]
    assert container["build"]["args"] == {"SERVICE": service}
    assert container["environment"]["MONGO_DATABASE"] == database_of(service)
    assert f"secrets-{service}:/run/secrets:ro" in container["volumes"]


@pytest.mark.parametrize("service", SERVICES)
def test_a_container_is_told_the_same_settings_as_a_local_process(
    containers: dict[str, Any], service: str, tmp_path: Path
) -> None:
    users = {f"svc_{service}": "x"}
    credentials = Credentials(Addresses("h", 1, "h", 2, 3), users, users, "x")
    settings = StackSettings.from_environment({"STACK_ROOT": str(tmp_path), "CLOCK": "manual", "LOG_LEVEL": "INFO"})
    local = set(service_environment(settings, service, credentials)) - {"LOCAL_STACK_HOME", "PYTHONUNBUFFERED"}
    told = {
        name.removesuffix("_FILE") if name.endswith("_URI_FILE") else name
        for name in containers[f"{service}-worker"]["environment"]
    }
    assert told - {"HTTP_PORT"} == local


@pytest.mark.parametrize("service", SERVICES)
def test_a_process_starts_only_after_its_migration_and_when_both_servers_are_healthy(
    containers: dict[str, Any], service: str
) -> None:
    for kind in PROCESS_TYPES:
        conditions = {name: rule["condition"] for name, rule in containers[f"{service}-{kind}"]["depends_on"].items()}
        assert conditions == {
            f"{service}-migrate": "service_completed_successfully",
            "rabbitmq": "service_healthy",
            "mongo": "service_healthy",
        }
    migration = containers[f"{service}-migrate"]
    assert migration["command"] == ["migrate"]
    assert migration["depends_on"]["store-setup"]["condition"] == "service_completed_successfully"


def test_only_the_reader_of_a_secret_mounts_it(containers: dict[str, Any]) -> None:
    readers: dict[str, set[str]] = {}
    for name, container in containers.items():
        for volume in container.get("volumes", []):
            source, target, *mode = volume.split(":")
            if source.startswith("secrets-") and name != "credentials":
                assert (target, mode) == ("/run/secrets", ["ro"])
                readers.setdefault(source.removeprefix("secrets-"), set()).add(name)
    assert readers == {
        "operator": {"store-setup"},
        "rabbitmq": {"rabbitmq"},
        "mongo": {"mongo"},
        **{service: {f"{service}-{kind}" for kind in ("migrate", *PROCESS_TYPES)} for service in SERVICES},
    }


def test_agencies_reach_the_broker_on_the_same_port_as_on_one_machine(containers: dict[str, Any]) -> None:
    published = {name: container["ports"] for name, container in containers.items() if "ports" in container}
    assert published == {"rabbitmq": ["127.0.0.1:27672:5672"]}
