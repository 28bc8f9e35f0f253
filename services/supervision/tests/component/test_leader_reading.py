"""A dissatisfied answer read by the county's leader: the instruction goes out as an order, its words stay here."""

from __future__ import annotations

import json

import pytest
from supervision_builders import BUREAU, CASE_NO, HANDLER, LEADERSHIP
from supervision_neighbours import Neighbours, instant

from petition_client import Refused


def test_a_leader_finds_reads_and_orders_again_what_left_the_petitioner_dissatisfied(around: Neighbours) -> None:
    now = instant(around.now)
    registered = {"registered_by_unit": BUREAU, "registered_at": now, "anonymous": False, "hand_down": None}
    around.tell("intake", "petition_registered.v1", CASE_NO, channel="visit", **registered)
    around.tell("assignment", "case_accepted.v1", CASE_NO, unit=HANDLER, track=6)
    around.tell("assignment", "case_confirmed.v1", CASE_NO, round=1, unit=HANDLER, confirmed_at=now)
    around.settle()
    answer = {"method": "call", "reached": True, "score": "dissatisfied", "reason": "没有修好"}
    around.call("record_follow_up", BUREAU, {"case_no": CASE_NO, **answer}, actor="P0019", key="f1")

    (waiting,) = around.call("list_follow_ups_to_read", LEADERSHIP, {"score": "dissatisfied"}, actor="P0001")["items"]
    assert (waiting["case_no"], waiting["round"], waiting["unit"]) == (CASE_NO, 1, HANDLER)
    words = {"note": "要落到实处", "instruction": "责成重新办理", "due_on": "2026-04-01"}
    reading = {"case_no": CASE_NO, "round": 1, **words}
    with pytest.raises(Refused) as officer:
        around.call("read_follow_up", BUREAU, reading, actor="P0018", key="r0")
    assert officer.value.code == "FORBIDDEN"
    done = around.call("read_follow_up", LEADERSHIP, reading, actor="P0001", key="r1")
    assert (done["ordered_round"], done["due_on"]) == (2, "2026-04-01")
    around.settle()

    assert around.call("list_follow_ups_to_read", LEADERSHIP, actor="P0001")["items"] == []
    heard = around.heard(CASE_NO)
    assert [event["type"] for event in heard[-2:]] == ["follow_up_read.v1", "rehandling_ordered.v1"]
    assert not any(word in json.dumps(heard, ensure_ascii=False) for word in (words["note"], words["instruction"]))
    (shown,) = around.call("get_supervised_case", HANDLER, {"case_no": CASE_NO})["follow_ups"]
    assert shown["reading"]["instruction"] == "责成重新办理"
    assert "note" not in shown["reading"]
