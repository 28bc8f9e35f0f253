"""A case that nobody finishes: reminded, missed, urged, answered, criticised, done after all, over the bus."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, TOWNSHIP
from supervision_neighbours import Neighbours, instant

from petition_client import Refused

URGING_NO = "CB2026-0001"
WORDS = ("已派人办理", "彭信联通")


def test_a_unit_is_urged_by_rule_and_criticised_by_a_person(around: Neighbours) -> None:
    now = instant(around.now)
    registered = {"registered_by_unit": BUREAU, "registered_at": now, "anonymous": False, "hand_down": None}
    around.tell("intake", "petition_registered.v1", CASE_NO, channel="visit", **registered)
    clock = {"clock_id": "K5", "kind": "K5", "unit": HANDLER, "started_at": now, "due_at": instant(DUE), "round": 1}
    around.tell("assignment", "clock_started.v1", CASE_NO, **clock)
    around.settle()
    for moment in (DUE - DAY, DUE, DUE + timedelta(hours=8)):
        around.at(moment)
        around.settle()

    (mine,) = around.call("list_urgings", HANDLER)["items"]
    assert (mine["urging_no"], mine["case_no"], mine["state"]) == (URGING_NO, CASE_NO, "open")
    assert around.call("list_urgings", TOWNSHIP)["items"] == []
    paper = around.call("get_paper", HANDLER, {"urging_no": URGING_NO, "paper_no": f"{URGING_NO}/urging_notice"})
    assert paper["file_name"].endswith(".docx")
    answer = {"urging_no": URGING_NO, "text": WORDS[0]}
    assert around.call("answer_urging", HANDLER, answer, actor="P0100", key="a1")["state"] == "answered"

    around.at(DUE + 10 * DAY)
    around.settle()
    (waiting,) = around.call("list_urgings", BUREAU, {"criticism": "suggested"}, actor="P0017")["items"]
    assert waiting["urging_no"] == URGING_NO
    criticism = {"urging_no": URGING_NO, "document_no": f"{WORDS[1]}1号", "due_on": "2026-04-10", "sign_off": "none"}
    with pytest.raises(Refused) as refused:
        around.call("issue_criticism", BUREAU, criticism, actor="P0017", key="c0")
    assert refused.value.code == "SIGN_OFF_REQUIRED"
    meeting = {"kind": "county_joint", "held_on": "2026-03-27", "chair": "县委副书记", "attendees": ["信访局"]}
    said = {"agenda": ["problems_resolved"], "minutes": "研究。"}
    held = around.call("record_meeting", BUREAU, {**meeting, **said}, actor="P0018", key="m1")
    criticism["sign_off"] = held["meeting_no"]
    done = around.call("issue_criticism", BUREAU, criticism, actor="P0017", key="c1")
    assert done["criticism_state"] == "issued"

    stopped = {"clock_id": "K5", "kind": "K5", "stopped_at": instant(around.now), "reason_code": "done"}
    around.tell("assignment", "clock_stopped.v1", CASE_NO, **stopped)
    around.settle()
    assert around.call("get_urging", HANDLER, {"urging_no": URGING_NO})["state"] == "done_late"
    told = [event["type"] for event in around.heard(URGING_NO)]
    assert told == [
        "urging_issued.v1",
        "urging_answered.v1",
        "criticism_suggested.v1",
        "criticism_issued.v1",
        "urging_ended.v1",
    ]
    assert WORDS[0] not in json.dumps(around.heard(), ensure_ascii=False)
    assert instant(DUE) == around.heard(URGING_NO)[0]["data"]["due_at"]
