"""An ordinary petition from the window to the petitioner's rating, over the bus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from intake_deployment import Deployment, Listener
from intake_register import BUREAU, DEPARTMENT, OTHER_TOWNSHIP, PORTAL
from intake_requests import HAND_DOWN, PERSONAL, VISIT, WEB
from jsonschema import Draft202012Validator

from petition_client import Refused

CONTRACTS = Path(__file__).parents[2] / "contracts"


def register(deployed: Deployment, data: dict[str, Any], **options: Any) -> dict[str, Any]:
    return deployed.call("register_petition", data, **options)


def refusal(deployed: Deployment, method: str, data: dict[str, Any], **options: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        deployed.call(method, data, **options)
    return refused.value


def check_contract(kind: str, body: dict[str, Any]) -> None:
    schema = json.loads((CONTRACTS / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(body)] == []


def test_a_petition_is_registered_handled_followed_and_rated(deployed: Deployment, listener: Listener) -> None:
    earlier = register(deployed, WEB)
    deployed.pass_time(days=1)
    receipt = register(deployed, VISIT, key="visit-1")
    case = {"case_no": receipt["case_no"]}
    assert register(deployed, VISIT, key="visit-1") == receipt, "the same request has the same answer, code included"
    assert receipt["case_no"] == "640425202603030001"

    suggestion = deployed.call("suggest_repeats", case)["candidates"][0]
    assert suggestion["case_no"] == earlier["case_no"]
    deployed.call("decide_first_or_repeat", {**case, "decision": "repeat", "repeat_of": earlier["case_no"]})
    corrected = {**case, "category": "010102", "reason_code": "facts_became_clearer"}
    assert deployed.call("reclassify_petition", corrected, expected_version=2)["case_version"] == 3

    unit = {"unit": DEPARTMENT}
    at = deployed.now.isoformat()
    tell = deployed.tell
    tell("assignment", "case_opened", receipt["case_no"], unit_to_route=BUREAU)
    tell("assignment", "case_routed", receipt["case_no"], **unit, mode="assign", routed_at=at, feedback_due_on=None)
    clock = {"clock_id": "K3", "kind": "K3", "due_at": "2026-03-18T16:00:00.000Z", "provisional": False}
    tell("assignment", "clock_started", receipt["case_no"], **unit, **clock)
    shown = deployed.track(receipt["case_no"], receipt["query_code"])
    assert shown["held_by"]["zh"] == "彭阳县住房和城乡建设局"
    assert shown["next_due"]["due_on"] == "2026-03-18"
    assert deployed.call("get_petition", case, DEPARTMENT, "P0200")["petitioners"][0]["name"] == "测***"

    tell("assignment", "case_signed_for", receipt["case_no"], **unit, signed_at=at)
    tell("assignment", "case_accepted", receipt["case_no"], **unit, track=6, accepted_at=at, notice_no="受1号")
    delivered = {"delivered_on": "2026-03-20", "receipt_no": "回执1号", "remedy_until": "2026-04-19", "round": 1}
    tell("assignment", "opinion_delivered", receipt["case_no"], **unit, **delivered)
    tell("assignment", "case_completed", receipt["case_no"], **unit, completed_at=at, level="county")
    rating = {
        **case,
        "query_code": receipt["query_code"].lower(),
        "bureau_rating": "satisfied",
        "unit_rating": "dissatisfied",
    }
    assert refusal(deployed, "rate_petition", rating, caller=PORTAL, actor=None).code == "RATING_NOT_OPEN"
    tell("assignment", "case_confirmed", receipt["case_no"], **unit, confirmed_at=at, round=1)
    follow_up = {"officer_unit": BUREAU, "reached": True, "recorded_at": at, "round": 1}
    tell("supervision", "follow_up_recorded", receipt["case_no"], **follow_up)
    assert refusal(deployed, "rate_petition", rating).code == "RATED_BY_OFFICER"
    deployed.call("rate_petition", rating, PORTAL, None)
    assert refusal(deployed, "rate_petition", rating, caller=PORTAL, actor=None).code == "ALREADY_RATED"

    shown = deployed.track(receipt["case_no"], receipt["query_code"])
    assert shown["state"]["code"] == "confirmed"
    assert [step["step"]["code"] for step in shown["timeline"]] == [
        "registered",
        "linked",
        "reclassified",
        "routed",
        "signed_for",
        "accepted",
        "opinion_delivered",
        "completed",
        "confirmed",
        "followed_up",
        "rated",
    ]
    assert [notice["kind"]["code"] for notice in shown["notices"]] == [
        "registration_receipt",
        "routed_to",
        "accepted",
        "opinion_delivered",
        "closed",
    ]
    heard = listener.hear(5)
    assert [kind for kind, _ in heard] == [
        "petition_registered.v1",
        "petition_registered.v1",
        "petition_linked.v1",
        "petition_reclassified.v1",
        "petition_rated.v1",
    ]
    assert [body["case_version"] for _, body in heard] == [1, 1, 2, 3, 4]
    for kind, body in heard:
        check_contract(kind, body)
    everything = json.dumps([heard, shown], ensure_ascii=False) + deployed.logs()
    assert [word for word in PERSONAL if word in everything] == []


def test_a_petition_settled_at_the_window_is_rated_and_one_withdrawn_is_not(
    deployed: Deployment, listener: Listener
) -> None:
    settled, withdrawn = register(deployed, WEB), register(deployed, WEB)
    done = {"case_no": settled["case_no"], "level": "county", "result": "当场补登", "petitioner_confirmed": True}
    assert refusal(deployed, "settle_on_spot", done).code == "FIRST_OR_REPEAT_UNDECIDED"
    deployed.call("decide_first_or_repeat", {"case_no": settled["case_no"], "decision": "first"})
    deployed.call("settle_on_spot", done)
    deployed.call("withdraw_petition", {"case_no": withdrawn["case_no"], "petitioner_confirmed": True})
    rating = {"bureau_rating": "satisfied", "unit_rating": "satisfied"}
    for receipt in (settled, withdrawn):
        rating[receipt["case_no"]] = receipt["query_code"]
    given = {"case_no": settled["case_no"], "query_code": settled["query_code"]}
    given |= {"bureau_rating": "satisfied", "unit_rating": "satisfied"}
    deployed.call("rate_petition", given, PORTAL, None)
    given |= {"case_no": withdrawn["case_no"], "query_code": withdrawn["query_code"]}
    assert refusal(deployed, "rate_petition", given, caller=PORTAL, actor=None).code == "RATING_NOT_OPEN"

    heard = listener.hear(6)
    assert sorted(kind for kind, _ in heard) == [
        "petition_linked.v1",
        "petition_rated.v1",
        "petition_registered.v1",
        "petition_registered.v1",
        "petition_settled_on_spot.v1",
        "petition_withdrawn.v1",
    ]
    for kind, body in heard:
        check_contract(kind, body)
    states = {row["case_no"]: row["state"]["code"] for row in deployed.call("list_petitions", {})["items"]}
    assert states == {settled["case_no"]: "settled_on_spot", withdrawn["case_no"]: "withdrawn"}


def test_a_matter_handed_down_is_registered_once_and_marked(deployed: Deployment, listener: Listener) -> None:
    receipt = register(deployed, HAND_DOWN)
    refused = refusal(deployed, "register_petition", HAND_DOWN)

    assert receipt["skip_level"]
    assert (refused.code, refused.field) == ("ALREADY_REGISTERED", "hand_down.document_no")
    assert receipt["case_no"] in refused.zh
    (_, body), *_ = listener.hear(1)
    assert body["hand_down"]["document_no"] == "宁信交〔2026〕12号"
    check_contract("petition_registered.v1", body)


REFUSED: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    ("register_petition", {**WEB, "nickname": "x"}, {}, "UNKNOWN_FIELD", "nickname"),
    ("register_petition", {**WEB, "channel": "pigeon"}, {}, "BAD_VALUE", "channel"),
    ("register_petition", {**WEB, "petitioners": [{"phone": 1}]}, {}, "WRONG_TYPE", "petitioners.0.phone"),
    ("register_petition", {**WEB, "petitioners": []}, {}, "NAME_AND_ADDRESS_REQUIRED", "petitioners"),
    ("register_petition", {**VISIT, "representatives": 6}, {}, "TOO_MANY_REPRESENTATIVES", "representatives"),
    ("register_petition", {**WEB, "received_at": "2026-03-02T03:00:00"}, {}, "WRONG_TYPE", "received_at"),
    ("register_petition", {**WEB, "received_at": "2026-04-01T00:00:00Z"}, {}, "DATE_IN_FUTURE", "received_at"),
    ("register_petition", WEB, {"actor": None}, "MISSING_FIELD", "actor"),
    ("register_petition", WEB, {"actor": "P0015"}, "FORBIDDEN", "actor"),
    ("register_petition", WEB, {"actor": "P0102"}, "ACTOR_UNKNOWN", "actor"),
    ("get_petition", {"case_no": "12"}, {}, "BAD_VALUE", "case_no"),
    ("get_petition", {"case_no": "640425202603029999"}, {}, "NOT_FOUND", "case_no"),
    ("numbering_gaps", {"day": "2026-03-02"}, {"caller": OTHER_TOWNSHIP, "actor": "P0102"}, "BUREAU_ONLY", "actor"),
]


def test_a_request_that_is_refused_says_why_in_both_languages_and_writes_nothing(deployed: Deployment) -> None:
    for method, data, options, code, field in REFUSED:
        refused = refusal(deployed, method, data, **options)

        assert (refused.code, refused.field) == (code, field)
        assert refused.zh and refused.en
    assert deployed.store["petitions"].count_documents({}) == 0
    assert deployed.store["number_counters"].count_documents({}) == 0
