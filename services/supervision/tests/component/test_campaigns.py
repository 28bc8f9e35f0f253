"""A screening campaign over the bus: opened, covered, with its gaps and the disputes it found, closed."""

from __future__ import annotations

import pytest
from supervision_builders import BUREAU, DAY, START, TOWNSHIP
from supervision_neighbours import Neighbours

from petition_client import Refused

FIRST, SECOND = "640425208200", "640425208201"


def test_a_campaign_shows_its_gaps_and_what_it_found(around: Neighbours) -> None:
    by_bureau = {"caller": BUREAU, "actor": "P0018"}
    plan = {"kind": "grand_visit", "first_day": "2026-03-02", "last_day": "2026-03-31", "villages": [FIRST, SECOND]}
    opened = around.call("open_campaign", data=plan, key="c-1", **by_bureau)
    number = {"campaign_no": opened["campaign_no"]}
    assert opened["villages_left"] == 2

    around.at(START + DAY)
    visit = {**number, "village_code": FIRST, "covered_on": "2026-03-02", "households": 42, "items_found": 1}
    assert around.call("record_campaign_coverage", TOWNSHIP, visit, actor="P0201", key="v-1")["villages_left"] == 1
    with pytest.raises(Refused) as refused:
        around.call("record_campaign_coverage", TOWNSHIP, {**visit, "residents": ["某某"]}, actor="P0201", key="v-2")
    assert (refused.value.code, refused.value.field) == ("UNKNOWN_FIELD", "residents")

    find = {"dispute_no": "JF2026-000001", "version": 1, "campaign_no": opened["campaign_no"]}
    around.tell("intake", "dispute_found.v1", "JF2026-000001", **find, place={"village_code": FIRST})
    around.settle()
    shown = around.call("get_campaign", TOWNSHIP, number, actor="P0201")
    assert (shown["gaps"], shown["households"], shown["disputes_found"]) == ([SECOND], 42, {FIRST: 1})

    with pytest.raises(Refused) as refused:
        around.call("close_campaign", data={**number, "report": "已走访"}, key="x-1", **by_bureau)
    assert refused.value.code == "CAMPAIGN_GAPS_UNEXPLAINED"
    ended = {**number, "report": "已走访", "gap_reason": "大雪封路"}
    around.call("close_campaign", data=ended, key="x-2", **by_bureau)
    (row,) = around.call("list_campaigns", BUREAU, {"kind": "grand_visit"}, actor="P0018")["items"]
    assert (row["villages_covered"], row["villages_to_cover"], row["is_open"]) == (1, 2, False)
    around.settle()
    told = around.heard(opened["campaign_no"])
    assert [event["type"] for event in told] == [
        "campaign_opened.v1",
        "campaign_coverage_recorded.v1",
        "campaign_closed.v1",
    ]
