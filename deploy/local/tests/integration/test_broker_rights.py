"""The rights as a real broker enforces them: each kind of account does its work and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import kombu
import pytest
from amqp.exceptions import AccessRefused, ChannelError, PreconditionFailed
from kombu.transport.pyamqp import Channel

from local_stack.testing.servers import Servers

REPLIES = "rpc.reply-hotline_12345-1f"


def opened(uri: str) -> Iterator[Channel]:
    with kombu.Connection(uri, transport_options={"confirm_publish": True}) as connection:
        yield connection.default_channel


@pytest.fixture
def operator(vhost: str) -> Iterator[Channel]:
    yield from opened(vhost)


@pytest.fixture
def intake(servers: Servers, vhost: str, operator: Channel) -> Iterator[Channel]:
    """The intake service's channel, where another service's exchange and queue exist too."""
    for service in ("intake", "assignment"):
        operator.exchange_declare(f"{service}.events", "topic", durable=True, auto_delete=False)
        operator.queue_declare(f"{service}.inbox", durable=True, auto_delete=False)
        operator.queue_declare(f"rpc-{service}", durable=True, auto_delete=False)
    yield from opened(servers.service_uri(vhost, "intake"))


@pytest.fixture
def hotline(servers: Servers, vhost: str, intake: Channel) -> Iterator[Channel]:
    yield from opened(servers.agency_uri(vhost, "hotline_12345"))


def publish(channel: Channel, exchange: str, key: str, **properties: str) -> None:
    message = channel.prepare_message(
        "{}", content_type="application/json", content_encoding="utf-8", properties=properties
    )
    channel.basic_publish(message, exchange=exchange, routing_key=key)


def reply_queue(channel: Channel, key: str = "hotline_12345.1f") -> None:
    channel.queue_declare(REPLIES, durable=False, exclusive=True, auto_delete=True)
    channel.queue_bind(REPLIES, "nameko-rpc", key)


@pytest.mark.parametrize(
    "work",
    [
        lambda channel: reply_queue(channel),
        lambda channel: publish(channel, "nameko-rpc", "intake.register_petition", user_id="hotline_12345"),
        lambda channel: publish(channel, "nameko-rpc", "metrics.get_indicator"),
        lambda channel: (reply_queue(channel), channel.basic_get(REPLIES)),
    ],
    ids=["listen for replies", "call", "ask", "read replies"],
)
def test_an_agency_can_call_and_read_its_replies(hotline: Channel, work: Callable[[Channel], object]) -> None:
    work(hotline)


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        (lambda channel: publish(channel, "nameko-rpc", "township_wangwa.1f"), AccessRefused),
        (lambda channel: publish(channel, "intake.events", "petition_registered.v1"), AccessRefused),
        (lambda channel: publish(channel, "", "rpc-intake"), AccessRefused),
        (lambda channel: publish(channel, "nameko-rpc", "intake.x", user_id="township_wangwa"), PreconditionFailed),
        (lambda channel: reply_queue(channel, "#"), AccessRefused),
        (lambda channel: reply_queue(channel, "intake.register_petition"), AccessRefused),
        (lambda channel: reply_queue(channel, "township_wangwa.1f"), AccessRefused),
        (lambda channel: channel.queue_declare("rpc.reply-township_wangwa-1f"), AccessRefused),
        (lambda channel: channel.basic_get("rpc-intake"), AccessRefused),
        (lambda channel: channel.basic_get("intake.inbox"), AccessRefused),
        (lambda channel: channel.exchange_delete("nameko-rpc"), AccessRefused),
        (lambda channel: channel.queue_delete("rpc-intake"), AccessRefused),
    ],
    ids=[
        "forge a reply",
        "forge an event",
        "go round the rpc exchange",
        "speak for another",
        "hear every call",
        "hear one kind of call",
        "hear another's replies",
        "take another's queue",
        "take calls",
        "take events",
        "delete the exchange",
        "delete a queue",
    ],
)
def test_an_agency_can_do_nothing_else(
    hotline: Channel, deed: Callable[[Channel], object], answer: type[ChannelError]
) -> None:
    with pytest.raises(answer):
        deed(hotline)


@pytest.mark.parametrize(
    "work",
    [
        lambda channel: channel.exchange_declare("intake.events", "topic", durable=True, auto_delete=False),
        lambda channel: channel.queue_declare(
            "intake.from-assignment",
            durable=True,
            auto_delete=False,
            arguments={"x-queue-type": "quorum", "x-dead-letter-exchange": "", "x-dead-letter-routing-key": "x"},
        ),
        lambda channel: channel.queue_bind("intake.inbox", "assignment.events", "#"),
        lambda channel: channel.queue_bind("rpc-intake", "nameko-rpc", "intake.*"),
        lambda channel: channel.exchange_declare("nameko-rpc", "topic", passive=True),
        lambda channel: publish(channel, "intake.events", "petition_registered.v1"),
        lambda channel: publish(channel, "nameko-rpc", "hotline_12345.1f"),
        lambda channel: publish(channel, "", "intake.inbox"),
        lambda channel: (channel.basic_get("intake.inbox"), channel.basic_get("rpc-intake")),
    ],
    ids=[
        "own exchange",
        "own queue with dead letters",
        "follow another's events",
        "take its calls",
        "look at the rpc exchange",
        "tell an event",
        "answer a call",
        "retry",
        "read",
    ],
)
def test_a_service_can_do_its_work(intake: Channel, work: Callable[[Channel], object]) -> None:
    work(intake)


@pytest.mark.parametrize(
    "deed",
    [
        lambda channel: publish(channel, "assignment.events", "case_routed.v1"),
        lambda channel: publish(channel, "nameko-rpc", "assignment.route_case"),
        lambda channel: channel.queue_bind("intake.inbox", "nameko-rpc", "assignment.*"),
        lambda channel: channel.queue_bind("intake.inbox", "nameko-rpc", "#"),
        lambda channel: channel.basic_get("assignment.inbox"),
        lambda channel: channel.basic_get("rpc-assignment"),
        lambda channel: channel.exchange_delete("assignment.events"),
        lambda channel: channel.exchange_delete("nameko-rpc"),
        lambda channel: channel.queue_declare("assignment.more"),
    ],
    ids=[
        "forge another's event",
        "call another service",
        "hear another's calls",
        "hear every call",
        "take another's events",
        "take another's calls",
        "delete another's exchange",
        "delete the rpc exchange",
        "make another's queue",
    ],
)
def test_a_service_cannot_act_for_another(intake: Channel, deed: Callable[[Channel], object]) -> None:
    with pytest.raises(AccessRefused):
        deed(intake)
