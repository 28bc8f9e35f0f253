"""One unit from the ledger to the signed proposal and off the ledger again, over the bus."""

from __future__ import annotations

import base64
import hashlib
import io
import json
from pathlib import Path

import docx
import pytest
from jsonschema import Draft202012Validator
from supervision_builders import BUREAU, DAY, HANDLER, START, TOWNSHIP
from supervision_neighbours import Neighbours

from petition_client import Refused

MEETING = {
    "kind": "county_joint",
    "held_on": "2026-03-30",
    "chair": "县委副书记",
    "attendees": ["信访局"],
    "agenda": ["problems_resolved"],
    "minutes": "研究通报批评。",
}
CONTRACTS = Path(__file__).parents[2] / "contracts"


def _is_printed(around: Neighbours, number: str, meeting: str) -> None:
    """Every step has its paper as a Word file; a unit it does not concern sees none of them."""
    listed = around.call("list_papers", BUREAU, {"supervision_no": number}, actor="P0018")["items"]
    assert [row["kind_zh"] for row in listed] == ["督办通知书", "整改通知书", "通报", "追究责任建议书"]
    wanted = {"supervision_no": number, "paper_no": listed[2]["paper_no"]}
    file = around.call("get_paper", HANDLER, wanted, actor="P0100")
    content = base64.b64decode(file["content"])
    assert hashlib.sha256(content).hexdigest() == file["sha256"]
    assert "2026年3月30日县信访工作联席会议研究" in _text_of(content)
    minutes = {"meeting_no": meeting, "paper_no": f"{meeting}/meeting_minutes"}
    assert "研究通报批评。" in _text_of(
        base64.b64decode(around.call("get_paper", BUREAU, minutes, actor="P0018")["content"])
    )
    for query, data, code in (
        ("list_papers", {"supervision_no": number}, "NOT_YOUR_SUPERVISION"),
        ("get_paper", wanted, "NOT_YOUR_SUPERVISION"),
        ("get_paper", minutes, "NOT_YOUR_UNIT"),
        ("list_papers", {}, "ONE_SUBJECT_WANTED"),
    ):
        with pytest.raises(Refused) as refused:
            around.call(query, TOWNSHIP, data)
        assert refused.value.code == code


def _text_of(content: bytes) -> str:
    return "\n".join(line.text for line in docx.Document(io.BytesIO(content)).paragraphs)


def test_an_item_climbs_the_three_steps_is_signed_answered_and_cleared(around: Neighbours) -> None:
    asked = iter(range(99))

    def do(method: str, caller: str = BUREAU, actor: str = "P0018", **data: object) -> dict[str, object]:
        return around.call(method, caller, data, actor=actor, key=f"key-{next(asked)}")

    opened = do("open_supervision", trigger="D4", unit=HANDLER, due_on="2026-03-10")
    number = opened["supervision_no"]

    def check(**data: object) -> dict[str, object]:
        return do("check_supervision", supervision_no=number, evidence="现场查看", **data)

    with pytest.raises(Refused) as early:
        check(verdict="not_carried_out", due_on="2026-03-20")
    assert early.value.code == "LAST_STEP_AWAITED"
    do("reply_to_supervision", HANDLER, "P0100", supervision_no=number, text="正在办理")
    assert check(verdict="not_carried_out", due_on="2026-03-20")["step"] == "rectification"
    around.at(START + 30 * DAY)
    with pytest.raises(Refused) as unheard_of:
        check(verdict="not_carried_out", due_on="2026-04-20", sign_off="彭联发〔2026〕3号")
    assert (unheard_of.value.code, unheard_of.value.field) == ("SIGN_OFF_REQUIRED", "sign_off")
    meeting = do("record_meeting", **MEETING)["meeting_no"]
    assert check(verdict="not_carried_out", due_on="2026-04-20", sign_off=meeting)["step"] == "criticism"
    do("reply_to_supervision", HANDLER, "P0100", supervision_no=number, text="正在办理")
    assert check(verdict="not_carried_out")["step"] == "accountability"
    paper = {"document_no": "1号", "addressee": "county_discipline", "consequence": "严重后果"}
    with pytest.raises(Refused) as drafter:
        do("sign_accountability_proposal", supervision_no=number, **paper)
    assert drafter.value.code == "FORBIDDEN"
    signed = do("sign_accountability_proposal", BUREAU, "P0017", supervision_no=number, **paper)
    assert signed["feedback_due_on"] == "2026-05-06", "the thirtieth day is a holiday, so it rolls"
    do("record_proposal_feedback", supervision_no=number, adoption="adopted")
    check(verdict="carried_out")
    assert do("clear_supervision", supervision_no=number, proof="照片")["state"] == "cleared"
    _is_printed(around, str(number), str(meeting))
    around.settle()

    # Without the master key nobody reads what was written.
    stored = "".join(repr(list(around.store[kept].find())) for kept in around.store.list_collection_names())
    written = ("研究通报批评", "现场查看", "正在办理", "严重后果", "照片")
    assert str(number) in stored and not [word for word in written if word in stored]
    told = around.heard(str(number))
    assert [event["data"]["version"] for event in told] == list(range(1, len(told) + 1))
    assert [event["data"]["step"] for event in told if event["type"] == "ladder_step_taken.v1"] == [
        "rectification",
        "criticism",
        "accountability",
    ]
    assert {event["type"].partition(".")[0] for event in told} == {
        "supervision_opened",
        "supervision_replied",
        "supervision_checked",
        "ladder_step_taken",
        "accountability_signed",
        "proposal_feedback_recorded",
        "supervision_cleared",
    }
    for event in told:
        schema = json.loads((CONTRACTS / f"{event['type']}.schema.json").read_text(encoding="utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(event["data"])) == []
        assert event["data"].get("case_no") is None


def test_a_proposal_is_made_printed_listed_and_answered_over_the_bus(around: Neighbours) -> None:
    written = {"kind": "improve_work", "document_no": "2号", "grounds": "反映五次。", "proposal": "建立台账。"}
    made = around.call("make_proposal", BUREAU, {"addressee": HANDLER, **written}, actor="P0017", key="made")
    number = {"proposal_no": made["proposal_no"]}
    (row,) = around.call("list_proposals", HANDLER, {})["items"]
    assert (row["proposal_no"], row["late"], "text" in row) == (made["proposal_no"], False, False)
    (paper,) = around.call("list_papers", HANDLER, number)["items"]
    file = around.call("get_paper", HANDLER, {**number, "paper_no": paper["paper_no"]})
    assert "建立台账。" in _text_of(base64.b64decode(file["content"]))
    for query in ("get_proposal", "list_papers"):
        with pytest.raises(Refused) as refused:
            around.call(query, TOWNSHIP, number)
        assert refused.value.code == "NOT_YOUR_PROPOSAL"
    answer = {**number, "adoption": "not_adopted"}
    with pytest.raises(Refused) as unreasoned:
        around.call("answer_proposal", HANDLER, answer, actor="P0100", key="unreasoned")
    assert unreasoned.value.code == "ADOPTION_REASON_REQUIRED"
    around.call("answer_proposal", HANDLER, {**answer, "reason": "已有台账"}, actor="P0100", key="answered")
    assert around.call("list_proposals", BUREAU, {})["items"] == []
    assert around.call("get_proposal", BUREAU, number)["answer"]["reason"] == "已有台账"
    around.settle()
    told = around.heard(str(made["proposal_no"]))
    assert [event["type"] for event in told] == ["proposal_made.v1", "proposal_answered.v1"]
    for event in told:
        schema = json.loads((CONTRACTS / f"{event['type']}.schema.json").read_text(encoding="utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(event["data"])) == []
