"""Names and declarations of everything a service has on the broker. Declared by the migration, before any process starts.

<service>.events          topic exchange, the events it tells (routing key = event type with version)
<service>.inbox           quorum queue, all events of the producers it follows
<service>.inbox.retry.<n>s  quorum queue whose messages go back to the inbox after n seconds
rpc-<service>             quorum queue of requests, bound to nameko's exchange
"""

from __future__ import annotations

from kombu import Connection, Exchange, Queue

from chassis.service import Service

RPC_EXCHANGE = "nameko-rpc"


def events_exchange(service: str) -> Exchange:
    return Exchange(f"{service}.events", type="topic", durable=True)


def inbox_name(service: str) -> str:
    return f"{service}.inbox"


def retry_name(service: str, seconds: int) -> str:
    return f"{inbox_name(service)}.retry.{seconds}s"


def rpc_queue_name(service: str) -> str:
    return f"rpc-{service}"


def quorum_queue(name: str, **arguments: object) -> Queue:
    return Queue(name, durable=True, queue_arguments={"x-queue-type": "quorum", **arguments})


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

    A followed producer's exchange is declared too, so services may be migrated in any order.
    """
    with Connection(uri, connect_timeout=5) as connection:
        channel = connection.channel()
        events_exchange(service.name)(channel).declare()
        rpc_exchange = Exchange(RPC_EXCHANGE, type="topic", durable=True)(channel)
        rpc_exchange.declare()
        for queue in queues_of(service, retry_seconds):
            queue(channel).declare()
        channel.queue_bind(rpc_queue_name(service.name), RPC_EXCHANGE, f"{service.name}.*")
        for producer in service.follows:
            exchange = events_exchange(producer)(channel)
            exchange.declare()
            channel.queue_bind(inbox_name(service.name), exchange.name, "#")
