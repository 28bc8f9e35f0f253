"""A wish for secrecy over the bus: told as a flag, noted for the auditor, taken back by the petitioner alone."""

from __future__ import annotations

import json

import pytest
from intake_deployment import Deployment, Listener
from intake_register import PORTAL
from intake_requests import NAME, WEB

from petition_client import Refused


def test_a_secret_case_is_read_on_record_and_opened_again_by_the_petitioner_alone(
    deployed: Deployment, listener: Listener
) -> None:
    receipt = deployed.call("register_petition", {**WEB, "secrecy": True})
    case = {"case_no": receipt["case_no"]}
    shown = deployed.call("get_petition", case)
    assert shown["petitioners"][0]["name"] == "***"
    (entry,) = deployed.call("list_accesses", case, "dept_audit", "P0341")["items"]
    assert (entry["by"], entry["kind"], entry["reason"]) == ("P0012", "read", None)

    own = {**case, "query_code": receipt["query_code"]}
    with pytest.raises(Refused) as refused:
        deployed.call("lift_secrecy", own)
    assert refused.value.code == "LIFTED_BY_OFFICER"
    assert deployed.call("lift_secrecy", own, PORTAL, None)["secrecy_asked"] is False
    deployed.call("get_petition", case)
    assert len(deployed.call("list_accesses", case, "dept_audit", "P0341")["items"]) == 1
    assert deployed.call("ask_for_secrecy", own, PORTAL, None)["case_version"] == 3

    heard = listener.hear(3)
    assert [kind for kind, _ in heard] == ["petition_registered.v1", "secrecy_lifted.v1", "secrecy_asked.v1"]
    assert NAME not in json.dumps(heard, ensure_ascii=False)
