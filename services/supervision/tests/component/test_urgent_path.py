"""A matter found on the spot, reported by the township and the bureau: one report in time, one missed, each told."""

from __future__ import annotations

import base64
import json
from datetime import timedelta

import pytest
from supervision_builders import BUREAU, HANDLER, START, TOWNSHIP
from supervision_neighbours import Neighbours

from petition_client import Refused

WORDS = "施工队与村民对峙"


def test_an_urgent_matter_is_reported_watched_printed_and_ended(around: Neighbours) -> None:
    marking = {"urgent_kind": "urgent", "competent_unit": HANDLER, "matter": WORDS}
    marked = around.call("mark_urgent", TOWNSHIP, marking, actor="P0201", key="u1")
    number = marked["urgent_no"]
    with pytest.raises(Refused) as unknown:
        around.call("mark_urgent", BUREAU, {**marking, "case_no": "KG2026000001"}, actor="P0018", key="u2")
    assert unknown.value.code == "NOT_FOUND"

    def told(addressee: str, unit: str, actor: str) -> None:
        notice = {"urgent_no": number, "addressee": addressee, "notice_method": "call"}
        around.call("record_urgent_notice", unit, notice, actor=actor, key=f"n-{addressee}")

    for addressee in ("party_committee", "government", "competent_department", "joint_meeting_office"):
        told(addressee, TOWNSHIP, "P0201")
    (due,) = around.call("list_due_clocks", BUREAU, {"kind": "K12"}, actor="P0018")["items"]
    assert (due["urgent_no"], due["case_no"], due["unit"]) == (number, None, BUREAU)

    around.at(START + timedelta(hours=4))
    around.settle()
    (missed,) = around.call("list_missed", BUREAU, {"kind": "K12"}, actor="P0018")["items"]
    assert (missed["urgent_no"], missed["clock_id"]) == (number, "K12-up")
    told("petition_bureau_above", BUREAU, "P0018")
    told("state_petition_bureau", BUREAU, "P0018")
    measure = {"urgent_no": number, "measure": "现场劝导"}
    around.call("record_urgent_measure", TOWNSHIP, measure, actor="P0201", key="m1")
    paper = around.call("get_paper", TOWNSHIP, {"urgent_no": number, "paper_no": f"{number}/urgent_report"})
    assert base64.b64decode(paper["content"])[:2] == b"PK"
    ended = around.call("end_urgency", BUREAU, {"urgent_no": number, "proof": "已恢复"}, actor="P0017", key="e1")
    assert (ended["state"], ended["not_told"]) == ("ended", [])
    around.settle()

    heard = around.heard(number)
    done = {event["data"]["clock_id"]: event["data"]["met"] for event in heard if "report_done" in event["type"]}
    assert done == {"K12": True, "K12-up": False}
    assert WORDS not in json.dumps(heard, ensure_ascii=False)
