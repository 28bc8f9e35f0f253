"""Test policy.

unit         rules and use cases on memory, no sockets
integration  one adapter on a real store
component    the service's own processes on a real broker and a real store, fed by events, asked by RPC

Nothing is mocked. Stories (`metrics_story`) tell events as the producers do; `metrics_memory` keeps read models in
memory and passes the same tests as the real ones.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.append(str(Path(__file__).parent))

from metrics_memory import Memory  # noqa: E402
from metrics_story import Story  # noqa: E402

from petition_metrics.domain.catalogue import Catalogue  # noqa: E402
from petition_metrics.domain.county_rules import CountyRules  # noqa: E402

# The same examples each time, and no folder of examples left behind.
settings.register_profile("service", database=None, derandomize=True, deadline=None)
settings.load_profile("service")


@pytest.fixture
def story() -> Story:
    """Nothing told yet."""
    return Story()


@pytest.fixture
def memory() -> Memory:
    """Read models in memory, empty."""
    return Memory()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Every indicator under the default rules."""
    return Catalogue(CountyRules())
