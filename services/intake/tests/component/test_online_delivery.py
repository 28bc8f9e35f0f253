"""A notice that comes online: agreed to, opened by the petitioner, told with its receipt, over the bus."""

from __future__ import annotations

import pytest
from intake_deployment import Deployment, Listener
from intake_register import PORTAL
from intake_requests import WEB

from petition_client import Refused


def test_the_petitioner_opens_a_notice_and_its_receipt_is_told_once(deployed: Deployment, listener: Listener) -> None:
    receipt = deployed.call("register_petition", {**WEB, "form": "wechat", "online_delivery": True})
    case_no = receipt["case_no"]
    asked = {"case_no": case_no, "query_code": receipt["query_code"], "notice_number": f"{case_no}-01"}
    with pytest.raises(Refused) as refused:
        deployed.call("open_notice", asked)
    assert refused.value.code == "OPENED_BY_OFFICER"

    first = deployed.call("open_notice", asked, PORTAL, None, key="open-1")
    assert (first["receipt"], first["first_time"]) == (True, True)
    deployed.pass_time(hours=1)
    again = deployed.call("open_notice", asked, PORTAL, None, key="open-2")
    assert (again["first_time"], again["opened_at"]) == (False, first["opened_at"])
    page = deployed.track(case_no, receipt["query_code"])
    assert page["notices"][0]["opened_at"] == first["opened_at"]

    heard = listener.hear(2)
    assert [kind for kind, _ in heard] == ["petition_registered.v1", "notice_opened.v1"]
    assert (heard[1][1]["notice_number"], heard[1][1]["receipt"]) == (f"{case_no}-01", True)
