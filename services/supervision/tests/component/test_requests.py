"""What a caller is told: the same answer for the same key; for everything wrong a code, a field, two sentences."""

from __future__ import annotations

from typing import Any

import pytest
from supervision_builders import BUREAU, CASE_NO, HANDLER
from supervision_neighbours import Neighbours, instant

from petition_client import Refused

ANSWER = {"case_no": CASE_NO, "method": "call", "reached": True, "score": "satisfied", "promise_kept": True}
ORDER = {"case_no": CASE_NO, "due_on": "2026-03-20", "reason_code": "other"}


@pytest.fixture
def closed(around: Neighbours) -> Neighbours:
    registered = {"registered_by_unit": BUREAU, "registered_at": instant(around.now), "anonymous": False}
    around.tell("intake", "petition_registered.v1", CASE_NO, **registered, hand_down=None)
    confirmed_at = instant(around.now)
    around.tell("assignment", "case_confirmed.v1", CASE_NO, round=1, unit=HANDLER, confirmed_at=confirmed_at)
    around.settle()
    return around


def refusal(around: Neighbours, method: str, caller: str, data: dict[str, Any], **envelope: Any) -> tuple[str, Any]:
    with pytest.raises(Refused) as refused:
        around.call(method, caller, data, **envelope)
    assert refused.value.zh and refused.value.en
    return refused.value.code, refused.value.field


def test_the_same_key_gives_the_same_answer_and_does_it_once(closed: Neighbours) -> None:
    first = closed.call("record_follow_up", BUREAU, ANSWER, actor="P0019", key="once")

    assert closed.call("record_follow_up", BUREAU, ANSWER, actor="P0019", key="once") == first
    other = {**ANSWER, "score": "dissatisfied", "reason": "没有落实"}
    assert refusal(closed, "record_follow_up", BUREAU, other, actor="P0019", key="once") == ("KEY_REUSED", "key")
    assert refusal(closed, "record_follow_up", BUREAU, ANSWER, actor="P0019", key="twice")[0] == (
        "FOLLOW_UP_ALREADY_RECORDED"
    )
    closed.settle()
    assert [event["type"] for event in closed.heard(CASE_NO)] == ["follow_up_due.v1", "follow_up_recorded.v1"]


def test_each_wrong_request_is_refused_with_its_code_and_field(closed: Neighbours) -> None:
    by_officer = {"caller": BUREAU, "actor": "P0019"}
    cases: list[tuple[str, dict[str, Any], dict[str, Any], tuple[str, str | None]]] = [
        ("record_follow_up", {**ANSWER, "mood": "good"}, by_officer, ("UNKNOWN_FIELD", "mood")),
        ("record_follow_up", {"case_no": CASE_NO}, by_officer, ("MISSING_FIELD", "method")),
        ("record_follow_up", {**ANSWER, "reached": "yes"}, by_officer, ("WRONG_TYPE", "reached")),
        ("record_follow_up", {**ANSWER, "score": None}, by_officer, ("SCORE_REQUIRED", "score")),
        ("record_follow_up", {**ANSWER, "score": "dissatisfied"}, by_officer, ("REASON_REQUIRED", "reason")),
        ("record_follow_up", {**ANSWER, "reached": False}, by_officer, ("ANSWER_WITHOUT_CONTACT", "score")),
        ("record_follow_up", {**ANSWER, "case_no": "640425209901010001"}, by_officer, ("NOT_FOUND", "case_no")),
        ("record_follow_up", ANSWER, {"caller": BUREAU, "actor": "P0018"}, ("FORBIDDEN", "actor")),
        ("record_follow_up", ANSWER, {"caller": BUREAU, "actor": "P0060"}, ("ACTOR_UNKNOWN", "actor")),
        ("record_follow_up", ANSWER, {"caller": BUREAU}, ("MISSING_FIELD", "actor")),
        ("record_follow_up", ANSWER, {"caller": HANDLER, "actor": "P0100"}, ("OFFICER_OF_HANDLING_UNIT", "actor")),
        ("record_follow_up", ANSWER, {**by_officer, "expected_version": 7}, ("STALE_VERSION", "expected_version")),
        ("order_rehandling", ORDER, {"caller": BUREAU, "actor": "P0017"}, ("FOLLOW_UP_PENDING", None)),
        ("order_rehandling", ORDER, by_officer, ("FORBIDDEN", "actor")),
        (
            "report_hand_down",
            {"case_no": CASE_NO, "result": "explained"},
            {"caller": BUREAU, "actor": "P0018"},
            ("NOT_HANDED_DOWN", None),
        ),
        ("list_due_clocks", {"limit": 0}, {"caller": BUREAU}, ("BAD_VALUE", "limit")),
        ("list_due_clocks", {"before": "2026-03-17"}, {"caller": BUREAU}, ("WRONG_TYPE", "before")),
        ("list_due_clocks", {"unit": BUREAU}, {"caller": HANDLER}, ("NOT_YOUR_UNIT", "unit")),
        ("get_supervised_case", {"case_no": CASE_NO}, {"caller": "dept_tax"}, ("NOT_YOUR_CASE", "case_no")),
    ]
    for number, (method, data, envelope, expected) in enumerate(cases):
        caller = envelope["caller"]
        rest = {name: value for name, value in envelope.items() if name != "caller"}
        assert refusal(closed, method, caller, data, key=f"wrong-{number}", **rest) == expected, (method, data)
    closed.settle()
    assert [event["type"] for event in closed.heard(CASE_NO)] == ["follow_up_due.v1"]
