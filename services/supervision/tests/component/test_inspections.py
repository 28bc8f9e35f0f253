"""An inspection over the bus: inspectors appointed, the unit looked at, put right, reported up, printed."""

from __future__ import annotations

import pytest
from supervision_builders import BUREAU, DAY, HANDLER, START
from supervision_neighbours import Neighbours

from petition_client import Refused

HEAD = {"caller": BUREAU, "actor": "P0017"}
INSPECTOR = {"caller": BUREAU, "actor": "P0011"}


def test_an_inspection_is_planned_carried_out_put_right_and_printed(around: Neighbours) -> None:
    term = {"person": "P0011", "first_day": "2026-01-01", "last_day": "2028-12-31", "document_no": "1号"}
    plan = {
        "organiser": "petition_bureau",
        "title": "按期答复",
        "units": [HANDLER],
        "plan": "查阅案卷。",
        "inspectors": ["P0011"],
        "first_day": "2026-03-02",
        "last_day": "2026-03-31",
    }
    with pytest.raises(Refused) as refused:
        around.call("open_inspection", data=plan, key="i-0", **HEAD)
    assert refused.value.code == "NOT_AN_INSPECTOR"
    around.call("appoint_inspector", data=term, key="i-1", **HEAD)
    number = {"inspection_no": around.call("open_inspection", data=plan, key="i-2", **HEAD)["inspection_no"]}

    around.at(START + DAY)
    act = {"form": "records_consulted", "unit": HANDLER, "done_on": "2026-03-02", "record": "查阅案卷十二件。"}
    around.call("record_inspection_act", data={**number, **act}, key="i-3", **INSPECTOR)
    finding = {"unit": HANDLER, "problem": "三件超期。", "important": True, "due_on": "2026-04-02"}
    around.call("feed_back_finding", data={**number, **finding}, key="i-4", **INSPECTOR)
    answer = {**number, "number": 1, "text": "已答复。"}
    around.call("answer_finding", HANDLER, answer, actor="P0100", key="i-5")
    (own,) = around.call("get_inspection", HANDLER, number, actor="P0100")["findings"]
    assert (own["state"], own["late"]) == ("answered", False)
    check = {**number, "number": 1, "put_right": True, "evidence": "已核实。"}
    around.call("check_finding", data=check, key="i-6", **INSPECTOR)
    up = {**number, "reported_on": "2026-03-03", "document_no": "3号"}
    around.call("report_inspection_up", data=up, key="i-7", **HEAD)
    around.call("conclude_inspection", data={**number, "report": "总体较好。"}, key="i-8", **HEAD)

    (row,) = around.call("list_inspections", HANDLER, {}, actor="P0100")["items"]
    assert (row["findings"], row["put_right"], row["is_open"], row["reported_up"]) == (1, 1, False, 1)
    (paper,) = around.call("list_papers", BUREAU, number, actor="P0018")["items"]
    assert paper["kind"] == "inspection_report"
    around.settle()
    assert len(around.heard(number["inspection_no"])) == 7
