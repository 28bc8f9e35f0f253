"""A key village over the bus: named, its cases counted and listed, reviewed, released; the board."""

from __future__ import annotations

from typing import Any

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, HANDLER, START, TOWNSHIP
from supervision_neighbours import VILLAGE, Neighbours, instant

from petition_client import Refused

NAMING: dict[str, Any] = {
    "village_code": VILLAGE,
    "entry_reason": "海某某等多户反映",
    "head": "P0201",
    "members": [{"person": "P0201", "duty": "属地"}],
    "review_on": "2026-03-31",
}


def test_a_village_is_named_counted_reviewed_and_released(around: Neighbours) -> None:
    place = {"township_code": "640425208", "village_code": VILLAGE}
    at = instant(START)
    for number in (CASE_NO, CASE_NO + "1"):
        told = {"registered_by_unit": BUREAU, "registered_at": at, "received_at": at, "place": place}
        around.tell("intake", "petition_registered.v1", number, **told)
    around.tell("assignment", "case_closed_on_spot.v1", CASE_NO, unit=HANDLER, closed_at=at)
    around.settle()

    def do(method: str, key: str, **data: Any) -> dict[str, Any]:
        return around.call(method, BUREAU, data, actor="P0018", key=key)

    def ask(method: str, caller: str = BUREAU, actor: str = "P0018", /, **data: Any) -> dict[str, Any]:
        return around.call(method, caller, data, actor=actor)

    do("name_key_village", "n-1", **NAMING)
    board = ask("get_key_village_board")
    assert (board["most"], board["named"]) == (12, 1)
    row = board["items"][0]
    assert (row["village"], row["cases"], row["open_cases"], row["review_overdue"]) == ("草庙村", 2, 1, False)
    around.at(START + 40 * DAY)
    assert ask("get_key_village_board")["items"][0]["review_overdue"] is True

    first = ask("list_village_cases", TOWNSHIP, "P0201", village_code=VILLAGE, limit=1)
    second = ask("list_village_cases", TOWNSHIP, "P0201", village_code=VILLAGE, cursor=first["next"])
    rows = [*first["items"], *second["items"]]
    assert {row["case_no"]: row["finished"] for row in rows} == {CASE_NO: True, CASE_NO + "1": False}
    with pytest.raises(Refused) as refused:
        ask("get_key_village", HANDLER, "P0100", village_code=VILLAGE)
    assert refused.value.code == "NOT_YOUR_VILLAGE"

    do("review_key_village", "r-1", village_code=VILLAGE, findings="化解一件", next_review_on="2026-06-30")
    do("release_key_village", "r-2", village_code=VILLAGE, evidence="连续两季无新增")
    assert ask("get_key_village_board")["named"] == 0
    kept = ask("get_key_village", TOWNSHIP, "P0201", village_code=VILLAGE)
    assert kept["tenures"][0]["reviews"][0]["late"] is True
    around.settle()
    told_of = around.heard(VILLAGE)
    assert [event["type"] for event in told_of] == [
        "key_village_named.v1",
        "key_village_reviewed.v1",
        "key_village_released.v1",
    ]
    assert "海某某" not in str(told_of)
