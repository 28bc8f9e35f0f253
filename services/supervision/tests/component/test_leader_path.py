"""A case taken over by a county leader, to its end, over the bus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from supervision_builders import BUREAU, CASE_NO, DAY, HANDLER, START, TOWNSHIP
from supervision_neighbours import Neighbours, instant

from petition_client import Refused

CONTRACTS = Path(__file__).parents[2] / "contracts"
ACT = {"act": "went_down", "held_on": "2026-03-03", "place": "草庙乡", "minutes": "当面听取海某某的诉求。"}


def test_a_leader_takes_a_case_over_and_it_leaves_the_list_when_all_is_done(around: Neighbours) -> None:
    asked = iter(range(99))

    def do(method: str, caller: str = BUREAU, actor: str = "P0018", /, **data: Any) -> dict[str, Any]:
        return around.call(method, caller, {"case_no": CASE_NO, **data}, actor=actor, key=f"key-{next(asked)}")

    def ask(method: str, caller: str = BUREAU, actor: str = "P0018", **data: Any) -> dict[str, Any]:
        return around.call(method, caller, data, actor=actor)

    place = {"township_code": "640425208"}
    at = instant(START)
    around.tell("intake", "petition_registered.v1", CASE_NO, registered_by_unit=BUREAU, registered_at=at, place=place)
    around.tell("assignment", "case_accepted.v1", CASE_NO, unit=HANDLER)
    around.settle()

    do("assign_leader", leader="P0002", mark="hard_case", mark_since="2025-01-01", reason="十年未决")
    assert ask("get_leader_case", case_no=CASE_NO)["missing"] == ["one_task_force", "one_task_list"]
    members = [{"person": "P0100", "duty": "主办"}, {"person": "W0300", "duty": "网格走访"}]
    with pytest.raises(Refused) as refused:
        do("set_leader_task_force", members=members)
    assert refused.value.code == "PERSON_UNKNOWN"
    with pytest.raises(Refused) as refused:
        ask("get_leader_case", TOWNSHIP, "P0201", case_no=CASE_NO)
    assert refused.value.code == "NOT_YOUR_CASE"
    posts = [{"tier": "big_grid", "code": "640425208202", "warden": "W0300"}]
    around.tell("assignment", "grid_wardens_published.v1", "640425208", township_code="640425208", posts=posts)
    around.settle()
    do("set_leader_task_force", members=members)
    do("add_leader_task", text="核查标准", owner="P0100", due_on="2026-03-20")
    around.at(START + DAY)
    do("record_leader_act", **ACT)
    with pytest.raises(Refused) as refused:
        do("close_leader_case", result="resolved", proof="协议")
    assert refused.value.code == "TASKS_STILL_OPEN"
    do("finish_leader_task", HANDLER, "P0100", number=1, done_on="2026-03-03", evidence="报告")
    assert ask("get_leader_case", HANDLER, "P0100", case_no=CASE_NO)["complete"] == 5
    assert ask("get_leader_case", TOWNSHIP, "P0201", case_no=CASE_NO)["complete"] == 5

    of_the_first_two = ask("list_leader_cases", top_leader=True)["items"]
    assert [(row["case_no"], row["leader"], row["acts"]["went_down"]) for row in of_the_first_two] == [
        (CASE_NO, "P0002", 1)
    ]
    assert ask("list_leader_cases", top_leader=False)["items"] == []
    assert len(ask("list_leader_cases", mark="hard_case", leader="P0002")["items"]) == 1

    closing = {"round": 1, "unit": HANDLER, "confirmed_at": instant(around.now)}
    around.tell("assignment", "case_confirmed.v1", CASE_NO, **closing)
    around.settle()
    answer = {"method": "call", "reached": True, "score": "satisfied", "promise_kept": True}
    do("record_follow_up", BUREAU, "P0019", **answer)
    assert do("close_leader_case", result="resolved", proof="协议")["state"] == "closed"
    assert ask("list_leader_cases", state="closed")["items"][0]["closed_at"] is not None
    around.settle()

    told = [event for event in around.heard(CASE_NO) if event["type"].startswith("leader_")]
    assert [event["type"] for event in told] == [
        "leader_assigned.v1",
        "leader_task_force_set.v1",
        "leader_task_added.v1",
        "leader_act_recorded.v1",
        "leader_task_done.v1",
        "leader_case_closed.v1",
    ]
    for event in told:
        schema = json.loads((CONTRACTS / f"{event['type']}.schema.json").read_text(encoding="utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(event["data"])) == []
    assert "海某某" not in str(told)
    # Without the master key nobody reads what was written.
    stored = "".join(repr(list(around.store[kept].find())) for kept in around.store.list_collection_names())
    assert CASE_NO in stored and not [word for word in ("海某某", "十年未决", "核查标准") if word in stored]
