"""Up, twice, status, logs, console, replicas, down: one real stack taken through its life, in this order."""

from __future__ import annotations

import os
import re
import signal
import stat
import time
from collections.abc import Callable
from pathlib import Path

import kombu
import pymongo
import pytest
from pymongo.errors import OperationFailure
from scratch_project import ScratchProject

from local_stack.management_api import ManagementApi
from local_stack.ports import is_free
from local_stack.process_table import is_alive, marked_processes
from local_stack.roster import process_names
from local_stack.testing.whole_stack import WholeStack

SERVERS = {"epmd", "rabbitmq", "mongod"}


@pytest.fixture(scope="module")
def running(stack: WholeStack) -> WholeStack:
    stack.up()
    return stack


def test_up_starts_every_process_and_returns_when_all_are_ready(running: WholeStack, project: ScratchProject) -> None:
    states = running.processes()
    assert set(states) == SERVERS | set(process_names(project.services))
    assert {state.state for state in states.values()} == {"RUNNING"}
    status = running.command("status")
    assert status.returncode == 0
    rows = status.stdout.splitlines()[1:]
    assert [row.split()[0] for row in rows] == ["epmd", "rabbitmq", "mongod", *process_names(project.services)]
    assert all(row.split()[-1] == "yes" for row in rows)


def test_up_a_second_time_changes_nothing(running: WholeStack) -> None:
    before = {name: state.pid for name, state in running.processes().items()}
    said = running.up()
    assert {name: state.pid for name, state in running.processes().items()} == before
    assert "[4/6] Queues and indexes declared: nothing new" in said
    assert [line[:5] for line in said.splitlines() if line.startswith("[")] == [f"[{n}/6]" for n in range(1, 7)]


def test_every_secret_is_readable_by_its_owner_alone(running: WholeStack) -> None:
    for name in ("credentials.json", "supervisord.conf", "rabbitmq/definitions.json", "mongo/keyfile"):
        assert stat.S_IMODE((running.home / name).stat().st_mode) & 0o077 == 0, name
    for secret in (running.home / "secrets").iterdir():
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600, secret
    assert stat.S_IMODE(running.home.stat().st_mode) == 0o700


def test_nothing_listens_beyond_this_machine(running: WholeStack) -> None:
    pids = {process.pid for process in marked_processes(running.home)}
    sockets = {os.readlink(handle) for pid in pids for handle in open_files(pid)}
    addresses = set()
    for table in ("tcp", "tcp6"):
        for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = row.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in sockets:
                addresses.add(fields[1].split(":")[0])
    assert addresses <= {"0100007F", "00000000000000000000000001000000"}
    assert addresses


def open_files(pid: int) -> list[str]:
    return [f"/proc/{pid}/fd/{name}" for name in os.listdir(f"/proc/{pid}/fd")]


def test_the_brokers_default_user_does_not_exist(running: WholeStack) -> None:
    broker = running.credentials["broker"]
    users = ManagementApi(broker["management_port"], "driver", broker["users"]["driver"]).user_names()
    assert users == set(broker["users"])
    assert "guest" not in users
    with pytest.raises(Exception, match="ACCESS_REFUSED"), kombu.Connection(
        f"amqp://guest:guest@{broker['host']}:{broker['port']}/petition"
    ) as connection:
        connection.connect()


def test_a_service_reaches_its_own_database_and_no_other(running: WholeStack) -> None:
    with pymongo.MongoClient(running.mongo_uri("svc_intake")) as client:
        assert client.petition_intake.runs.count_documents({"kind": "migrate"}) == 1
        for database in ("petition_assignment", "admin", "local"):
            with pytest.raises(OperationFailure, match="not authorized"):
                client[database].runs.insert_one({})


def test_a_stranger_reaches_no_database(running: WholeStack) -> None:
    mongo = running.credentials["mongo"]
    with pymongo.MongoClient(mongo["host"], mongo["port"], directConnection=True) as client:
        with pytest.raises(OperationFailure, match="requires authentication"):
            client.petition_intake.runs.find_one()


def test_a_console_command_has_the_settings_of_its_service(running: WholeStack) -> None:
    finished = running.command("run", "assignment", "show", "a folder", "--flag")
    assert (finished.returncode, finished.stdout) == (0, "show a folder --flag system\n")


def test_a_console_command_of_an_unknown_service_is_refused_in_a_sentence(running: WholeStack) -> None:
    finished = running.command("run", "archive", "show")
    assert finished.returncode == 1
    assert "There is no service 'archive'; there are: intake, assignment." in finished.stderr


def test_logs_show_one_process_or_name_those_there_are(running: WholeStack) -> None:
    finished = running.command("logs", "mongod", "-n", "3")
    assert finished.returncode == 0
    assert finished.stdout.startswith(f"==> {running.home}/log/mongod.log")
    unknown = running.command("logs", "nobody")
    assert unknown.returncode == 1
    assert "There is no log of nobody; there are: " in unknown.stderr


def test_a_process_that_is_killed_runs_again_without_anybodys_help(running: WholeStack) -> None:
    before = running.processes()["intake-worker"].pid
    running.signal("intake-worker", signal.SIGKILL)
    assert wait_until(lambda: running.processes()["intake-worker"].pid not in (0, before))


def test_a_new_calling_unit_gets_a_user_and_one_that_left_loses_it_without_a_restart(
    running: WholeStack, project: ScratchProject
) -> None:
    broker_pid = running.processes()["rabbitmq"].pid
    project.set_callers("hotline_12345", "township_wangwa")
    running.up()
    assert running.processes()["rabbitmq"].pid == broker_pid
    with kombu.Connection(running.broker_uri("township_wangwa")) as connection:
        connection.connect()
    broker = running.credentials["broker"]
    users = ManagementApi(broker["management_port"], "driver", broker["users"]["driver"]).user_names()
    assert "township_baiyang" not in users


def test_another_clock_or_more_copies_restart_the_services_and_leave_the_servers(running: WholeStack) -> None:
    before = {name: running.processes()[name].pid for name in SERVERS}
    running.up(CLOCK="manual", CLOCK_START="2026-01-01T00:00:00.000+00:00", STACK_REPLICAS="2")
    states = running.processes()
    assert {name: states[name].pid for name in SERVERS} == before
    assert set(states) == SERVERS | set(process_names(("intake", "assignment"), replicas=2))
    assert (running.home / "clock").read_text() == "2026-01-01T00:00:00.000+00:00"
    shown = running.command("run", "intake", "show")
    assert shown.stdout == "show manual\n"


def test_a_supervisor_that_was_killed_is_replaced_and_its_orphans_are_ended(running: WholeStack) -> None:
    orphan = running.processes()["mongod"].pid
    supervisor = running.supervisor_pid()
    assert supervisor is not None
    os.kill(supervisor, signal.SIGKILL)
    assert wait_until(lambda: not is_alive(supervisor))
    said = running.up()
    assert "ending" in said
    assert not is_alive(orphan)
    assert {state.state for state in running.processes().values()} == {"RUNNING"}


def test_down_ends_everything_and_keeps_the_data(running: WholeStack) -> None:
    pids = [process.pid for process in marked_processes(running.home)]
    finished = running.command("down")
    assert finished.returncode == 0, finished.stderr
    assert not any(map(is_alive, pids))
    assert marked_processes(running.home) == []
    ports = running.settings.ports
    assert all(is_free(port) for port in (ports.amqp, ports.epmd, ports.mongo, ports.http(0)))
    assert running.command("status").returncode == 3
    running.up()
    with pymongo.MongoClient(running.mongo_uri("svc_intake")) as client:
        kinds = client.petition_intake.runs.distinct("kind")
    assert sorted(kinds) == ["migrate", "rpc", "show", "worker"]


def test_down_ends_also_a_process_that_does_not_listen(running: WholeStack) -> None:
    running.signal("mongod", signal.SIGSTOP)
    frozen = running.processes()["mongod"].pid
    finished = running.command("down")
    assert finished.returncode == 0, finished.stderr
    assert not is_alive(frozen)
    assert '"exitCode":0' in (running.home / "log" / "mongod.log").read_text().splitlines()[-1]


def test_down_when_nothing_runs_says_so(running: WholeStack) -> None:
    running.command("down")
    finished = running.command("down")
    assert (finished.returncode, finished.stdout) == (0, "Nothing was running.\n")


def test_the_log_of_the_broker_shows_no_password(running: WholeStack) -> None:
    log = (running.home / "log" / "rabbitmq.log").read_text(errors="replace")
    assert not [name for name, password in running.credentials["broker"]["users"].items() if password in log]
    assert re.search(r"definitions", log)


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False
