"""A matter handed down: reported, sent back, reported anew and confirmed; and on the county's list of old cases."""

from __future__ import annotations

from datetime import timedelta

from supervision_builders import BUREAU, CASE_NO, HANDLER, LEADERSHIP, START
from supervision_neighbours import Neighbours, instant

ISSUED = {
    "issuer": "region_petition_bureau",
    "issuer_level": "region",
    "document_no": "宁信交〔2026〕12号",
    "batch_name": "积案化解",
    "feedback_due_on": "2026-05-31",
}


def test_a_matter_is_sent_back_and_confirmed_and_an_old_case_is_cleared_with_evidence(around: Neighbours) -> None:
    now = instant(around.now)
    registered = {"registered_by_unit": BUREAU, "registered_at": now, "anonymous": False, "hand_down": ISSUED}
    around.tell("intake", "petition_registered.v1", CASE_NO, channel="handed_down", **registered)
    around.tell("assignment", "case_accepted.v1", CASE_NO, unit=HANDLER, track=6)
    around.tell("assignment", "opinion_delivered.v1", CASE_NO, round=1)
    around.tell("assignment", "case_confirmed.v1", CASE_NO, round=1, unit=HANDLER, confirmed_at=now)
    around.settle()

    def do(method: str, key: str, **data: object) -> dict[str, object]:
        return around.call(method, BUREAU, {"case_no": CASE_NO, **data}, actor="P0018", key=key)

    listing = {"ground": "on_hand_down_list", "basis": "区交办名单", "unit": HANDLER, "leader": "P0001"}
    do("list_old_case", "o1", **listing)
    do("set_hand_down_details", "d1", leader="P0001", resolution_method="mediation")
    answer = {"method": "call", "reached": True, "score": "satisfied", "promise_kept": True}
    around.call("record_follow_up", BUREAU, {"case_no": CASE_NO, **answer}, actor="P0019", key="f1")
    do("report_hand_down", "r1", result="resolved")
    verdict = {"verdict_on": "2026-03-02"}
    back = {"issuer_verdict": "sent_back", "feedback_due_on": "2026-06-30", "reason": "佐证不足"}
    assert do("record_issuer_verdict", "v1", **verdict, **back)["state"] == "open"
    (due,) = [
        row
        for row in around.call("list_due_clocks", BUREAU, {"kind": "K11"}, actor="P0018")["items"]
        if row["case_no"] == CASE_NO
    ]
    assert due["clock_id"] == "K11-report#2"
    filtered = {"issuer_level": "region", "batch_name": "积案化解", "leader": "P0001", "due_before": "2026-07-01"}
    (entry,) = around.call("list_hand_downs", LEADERSHIP, {"state": "open", **filtered}, actor="P0001")["items"]
    assert (entry["first_due_on"], len(entry["former_reports"])) == ("2026-05-31", 1)

    around.at(START + timedelta(days=1))
    do("report_hand_down", "r2", result="resolved")
    confirmed = do("record_issuer_verdict", "v2", issuer_verdict="confirmed", verdict_on="2026-03-03")
    assert confirmed["state"] == "confirmed"
    assert [row["case_no"] for row in around.call("list_old_cases", HANDLER)["items"]] == [CASE_NO]
    do("clear_old_case", "o2", evidence="协议已履行")
    assert around.call("list_old_cases", HANDLER)["items"] == []
    around.settle()

    told = [event["type"].removesuffix(".v1") for event in around.heard(CASE_NO)]
    assert [name for name in told if name in ("report_sent_up", "hand_down_reopened", "old_case_cleared")] == [
        "report_sent_up",
        "hand_down_reopened",
        "report_sent_up",
        "old_case_cleared",
    ]
