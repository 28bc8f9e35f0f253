"""Everything that may be in the way gives one sentence that says what to do, and an exit code other than 0."""

from __future__ import annotations

import fcntl
import socket
from pathlib import Path

import pytest
from scratch_project import ScratchProject

from local_stack.process_table import marked_processes
from local_stack.supervisor_link import Supervisor
from local_stack.testing.whole_stack import WholeStack


def refused(stack: WholeStack, **environment: str) -> str:
    """What `up` says on standard error when it refuses."""
    finished = stack.command("up", **environment)
    assert finished.returncode == 1, finished.stdout
    assert "Traceback" not in finished.stderr
    return finished.stderr


def test_a_taken_port_is_named_with_its_owner(stack: WholeStack) -> None:
    port = stack.settings.ports.mongo
    with socket.create_server(("127.0.0.1", port)):
        words = refused(stack)
    assert f"Port {port}, which mongod needs, is taken by process " in words
    assert "(pytest" in words or "(python" in words
    assert "STACK_PORT_BASE" in words
    assert marked_processes(stack.home) == []
    assert not (stack.home / "stack.json").exists()


def test_a_nearly_full_disk_is_told_before_anything_starts(stack: WholeStack) -> None:
    words = refused(stack, STACK_MIN_FREE_MB="999999999")
    assert "MB are free on the disk of" in words
    assert "make room, or put the state folder on another disk with STACK_HOME" in words
    assert marked_processes(stack.home) == []


@pytest.mark.parametrize("home", ["/proc/nobody/may/write/here", "/dev/null/stack"])
def test_a_folder_that_cannot_be_written_is_named(stack: WholeStack, home: str) -> None:
    words = refused(stack, STACK_HOME=home)
    assert f"The state folder {home} cannot be written" in words
    assert "choose another with STACK_HOME" in words


def test_missing_servers_are_named_with_the_command_that_installs_them(stack: WholeStack) -> None:
    assert "run `make install`" in refused(stack, RABBITMQ_SERVER="/nowhere/rabbitmq-server")


def test_a_service_that_cannot_migrate_is_named_with_its_last_words(stack: WholeStack, project: ScratchProject) -> None:
    project.flaw("assignment-migrate", "no such exchange")
    words = refused(stack)
    project.mend()
    assert "assignment could not declare its queues and indexes (3)" in words
    assert "cannot go on: no such exchange" in words
    assert "assignment-migrate.log" in words


def test_a_process_that_dies_is_named_with_its_last_words(stack: WholeStack, project: ScratchProject) -> None:
    project.flaw("intake-worker", "consumers not attached")
    words = refused(stack)
    assert "intake-worker does not stay up" in words
    assert "cannot go on: consumers not attached" in words
    project.mend()
    stack.up()
    assert stack.processes()["intake-worker"].state == "RUNNING"


def test_a_process_that_runs_but_is_never_ready_is_named(stack: WholeStack, project: ScratchProject) -> None:
    stack.up()
    Supervisor(stack.settings).stop("intake-rpc")
    program = project.root / "services" / "intake" / "src" / "petition_intake" / "__main__.py"
    text = program.read_text()
    program.write_text(text.replace("200 if", "503 if"))
    words = refused(stack, STACK_READY_SECONDS="20")
    program.write_text(text)
    assert "intake-rpc runs but is not ready after 20 s" in words
    table = stack.command("status")
    assert table.returncode == 3
    assert "no (503)" in table.stdout
    Supervisor(stack.settings).stop("intake-rpc")


def test_a_state_folder_that_began_on_other_ports_is_not_mixed_up(stack: WholeStack) -> None:
    other = stack.settings.port_base + 5
    words = refused(stack, STACK_PORT_BASE=str(other))
    assert f"was made with STACK_PORT_BASE={stack.settings.port_base}" in words


def test_damaged_credentials_are_named(stack: WholeStack) -> None:
    credentials: Path = stack.settings.credentials_file
    text = credentials.read_text()
    credentials.write_text("{")
    words = refused(stack)
    credentials.write_text(text)
    assert "credentials.json cannot be read" in words


def test_other_passwords_than_the_store_was_set_up_with_are_named(stack: WholeStack) -> None:
    credentials: Path = stack.settings.credentials_file
    text = credentials.read_text()
    credentials.write_text(text.replace(stack.credentials["mongo"]["administrator"], "another"))
    words = refused(stack)
    credentials.write_text(text)
    assert "was set up with other passwords than credentials.json has" in words


def test_a_port_taken_by_another_stack_is_named_with_that_stacks_folder(
    stack: WholeStack, project: ScratchProject
) -> None:
    other = WholeStack(project.environment())
    try:
        words = refused(other, STACK_PORT_BASE=str(stack.settings.port_base))
    finally:
        other.close()
    assert f"of the stack in {stack.home}: stop that stack with `STACK_HOME={stack.home} make down`" in words


def test_a_second_up_waits_for_the_first(stack: WholeStack) -> None:
    with (stack.home / "lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = stack.begin("down")
        assert waiting.stdout is not None
        assert waiting.stdout.readline() == "Another `up` or `down` of this stack is at work; waiting for it.\n"
    said, _ = waiting.communicate(timeout=120)
    assert "Nothing of this stack is running" in said
