"""The supervisor's file is read back with the supervisor's own reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from supervisor.options import ServerOptions

from local_stack.process_plan import PlannedProcess
from local_stack.settings import StackSettings
from local_stack.supervisor_config import render


def planned(**environment: str) -> PlannedProcess:
    return PlannedProcess(
        name="intake-rpc",
        command=("/bin/echo", "two words", "100%"),
        environment=environment,
        directory=Path("/"),
        ports=(28101,),
        stop_seconds=30,
        health_port=28101,
    )


def read_back(tmp_path: Path, text: str) -> ServerOptions:
    path = tmp_path / "supervisord.conf"
    path.write_text(text)
    options = ServerOptions()
    options.realize(["-c", str(path)])
    return options


def test_values_with_percent_signs_commas_and_spaces_arrive_unchanged(tmp_path: Path) -> None:
    settings = StackSettings.from_environment({"STACK_ROOT": str(tmp_path)})
    settings.logs.mkdir(parents=True)
    values = {"PLAIN": "x", "ODD": "50% of a, b; c=d \\ e"}
    options = read_back(tmp_path, render(settings, [planned(**values)], "password"))
    (program,) = options.process_group_configs[0].process_configs
    assert program.environment == values
    assert program.command == "/bin/echo 'two words' 100%"
    assert program.autostart is False
    assert program.stopwaitsecs == 30


def test_the_supervisor_listens_on_a_private_socket_and_on_no_network(tmp_path: Path) -> None:
    settings = StackSettings.from_environment({"STACK_ROOT": str(tmp_path)})
    settings.logs.mkdir(parents=True)
    options = read_back(tmp_path, render(settings, [], "password"))
    (server,) = options.server_configs
    assert (server["section"], server["chmod"]) == ("unix_http_server", 0o700)


@pytest.mark.parametrize("value", ['a"b', "a'b", "a\nb"])
def test_a_value_that_would_change_the_file_is_refused(tmp_path: Path, value: str) -> None:
    settings = StackSettings.from_environment({"STACK_ROOT": str(tmp_path)})
    with pytest.raises(ValueError, match="ODD may hold neither"):
        render(settings, [planned(ODD=value)], "password")
