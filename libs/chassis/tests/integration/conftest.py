"""One running RPC process for all tests of requests."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.caller import Caller
from toyshop.running import Corner


@pytest.fixture(scope="session")
def shop(servers: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corner]:
    """The service `boxes`, its RPC process running with the rights it would really have."""
    corner = Corner(servers, tmp_path_factory.mktemp("shop"))
    try:
        corner.set_up(BOXES)
        corner.start("boxes", "rpc").wait_ready()
        yield corner
    finally:
        corner.close()


@pytest.fixture
def caller(shop: Corner) -> Iterator[Caller]:
    opened = Caller(shop.vhost)
    yield opened
    opened.close()


@pytest.fixture
def box_id() -> str:
    """A name no other test uses."""
    return uuid.uuid4().hex
