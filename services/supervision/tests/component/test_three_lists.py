"""A problem over the bus: found, answered for, in handling, reminded, missed, appraised; and a case beside it."""

from __future__ import annotations

from typing import Any

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, HANDLER, START, TOWNSHIP
from supervision_neighbours import VILLAGE, Neighbours, instant

from petition_client import Refused

STATION = "joint_office_caomiao"
PROBLEM = {"source": "big_visit", "village_code": VILLAGE, "matter": "海某某与邻居用水纠纷", "found_on": "2026-03-02"}
ANSWER = {"lead_leader": "P0201", "station": STATION, "person": "P0201", "due_on": "2026-03-04", "measures": "调解"}


def test_a_problem_goes_through_the_three_lists_and_a_case_stands_beside_it(around: Neighbours) -> None:
    def do(method: str, key: str, **data: Any) -> dict[str, Any]:
        return around.call(method, TOWNSHIP, data, actor="P0201", key=key)

    def totals(caller: str = BUREAU, actor: str = "P0018", **data: Any) -> dict[str, Any]:
        return around.call("get_three_lists_totals", caller, data, actor=actor)

    number = do("record_problem", "p-1", **PROBLEM)["problem_no"]
    with pytest.raises(Refused) as refused:
        do("start_problem", "s-0", problem_no=number)
    assert refused.value.code == "RESPONSIBILITY_MISSING"
    do("set_problem_responsibility", "r-1", problem_no=number, **ANSWER)
    do("start_problem", "s-1", problem_no=number)
    told = {"lead_leader": "P0001", "station": HANDLER, "person": "P0100", "due_on": "2026-03-10"}
    around.tell("assignment", "responsibility_set.v1", CASE_NO, unit=HANDLER, **told)
    around.settle()

    around.at(START + 2 * DAY)
    around.settle()
    around.at(START + 4 * DAY)
    around.settle()
    done = {"target": "化解", "actual": "已签协议", "done_on": "2026-03-06", "score": 80}
    assert do("appraise_problem", "a-1", problem_no=number, **done)["in_time"] is False
    around.tell("assignment", "case_completed.v1", CASE_NO, unit=HANDLER, completed_at=instant(around.now))
    around.settle()

    events = around.heard(number)
    assert [event["type"] for event in events] == [
        "problem_listed.v1",
        "problem_responsibility_set.v1",
        "problem_handling_started.v1",
        "problem_due_today.v1",
        "problem_missed.v1",
        "problem_appraised.v1",
    ]
    assert "海某某" not in str(events)
    before = totals(on="2026-03-05")
    assert (before["problems"], before["handling"], before["overdue"], before["reconcile"]) == (2, 2, 1, True)
    after = totals(on="2026-03-06")
    assert (after["appraisals"], after["in_time"], after["late"], after["reconcile"]) == (2, 1, 1, True)
    own = totals(TOWNSHIP, "P0201", on="2026-03-06")
    assert (own["unit"], own["problems"]) == (TOWNSHIP, 1)
    asked = {"which": "appraisals", "on": "2026-03-06"}
    rows = around.call("list_three_lists", BUREAU, asked, actor="P0018")["items"]
    assert {row["problem_no"]: row["in_time"] for row in rows} == {number: False, f"XF{CASE_NO}-1": True}
    with pytest.raises(Refused) as refused:
        around.call("list_three_lists", TOWNSHIP, {**asked, "unit": HANDLER}, actor="P0201")
    assert refused.value.code == "NOT_YOUR_UNIT"
