"""Who calls is what the broker says, and an answer goes nowhere but to its caller."""

from __future__ import annotations

import json

import pytest
from toyshop.caller import Caller, code_of
from toyshop.running import Corner
from toyshop.waiting import eventually


def test_a_forged_user_is_refused_by_the_broker(shop: Corner) -> None:
    forger = Caller(shop.vhost)
    forger.send_body("get_box", b"{}", user_id="agency_two")
    with pytest.raises(Exception, match="(?i)user_id"):
        forger.wait(["never"])


@pytest.mark.parametrize("name", ["nameko.caller", "caller", "nameko.user_id", "user_id", "nameko.call_id_stack"])
def test_a_forged_header_is_ignored(caller: Caller, box_id: str, name: str) -> None:
    body = json.dumps({"args": [], "kwargs": {"data": {"box_id": box_id}}}).encode()
    (answer,) = caller.wait([caller.send_body("get_box", body, headers={name: "agency_two"})])
    assert answer["result"]["asked_by"] == "test"


def test_a_request_without_a_validated_user_is_refused(caller: Caller, shop: Corner) -> None:
    body = json.dumps({"args": [], "kwargs": {"data": {"box_id": "B"}}}).encode()
    with shop.connection() as connection:
        channel = connection.channel()
        channel.queue_declare("anonymous", exclusive=True)
        channel.queue_bind("anonymous", "nameko-rpc", "nobody")
        caller.send_body("get_box", body, user_id=None, reply_to="nobody")
        answer = eventually(lambda: channel.basic_get("anonymous", no_ack=True))
    assert code_of(json.loads(answer.body)) == "CALLER_UNKNOWN"


def test_an_account_that_is_not_registered_is_refused(shop: Corner) -> None:
    stranger = Caller(shop.account_uri("stranger"))
    assert code_of(stranger.ask("get_box", {"box_id": "B"}, actor=None)) == "CALLER_UNKNOWN"
    stranger.close()


def test_two_callers_may_use_the_same_key(caller: Caller, shop: Corner, box_id: str) -> None:
    other = Caller(shop.account_uri("agency_two"))
    first = caller.ask("open_box", {"box_id": box_id, "size": 3}, key=box_id)
    second = other.ask("open_box", {"box_id": f"{box_id}-2", "size": 3}, key=box_id, actor="P3")
    assert code_of(first) == code_of(second) == "OK"
    other.close()


def test_an_answer_goes_nowhere_but_to_its_caller(caller: Caller, shop: Corner, box_id: str) -> None:
    """Else a caller could have the service write, with the service's rights, into queues closed to the caller."""
    with shop.connection() as connection:
        channel = connection.channel()
        channel.queue_declare("victim", durable=True, auto_delete=False)
        channel.queue_bind("victim", "nameko-rpc", "#")
        body = json.dumps({"args": [], "kwargs": {"actor": "P1", "data": {"box_id": box_id}}}).encode()
        for reply_to in ("agency_two.somewhere", "boxes.open_box", ".", "test", "testing.x"):
            caller.send_body("get_box", body, reply_to=reply_to)
        caller.ask("get_box", {"box_id": box_id})
        keys = []
        while (message := channel.basic_get("victim", no_ack=True)) is not None:
            keys.append(message.delivery_info["routing_key"])
    assert set(keys) == {"boxes.get_box", caller.reply_to, "test"}
