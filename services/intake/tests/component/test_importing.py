"""A list of another system over the bus: rows registered, refused, sent again, and one taken out once more."""

from __future__ import annotations

import json

import pytest
from exchange_rows import HAND_DOWN_ROW, ROW, a_row
from intake_deployment import Deployment, Listener

from petition_client import Refused

NAME = "马志林"


def test_a_list_is_taken_over_once_and_a_row_of_it_handed_on(deployed: Deployment, listener: Listener) -> None:
    rows = [ROW, a_row(信访件编号="2", 问题属地代码="999"), HAND_DOWN_ROW]
    sent = {"source_system": "region_platform", "rows": rows}
    answer = deployed.call("import_petitions", sent, key="first")

    assert [row["outcome"] for row in answer["rows"]] == ["registered", "refused", "registered"]
    assert (answer["registered"], answer["already_registered"], answer["refused"]) == (2, 0, 1)
    error = answer["rows"][1]["error"]
    assert (error["code"], error["field"]) == ("PLACE_UNKNOWN", "place.township_code")
    assert error["zh"] and error["en"]
    assert deployed.call("import_petitions", sent, key="first") == answer
    again = deployed.call("import_petitions", sent, key="second")
    assert [row["outcome"] for row in again["rows"]] == ["already_registered", "refused", "already_registered"]
    assert [kind for kind, _ in listener.hear(2)] == ["petition_registered.v1"] * 2
    assert deployed.call("numbering_gaps", {"day": "2026-03-02"})["gaps"] == []

    case_no = answer["rows"][0]["case_no"]
    taken = deployed.call("take_exchange_record", {"case_no": case_no, "reason": "移交市信访局"}, actor="P0015")
    assert taken["record"]["信访件编号"] == case_no
    assert taken["petitioners"][0]["姓名"] == NAME
    looked = deployed.call("list_accesses", {"case_no": case_no}, "dept_audit", "P0341")["items"]
    assert [(look["by"], look["reason"]) for look in looked] == [("P0015", "移交市信访局")]
    assert NAME not in json.dumps(list(deployed.store["journal"].find()), default=str, ensure_ascii=False)
    with pytest.raises(Refused) as refused:
        deployed.call("import_petitions", {"source_system": "x", "rows": [ROW] * 101})
    assert (refused.value.code, refused.value.field) == ("BAD_VALUE", "rows")
