"""The service's two processes over a real broker and a real store, with the test in the place of all others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from intake_deployment import Deployment, Listener

from local_stack.testing.servers import Servers


@contextmanager
def a_deployment(servers: Servers, database: str, folder: Path) -> Iterator[Deployment]:
    """Migrated, with one rpc and one worker process ready."""
    deployment = Deployment(servers, servers.new_vhost(), database, folder)
    try:
        migrated = deployment.run("migrate")
        assert migrated.returncode == 0, migrated.stdout + migrated.stderr
        deployment.start("worker")
        deployment.start("rpc")
        yield deployment
    finally:
        deployment.close()


@pytest.fixture(scope="session")
def running(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """Both processes, for all tests of the run that leave them as they are."""
    database = servers.new_database()
    with a_deployment(servers, database, tmp_path_factory.mktemp("intake")) as deployment:
        yield deployment
    servers.drop_database(database)


@pytest.fixture
def deployed(running: Deployment) -> Deployment:
    """Both processes at the beginning of time, with the county's register told and nothing else."""
    running.begin_anew()
    running.tell_register()
    return running


@pytest.fixture
def deployed_apart(servers: Servers, database: str, tmp_path: Path) -> Iterator[Deployment]:
    """Processes of this test's own, to be stopped and killed, with the county's register told."""
    with a_deployment(servers, database, tmp_path) as deployment:
        deployment.tell_register()
        yield deployment


@pytest.fixture
def listener(deployed: Deployment) -> Iterator[Listener]:
    """Hears everything intake tells from now on."""
    heard = deployed.listen()
    yield heard
    heard.close()
