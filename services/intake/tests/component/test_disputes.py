"""A dispute from the find to the petition it became, over the bus: given to a grid, grown old on the way."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from intake_deployment import Deployment, Listener, eventually
from intake_register import BAIYANG, CATEGORY, GRID, TOWNSHIP, VILLAGE
from intake_requests import WEB
from jsonschema import Draft202012Validator

from petition_client import Refused

CONTRACTS = Path(__file__).parents[2] / "contracts"
MATTER = "两户为地界争吵多年"
FIND = {
    "found_by": "grid_patrol",
    "place": {"township_code": BAIYANG, "village_code": VILLAGE, "grid_code": GRID},
    "category": CATEGORY,
    "matter": MATTER,
    "people": 2,
}


def test_a_dispute_grows_old_once_and_goes_on_as_a_petition(deployed: Deployment, listener: Listener) -> None:
    today = deployed.now.date().isoformat()
    found = deployed.call("report_dispute", {**FIND, "found_on": today}, TOWNSHIP, "P0101", key="find")
    assert deployed.call("report_dispute", {**FIND, "found_on": today}, TOWNSHIP, "P0101", key="find") == found
    number = {"dispute_no": found["dispute_no"]}
    real = {**number, "verdict": "real", "basis": "入户查看"}
    with pytest.raises(Refused) as refused:
        deployed.call("check_dispute", real, TOWNSHIP, "P0101")
    assert refused.value.code == "CHECKED_BY_FINDER"
    with pytest.raises(Refused) as refused:
        deployed.call("report_dispute", {**FIND, "found_on": today, "name": "某某"}, TOWNSHIP, "P0101")
    assert (refused.value.code, refused.value.field) == ("UNKNOWN_FIELD", "name")
    assert deployed.call("check_dispute", real, actor="P0015")["state"] == "confirmed"
    place = {"township_code": BAIYANG, "grid_code": GRID}
    held = [
        {"tier": "big_grid", "code": VILLAGE, "warden": "W0001"},
        {"tier": "small_grid", "code": GRID, "warden": None},
    ]
    deployed.tell("assignment", "grid_wardens_published", BAIYANG, township_code=BAIYANG, version=1, posts=held)
    task = {"kind": "petition_matter", "place": place, "noted_on": today, **number}
    given = deployed.call("record_grid_item", task, TOWNSHIP, "P0101")
    assert [(one["post"]["code"], one["warden"]) for one in given["wardens"]] == [
        ("big_grid", "W0001"),
        ("small_grid", None),
    ]
    (vacant,) = deployed.call("list_grid_posts", {"vacant_only": True}, TOWNSHIP, "P0101")["items"]
    assert (vacant["code"], vacant["warden"]) == (GRID, None)
    with pytest.raises(Refused) as refused:
        deployed.call("record_grid_item", {**task, "resident": "某某"}, TOWNSHIP, "P0101")
    assert (refused.value.code, refused.value.field) == ("UNKNOWN_FIELD", "resident")
    deployed.call("finish_grid_item", {"item_no": given["item_no"], "outcome": "handed_on"}, TOWNSHIP, "P0101")
    (entry,) = deployed.call("list_grid_items", {"place": place}, TOWNSHIP, "P0101")["items"]
    assert (entry["matter_no"], entry["outcome"]) == (found["dispute_no"], "handed_on")

    deployed.pass_time(days=31)
    eventually(lambda: deployed.store["disputes"].find_one({"overdue_told": True}), "its age to be told")
    (row,) = deployed.call("list_disputes", {"view": "old"}, TOWNSHIP, "P0101")["items"]
    assert (row["dispute_no"], row["days_open"], row["overdue"]) == (found["dispute_no"], 31, True)

    deployed.now += timedelta(seconds=1)
    for neither_nor_both in ({}, {"petition": WEB, "case_no": "640425202603020001"}):
        with pytest.raises(Refused) as refused:
            deployed.call("upgrade_dispute", {**number, **neither_nor_both})
        assert refused.value.code == "PETITION_OR_NUMBER_REQUIRED"
    receipt = deployed.call("upgrade_dispute", {**number, "petition": WEB}, key="up")
    assert (receipt["state"], receipt["case_version"]) == ("upgraded", 2)
    assert deployed.call("upgrade_dispute", {**number, "petition": WEB}, key="up") == receipt
    assert deployed.track(receipt["case_no"], receipt["query_code"])["case_no"] == receipt["case_no"]
    assert receipt["query_code"] not in str(list(deployed.opened["journal"].find()))
    with pytest.raises(Refused) as refused:
        deployed.call("settle_dispute", {**number, "level": "grid", "result": "调解", "evidence": "协议"})
    assert refused.value.code == "ILLEGAL_TRANSITION"
    assert deployed.call("list_disputes", {})["items"] == []
    shown = deployed.call("get_dispute", number)
    assert (shown["petition_no"], shown["matter"]) == (receipt["case_no"], MATTER)

    heard = listener.hear(8)
    assert sorted(kind for kind, _ in heard) == [
        "dispute_checked.v1",
        "dispute_found.v1",
        "dispute_linked.v1",
        "dispute_overdue.v1",
        "dispute_upgraded.v1",
        "grid_item_finished.v1",
        "grid_item_recorded.v1",
        "petition_registered.v1",
    ]
    for kind, body in heard:
        schema = json.loads((CONTRACTS / f"{kind}.schema.json").read_text(encoding="utf-8"))
        assert [error.message for error in Draft202012Validator(schema).iter_errors(body)] == []
    assert MATTER not in json.dumps(heard, ensure_ascii=False) + deployed.logs()
