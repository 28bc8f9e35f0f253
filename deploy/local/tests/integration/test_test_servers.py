"""The servers that tests borrow: real, apart from each other, and running again after whatever a test did to them."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import kombu
import pymongo
import pytest
from pymongo.errors import PyMongoError

from local_stack.process_table import is_alive, marked_processes
from local_stack.testing.servers import ForeignServer, PrivateServers, Servers, open_servers


def test_two_virtual_hosts_do_not_see_each_other(servers: Servers) -> None:
    first, second = servers.new_vhost(), servers.new_vhost()
    with kombu.Connection(first) as connection:
        connection.default_channel.queue_declare("mine")
    with kombu.Connection(second) as connection, pytest.raises(Exception, match="NOT_FOUND"):
        connection.default_channel.queue_declare("mine", passive=True)


def test_the_store_has_transactions(servers: Servers, database: str) -> None:
    with pymongo.MongoClient(servers.mongo_uri) as client, client.start_session() as session:
        with session.start_transaction():
            client[database].cases.insert_one({"_id": 1}, session=session)
            session.abort_transaction()
        assert client[database].cases.count_documents({}) == 0


def test_a_killed_broker_has_another_process_id_after_its_start(servers: Servers, vhost: str) -> None:
    before = servers.broker.pid
    servers.broker.kill()
    assert not is_alive(before)
    with pytest.raises(OSError, match="refused"):
        kombu.Connection(vhost, connect_timeout=2).connect()
    servers.broker.start()
    assert servers.broker.pid != before
    kombu.Connection(vhost).connect()


def test_a_frozen_store_answers_nobody_until_it_is_thawed(servers: Servers) -> None:
    with pymongo.MongoClient(servers.mongo_uri, timeoutMS=500) as client:
        client.admin.command("ping")
        servers.mongod.freeze()
        with pytest.raises(PyMongoError):
            client.admin.command("ping")
        servers.mongod.thaw()
        client.admin.command("ping")


def test_a_test_that_leaves_both_servers_frozen(servers: Servers) -> None:
    servers.broker.freeze()
    servers.mongod.freeze()


def test_is_followed_by_one_that_finds_them_running(servers: Servers) -> None:
    assert servers.management.answers()


def test_a_test_that_leaves_the_store_dead(servers: Servers) -> None:
    servers.mongod.kill()


def test_is_followed_by_one_that_finds_it_running_with_its_data(servers: Servers, database: str) -> None:
    with pymongo.MongoClient(servers.mongo_uri, serverSelectionTimeoutMS=10_000) as client:
        client[database].cases.insert_one({})


def test_fail_points_are_switched_on(servers: Servers) -> None:
    with pymongo.MongoClient(servers.mongo_uri) as client:
        client.admin.command("configureFailPoint", "failCommand", mode="off")


def test_another_process_of_the_run_controls_the_same_servers(servers: Servers) -> None:
    other = open_servers(servers.environment())
    before = servers.mongod.pid
    other.mongod.kill()
    other.mongod.start()
    assert servers.mongod.pid == other.mongod.pid != before
    other.close()
    assert is_alive(servers.mongod.pid)


def test_servers_of_somebody_else_are_used_and_not_controlled(servers: Servers) -> None:
    told = {name: value for name, value in servers.environment().items() if name != "TEST_SERVERS"}
    foreign = open_servers(told)
    assert isinstance(foreign.broker, ForeignServer)
    kombu.Connection(foreign.new_vhost()).connect()
    foreign.mend()
    for deed in (foreign.broker.kill, foreign.mongod.freeze, lambda: foreign.broker.pid):
        with pytest.raises(RuntimeError, match="not ours to control"):
            deed()


def test_servers_end_when_the_test_run_is_killed(tmp_path: Path) -> None:
    program = (
        "import time; from local_stack.testing.servers import PrivateServers; servers = PrivateServers.begin();"
        "servers.mongod.freeze(); print(servers.folder, flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        folder = Path(run.stdout.readline().strip())
        assert len(marked_processes(folder)) >= 3
        run.send_signal(signal.SIGKILL)
    end = time.monotonic() + 20
    while (folder.exists() or marked_processes(folder)) and time.monotonic() < end:
        time.sleep(0.1)
    assert marked_processes(folder) == []
    assert not folder.exists()


def test_two_runs_at_the_same_time_have_servers_of_their_own(servers: Servers) -> None:
    others = PrivateServers.begin()
    try:
        assert others.broker_uri != servers.broker_uri
        assert others.mongo_uri != servers.mongo_uri
        with kombu.Connection(others.new_vhost()) as connection:
            connection.connect()
    finally:
        others.close()
    assert marked_processes(others.folder) == []
