"""Folders, compose file, local stack, broker and code name the same services and the same processes."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from chassis.topology import events_exchange, inbox_name, rpc_queue_name
from local_stack.roster import PROCESS_TYPES, SERVICES, installed_services, process_names


@pytest.fixture(scope="module")
def compose(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((root / "docker-compose.yml").read_text(encoding="utf-8"))
    return loaded


def test_every_folder_below_services_is_a_service_of_the_roster(root: Path) -> None:
    assert {path.name for path in (root / "services").iterdir() if path.is_dir()} == set(SERVICES)


def test_every_service_can_be_started(root: Path) -> None:
    assert installed_services(root) == SERVICES


def test_every_service_is_a_package_of_its_own(root: Path) -> None:
    for service in SERVICES:
        folder = root / "services" / service
        assert (folder / "README.md").is_file()
        assert f'name = "petition-{service}"' in (folder / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_goes_by_its_folders_name_on_the_bus(service: str) -> None:
    declared = importlib.import_module(f"petition_{service}.bootstrap").SERVICE

    assert declared.name == service
    assert rpc_queue_name(declared.name) == f"rpc-{service}"
    assert inbox_name(declared.name) == f"{service}.inbox"
    assert events_exchange(declared.name).name == f"{service}.events"
    assert set(declared.follows) <= set(SERVICES) - {service}


def test_the_compose_file_runs_every_process_of_the_roster_and_no_other(compose: dict[str, Any]) -> None:
    wanted = set(process_names(SERVICES))
    ours = {name for name, entry in compose["services"].items() if _process_type(entry) in PROCESS_TYPES}

    assert ours == wanted


def test_a_compose_process_runs_what_its_name_says(compose: dict[str, Any]) -> None:
    for service in SERVICES:
        for kind in PROCESS_TYPES:
            entry = compose["services"][f"{service}-{kind}"]
            assert entry["image"] == f"petition/{service}"
            assert _process_type(entry) == kind


def test_the_compose_file_migrates_every_service_before_it_starts(compose: dict[str, Any]) -> None:
    migrated = {
        service
        for service in SERVICES
        for entry in compose["services"].values()
        if entry["image"] == f"petition/{service}" and _process_type(entry) == "migrate"
    }

    assert migrated == set(SERVICES)


def test_python_is_the_one_version_everything_is_pinned_to(root: Path) -> None:
    assert sys.version_info[:2] == (3, 11)
    for path in root.glob("*/*/pyproject.toml"):
        assert 'requires-python = ">=3.11,<3.12"' in path.read_text(encoding="utf-8"), path


def _process_type(entry: dict[str, Any]) -> str | None:
    """The launcher's word in the command: rpc, worker, migrate …"""
    command = entry.get("command") or []
    words = command.split() if isinstance(command, str) else [str(word) for word in command]
    return words[-1] if words else None
