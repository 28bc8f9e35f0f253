"""A case that two units share, over the real broker: invited, seen in the further unit's list, answered, completed."""

from typing import Any

import pytest
from assignment_journey import begin, walk
from assignment_processes import Deployment, wait_until

from petition_client import Client, Refused


def test_a_case_two_units_share_waits_for_the_part_of_the_other(deployment: Deployment):
    number = "case-shared"
    with (
        deployment.agency("petition_bureau") as bureau,
        deployment.agency("dept_water") as water,
        deployment.agency("dept_housing") as housing,
    ):
        clients: dict[str, Client] = {"petition_bureau": bureau, "dept_water": water, "dept_housing": housing}
        listener = deployment.listen()
        begin(deployment, number)
        walk(clients, number, until="record_delivery")
        invitation = {"case_no": number, "unit": "dept_housing", "task": "查明管网归属", "due_on": "2026-03-20"}
        water.call("assignment", "invite_co_handler", invitation, actor="water_handler")
        try:
            water.call("assignment", "complete_case", {"case_no": number, "level": "county"}, actor="water_handler")
        except Refused as refused:
            assert refused.code == "PARTS_STILL_OPEN"
        else:
            raise AssertionError("the case was finished without the other unit's part")
        listed = housing.call("assignment", "list_cases", {"view": "co_handling"}, actor="housing_handler")
        assert [row["case_no"] for row in listed["items"]] == [number]
        seen = housing.call("assignment", "get_case", {"case_no": number}, actor="housing_handler")
        assert seen["can_do_beside"] == ["answer_part", "declare_recusal"]
        answer = {"case_no": number, "answer": "管网归物业所有"}
        housing.call("assignment", "answer_part", answer, actor="housing_handler")
        listed = housing.call("assignment", "list_cases", {"view": "co_handling"}, actor="housing_handler")
        assert listed["items"] == []
        finished = {"case_no": number, "level": "county"}
        done = water.call("assignment", "complete_case", finished, actor="water_handler")
        assert done["state"] == "completed"
        wait_until(lambda: "part_answered.v1" in listener.about(number), "the answer told")
        listener.close()


def test_a_reported_case_stands_in_the_leaderships_list_until_a_leader_decides(deployment: Deployment):
    number, county = "case-reported", "county_leadership"
    with deployment.agency("petition_bureau") as bureau, deployment.agency(county) as leadership:
        listener = deployment.listen()
        begin(deployment, number)

        def give(caller: Client, person: str, command: str, **data: str) -> dict[str, Any]:
            return caller.call("assignment", command, {"case_no": number, **data}, actor=person)

        def listed() -> list[str]:
            found = leadership.call("assignment", "list_cases", {"view": "my_unit"}, actor="leader1")["items"]
            return [row["case_no"] for row in found]

        report = {"ground": "urgent", "proposal": "由水务局牵头抢修", "unit": "dept_water", "document_no": "信报1号"}
        answer = give(bureau, "dispatcher", "report_for_decision", **report)
        assert (answer["state"], answer["holder"]) == ("awaiting_routing", county)
        assert listed() == [number]
        seen = leadership.call("assignment", "get_case", {"case_no": number}, actor="leader1")
        assert seen["can_do_beside"] == ["decide_reported_case"]
        assert seen["decision_reports"][0]["document_no"] == "信报1号"
        decision = {"unit": "dept_water", "instruction": "三日内恢复供水", "document_no": "县批1号"}
        decision["feedback_due_on"] = "2026-03-20"
        with pytest.raises(Refused) as refused:
            give(bureau, "dispatcher", "decide_reported_case", **decision)
        assert refused.value.code == "FORBIDDEN"
        answer = give(leadership, "leader1", "decide_reported_case", **decision)
        assert (answer["state"], answer["unit"]) == ("routed", "dept_water")
        assert listed() == []
        wait_until(lambda: listener.about(number).count("clock_started.v1") == 3, "the clocks of the unit")
        assert listener.about(number)[2:7] == [
            "clock_stopped.v1",
            "case_reported_for_decision.v1",
            "reported_case_decided.v1",
            "case_routed.v1",
            "clock_started.v1",
        ]
        assert "抢修" not in str(listener.heard) and "恢复供水" not in str(listener.heard)
        listener.close()


def test_the_petitioners_wish_for_secrecy_is_heard_and_so_is_its_end(deployment: Deployment):
    number = "case-secret"
    begin(deployment, number)

    def wish() -> bool:
        kept = deployment.store["petitions"].find_one({"_id": number})
        return bool(kept["secrecy"])

    assert wish() is False
    told = {"recorded_by": "citizen_portal", "asked_at": "2026-03-02T03:00:00.000Z"}
    deployment.send(deployment.event("intake", "secrecy_asked", number, **told))
    wait_until(wish, "secrecy asked")
    deployment.send(deployment.event("intake", "secrecy_lifted", number, lifted_at="2026-03-02T04:00:00.000Z"))
    wait_until(lambda: not wish(), "secrecy lifted")
