"""The servers of a test run: one broker and one store, started once, with a virtual host or database for each test."""

from __future__ import annotations

import json
import tempfile
import uuid
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from pymongo import MongoClient
from pymongo.write_concern import WriteConcern

from local_stack.broker_accounts import (
    RPC_EXCHANGE,
    Account,
    agency_account,
    definitions,
    operator_account,
    service_account,
)
from local_stack.management_api import ManagementApi
from local_stack.mongodb import Store, form_replica_set
from local_stack.ports import LOOPBACK, PortPlan, accepts
from local_stack.rabbitmq import Broker
from local_stack.roster import SERVICES
from local_stack.testing.controlled_server import ControlledServer
from local_stack.testing.port_lease import PortLease
from local_stack.testing.watchdog import Watchdog, discard

USER = PASSWORD = "test"  # noqa: S105  # A broker that lives for one test run on the loopback address.
BROKER_URI = "TEST_BROKER_URI"
MONGO_URI = "TEST_MONGO_URI"
BROKER_MANAGEMENT = "TEST_BROKER_MANAGEMENT_PORT"
SERVERS_FOLDER = "TEST_SERVERS"
_STORE_OPTIONS = (
    "--wiredTigerCacheSizeGB",
    "0.5",
    "--oplogSize",
    "512",
    "--setParameter",
    "enableTestCommands=1",
    "--setParameter",
    "diagnosticDataCollectionEnabled=false",
    # As in the configuration of every other mongod: what a killed process left open holds others up no longer.
    "--setParameter",
    "transactionLifetimeLimitSeconds=15",
    # The files of a dropped database go soon: kept for five minutes of history, those of a few hundred tests are more
    # than a process may have open, and mongod ends. What reads at one instant does so for far less.
    "--setParameter",
    "minSnapshotHistoryWindowInSeconds=30",
)


class Controllable(Protocol):
    """What a test may do to a server."""

    @property
    def pid(self) -> int: ...
    def kill(self) -> None: ...
    def start(self) -> None: ...
    def stop(self) -> None: ...
    def freeze(self) -> None: ...
    def thaw(self) -> None: ...
    def mend(self) -> None: ...


class ForeignServer:
    """A server that somebody else runs: it can be used, not controlled."""

    def __init__(self, name: str, variable: str) -> None:
        self._refusal = f"the {name} is not ours to control: it was given by {variable}"

    @property
    def pid(self) -> int:
        raise RuntimeError(self._refusal)

    def _refuse(self) -> None:
        raise RuntimeError(self._refusal)

    kill = start = stop = freeze = thaw = _refuse

    def mend(self) -> None:
        """Nothing was done to it, so nothing is to be mended."""


class Servers:
    """A broker and a store, with everything a test needs to get a corner of its own in them."""

    def __init__(
        self, broker: Controllable, mongod: Controllable, broker_uri: str, mongo_uri: str, management_port: int
    ) -> None:
        self.broker = broker
        self.mongod = mongod
        self.broker_uri = broker_uri
        self.mongo_uri = mongo_uri
        self._management_port = management_port
        parts = urlsplit(broker_uri)
        self._authority = f"{parts.hostname}:{parts.port}"
        self.management = ManagementApi(
            management_port, parts.username or USER, parts.password or PASSWORD, parts.hostname or LOOPBACK
        )

    def new_vhost(self) -> str:
        """A fresh virtual host with the RPC exchange in it; returns the URI of a user who may do everything there."""
        name = f"t-{uuid.uuid4().hex[:12]}"
        self.management.add_vhost(name)
        self.management.grant(name, operator_account(USER))
        self.management.add_topic_exchange(name, RPC_EXCHANGE)
        return self.uri_of(USER, name)

    def new_database(self) -> str:
        """The name of a database that nobody else uses."""
        return f"t_{uuid.uuid4().hex[:12]}"

    def drop_database(self, name: str) -> None:
        """Drop a database; with all the patience that a busy machine asks for, since no test is about this."""
        with MongoClient[dict[str, Any]](self.mongo_uri) as client:
            client.drop_database(name)

    def empty_database(self, name: str, except_for: Collection[str] = ()) -> None:
        """Remove every document of a database, also what was profiled; collections and indexes stay."""
        with MongoClient[dict[str, Any]](self.mongo_uri) as client:
            # One wait for the journal at the end covers them all.
            database = client.get_database(name, write_concern=WriteConcern(w=1, j=False))
            database.command("profile", 0)
            database.drop_collection("system.profile")
            for collection in {*database.list_collection_names()} - {*except_for}:
                database[collection].delete_many({})
            client.admin.command({"appendOplogNote": 1, "data": {"emptied": name}, "writeConcern": {"w": "majority"}})

    def service_uri(self, vhost_uri: str, service: str) -> str:
        """The virtual host as a service's own user sees it, with the rights it has in a real stack."""
        return self._admit(vhost_uri, service_account(service, SERVICES))

    def agency_uri(self, vhost_uri: str, caller: str) -> str:
        """The virtual host as an agency's user sees it, with the rights it has in a real stack."""
        return self._admit(vhost_uri, agency_account(caller, SERVICES))

    def uri_of(self, user: str, vhost: str) -> str:
        return f"amqp://{user}:{PASSWORD}@{self._authority}/{vhost}"

    def environment(self) -> dict[str, str]:
        """What another process needs to use these servers."""
        return {
            BROKER_URI: self.broker_uri,
            MONGO_URI: self.mongo_uri,
            BROKER_MANAGEMENT: str(self._management_port),
        }

    def mend(self) -> None:
        """Let both servers run, whatever a test did to them."""
        self.broker.mend()
        self.mongod.mend()

    def close(self) -> None:
        """Nothing to end: these servers are somebody else's."""

    def _admit(self, vhost_uri: str, account: Account) -> str:
        vhost = urlsplit(vhost_uri).path.removeprefix("/")
        self.management.add_user(account.name, PASSWORD)
        self.management.grant(vhost, account)
        return self.uri_of(account.name, vhost)


class PrivateServers(Servers):
    """Servers in a folder of their own; started here, or attached to while another process keeps them."""

    def __init__(self, folder: Path, ports: PortPlan) -> None:
        self.folder = folder
        self._store = Store(folder / "mongo", ports.mongo)
        self._layout = Broker(folder / "rabbitmq", ports)
        self._port_mapper = ControlledServer(
            "epmd",
            folder,
            self._layout.port_mapper_command(),
            self._layout.environment(),
            lambda: accepts(ports.epmd),
        )
        self._broker = ControlledServer(
            "rabbitmq",
            folder,
            self._layout.command(),
            self._layout.environment(),
            lambda: self.management.answers(),
        )
        self._mongod = ControlledServer(
            "mongod", folder, self._store.command(*_STORE_OPTIONS), {}, lambda: accepts(ports.mongo)
        )
        super().__init__(
            broker=self._broker,
            mongod=self._mongod,
            broker_uri=f"amqp://{USER}:{PASSWORD}@{LOOPBACK}:{ports.amqp}/test",
            mongo_uri=self._store.uri(),
            management_port=ports.management,
        )
        self._ports = ports
        self._watchdog: Watchdog | None = None
        self._lease: PortLease | None = None

    @classmethod
    def begin(cls) -> PrivateServers:
        """Start both servers in a temporary folder; they end with `close`, or when this process ends in any way."""
        lease = PortLease.for_servers()
        folder = Path(tempfile.mkdtemp(prefix="test-servers-")).resolve()
        servers = cls(folder, lease.ports)
        servers._lease = lease
        servers._watchdog = Watchdog(folder)
        (folder / "base").write_text(str(lease.base), encoding="ascii")
        servers._start()
        return servers

    @classmethod
    def attach(cls, folder: Path) -> PrivateServers:
        """The servers another process of this test run started in `folder`, with full control over them."""
        return cls(folder, PortPlan.compact(int((folder / "base").read_text(encoding="ascii"))))

    def environment(self) -> dict[str, str]:
        return {**super().environment(), SERVERS_FOLDER: str(self.folder)}

    def close(self) -> None:
        """End the servers and remove their folder; only whoever began them does."""
        if self._watchdog is None or self._lease is None:
            return
        discard(self.folder)
        self._watchdog.dismiss()
        self._lease.release()

    def _start(self) -> None:
        rights = definitions([operator_account(USER)], {USER: PASSWORD}, "test")
        self._layout.prepare(json.dumps(rights))
        self._store.prepare()
        self._port_mapper.start()
        self._broker.launch()
        self._mongod.start()
        form_replica_set(LOOPBACK, self._ports.mongo)
        self._broker.wait_until_ready()


def open_servers(environment: Mapping[str, str]) -> Servers:
    """The servers this process is told to use, or new ones.

    TEST_SERVERS: folder of servers that the test run already started · TEST_BROKER_URI, TEST_MONGO_URI and
    TEST_BROKER_MANAGEMENT_PORT: servers that somebody else runs · none of them: start private ones.
    """
    if environment.get(SERVERS_FOLDER):
        return PrivateServers.attach(Path(environment[SERVERS_FOLDER]))
    if environment.get(BROKER_URI) and environment.get(MONGO_URI):
        return Servers(
            broker=ForeignServer("broker", BROKER_URI),
            mongod=ForeignServer("store", MONGO_URI),
            broker_uri=environment[BROKER_URI],
            mongo_uri=environment[MONGO_URI],
            management_port=int(environment.get(BROKER_MANAGEMENT) or 15672),
        )
    return PrivateServers.begin()
