"""The health check of the images, and the store's set-up in its container, against real processes."""

from __future__ import annotations

import http.server
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pymongo
import pytest

from local_stack import container_store
from local_stack.mongodb import Store
from local_stack.ports import accepts
from local_stack.process_table import MARK
from local_stack.testing.controlled_server import ControlledServer
from local_stack.testing.port_lease import PortLease
from local_stack.testing.watchdog import discard

CHECK = Path(__file__).resolve().parents[3] / "docker" / "is_ready.py"


@pytest.mark.parametrize(("status", "code"), [(200, 0), (503, 1)])
def test_a_container_is_healthy_only_while_its_process_is_ready(status: int, code: int) -> None:
    class Health(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/ready" else 404)
            self.end_headers()

    with http.server.HTTPServer(("127.0.0.1", 0), Health) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        found = subprocess.run([sys.executable, str(CHECK)], env={"HTTP_PORT": str(server.server_port)}, check=False)
        server.shutdown()
        thread.join()
    assert found.returncode == code


def test_a_container_whose_process_does_not_listen_is_not_healthy() -> None:
    lease = PortLease.for_servers()
    found = subprocess.run([sys.executable, str(CHECK)], env={"HTTP_PORT": str(lease.ports.mongo)}, check=False)
    lease.release()
    assert found.returncode == 1


@pytest.fixture
def locked_store(tmp_path: Path) -> Iterator[int]:
    """The port of a fresh store that lets nobody in without a password."""
    lease = PortLease.for_servers()
    store = Store(tmp_path / "mongo", lease.ports.mongo)
    store.prepare()
    server = ControlledServer(
        "mongod",
        tmp_path,
        store.command("--keyFile", str(store.key_file), "--wiredTigerCacheSizeGB", "0.25"),
        {MARK: str(tmp_path)},
        lambda: accepts(store.port),
    )
    server.start()
    try:
        yield store.port
    finally:
        discard(tmp_path)
        lease.release()


def test_the_store_is_set_up_once_and_again_without_harm(
    locked_store: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    credentials = tmp_path / "credentials.json"
    mongo = {"host": "127.0.0.1", "port": locked_store, "administrator": "first", "users": {"svc_intake": "secret"}}
    credentials.write_text(json.dumps({"mongo": mongo}))
    assert container_store.main([str(credentials)]) == 0
    assert container_store.main([str(credentials)]) == 0
    with pymongo.MongoClient(
        "127.0.0.1", locked_store, username="svc_intake", password="secret", replicaSet="rs0"
    ) as client:
        client.petition_intake.cases.insert_one({})

    credentials.write_text(json.dumps({"mongo": {**mongo, "administrator": "second"}}))
    capsys.readouterr()
    assert container_store.main([str(credentials)]) == 1
    assert "was set up with other passwords" in capsys.readouterr().err
