"""What the bare parts do on this machine in this run: the floors that the services' figures are set against."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pymongo import MongoClient, ReadPreference
from pymongo.read_concern import ReadConcern
from pymongo.write_concern import WriteConcern
from tests.load.closed_loop import run
from tests.load.outcome import Outcome

from petition_client import Client

SCRATCH = "bench_floor"


@dataclass(frozen=True)
class Floor:
    """An empty RPC, and a bare transaction, each by so many callers at once."""

    rpc: Outcome
    transaction: Outcome

    def rate(self, commands: int, queries: int = 0) -> float:
        """How often in a second one could do so many commands and queries one after the other.

        A command costs an empty RPC and a bare two-document majority transaction; a query costs an empty RPC.
        """
        return 1 / (commands / self.transaction.rate + (commands + queries) / self.rpc.rate)


class EchoService:
    """A stock nameko service with one method that does nothing, in a process of its own."""

    def __init__(self, broker_uri: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("echo_service.py"))],
            env={**os.environ, "BROKER_URI": broker_uri},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n", "the echo service did not start"

    @property
    def process(self) -> Mapping[str, int]:
        """Its name and process id."""
        return {"echo service": self._process.pid}

    def __enter__(self) -> EchoService:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)


class EmptyRpc:
    """Calls the echo service with the agencies' own client."""

    def __init__(self, uri: str) -> None:
        self._client = Client(uri)
        self.call()

    def call(self) -> None:
        self._client.call("echo", "nothing")

    def close(self) -> None:
        self._client.close()


BARE_TRANSACTION: dict[str, Any] = {
    "read_concern": ReadConcern("snapshot"),
    "write_concern": WriteConcern("majority", j=True),
    "read_preference": ReadPreference.PRIMARY,
}
"""As safe as the services' own, and nothing besides."""


class BareTransaction:
    """Inserts two documents in one transaction, journaled on a majority."""

    def __init__(self, client: MongoClient[dict[str, Any]]) -> None:
        self._client = client
        self._database = client[SCRATCH]

    def call(self) -> None:
        with self._client.start_session() as session:
            session.with_transaction(
                lambda s: [
                    self._database[name].insert_one({"_id": str(uuid.uuid4()), "text": "x" * 400}, session=s)
                    for name in ("first", "second")
                ],
                **BARE_TRANSACTION,
            )

    def close(self) -> None:
        """The client belongs to all callers."""


def empty_rpc(uri: str, callers: int, seconds: float) -> Outcome:
    """Stock nameko RPC with an empty method."""
    return run(callers, seconds, lambda _number: EmptyRpc(uri))


def bare_transaction(mongo_uri: str, callers: int, seconds: float) -> Outcome:
    """Two-document transactions on a database that is dropped afterwards."""
    client: MongoClient[dict[str, Any]] = MongoClient(mongo_uri, maxPoolSize=callers + 5)
    try:
        for name in ("first", "second"):
            client[SCRATCH].create_collection(name)
        return run(callers, seconds, lambda _number: BareTransaction(client))
    finally:
        client.drop_database(SCRATCH)
        client.close()
