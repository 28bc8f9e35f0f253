"""Settings of the stack: what is read, what is refused, what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_stack.problem import StackProblem
from local_stack.settings import StackSettings


def settings(root: Path, **environment: str) -> StackSettings:
    return StackSettings.from_environment({"STACK_ROOT": str(root), **environment})


def test_without_settings_the_stack_is_in_the_project_folder_on_the_documented_ports(tmp_path: Path) -> None:
    plain = settings(tmp_path)
    assert plain.home == tmp_path / ".run"
    ports = plain.ports
    assert (ports.amqp, ports.distribution, ports.epmd, ports.management) == (27672, 27673, 27674, 27675)
    assert (ports.mongo, ports.http(0), ports.http(7)) == (27917, 28101, 28108)
    assert (plain.clock, plain.replicas) == ("system", 1)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("CLOCK", "fast", "CLOCK must be"),
        ("STACK_PORT_BASE", "many", "STACK_PORT_BASE must be a whole number"),
        ("STACK_PORT_BASE", "-1", "STACK_PORT_BASE must be a whole number"),
        ("STACK_REPLICAS", "0", "STACK_REPLICAS must be"),
        ("STACK_REPLICAS", "9", "STACK_REPLICAS must be"),
        ("STACK_MIN_FREE_MB", "1.5", "STACK_MIN_FREE_MB must be"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_in_a_sentence(tmp_path: Path, name: str, value: str, words: str) -> None:
    with pytest.raises(StackProblem, match=words):
        settings(tmp_path, **{name: value})


@pytest.mark.parametrize(("base", "allowed"), [(1023, False), (1024, True), (31468, True), (31469, False)])
def test_ports_stay_below_those_the_kernel_hands_out(tmp_path: Path, base: int, allowed: bool) -> None:
    configured = settings(tmp_path, STACK_PORT_BASE=str(base))
    if allowed:
        assert configured.ports.http(19, replica=8) < 32768
    else:
        with pytest.raises(StackProblem, match="STACK_PORT_BASE must lie between"):
            assert configured.ports


def test_a_stack_keeps_its_ports_and_its_clock_until_told_otherwise(tmp_path: Path) -> None:
    first = settings(tmp_path, STACK_PORT_BASE="29000", CLOCK="manual", STACK_REPLICAS="2")
    first.home.mkdir()
    first.remember()
    again = settings(tmp_path)
    assert (again.port_base, again.clock, again.replicas, again.clock_file) == (29000, "manual", 2, first.clock_file)
    assert settings(tmp_path, CLOCK="system").clock == "system"


def test_an_unreadable_memory_is_named_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".run").mkdir()
    (tmp_path / ".run" / "stack.json").write_text("{")
    with pytest.raises(StackProblem, match="stack.json cannot be read"):
        settings(tmp_path)


@pytest.mark.parametrize(("length", "near"), [(60, True), (200, False)])
def test_the_supervisors_socket_always_has_a_name_the_kernel_takes(tmp_path: Path, length: int, near: bool) -> None:
    home = Path("/srv") / ("h" * length)
    configured = settings(tmp_path, STACK_HOME=str(home))
    assert len(str(configured.supervisor_socket)) < 100
    assert (configured.supervisor_socket.parent == home) is near


def test_two_long_folders_do_not_share_a_socket(tmp_path: Path) -> None:
    sockets = {settings(tmp_path, STACK_HOME=f"/srv/{'h' * 200}{n}").supervisor_socket for n in range(2)}
    assert len(sockets) == 2
