"""The service's own processes over a real broker and store, with the test in the place of the other services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from supervision_neighbours import Neighbours

from local_stack.testing.servers import Servers


@pytest.fixture
def around(servers: Servers, vhost: str, database: str, tmp_path: Path) -> Iterator[Neighbours]:
    """Migrated, with one rpc and one worker process ready, and the county's register told."""
    neighbours = Neighbours(servers, vhost, database, tmp_path)
    try:
        neighbours.migrate()
        neighbours.start("rpc")
        neighbours.start("worker")
        neighbours.tell_register()
        neighbours.settle()
        yield neighbours
    finally:
        neighbours.close()
