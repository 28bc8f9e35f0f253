"""A review from the petitioner's request to the decision in hand, as the petitioner sees it, over the bus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from intake_deployment import Deployment, Listener
from intake_register import BUREAU, DEPARTMENT, PORTAL
from intake_requests import WEB
from jsonschema import Draft202012Validator

from petition_client import Refused

CONTRACTS = Path(__file__).parents[2] / "contracts"
COUNTY = "county_leadership"
WHY, EXCUSE = "处理意见认定的面积与实测不符", "住院治疗未能按期提出"


def asked(receipt: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"case_no": receipt["case_no"], "level": "review", "reasons": WHY, **changes}


def refusal(deployed: Deployment, data: dict[str, Any], **options: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        deployed.call("request_review", data, **options)
    return refused.value


def delivered(deployed: Deployment) -> dict[str, Any]:
    """A petition whose opinion was delivered on 2 March 2026."""
    receipt = deployed.call("register_petition", WEB)
    at = deployed.now.isoformat()
    deployed.tell("assignment", "case_opened", receipt["case_no"], unit_to_route=BUREAU)
    routed = {"unit": DEPARTMENT, "mode": "assign", "routed_at": at, "feedback_due_on": None}
    deployed.tell("assignment", "case_routed", receipt["case_no"], **routed)
    told = {"delivered_on": "2026-03-02", "receipt_no": "回执1号", "remedy_until": "2026-04-01", "round": 1}
    deployed.tell("assignment", "opinion_delivered", receipt["case_no"], unit=DEPARTMENT, **told)
    return receipt


def test_a_late_request_is_registered_and_followed_to_the_decision(deployed: Deployment, listener: Listener) -> None:
    receipt = delivered(deployed)
    deployed.pass_time(days=40)
    online = asked(receipt, query_code=receipt["query_code"], good_reason=EXCUSE)
    answer = deployed.call("request_review", online, PORTAL, None, key="ask-1")
    assert (answer["level"], answer["round"], answer["late"], answer["last_day_to_ask"]) == (
        "review",
        1,
        True,
        "2026-04-01",
    )
    assert deployed.call("request_review", online, PORTAL, None, key="ask-1") == answer
    assert refusal(deployed, asked(receipt)).code == "REVIEW_ALREADY_REQUESTED"

    case_no, at = receipt["case_no"], deployed.now.isoformat()
    clock = {"clock_id": "K8", "kind": "K8", "due_at": "2026-05-11T16:00:00.000Z", "provisional": False}
    deployed.tell("assignment", "clock_started", case_no, unit=COUNTY, **clock)
    of_review = {"level": "review", "unit": COUNTY, "round": 1}
    accepted = {"accepted_by": "P0004", "accepted_at": at, "late": True, "notice_no": "复查受1号"}
    deployed.tell("assignment", "review_accepted", case_no, **of_review, **accepted)
    decided = {"outcome": "changed", "changed_to": "support", "decided_at": at, "document_no": "复查1号"}
    deployed.tell("assignment", "review_decided", case_no, **of_review, **decided)
    told = {"outcome": "changed", "delivered_on": "2026-04-11", "receipt_no": "回执2号", "remedy_until": "2026-05-11"}
    deployed.tell("assignment", "review_delivered", case_no, **of_review, **told)

    shown = deployed.track(case_no, receipt["query_code"])
    (review,) = shown["reviews"]
    assert (review["state"]["code"], review["late"], review["changed_to"]["zh"]) == ("delivered", True, "支持诉求")
    assert (shown["remedy"]["until"], shown["remedy"]["open"]) == ("2026-05-11", True)
    assert [step["step"]["code"] for step in shown["timeline"]][-4:] == [
        "review_requested",
        "review_accepted",
        "review_decided",
        "review_delivered",
    ]
    again = deployed.call("request_review", asked(receipt, level="re_review"))
    assert (again["level"], again["late"], again["last_day_to_ask"]) == ("re_review", False, "2026-05-11")

    heard = listener.hear(3)
    assert [kind for kind, _ in heard] == ["petition_registered.v1", "review_requested.v1", "review_requested.v1"]
    schema = json.loads((CONTRACTS / "review_requested.v1.schema.json").read_text(encoding="utf-8"))
    for kind, body in heard:
        if kind == "review_requested.v1":
            assert [error.message for error in Draft202012Validator(schema).iter_errors(body)] == []
    assert [body["late_reason_given"] for _, body in heard[1:]] == [True, False]
    everything = json.dumps([heard, shown], ensure_ascii=False) + deployed.logs()
    journal = json.dumps(list(deployed.opened["journal"].find()), default=str, ensure_ascii=False)
    assert [word for word in (WHY, EXCUSE) if word in everything + journal] == []


def test_a_request_that_is_refused_says_why_and_writes_nothing(deployed: Deployment) -> None:
    receipt = deployed.call("register_petition", WEB)
    assert refusal(deployed, asked(receipt)).code == "NOTHING_TO_REVIEW"
    receipt = delivered(deployed)
    for data, options, code, field in (
        (asked(receipt, level="third"), {}, "BAD_VALUE", "level"),
        (asked(receipt, reasons=" "), {}, "TEXT_REQUIRED", "reasons"),
        (asked(receipt, requested_at="2026-03-01T01:00:00Z"), {}, "REQUESTED_BEFORE_DELIVERY", "requested_at"),
        (asked(receipt, requested_at="2027-03-01T01:00:00Z"), {}, "DATE_IN_FUTURE", "requested_at"),
        (asked(receipt), {"actor": "P0015"}, "NOT_AT_THE_WINDOW", "actor"),
        (asked(receipt), {"caller": PORTAL, "actor": None}, "QUERY_CODE_REQUIRED", "query_code"),
        (
            asked(receipt, query_code="0000-0000-0000"),
            {"caller": PORTAL, "actor": None},
            "CODE_NOT_ACCEPTED",
            "query_code",
        ),
    ):
        refused = refusal(deployed, data, **options)
        assert (refused.code, refused.field) == (code, field)
        assert refused.zh and refused.en
    assert not any(petition["review_requests"] for petition in deployed.opened["petitions"].find())
