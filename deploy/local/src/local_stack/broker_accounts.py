"""Who may do what on the broker: an account for each service, each agency and the operator, with the least it needs.

Only the standard library, so that a container can use it as it is.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

RPC_EXCHANGE = "nameko-rpc"
OPERATOR = "driver"
EVERYTHING = ".*"
_ACCOUNT_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class TopicRight:
    """Which routing keys of one topic exchange an account may publish with (`write`) and bind with (`read`)."""

    exchange: str
    write: str
    read: str


@dataclass(frozen=True)
class Account:
    """One broker user: patterns (regular expressions) of the names it may configure, write to and read from."""

    name: str
    configure: str
    write: str
    read: str
    topics: tuple[TopicRight, ...] = ()
    tags: str = ""

    def __post_init__(self) -> None:
        if not _ACCOUNT_NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} is no account name: lower-case letters, digits and _ only")


def service_user(service: str) -> str:
    """The broker's and the store's user name of a service."""
    return f"svc_{service}"


def service_account(service: str, services: Sequence[str]) -> Account:
    """A service owns what begins with its name and its RPC queue, reads everybody's events, answers RPC callers.

    It publishes events on its own exchange alone; on the RPC exchange it may answer but not call another service.
    The default exchange is open to it because a retried message goes back to its queue that way.
    """
    own = rf"{service}\..*|rpc-{service}"
    return Account(
        name=service_user(service),
        configure=f"^({own})$",
        write=rf"^({own}|{RPC_EXCHANGE}|amq\.default)$",
        read=rf"^({own}|{RPC_EXCHANGE}|.*\.events)$",
        topics=(
            TopicRight(
                RPC_EXCHANGE,
                write=rf"^(?!({'|'.join(services)})\.).*$",
                read=rf"^{service}\..*$",
            ),
        ),
    )


def agency_account(caller: str, services: Sequence[str]) -> Account:
    """An agency's system calls the services and reads its own replies; it sees no event and no other's call."""
    replies = rf"rpc\.reply-{caller}-.*"
    return Account(
        name=caller,
        configure=f"^{replies}$",
        write=f"^({RPC_EXCHANGE}|{replies})$",
        read=f"^({RPC_EXCHANGE}|{replies})$",
        topics=(
            TopicRight(
                RPC_EXCHANGE,
                write=rf"^({'|'.join(services)})\..*$",
                read=rf"^{caller}\.[0-9a-f-]+$",
            ),
        ),
    )


def operator_account(name: str = OPERATOR) -> Account:
    """Operations: management interface, queue and dead-letter tools."""
    return Account(name=name, configure=EVERYTHING, write=EVERYTHING, read=EVERYTHING, tags="administrator")


def accounts(services: Sequence[str], callers: Iterable[str]) -> list[Account]:
    """Every account of a stack."""
    return [
        operator_account(),
        *(service_account(service, services) for service in services),
        *(agency_account(caller, services) for caller in callers),
    ]


def hashed_password(name: str, password: str) -> str:
    """RabbitMQ's salted SHA-256 form of a password.

    The salt is taken from the user's name, so that the same credentials always give the same file; the passwords
    are long and random, which is what keeps the hash from being reversed.
    """
    salt = hashlib.sha256(name.encode()).digest()[:4]
    return base64.b64encode(salt + hashlib.sha256(salt + password.encode()).digest()).decode("ascii")


def definitions(
    members: Sequence[Account], passwords: Mapping[str, str], vhost: str, services: Sequence[str] = ()
) -> dict[str, Any]:
    """What the broker loads at boot: the virtual host, the exchanges, users by hash, and their rights.

    The RPC exchange is made here because nobody else has the right to: whoever may declare it may also delete it. The
    services' exchanges are made here so that one service can bind to another's events whichever is migrated first.
    """
    return {
        "vhosts": [{"name": vhost}],
        "exchanges": [
            {
                "name": name,
                "vhost": vhost,
                "type": "topic",
                "durable": True,
                "auto_delete": False,
                "internal": False,
                "arguments": {},
            }
            for name in (RPC_EXCHANGE, *(f"{service}.events" for service in services))
        ],
        "users": [
            {
                "name": member.name,
                "password_hash": hashed_password(member.name, passwords[member.name]),
                "hashing_algorithm": "rabbit_password_hashing_sha256",
                "tags": member.tags,
                "limits": {},
            }
            for member in members
        ],
        "permissions": [{"user": member.name, "vhost": vhost, **permission(member)} for member in members],
        "topic_permissions": [
            {"user": member.name, "vhost": vhost, "exchange": topic.exchange, "write": topic.write, "read": topic.read}
            for member in members
            for topic in member.topics
        ],
    }


def permission(account: Account) -> dict[str, str]:
    """The three patterns, as the management interface wants them."""
    return {"configure": account.configure, "write": account.write, "read": account.read}
