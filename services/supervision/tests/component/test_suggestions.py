"""Facts told by other services suggest supervision; an officer finds them named, opens the item or dismisses it."""

from __future__ import annotations

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, HANDLER
from supervision_neighbours import Neighbours, instant

from petition_client import Refused

OBJECTED, OVERTURNED = f"{CASE_NO}:D4:objected_twice", f"{CASE_NO}:D7:review_overturned"


def test_a_person_decides_on_what_the_facts_suggest(around: Neighbours) -> None:
    now = instant(around.now)
    registered = {"registered_by_unit": BUREAU, "registered_at": now, "anonymous": False, "hand_down": None}
    around.tell("intake", "petition_registered.v1", CASE_NO, channel="visit", **registered)
    for _ in range(2):
        around.tell("assignment", "case_routed.v1", CASE_NO, unit=HANDLER, mode="transfer")
        around.tell("assignment", "objection_raised.v1", CASE_NO, unit=HANDLER, reason_code="not_our_power")
    around.tell("assignment", "case_accepted.v1", CASE_NO, unit=HANDLER, track=6)
    around.tell("assignment", "review_decided.v1", CASE_NO, outcome="revoked", changed_to=None, round=1)
    around.settle()

    first, second = around.call("list_suggestions", BUREAU, actor="P0018")["items"]
    assert [first["suggestion_no"], second["suggestion_no"]] == [OBJECTED, OVERTURNED]
    assert first["rests_on"] == [{"event": "objection_raised", "at": now}] * 2
    assert around.call("list_supervisions", BUREAU)["items"] == []
    with pytest.raises(Refused) as unit:
        around.call("dismiss_suggestion", HANDLER, {"suggestion_no": OBJECTED, "reason": "a"}, actor="P0100", key="d0")
    assert unit.value.code == "FORBIDDEN"

    asked = {"suggestion_no": OVERTURNED, "due_on": (around.now + 20 * DAY).date().isoformat()}
    opened = around.call("open_suggested_supervision", BUREAU, asked, actor="P0018", key="o1")
    (item,) = around.call("list_supervisions", BUREAU)["items"]
    assert (item["supervision_no"], item["trigger"]) == (opened["supervision_no"], "D7")
    why = {"suggestion_no": OBJECTED, "reason": "两次异议均经核实同意"}
    assert around.call("dismiss_suggestion", BUREAU, why, actor="P0018", key="d1")["state"] == "dismissed"
    around.settle()
    assert around.call("list_suggestions", BUREAU, actor="P0018")["items"] == []
    assert [event["type"] for event in around.heard(OBJECTED)] == [
        "supervision_suggested.v1",
        "suggestion_dismissed.v1",
    ]
