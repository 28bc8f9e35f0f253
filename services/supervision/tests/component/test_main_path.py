"""One matter handed down from above, from its registration to the report, over the bus."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, START, TOWNSHIP
from supervision_neighbours import Neighbours, instant

from petition_client import Refused

CONTRACTS = Path(__file__).parents[2] / "contracts"
HAND_DOWN = {
    "issuer": "region_petition_bureau",
    "issuer_level": "region",
    "document_no": "宁信交〔2026〕12号",
    "batch_name": "积案化解",
    "feedback_due_on": "2026-06-30",
}


def register(around: Neighbours, case_no: str = CASE_NO, unit: str = BUREAU, hand_down: object = None) -> None:
    around.tell(
        "intake",
        "petition_registered.v1",
        case_no,
        registered_by_unit=unit,
        registered_at=instant(around.now),
        anonymous=False,
        hand_down=hand_down,
        channel="visit",
    )


def start_clock(around: Neighbours, kind: str, unit: str, due_at: object, case_no: str = CASE_NO) -> None:
    around.tell(
        "assignment",
        "clock_started.v1",
        case_no,
        clock_id=kind,
        kind=kind,
        unit=unit,
        started_at=instant(around.now),
        due_at=instant(due_at),
        length=15,
        length_unit="day",
        provisional=False,
        calendar_version="2026",
        round=1,
    )


def stop_clock(around: Neighbours, clock_id: str) -> None:
    around.tell(
        "assignment",
        "clock_stopped.v1",
        CASE_NO,
        clock_id=clock_id,
        kind=clock_id,
        stopped_at=instant(around.now),
        reason_code="done",
        met=True,
    )


def finish_round(around: Neighbours, round: int, unit: str = HANDLER) -> None:
    around.tell("assignment", "opinion_delivered.v1", CASE_NO, round=round, method="direct")
    confirmed_at = instant(around.now)
    around.tell("assignment", "case_confirmed.v1", CASE_NO, round=round, unit=unit, confirmed_at=confirmed_at)
    around.settle()


def follow_up(around: Neighbours, key: str, **data: object) -> dict[str, object]:
    data = {"case_no": CASE_NO, "method": "call", "reached": True, **data}
    return around.call("record_follow_up", BUREAU, data, actor="P0019", key=key)


def test_a_matter_handed_down_is_watched_followed_up_handled_again_and_reported(around: Neighbours) -> None:
    register(around, hand_down=HAND_DOWN)
    around.tell("assignment", "case_routed.v1", CASE_NO, unit=HANDLER, mode="assign", round=1)
    around.tell("assignment", "case_signed_for.v1", CASE_NO, unit=HANDLER)
    start_clock(around, "K3", HANDLER, DUE)
    for moment in (DUE - 10 * DAY, DUE - 5 * DAY, DUE - DAY, DUE):
        around.at(moment)
        around.settle()
    around.tell("assignment", "case_accepted.v1", CASE_NO, unit=HANDLER, track=6)
    stop_clock(around, "K3")
    finish_round(around, 1)

    with pytest.raises(Refused) as refused:
        around.call("report_hand_down", BUREAU, {"case_no": CASE_NO, "result": "resolved"}, actor="P0018", key="r0")
    assert (refused.value.code, refused.value.field) == ("FOLLOW_UP_MISSING", None)
    assert follow_up(around, "f1", reached=False)["pending"] is True
    answered = follow_up(around, "f2", score="dissatisfied", reason="路没有修好", promise_kept=False)
    assert (answered["pending"], answered["attempt"]) == (False, 2)
    order = {"case_no": CASE_NO, "due_on": "2026-04-10", "reason_code": "result_not_carried_out"}
    ordered = around.call("order_rehandling", BUREAU, order, actor="P0017", key="o1")
    assert (ordered["round"], ordered["unit"]) == (2, HANDLER)
    opened = {"round": 2, "unit": HANDLER, "ordered_by": "P0017", "due_on": "2026-04-10"}
    around.tell("assignment", "round_opened.v1", CASE_NO, **opened)
    around.at(DUE + 10 * DAY)
    finish_round(around, 2)
    follow_up(around, "f3", score="satisfied", promise_kept=True)
    report = {"case_no": CASE_NO, "result": "resolved"}
    reported = around.call("report_hand_down", BUREAU, report, actor="P0018", key="r1")
    assert (reported["document_no"], reported["late"]) == ("宁信交〔2026〕12号", False)
    around.settle()

    heard = around.heard(CASE_NO)
    assert [event["type"].removesuffix(".v1") for event in heard] == [
        "hand_down_listed",
        "deadline_approaching",
        "deadline_approaching",
        "deadline_approaching",
        "deadline_missed",
        "follow_up_due",
        "follow_up_recorded",
        "follow_up_recorded",
        "rehandling_ordered",
        "follow_up_due",
        "follow_up_recorded",
        "report_sent_up",
    ]
    assert [event["data"]["case_version"] for event in heard] == list(range(1, 13))
    for event in heard:
        schema = json.loads((CONTRACTS / f"{event['type']}.schema.json").read_text(encoding="utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(event["data"])) == []
    assert "路没有修好" not in json.dumps(heard, ensure_ascii=False)


def test_a_matter_settled_on_the_spot_by_the_bureau_is_followed_up_by_another_unit(around: Neighbours) -> None:
    register(around)
    settled_at = instant(around.now)
    around.tell("assignment", "case_closed_on_spot.v1", CASE_NO, unit=BUREAU, level="county", closed_at=settled_at)
    around.settle()
    answer = {"case_no": CASE_NO, "method": "visit", "reached": True, "score": "satisfied"}

    with pytest.raises(Refused) as refused:
        around.call("record_follow_up", BUREAU, answer, actor="P0019", key="a")
    assert (refused.value.code, refused.value.field) == ("OFFICER_OF_HANDLING_UNIT", "actor")
    recorded = around.call("record_follow_up", "dept_government_office", answer, actor="P0060", key="b")
    assert recorded["pending"] is False


def test_a_late_word_lifts_the_miss_and_moving_arms_again(around: Neighbours) -> None:
    start_clock(around, "K3", HANDLER, DUE)
    start_clock(around, "K5", HANDLER, DUE)
    around.settle()
    around.at(DUE)
    around.settle()
    in_time = instant(DUE - timedelta(seconds=1))
    stopped = {"clock_id": "K3", "kind": "K3", "stopped_at": in_time, "reason_code": "accepted", "met": True}
    around.tell("assignment", "clock_stopped.v1", CASE_NO, **stopped)
    around.tell(
        "assignment",
        "clock_moved.v1",
        CASE_NO,
        clock_id="K5",
        kind="K5",
        old_due_at=instant(DUE),
        due_at=instant(DUE + 30 * DAY),
        reason_code="extended",
        provisional=False,
        calendar_version="2026",
    )
    around.settle()

    told = [(event["type"].removesuffix(".v1"), event["data"].get("reason_code")) for event in around.heard(CASE_NO)]
    assert sorted(told[2:], key=str) == [
        ("deadline_miss_lifted", "done_in_time"),
        ("deadline_miss_lifted", "due_date_moved"),
    ]
    assert around.call("list_missed", BUREAU)["items"] == []
    (running,) = around.call("list_due_clocks", BUREAU)["items"]
    assert (running["clock_id"], running["next_step"]) == ("K5", "remind_10")


def test_every_query_answers_over_the_bus(around: Neighbours) -> None:
    register(around, hand_down=HAND_DOWN, unit=TOWNSHIP)
    start_clock(around, "K3", HANDLER, DUE)
    around.settle()

    assert around.call("get_supervised_case", BUREAU, {"case_no": CASE_NO})["registered_by_unit"] == TOWNSHIP
    assert len(around.call("list_due_clocks", BUREAU, {"limit": 1})["items"]) == 1
    assert len(around.call("list_due_clocks", HANDLER)["items"]) == 1
    assert around.call("list_missed", BUREAU, {"kind": "K3"})["items"] == []
    assert around.call("list_follow_ups_due", BUREAU, {"before": instant(START)})["items"] == []
    assert len(around.call("list_hand_downs", BUREAU, {"state": "open"})["items"]) == 1
