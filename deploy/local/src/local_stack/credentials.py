"""`credentials.json`: where the servers are and who logs in with what. Private to the owner of the state folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from local_stack.broker_accounts import OPERATOR, service_user
from local_stack.problem import StackProblem
from local_stack.secret_files import new_password, write_private

VHOST = "petition"


@dataclass(frozen=True)
class Addresses:
    """Where clients find the servers."""

    broker_host: str
    broker_port: int
    mongo_host: str
    mongo_port: int
    management_port: int


@dataclass(frozen=True)
class Credentials:
    """Users and passwords of one stack."""

    addresses: Addresses
    broker_users: Mapping[str, str]
    mongo_users: Mapping[str, str]
    mongo_administrator: str

    def broker_uri(self, user: str) -> str:
        where = f"{self.addresses.broker_host}:{self.addresses.broker_port}"
        return f"amqp://{user}:{self.broker_users[user]}@{where}/{VHOST}"

    def mongo_uri(self, user: str, replica_set: str = "rs0") -> str:
        where = f"{self.addresses.mongo_host}:{self.addresses.mongo_port}"
        return f"mongodb://{user}:{self.mongo_users[user]}@{where}/?replicaSet={replica_set}&authSource=admin"

    def document(self) -> dict[str, Any]:
        """What is written to the file."""
        return {
            "broker": {
                "host": self.addresses.broker_host,
                "port": self.addresses.broker_port,
                "management_port": self.addresses.management_port,
                "vhost": VHOST,
                "users": dict(self.broker_users),
            },
            "mongo": {
                "host": self.addresses.mongo_host,
                "port": self.addresses.mongo_port,
                "replica_set": "rs0",
                "administrator": self.mongo_administrator,
                "users": dict(self.mongo_users),
            },
        }


def database_of(service: str) -> str:
    """The one database a service may use."""
    return f"petition_{service}"


def bring_up_to_date(
    path: Path, addresses: Addresses, services: Sequence[str], callers: Iterable[str]
) -> Credentials:
    """Read the file, give every new user a password, drop users nobody needs any more, and store the result.

    A file that cannot be read => StackProblem.
    """
    known = _stored(path)
    broker = known.get("broker", {}).get("users", {})
    mongo = known.get("mongo", {})
    members = [OPERATOR, *(service_user(service) for service in services), *callers]
    credentials = Credentials(
        addresses=addresses,
        broker_users={name: broker.get(name) or new_password() for name in members},
        mongo_users={
            name: mongo.get("users", {}).get(name) or new_password()
            for name in (service_user(service) for service in services)
        },
        mongo_administrator=mongo.get("administrator") or new_password(),
    )
    if credentials.document() != known:
        write_private(path, json.dumps(credentials.document(), indent=2) + "\n")
    return credentials


def _stored(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StackProblem(
            f"{path} cannot be read ({error}); put it right, or move the whole state folder away to start afresh."
        ) from error
    return stored if isinstance(stored, dict) else {}
