"""The RPC process: one effect a key, a stable code for each refusal, and nothing written with it."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from toyshop.caller import ABSENT, Caller, code_of
from toyshop.running import Corner
from toyshop.waiting import eventually

STATE = ("boxes", "outbox", "journal")


def counts(shop: Corner) -> dict[str, int]:
    return {name: shop.database("boxes")[name].count_documents({}) for name in STATE}


def test_a_command_is_carried_out_and_its_answer_is_json(caller: Caller, shop: Corner, box_id: str) -> None:
    answer = caller.ask("open_box", {"box_id": box_id, "size": 3}, key=box_id)
    opened_at = answer["result"].pop("opened_at")
    assert answer == {"result": {"box_id": box_id, "version": 1}, "error": None}
    assert abs(datetime.fromisoformat(opened_at) - datetime.now(UTC)) < timedelta(hours=1)
    journal = shop.database("boxes")["journal"].find_one({"_id": f"test:{box_id}"}) or {}
    assert (journal["method"], journal["caller"], journal["unit"], journal["actor"]) == (
        "open_box",
        "test",
        "unit_one",
        "P1",
    )
    event = shop.database("boxes")["outbox"].find_one({"subject": box_id}) or {}
    assert event["data"] == {"box_id": box_id, "box_version": 1, "size": 3}
    assert event["correlation_id"] == journal["correlation_id"]


def test_a_query_is_answered_to_anyone_registered_and_writes_nothing(
    caller: Caller, shop: Corner, box_id: str
) -> None:
    caller.ask("open_box", {"box_id": box_id, "size": 3})
    before = counts(shop)
    answer = caller.ask("get_box", {"box_id": box_id}, actor=None, key=None)["result"]
    assert (answer["box"]["size"], answer["asked_by"], answer["unit"]) == (3, "test", "unit_one")
    assert counts(shop) == before


def test_the_correlation_id_of_a_request_goes_into_its_events(caller: Caller, shop: Corner, box_id: str) -> None:
    caller.ask("open_box", {"box_id": box_id, "size": 3}, correlation_id="trace-7")
    assert (shop.database("boxes")["outbox"].find_one({"subject": box_id}) or {})["correlation_id"] == "trace-7"


def long_ago() -> str:
    return (datetime.now(UTC) - timedelta(days=1)).isoformat()


GOOD = {"box_id": "never", "size": 3}
BAD_REQUESTS: dict[str, tuple[str, Any, dict[str, Any], str, str | None]] = {
    "unknown field": ("open_box", {**GOOD, "colour": "red"}, {}, "UNKNOWN_FIELD", "colour"),
    "missing field": ("open_box", {"size": 3}, {}, "MISSING_FIELD", "box_id"),
    "no data": ("open_box", ABSENT, {}, "MISSING_FIELD", "box_id"),
    "wrong type": ("open_box", {**GOOD, "size": "3"}, {}, "WRONG_TYPE", "size"),
    "data is a list": ("open_box", [1], {}, "WRONG_TYPE", "data"),
    "data is null": ("open_box", None, {}, "WRONG_TYPE", "data"),
    "no key": ("open_box", GOOD, {"key": None}, "KEY_MISSING", "key"),
    "empty key": ("open_box", GOOD, {"key": ""}, "KEY_MISSING", "key"),
    "key is a number": ("open_box", GOOD, {"key": 7}, "WRONG_TYPE", "key"),
    "key of 201": ("open_box", GOOD, {"key": "k" * 201}, "BAD_VALUE", "key"),
    "unknown envelope": ("open_box", GOOD, {"sudo": True}, "UNKNOWN_FIELD", "sudo"),
    "version is text": ("open_box", GOOD, {"expected_version": "1"}, "WRONG_TYPE", "expected_version"),
    "version is true": ("open_box", GOOD, {"expected_version": True}, "WRONG_TYPE", "expected_version"),
    "expired": ("open_box", GOOD, {"expires_at": long_ago()}, "REQUEST_EXPIRED", None),
    "expires never": ("open_box", GOOD, {"expires_at": "never"}, "BAD_VALUE", "expires_at"),
    "expires without zone": ("open_box", GOOD, {"expires_at": "2999-01-01T00:00:00"}, "BAD_VALUE", "expires_at"),
    "beyond 64 bits": ("open_box", {**GOOD, "size": 2**63}, {}, "BAD_VALUE", "size"),
    "half a character": ("open_box", {**GOOD, "box_id": "\ud800"}, {}, "BAD_VALUE", "box_id"),
    "no officer": ("open_box", GOOD, {"actor": None}, "MISSING_FIELD", "actor"),
    "unknown officer": ("open_box", GOOD, {"actor": "P9"}, "ACTOR_UNKNOWN", "actor"),
    "other unit's officer": ("open_box", GOOD, {"actor": "P3"}, "ACTOR_UNKNOWN", "actor"),
    "wrong role": ("open_box", GOOD, {"actor": "P2"}, "FORBIDDEN", "actor"),
    "nothing there": ("put_item", {"box_id": "never", "item": "x"}, {}, "NOT_FOUND", "box_id"),
    "unknown method": ("close_box", GOOD, {}, "UNKNOWN_METHOD", None),
    "the service's word": ("open_box", {"box_id": "there", "size": 1}, {}, "BOX_THERE", "box_id"),
    "an error in the code": ("break_down", {"box_id": "never"}, {}, "INTERNAL", None),
    "wrong cursor": ("list_boxes", {"cursor": "x"}, {}, "BAD_VALUE", "cursor"),
}


@pytest.mark.parametrize("name", BAD_REQUESTS)
def test_a_refusal_has_its_code_and_field_and_nothing_is_written(caller: Caller, shop: Corner, name: str) -> None:
    caller.ask("open_box", {"box_id": "there", "size": 1})
    before = counts(shop)
    method, data, envelope, code, field = BAD_REQUESTS[name]
    answer = caller.ask(method, data, **envelope)
    assert answer["result"] is None
    refusal = answer["error"]["refusal"]
    assert (refusal["code"], refusal["field"]) == (code, field)
    assert refusal["zh"] and refusal["en"] == answer["error"]["value"] and answer["error"]["exc_type"] == code
    assert counts(shop) == before


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[]",
        b"7",
        b"{}",
        b'{"args": []}',
        b'{"args": [1], "kwargs": {}}',
        b'{"args": [], "kwargs": 7}',
        b'{"args": [], "kwargs": {"self": 7}}',
    ],
)
def test_a_body_that_is_no_request_is_answered_all_the_same(caller: Caller, shop: Corner, body: bytes) -> None:
    before = counts(shop)
    (answer,) = caller.wait([caller.send_body("open_box", body)])
    assert code_of(answer) == "MALFORMED_REQUEST" and counts(shop) == before


@pytest.mark.parametrize("content_type", ["application/x-python-serialize", "text/plain", "application/data", None])
def test_another_content_type_is_never_decoded(caller: Caller, content_type: str | None) -> None:
    body = b"cos\nsystem\n(S'true'\ntR."
    (answer,) = caller.wait([caller.send_body("open_box", body, content_type=content_type, content_encoding="binary")])
    assert code_of(answer) == "MALFORMED_REQUEST"


def test_the_version_a_caller_expects_is_checked(caller: Caller, box_id: str) -> None:
    caller.ask("open_box", {"box_id": box_id, "size": 3})
    stale = caller.ask("put_item", {"box_id": box_id, "item": "x"}, expected_version=7)
    assert code_of(stale) == "STALE_VERSION"
    assert code_of(caller.ask("put_item", {"box_id": box_id, "item": "x"}, expected_version=1)) == "OK"


def test_the_same_key_gives_the_same_answer_and_one_effect(caller: Caller, shop: Corner, box_id: str) -> None:
    caller.ask("open_box", {"box_id": box_id, "size": 3})
    put = {"box_id": box_id, "item": "x"}
    answers = [caller.ask("put_item", put, key=f"{box_id}-put") for _ in range(3)]
    assert answers[0] == answers[1] == answers[2] and code_of(answers[0]) == "OK"
    caller.ask("put_item", {"box_id": box_id, "item": "y"})
    caller.ask("put_item", {"box_id": box_id, "item": "z"})
    # The box is full now, so the handler would refuse; the answer is still the one that was given.
    assert caller.ask("put_item", put, key=f"{box_id}-put") == answers[0]
    assert (shop.database("boxes")["boxes"].find_one({"_id": box_id}) or {})["items"] == ["x", "y", "z"]


@pytest.mark.parametrize(
    "other",
    [{"data": {"box_id": "B", "item": "y"}}, {"actor": "P4"}, {"expected_version": 1}, {"method": "open_box"}],
    ids=lambda other: next(iter(other)),
)
def test_the_same_key_for_something_else_is_refused(
    caller: Caller, shop: Corner, box_id: str, other: dict[str, Any]
) -> None:
    people = shop.database("boxes")["directory"]
    people.update_one({}, {"$set": {"people.P4": {"unit": "unit_one", "roles": ["keeper"]}}})
    caller.ask("open_box", {"box_id": box_id, "size": 3})
    data = {"box_id": box_id, "item": "x"}
    assert code_of(caller.ask("put_item", data, key=f"{box_id}-put")) == "OK"
    before = counts(shop)
    changed = {"box_id": box_id, "item": "y"} if "data" in other else data
    method = other.get("method", "put_item")
    if method == "open_box":
        changed = {"box_id": box_id, "size": 3}
    envelope = {name: value for name, value in other.items() if name in ("actor", "expected_version")}

    def code() -> str:
        return code_of(caller.ask(method, changed, key=f"{box_id}-put", **envelope))

    # The new officer is known to the process a moment later.
    eventually(lambda: code() != "ACTOR_UNKNOWN")
    assert code() == "KEY_REUSED" and counts(shop) == before


def test_a_refused_command_does_not_use_up_its_key(caller: Caller, box_id: str) -> None:
    assert code_of(caller.ask("put_item", {"box_id": box_id, "item": "x"}, key=box_id)) == "NOT_FOUND"
    caller.ask("open_box", {"box_id": box_id, "size": 3})
    assert code_of(caller.ask("put_item", {"box_id": box_id, "item": "x"}, key=box_id)) == "OK"


def test_twenty_calls_with_one_key_at_the_same_moment_have_one_effect_and_one_answer(
    caller: Caller, shop: Corner, box_id: str
) -> None:
    request = {"box_id": box_id, "size": 3}
    answers = caller.wait([caller.send("open_box", request, key=box_id) for _ in range(20)])
    assert {json.dumps(answer, sort_keys=True) for answer in answers} == {json.dumps(answers[0], sort_keys=True)}
    assert code_of(answers[0]) == "OK"
    assert shop.database("boxes")["outbox"].count_documents({"subject": box_id}) == 1


def test_twenty_different_calls_on_one_record_at_the_same_moment_are_carried_out_one_after_the_other(
    caller: Caller, shop: Corner, box_id: str
) -> None:
    caller.ask("open_box", {"box_id": box_id, "size": 3})
    answers = caller.wait([caller.send("put_item", {"box_id": box_id, "item": str(n)}) for n in range(20)])
    codes = [code_of(answer) for answer in answers]
    assert codes.count("OK") == 3 and codes.count("BOX_FULL") == 17
    events = list(shop.database("boxes")["outbox"].find({"subject": box_id}, sort=[("sequence", 1)]))
    assert [event["sequence"] for event in events] == [1, 2, 3, 4]


def test_logs_never_show_what_the_data_was(caller: Caller, shop: Corner) -> None:
    secret = f"张三-{uuid.uuid4().hex}"
    assert code_of(caller.ask("break_down", {"box_id": secret})) == "INTERNAL"
    assert code_of(caller.ask("open_box", {"box_id": secret, "size": secret})) == "WRONG_TYPE"
    caller.wait([caller.send_body("open_box", secret.encode())])
    process = shop.running[-1]
    failure = eventually(lambda: [line for line in process.lines() if line["message"] == "a request failed"])
    assert "ValueError" in failure[-1]["exc_info"] and failure[-1]["reference"]
    assert secret not in process.log.read_text(encoding="utf-8")


def test_metrics_count_requests_by_method_and_code(caller: Caller, shop: Corner, box_id: str) -> None:
    process = shop.running[-1]
    counted = {"service": "boxes", "method": "open_box"}
    before = process.metric("rpc_requests_total", **counted, code="OK")
    caller.ask("open_box", {"box_id": box_id, "size": 3})
    assert process.metric("rpc_requests_total", **counted, code="OK") == before + 1
    assert process.metric("consumer_attached", queue="rpc-boxes") == 1
    assert box_id not in process.get("/metrics")[1]


def test_the_status_counts_what_was_told_and_what_is_on_its_way(caller: Caller, shop: Corner, box_id: str) -> None:
    caller.ask("open_box", {"box_id": box_id, "size": 3, "seal_at": "2020-01-01T00:00:00Z"})
    told = counts(shop)["outbox"]
    for question in ({}, {"exact": True}):
        status = caller.ask("service_status", question, actor=None, key=None)["result"]
        assert (status["published"], status["unsent"], status["held"], status["parked"]) == (told, told, 0, 0)
        assert status["due"] >= 1 and status["applied"] == {"shelf": 0}
    brief = caller.ask("service_status", {"brief": True}, actor=None, key=None)["result"]
    assert (brief["published"], brief["applied"]) == (told, {"shelf": 0}) and "due" not in brief


def test_pages_go_through_a_query(caller: Caller, box_id: str) -> None:
    for number in range(3):
        caller.ask("open_box", {"box_id": f"{box_id}-{number}", "size": 5})
    first = caller.ask("list_boxes", {"limit": 2})["result"]
    second = caller.ask("list_boxes", {"limit": 2, "cursor": first["next"]})["result"]
    ids = [box["box_id"] for box in first["items"] + second["items"]]
    assert len(set(ids)) == 4


def test_a_request_that_wants_no_answer_is_carried_out(caller: Caller, shop: Corner, box_id: str) -> None:
    kwargs = {"actor": "P1", "key": box_id, "data": {"box_id": box_id, "size": 1}}
    caller.send_body("open_box", json.dumps({"args": [], "kwargs": kwargs}).encode(), reply_to=None)
    assert eventually(lambda: shop.database("boxes")["boxes"].find_one({"_id": box_id}))
