"""A case that two units share, over the real broker: invited, seen in the further unit's list, answered, completed."""

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
