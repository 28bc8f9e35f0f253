"""Test policy of this service.

unit         rules and use cases with the fakes of `intake_fakes`, which keep the ports' promises; no socket, no file.
integration  the adapters against a real mongod, threads included; the fakes pass the same suite.
component    the service's own rpc and worker processes over a real broker and a real mongod, fed with events as the
             other services send them.

No server is imitated and nothing is patched. Time is whatever the test says. Names of tests are sentences.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from intake_fakes import World  # noqa: E402


@pytest.fixture
def world() -> World:
    """An office with empty files, in the register of two townships."""
    return World()
