"""The service's two processes over a real broker and a real store, with the test in the place of all others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from intake_deployment import Deployment, Listener

from local_stack.testing.servers import Servers


@pytest.fixture
def deployed(servers: Servers, vhost: str, database: str, tmp_path: Path) -> Iterator[Deployment]:
    """Migrated, with one rpc and one worker process ready, and the county's register told."""
    deployment = Deployment(servers, vhost, database, tmp_path)
    try:
        migrated = deployment.run("migrate")
        assert migrated.returncode == 0, migrated.stdout + migrated.stderr
        deployment.start("worker")
        deployment.start("rpc")
        deployment.tell_register()
        yield deployment
    finally:
        deployment.close()


@pytest.fixture
def listener(deployed: Deployment) -> Iterator[Listener]:
    """Hears everything intake tells from now on."""
    heard = deployed.listen()
    yield heard
    heard.close()
