"""Names and declarations of everything a service has on the broker; the migration declares it, before anything runs.

<service>.events          topic exchange, the events it tells (routing key = event type with version)
<service>.inbox           quorum queue, all events of the producers it follows
<service>.inbox.retry.<n>s  quorum queue whose messages go back to the inbox after n seconds
rpc-<service>             quorum queue of requests, bound to nameko's exchange
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from amqp.exceptions import AccessRefused, NotFound
from kombu import Connection, Exchange, Queue

from chassis.bus import hard_close, open_connection
from chassis.service import Service
from chassis.settings import SettingError

RPC_EXCHANGE = "nameko-rpc"
REDELIVERIES = 2_000_000_000
"""How often a message may come back before a quorum queue drops it. Newer brokers drop it after 20 times, and every
outage of the store is one; what cannot be applied is counted and parked by the consumer instead."""


def events_exchange(service: str) -> Exchange:
    return Exchange(f"{service}.events", type="topic", durable=True)


def rpc_exchange() -> Exchange:
    return Exchange(RPC_EXCHANGE, type="topic", durable=True)


def inbox_name(service: str) -> str:
    return f"{service}.inbox"


def retry_name(service: str, seconds: int) -> str:
    return f"{inbox_name(service)}.retry.{seconds}s"


def rpc_queue_name(service: str) -> str:
    return f"rpc-{service}"


def quorum_queue(name: str, **arguments: object) -> Queue:
    limits = {"x-queue-type": "quorum", "x-delivery-limit": REDELIVERIES}
    return Queue(name, durable=True, queue_arguments={**limits, **arguments})


def queues_of(service: Service, retry_seconds: tuple[int, ...]) -> list[Queue]:
    """Every queue of one service, with its arguments."""
    queues = [quorum_queue(rpc_queue_name(service.name))]
    if service.follows:
        queues.append(quorum_queue(inbox_name(service.name)))
        queues += [
            quorum_queue(
                retry_name(service.name, seconds),
                **{
                    "x-message-ttl": seconds * 1000,
                    "x-dead-letter-exchange": "",
                    "x-dead-letter-routing-key": inbox_name(service.name),
                    "x-dead-letter-strategy": "at-least-once",
                    "x-overflow": "reject-publish",
                },
            )
            for seconds in retry_seconds
        ]
    return queues


def declare_topology(uri: str, service: Service, retry_seconds: tuple[int, ...]) -> None:
    """Declare the exchanges, queues and bindings of one service; harmless when they are there already.

    The exchanges that belong to others, RPC and the followed producers', are declared only where they are missing, so
    services may be migrated in any order; an account that may not declare a missing one => SettingError naming it.
    """
    connection = open_connection(uri)
    try:
        channel = connection.channel()
        events_exchange(service.name)(channel).declare()
        for foreign in (rpc_exchange(), *map(events_exchange, service.follows)):
            _declare_if_missing(connection, foreign)
        for queue in queues_of(service, retry_seconds):
            queue(channel).declare()
        channel.queue_bind(rpc_queue_name(service.name), RPC_EXCHANGE, f"{service.name}.*")
        for producer in service.follows:
            channel.queue_bind(inbox_name(service.name), events_exchange(producer).name, "#")
    finally:
        hard_close(connection)


def _declare_if_missing(connection: Connection, exchange: Exchange) -> None:
    """Look first: whoever may declare an exchange may also delete it, so a service's account may do neither."""
    if _on_new_channel(connection, lambda channel: exchange(channel).declare(passive=True), NotFound):
        return
    if not _on_new_channel(connection, lambda channel: exchange(channel).declare(), AccessRefused):
        raise SettingError(
            f"the exchange {exchange.name} does not exist and this broker account may not declare it: "
            "load the broker's definitions first"
        )


def _on_new_channel(connection: Connection, act: Callable[[Any], Any], refusal: type[Exception]) -> bool:
    """Whether `act` was not refused; a refusal closes the channel it happens on."""
    channel = connection.channel()
    try:
        act(channel)
    except refusal:
        return False
    channel.close()
    return True
