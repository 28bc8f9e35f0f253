"""What only containers use, tried without one: the secrets for each reader, and the start script of the images."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from local_stack.container_secrets import main

DOCKER = Path(__file__).resolve().parents[3] / "docker"


@pytest.fixture
def secrets(tmp_path: Path) -> Path:
    county = tmp_path / "county"
    county.mkdir()
    (county / "units.csv").write_text("code,caller\nhotline,hotline_12345\n")
    write(tmp_path)
    return tmp_path / "secrets"


def write(folder: Path) -> None:
    me = str(os.getuid())
    clock = str(folder / "clock")
    assert (
        main(
            [
                str(folder / "secrets"),
                str(folder / "county"),
                "--server-user",
                me,
                "--service-user",
                me,
                "--clock",
                clock,
            ]
        )
        == 0
    )


def test_each_reader_finds_its_own_secrets_and_nobody_elses(secrets: Path) -> None:
    found = {path.parent.name: set() for path in secrets.glob("*/*")}
    for path in secrets.glob("*/*"):
        found[path.parent.name].add(path.name)
    assert found == {
        "operator": {"credentials.json"},
        "rabbitmq": {"definitions.json"},
        "mongo": {"keyfile"},
        "intake": {"broker_uri", "mongo_uri", "query_code_key", "master_key"},
        "assignment": {"broker_uri", "mongo_uri", "master_key"},
        "supervision": {"broker_uri", "mongo_uri", "master_key"},
        "metrics": {"broker_uri", "mongo_uri"},
    }
    assert {stat.S_IMODE(path.stat().st_mode) for path in secrets.glob("*/*")} == {0o400}
    assert (secrets / "intake" / "broker_uri").read_text().endswith("@rabbitmq:5672/petition")
    assert "svc_intake" not in (secrets / "metrics" / "mongo_uri").read_text()


def test_a_second_start_keeps_every_secret_and_adds_new_units(secrets: Path) -> None:
    before = {path: path.read_text() for path in secrets.glob("*/*")}
    county = secrets.parent / "county" / "units.csv"
    county.write_text(county.read_text() + "wangwa,township_wangwa\n")
    clock = (secrets.parent / "clock").read_text()
    write(secrets.parent)
    assert (secrets.parent / "clock").read_text() == clock
    changed = {path.name for path, content in before.items() if path.read_text() != content}
    assert changed == {"credentials.json", "definitions.json"}
    old, new = (
        json.loads(text)["broker"]["users"]
        for text in (
            before[secrets / "operator" / "credentials.json"],
            (secrets / "operator" / "credentials.json").read_text(),
        )
    )
    assert new == {**old, "township_wangwa": new["township_wangwa"]}


def test_the_start_script_takes_secrets_from_files_and_becomes_the_service(tmp_path: Path) -> None:
    (tmp_path / "broker").write_text("amqp://svc_intake:a$b'c@rabbitmq:5672/petition")
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\necho "$* $BROKER_URI ${BROKER_URI_FILE-no file} ${MONGO_URI}"\n')
    python.chmod(0o755)
    finished = subprocess.run(
        ["/bin/sh", str(DOCKER / "entrypoint.sh"), "worker"],
        env={
            "PATH": f"{tmp_path}:/usr/bin:/bin",
            "SERVICE": "intake",
            "BROKER_URI_FILE": str(tmp_path / "broker"),
            "MONGO_URI": "mongodb://mongo",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert finished.stdout == (
        "-m petition_intake worker amqp://svc_intake:a$b'c@rabbitmq:5672/petition no file mongodb://mongo\n"
    )


def test_the_start_script_ends_when_a_secret_is_missing(tmp_path: Path) -> None:
    finished = subprocess.run(
        ["/bin/sh", str(DOCKER / "entrypoint.sh"), "worker"],
        env={"PATH": "/usr/bin:/bin", "SERVICE": "intake", "BROKER_URI_FILE": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode != 0
    assert "none" in finished.stderr
