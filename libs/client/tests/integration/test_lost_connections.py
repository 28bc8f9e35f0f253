"""The connection is cut or goes dead: the call goes on with its key, and nobody waits for ever."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable

import pytest
from proxy import Proxy
from responder import Responder

from petition_client import Client, NoAnswer, Request

Make = Callable[..., Client]


def test_a_connection_that_was_lost_between_two_calls_is_made_anew(client: Make, through: str, proxy: Proxy) -> None:
    one = client(through)
    assert one.call("echo", "say", {"n": 1}) == {"n": 1}
    proxy.cut()
    assert one.call("echo", "say", {"n": 2}) == {"n": 2}


def test_a_connection_that_is_lost_during_a_call_costs_another_attempt(
    client: Make, through: str, proxy: Proxy, echo: Responder
) -> None:
    one, key = client(through), uuid.uuid4().hex
    one.call("echo", "say")
    threading.Timer(0.3, proxy.cut).start()
    assert one.call("echo", "be_silent_once", {"n": 1}, key=key) == {"n": 1}
    assert echo.attempts[key] == 2


def test_of_many_calls_on_a_lost_connection_each_is_answered(client: Make, through: str, proxy: Proxy) -> None:
    one = client(through)
    threading.Timer(0.2, proxy.cut).start()
    requests = [Request("echo", "be_silent_once", {"n": n}) for n in range(30)]
    assert one.call_all(requests) == [{"n": n} for n in range(30)]


def test_a_broker_that_says_nothing_any_more_is_no_answer(client: Make, through: str, proxy: Proxy) -> None:
    one = client(through)
    one.call("echo", "say")
    proxy.go_dead()
    with pytest.raises(NoAnswer):
        one.call("echo", "say", timeout=1)
    # Nor does closing, and connecting, wait for it.
    one.close()
    with pytest.raises(NoAnswer):
        one.call("echo", "say", timeout=1)
    proxy.revive()
    assert one.call("echo", "say", {"n": 1}) == {"n": 1}


def test_a_broker_that_is_not_there_is_no_answer(client: Make) -> None:
    with pytest.raises(NoAnswer):
        client("amqp://a:b@127.0.0.1:1/v").call("echo", "say", timeout=0.5)


def test_of_several_brokers_one_that_is_there_is_enough(client: Make, broker: str) -> None:
    absent = broker.replace(broker.rsplit("@", 1)[1].split("/")[0], "127.0.0.1:1")
    assert client(f"{absent};{broker}").call("echo", "say", {"n": 1}) == {"n": 1}


def test_a_closed_client_can_be_used_again(client: Make, broker: str) -> None:
    with Client(broker) as one:
        assert one.call("echo", "say", {"n": 1}) == {"n": 1}
    assert one.call("echo", "say", {"n": 2}) == {"n": 2}
    one.close()
    one.close()
