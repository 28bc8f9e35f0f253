"""The service's own processes over a real broker and store, with the test in the place of the other services."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from supervision_neighbours import Neighbours

from local_stack.testing.servers import Servers


@pytest.fixture(scope="session")
def running(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neighbours]:
    """Migrated, with one rpc and one worker process ready, for all tests of the run."""
    database = servers.new_database()
    neighbours = Neighbours(servers, servers.new_vhost(), database, tmp_path_factory.mktemp("supervision"))
    try:
        neighbours.migrate()
        neighbours.start("rpc")
        neighbours.start("worker")
        yield neighbours
    finally:
        neighbours.close()
        servers.drop_database(database)


@pytest.fixture
def around(running: Neighbours) -> Neighbours:
    """Both processes, at the beginning of time, with the county's register told and nothing else."""
    running.begin_anew()
    running.tell_register()
    running.settle()
    return running
