"""The service as it runs, in a corner of its own of the test servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from metrics_asking import YEAR_END
from metrics_running import Metrics

from local_stack.testing.servers import Servers


@pytest.fixture
def metrics(servers: Servers, vhost: str, database: str, tmp_path: Path) -> Iterator[Metrics]:
    """Migrated, with nothing running yet; it is the end of 2026."""
    service = Metrics(servers, vhost, database, tmp_path)
    service.at(YEAR_END)
    try:
        migrated = service.run("migrate")
        assert migrated.returncode == 0, migrated.stderr
        yield service
    finally:
        service.close()
