"""Each container has no more rights, room and neighbours than it needs, and ends in order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from local_stack.roster import SERVICES, process_names

ROOT = Path(__file__).resolve().parents[2]
EVERY = sorted(yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"])
LONG_RUNNING = ("rabbitmq", "mongo", *process_names(SERVICES))


def test_the_compose_file_follows_the_compose_specification(root: Path) -> None:
    checked = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.compose-spec",
            str(root / "docker-compose.yml"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("name", EVERY)
def test_a_container_can_change_neither_its_image_nor_its_rights(containers: dict[str, Any], name: str) -> None:
    container = containers[name]
    assert container["read_only"] is True
    assert container["init"] is True
    assert container["cap_drop"] == ["ALL"]
    assert container["security_opt"] == ["no-new-privileges:true"]
    assert not container.get("privileged")
    assert container.get("cap_add", []) == (["CHOWN", "DAC_OVERRIDE", "FOWNER"] if name == "credentials" else [])


@pytest.mark.parametrize("name", EVERY)
def test_a_container_has_a_limit_of_cores_memory_and_processes(containers: dict[str, Any], name: str) -> None:
    assert set(containers[name]["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}


@pytest.mark.parametrize("name", LONG_RUNNING)
def test_a_server_is_watched_restarted_and_given_time_to_end(containers: dict[str, Any], name: str) -> None:
    container = containers[name]
    assert container["restart"] == "unless-stopped"
    assert container["healthcheck"]["test"][0] == "CMD"
    assert int(container["stop_grace_period"].removesuffix("s")) >= 40


def test_only_the_job_that_hands_out_secrets_is_root_and_it_has_no_network(containers: dict[str, Any]) -> None:
    roots = [name for name, container in containers.items() if str(container.get("user", "")).startswith("0")]
    assert roots == ["credentials"]
    assert containers["credentials"]["network_mode"] == "none"


def test_the_store_is_reached_by_services_alone(compose: dict[str, Any], containers: dict[str, Any]) -> None:
    assert compose["networks"]["store"] == {"internal": True}
    assert containers["mongo"]["networks"] == ["store"]
    assert containers["rabbitmq"]["networks"] == ["bus"]


def test_no_secret_stands_in_the_file(root: Path, containers: dict[str, Any]) -> None:
    for name, container in containers.items():
        for variable, value in container.get("environment", {}).items():
            assert "://" not in str(value), (name, variable)
            assert not variable.endswith(("PASSWORD", "SECRET")), (name, variable)


@pytest.mark.parametrize(("name", "image"), [("rabbitmq", "rabbitmq:4."), ("mongo", "mongo:8.")])
def test_the_official_images_are_pinned_to_a_version(containers: dict[str, Any], name: str, image: str) -> None:
    assert containers[name]["image"].startswith(image)


def test_every_volume_is_used_and_every_used_volume_is_declared(compose: dict[str, Any]) -> None:
    used = {
        volume.split(":")[0]
        for container in compose["services"].values()
        for volume in container.get("volumes", [])
        if not volume.startswith(".")
    }
    assert used == set(compose["volumes"])


def test_every_file_that_is_mounted_or_built_from_exists(root: Path, containers: dict[str, Any]) -> None:
    for container in containers.values():
        for volume in container.get("volumes", []):
            if volume.startswith("."):
                assert (root / volume.split(":")[0]).exists(), volume
        if "build" in container:
            assert (root / container["build"]["dockerfile"]).is_file()
