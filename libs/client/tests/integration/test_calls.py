"""Calls, answered and refused."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from responder import Responder

from petition_client import AccessDenied, Client, NoAnswer, Refused, Request, UnknownService

Make = Callable[..., Client]


def key() -> str:
    return uuid.uuid4().hex


def test_a_call_is_answered(client: Make) -> None:
    assert client().call("echo", "say", {"words": ["你好", 1, None]}) == {"words": ["你好", 1, None]}


def test_a_request_says_who_what_and_until_when_and_leaves_out_what_was_not_given(
    client: Make, echo: Responder, broker: str
) -> None:
    mine = key()
    client().call("echo", "say", {"a": 1}, actor="P1", key=mine, expected_version=0, timeout=20)
    client().call("echo", "say")
    full, bare = echo.requests[-2:]
    expires_at = datetime.fromisoformat(full.pop("expires_at"))
    assert full == {"actor": "P1", "key": mine, "expected_version": 0, "data": {"a": 1}}
    assert timedelta(0) < expires_at - datetime.now(UTC) <= timedelta(seconds=20)
    assert set(bare) == {"key", "expires_at", "data"} and bare["data"] == {} and bare["key"]
    properties = echo.properties[-1]
    assert properties["user_id"] == urlsplit(broker).username
    assert properties["reply_to"].startswith(f"{properties['user_id']}.") and int(properties["expiration"]) > 0
    assert properties["content_type"] == "application/json" and properties["delivery_mode"] == 2


def test_many_calls_at_once_are_answered_in_the_order_they_were_given(client: Make) -> None:
    requests = [Request("echo", "say", {"n": n}) for n in range(350)]
    assert client().call_all(requests) == [{"n": n} for n in range(350)]
    assert client().call_all([]) == []


def test_each_call_of_many_has_its_own_fate(client: Make) -> None:
    methods = ["say", "refuse", "say", "be_busy_twice", "break"]
    answers = client().call_all(
        [Request("echo", method, {"n": n}) for n, method in enumerate(methods)] + [Request("nobody", "say")]
    )
    assert answers[0] == {"n": 0} and answers[2] == {"n": 2} and answers[3] == {"n": 3}
    assert isinstance(answers[1], Refused) and answers[1].code == "BOX_FULL"
    assert isinstance(answers[4], Refused) and answers[4].code == "INTERNAL"
    assert isinstance(answers[5], UnknownService)


def test_a_refusal_carries_code_field_and_both_sentences(client: Make, echo: Responder) -> None:
    mine = key()
    with pytest.raises(Refused) as caught:
        client().call("echo", "refuse", key=mine)
    error = caught.value
    assert (error.code, error.field, error.retryable) == ("BOX_FULL", "f", False)
    assert (error.zh, error.en) == ("BOX_FULL 中文", "BOX_FULL in English")
    assert "BOX_FULL 中文" in str(error) and echo.attempts[mine] == 1


def test_a_stock_services_error_is_a_refusal_too(client: Make) -> None:
    with pytest.raises(Refused) as caught:
        client().call("echo", "fail_as_stock_nameko")
    assert (caught.value.code, caught.value.en) == ("ValueError", "odd")


def test_a_service_nobody_runs_is_unknown_at_once(client: Make) -> None:
    with pytest.raises(UnknownService, match="nobody"):
        client().call("nobody", "say", timeout=60)


def test_without_an_answer_the_outcome_is_unknown(client: Make) -> None:
    with pytest.raises(NoAnswer, match="echo.be_silent"):
        client().call("echo", "be_silent", timeout=0.5)


def test_no_time_at_all_is_no_answer(client: Make, echo: Responder) -> None:
    before = len(echo.requests)
    with pytest.raises(NoAnswer):
        client().call("echo", "say", timeout=0)
    assert len(echo.requests) == before


def test_without_a_key_of_the_callers_each_call_has_its_own_and_keeps_it_over_all_attempts(
    client: Make, echo: Responder
) -> None:
    one, mine = client(attempt_timeout=0.3), key()
    one.call("echo", "be_silent_once", {"mine": mine, "n": 1})
    one.call("echo", "be_silent_once", {"mine": mine, "n": 2})
    one.call("echo", "say")
    keys = [{r["key"] for r in echo.requests if r["data"] == {"mine": mine, "n": n}} for n in (1, 2)]
    assert len(keys[0]) == len(keys[1]) == 1 and keys[0] != keys[1]


def test_a_busy_service_is_asked_again_until_it_has_time(client: Make, echo: Responder) -> None:
    mine = key()
    assert client().call("echo", "be_busy_twice", {"n": 1}, key=mine) == {"n": 1}
    assert echo.attempts[mine] == 3


def test_a_service_that_stays_busy_is_reported_as_busy(client: Make, echo: Responder) -> None:
    mine = key()
    with pytest.raises(Refused, match="BUSY"):
        client().call("echo", "be_busy", key=mine, timeout=1)
    assert echo.attempts[mine] > 1


def test_a_services_own_error_is_tried_three_times(client: Make, echo: Responder) -> None:
    mine = key()
    with pytest.raises(Refused, match="INTERNAL"):
        client().call("echo", "break", key=mine, timeout=60)
    assert echo.attempts[mine] == 3


def test_a_late_answer_to_an_earlier_attempt_counts(client: Make, echo: Responder) -> None:
    mine = key()
    assert client(attempt_timeout=0.4).call("echo", "be_late", {"n": 1}, key=mine) == {"n": 1}
    assert echo.attempts[mine] >= 2


def test_an_earlier_attempt_that_came_too_late_does_not_end_the_call(client: Make, echo: Responder) -> None:
    mine = key()
    assert client(attempt_timeout=0.5).call("echo", "expire_late", {"n": 1}, key=mine) == {"n": 1}
    assert echo.attempts[mine] >= 2


def test_an_attempt_that_is_too_late_although_in_time_is_reported_for_a_clock_is_wrong(client: Make) -> None:
    with pytest.raises(Refused, match="REQUEST_EXPIRED"):
        client().call("echo", "expire")


def test_a_second_answer_to_the_same_call_is_not_taken_for_the_next_ones(client: Make) -> None:
    one = client()
    assert [one.call("echo", "answer_twice", {"n": n}) for n in range(5)] == [{"n": n} for n in range(5)]


def test_a_wrong_password_is_said_at_once(client: Make, broker: str) -> None:
    with pytest.raises(AccessDenied):
        client(broker.replace(":test@", ":guess@")).call("echo", "say", timeout=60)


def test_a_virtual_host_that_is_not_there_is_said_at_once(client: Make, broker: str) -> None:
    with pytest.raises(AccessDenied):
        client(broker + "-nowhere").call("echo", "say", timeout=60)


def test_with_an_agencys_rights_one_may_call_the_services_and_nothing_else(
    client: Make, servers: object, broker: str
) -> None:
    intake = Responder(broker, "intake")
    try:
        agency = client(servers.agency_uri(broker, "some_agency"))  # type: ignore[attr-defined]
        answers = agency.call_all(
            [Request("intake", "say", {"n": 1}), Request("echo", "say"), Request("intake", "say", {"n": 2})]
        )
        assert answers[0] == {"n": 1} and answers[2] == {"n": 2}
        assert isinstance(answers[1], AccessDenied)
        assert agency.call("intake", "say", {"n": 3}) == {"n": 3}
        assert intake.properties[-1]["user_id"] == "some_agency"
    finally:
        intake.close()
