"""Meetings and receptions over the real bus: recorded once, told, listed, and missing where they are missing."""

from __future__ import annotations

from typing import Any

import pytest
from supervision_builders import BUREAU, DAY, HANDLER, LEADERSHIP, START, TOWNSHIP
from supervision_neighbours import Neighbours

from petition_client import Refused

MEETING: dict[str, Any] = {
    "kind": "county_joint",
    "held_on": "2026-03-02",
    "chair": "县委副书记",
    "attendees": ["信访局", "住建局"],
    "agenda": ["reports_heard", "problems_resolved"],
    "minutes": "研究海某某反映的宅基地问题。",
    "decisions": [{"text": "限期答复海某某", "owner": HANDLER, "due_on": "2026-03-20"}],
}
FEBRUARY_TO_APRIL = {"first_day": "2026-02-01", "last_day": "2026-04-30"}


def test_a_meeting_is_held_followed_up_and_its_gaps_show(around: Neighbours) -> None:
    by_clerk = {"caller": BUREAU, "actor": "P0018"}
    assert around.call("list_joint_meetings", BUREAU, actor="P0018")["missing"] == 2
    joint = {"convenor": "P0001", "members": [HANDLER, TOWNSHIP], "since": "2026-01-05"}
    around.call("constitute_joint_meeting", data=joint, key="j-1", caller=BUREAU, actor="P0017")
    county, township = around.call("list_joint_meetings", TOWNSHIP)["items"]
    assert (county["level"], county["convenor"], county["members"]) == ("county", "P0001", [HANDLER, TOWNSHIP])
    assert (township["unit"], township["convenor"]) == (TOWNSHIP, None)
    held = around.call("record_meeting", data=MEETING, key="m-1", **by_clerk)
    assert around.call("record_meeting", data=MEETING, key="m-1", **by_clerk) == held
    with pytest.raises(Refused) as refused:
        around.call("record_meeting", data=MEETING, key="m-2", **by_clerk)
    assert (refused.value.code, refused.value.field) == ("MEETING_ON_RECORD", "held_on")

    around.at(START + 40 * DAY)
    number = held["meeting_no"]
    done = {"meeting_no": number, "number": 1, "done_on": "2026-04-08", "evidence": "已送达"}
    assert around.call("carry_out_decision", data=done, key="d-1", **by_clerk)["open_decisions"] == 0

    around.settle()
    told = around.heard(number)
    assert [event["type"] for event in told] == ["meeting_held.v1", "decision_carried_out.v1"]
    assert told[1]["data"]["in_time"] is False
    assert "海某某" not in str(told)

    # 2026-04-11: February is over without a meeting, April is not over.
    gaps = around.call("list_meeting_gaps", BUREAU, {"kind": "county_joint", **FEBRUARY_TO_APRIL}, actor="P0018")
    assert (gaps["expected"], gaps["items"]) == (2, [{"period": "2026-02", "unit": BUREAU}])
    weekly = {"kind": "township_weekly", **FEBRUARY_TO_APRIL, "limit": 2}
    first = around.call("list_meeting_gaps", TOWNSHIP, weekly, actor="P0201")
    second = around.call("list_meeting_gaps", TOWNSHIP, {**weekly, "cursor": first["next"]}, actor="P0201")
    assert [row["period"] for row in (*first["items"], *second["items"])] == [
        "2026-W05",
        "2026-W06",
        "2026-W07",
        "2026-W08",
    ]

    listed = around.call("list_meetings", BUREAU, {"kind": "county_joint"}, actor="P0018")["items"]
    assert [(row["meeting_no"], "minutes" in row) for row in listed] == [(number, False)]
    # The unit that has to do it may read the minutes; another may not.
    assert around.call("get_meeting", HANDLER, {"meeting_no": number}, actor="P0100")["minutes"] == MEETING["minutes"]
    with pytest.raises(Refused) as refused:
        around.call("get_meeting", TOWNSHIP, {"meeting_no": number}, actor="P0201")
    assert refused.value.code == "NOT_YOUR_UNIT"


def test_a_reception_is_planned_attended_closed_and_missing_days_show(around: Neighbours) -> None:
    day = {"on": "2026-03-02"}
    around.call("plan_reception", BUREAU, {**day, "leader": "P0001"}, actor="P0018", key="p-1")
    signed = around.call("attend_reception", LEADERSHIP, day, actor="P0001", key="a-1")
    assert (signed["unit"], signed["attended_by"], signed["stand_in"]) == (BUREAU, "P0001", False)
    closing = {**day, "batches": 2, "persons": 1, "results": "当场答复"}
    with pytest.raises(Refused) as refused:
        around.call("close_reception", BUREAU, closing, actor="P0018", key="c-0")
    assert refused.value.field == "persons"
    around.call("close_reception", BUREAU, {**closing, "persons": 3}, actor="P0018", key="c-1")

    around.at(START + 2 * DAY)
    around.settle()
    assert [event["type"] for event in around.heard(signed["reception_no"])] == [
        "reception_planned.v1",
        "reception_attended.v1",
        "reception_closed_up.v1",
    ]
    march = {"first_day": "2026-03-01", "last_day": "2026-03-31"}
    gaps = around.call("list_reception_gaps", BUREAU, {**march, "unit": BUREAU}, actor="P0018")
    assert (gaps["expected"], gaps["items"]) == (2, [{"on": "2026-03-03", "unit": BUREAU}])
    own = around.call("list_reception_gaps", TOWNSHIP, march, actor="P0201")
    assert [row["on"] for row in own["items"]] == ["2026-03-02", "2026-03-03"]
    (compared,) = around.call("compare_township_receptions", TOWNSHIP, march, actor="P0201")["items"]
    assert (compared["unit"], compared["other_days"], compared["missing_days"]) == (TOWNSHIP, 2, 2)
    rows = around.call("list_receptions", BUREAU, {}, actor="P0018")["items"]
    assert [(row["unit"], row["persons"], "results" in row) for row in rows] == [(BUREAU, 3, False)]
