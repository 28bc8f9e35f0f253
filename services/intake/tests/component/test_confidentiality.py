"""What must not be found: an accusation anywhere but in its store, a query code anywhere at all."""

from __future__ import annotations

import json

import pytest
from intake_deployment import Deployment, Listener, eventually
from intake_register import BUREAU, DEPARTMENT, PORTAL
from intake_requests import ACCUSATION, NAME, WEB

from petition_client import Refused

WRONG = "0000-0000-0000"


def test_an_accusation_is_registered_and_nobody_else_learns_of_it(deployed: Deployment, listener: Listener) -> None:
    before = deployed.call("register_petition", WEB)
    receipt = deployed.call("register_petition", ACCUSATION)
    after = deployed.call("register_petition", WEB)
    case = {"case_no": receipt["case_no"]}

    assert len(receipt["query_code"]) == 14
    assert (before["case_no"][-4:], after["case_no"][-4:]) == ("0001", "0002")
    listed = [row["case_no"] for row in deployed.call("list_petitions", {})["items"]]
    assert listed == [after["case_no"], before["case_no"]]
    assert deployed.call("numbering_gaps", {"day": "2026-03-02"})["gaps"] == []
    for method, caller, actor in (
        ("get_petition", BUREAU, "P0012"),
        ("get_petition", DEPARTMENT, "P0200"),
        ("suggest_repeats", BUREAU, "P0012"),
    ):
        with pytest.raises(Refused) as refused:
            deployed.call(method, case, caller, actor)
        assert refused.value.code == "NOT_FOUND"
    assert set(deployed.track(receipt["case_no"], receipt["query_code"])) >= {"note", "state"}
    assert [body["case_no"] for _, body in listener.hear(2)] == [before["case_no"], after["case_no"]]


def test_only_named_people_open_an_accusation_and_never_the_accused_unit(deployed: Deployment) -> None:
    receipt = deployed.call("register_petition", ACCUSATION)
    request = {"case_no": receipt["case_no"], "reason": "审查"}
    opened = deployed.call("read_accusation", request, actor="P0009", key="look-1")
    again = deployed.call("read_accusation", request, actor="P0009", key="look-1")

    assert opened["petitioners"][0]["name"] == NAME
    assert len(again["readings"]) == 1, "the same request notes one look"
    with pytest.raises(Refused) as refused:
        deployed.call("read_accusation", request, DEPARTMENT, "P0201")
    assert refused.value.code == "NOT_FOUND"
    with pytest.raises(Refused) as refused:
        deployed.call("read_accusation", request, actor="P0012")
    assert refused.value.code == "FORBIDDEN"
    transfer = {
        "case_no": receipt["case_no"],
        "body": "县纪委监委",
        "passed_on_on": "2026-03-02",
        "receipt_no": "纪收1号",
        "informed": ["organisation_department"],
    }
    deployed.call("pass_on_accusation", transfer, actor="P0009")
    shown = deployed.call("read_accusation", {**request, "reason": "核对移送"}, actor="P0009")
    assert (shown["transfer"]["receipt_no"], shown["transfer"]["informed"]) == ("纪收1号", transfer["informed"])
    with pytest.raises(Refused) as refused:
        deployed.call("pass_on_accusation", transfer, DEPARTMENT, "P0201")
    assert refused.value.code == "NOT_FOUND"
    assert NAME not in json.dumps(list(deployed.opened["journal"].find()), default=str, ensure_ascii=False)


def test_a_look_at_the_petitioner_is_noted_for_the_auditor(deployed: Deployment) -> None:
    receipt = deployed.call("register_petition", WEB)
    request = {"case_no": receipt["case_no"], "reason": "电话核实情况"}
    for key in ("look-1", "look-1", "look-2"):
        shown = deployed.call("unmask_petition", request, actor="P0012", key=key)
        assert shown["petitioners"][0]["name"] == NAME
        deployed.pass_time(hours=1)
    first = deployed.call("list_accesses", {"limit": 1}, "dept_audit", "P0341")
    second = deployed.call("list_accesses", {"limit": 1, "cursor": first["next"]}, "dept_audit", "P0341")
    assert [row["by"] for row in first["items"] + second["items"]] == ["P0012", "P0012"]
    assert second["next"] is None
    assert NAME not in json.dumps([first, list(deployed.opened["journal"].find())], default=str, ensure_ascii=False)


def test_a_query_code_is_stored_and_logged_nowhere(deployed: Deployment) -> None:
    receipt = deployed.call("register_petition", WEB)
    deployed.track(receipt["case_no"], receipt["query_code"])
    code = receipt["query_code"]
    spellings = (code, code.replace("-", ""))
    stored = "".join(repr(list(deployed.opened[name].find())) for name in deployed.opened.list_collection_names())

    assert not [spelling for spelling in spellings if spelling in stored + deployed.logs()]


def test_guessing_is_stopped_for_the_case_and_across_processes(deployed: Deployment) -> None:
    second = deployed.start("rpc")
    receipt, other = deployed.call("register_petition", WEB), deployed.call("register_petition", WEB)
    codes = []
    for _ in range(11):
        with pytest.raises(Refused) as refused:
            deployed.track(receipt["case_no"], WRONG)
        codes.append(refused.value.code)

    assert codes == ["CODE_NOT_ACCEPTED"] * 10 + ["TOO_MANY_TRIES"]
    with pytest.raises(Refused) as refused:
        deployed.track(receipt["case_no"], receipt["query_code"])
    assert refused.value.code == "TOO_MANY_TRIES"
    assert deployed.track(other["case_no"], other["query_code"])
    deployed.pass_time(hours=1)
    assert deployed.track(receipt["case_no"], receipt["query_code"])
    assert deployed.stop(second) == 0


def test_wrong_codes_for_a_rating_count_although_the_rating_is_refused(deployed: Deployment) -> None:
    receipt = deployed.call("register_petition", WEB)
    rating = {"case_no": receipt["case_no"], "query_code": WRONG}
    rating |= {"bureau_rating": "satisfied", "unit_rating": "satisfied"}
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            deployed.call("rate_petition", rating, PORTAL, None)
        assert refused.value.code == "CODE_NOT_ACCEPTED"

    assert eventually(lambda: deployed.store["wrong_codes"].find_one(), "a count")["count"] == 2
