"""A responder, clients of several accounts, and a way to the broker that can be cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from proxy import Proxy
from responder import Responder

from petition_client import Client


@pytest.fixture(scope="session")
def broker(servers: Any) -> str:
    """A virtual host of these tests."""
    return str(servers.new_vhost())


@pytest.fixture(scope="session")
def echo(broker: str) -> Iterator[Responder]:
    """The service `echo`, which nobody but a driver may call."""
    responder = Responder(broker, "echo")
    yield responder
    responder.close()


@pytest.fixture
def proxy(broker: str) -> Iterator[Proxy]:
    parts = urlsplit(broker)
    assert parts.hostname is not None and parts.port is not None
    opened = Proxy(parts.hostname, parts.port)
    yield opened
    opened.close()


@pytest.fixture
def through(broker: str, proxy: Proxy) -> str:
    """The broker by way of the proxy."""
    parts = urlsplit(broker)
    return urlunsplit(parts._replace(netloc=f"{parts.username}:{parts.password}@127.0.0.1:{proxy.port}"))


@pytest.fixture
def client(broker: str, echo: Responder) -> Iterator[Callable[..., Client]]:
    """Makes clients."""
    made: list[Client] = []

    def make(uri: str = "", **settings: Any) -> Client:
        made.append(Client(uri or broker, **settings))
        return made[-1]

    yield make
    for one in made:
        one.close()
