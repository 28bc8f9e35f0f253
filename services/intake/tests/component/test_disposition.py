"""A registered petition that is not sent on, and the decision taken back, over the bus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from intake_deployment import Deployment, Listener
from intake_register import BUREAU, CITY
from intake_requests import WEB
from jsonschema import Draft202012Validator

from petition_client import Refused

CONTRACTS = Path(__file__).parents[2] / "contracts"
WHY = "所反映事项由市级主管，请向其反映"


def test_a_petition_is_not_accepted_in_writing_and_the_decision_can_be_taken_back(
    deployed: Deployment, listener: Listener
) -> None:
    receipt = deployed.call("register_petition", WEB)
    case_no = receipt["case_no"]
    deployed.tell("assignment", "case_opened", case_no, unit_to_route=BUREAU)
    with pytest.raises(Refused) as refused:
        deployed.call("dispose_petition", {"case_no": case_no, "ground": "N5", "reason": WHY}, actor="P0015")
    assert (refused.value.code, refused.value.field) == ("ONE_DESTINATION_REQUIRED", "unit")

    asked = {"case_no": case_no, "ground": "N5", "reason": WHY, "unit": CITY}
    answer = deployed.call("dispose_petition", asked, actor="P0015", key="dispose-1")
    assert deployed.call("dispose_petition", asked, actor="P0015", key="dispose-1") == answer
    shown = deployed.track(case_no, receipt["query_code"])
    assert (shown["state"]["code"], shown["disposition"]["reason"]) == ("not_accepted", WHY)
    assert "固原市信访局" in shown["notices"][-1]["zh"]

    deployed.call("withdraw_disposition", {"case_no": case_no, "reason": "认定有误"}, actor="P0009")
    shown = deployed.track(case_no, receipt["query_code"])
    assert (shown["state"]["code"], shown["disposition"]) == ("awaiting_routing", None)

    heard = listener.hear(3)
    assert [kind for kind, _ in heard] == [
        "petition_registered.v1",
        "petition_disposed.v1",
        "disposition_withdrawn.v1",
    ]
    for kind, body in heard:
        schema = json.loads((CONTRACTS / f"{kind}.schema.json").read_text(encoding="utf-8"))
        assert [error.message for error in Draft202012Validator(schema).iter_errors(body)] == []
    assert WHY not in json.dumps(heard, ensure_ascii=False) + deployed.logs()
