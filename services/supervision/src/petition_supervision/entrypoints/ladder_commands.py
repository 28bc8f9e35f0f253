"""What the commands of the supervision ledger take. An unknown field is refused by the chassis."""

from __future__ import annotations

from enum import Enum
from typing import Any

from marshmallow import Schema, fields, validate

from petition_supervision.domain.ladder import Adoption, Trigger, Verdict

LONGEST_TEXT = 2000


def _text(zh: str, en: str, longest: int = LONGEST_TEXT) -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en})


def _optional(zh: str, en: str, longest: int = 100) -> fields.String:
    return fields.String(
        load_default=None, allow_none=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en}
    )


def _enum(kind: type[Enum], zh: str, en: str) -> fields.Enum[Any]:
    return fields.Enum(kind, by_value=True, required=True, metadata={"zh": zh, "en": en})


def _supervision_no() -> fields.String:
    return _text("督查编号", "number of the supervision item", 38)


class OpenSupervision(Schema):
    """挂账督办：把一个单位或其一件信访事项列入督查任务清单。Puts a unit, or a case of it, on the supervision ledger."""

    trigger = _enum(Trigger, "督办情形 D1 至 D9", "why: D1 to D9")
    unit = _text("被督查单位", "the supervised unit", 64)
    case_no = _optional(
        "信访件编号；督查单位本身的不填", "number of the case; left out when the unit as such is meant", 38
    )
    owner = _optional("督查责任人；不填为立项人", "person in charge; the one who opens it when left out", 38)
    due_on = fields.Date(
        required=True, format="iso", metadata={"zh": "落实期限，晚于今天", "en": "last day to act, after today"}
    )
    reason = _optional("具体情形；D8 必填", "what it is about, in words; required for D8", LONGEST_TEXT)


class ReplyToSupervision(Schema):
    """被督查单位回复落实情况。The supervised unit says what it did."""

    supervision_no = _supervision_no()
    text = _text("落实情况", "what was done")


class CheckSupervision(Schema):
    """跟踪问效：核查是否落实；未落实的，依次整改、通报批评、建议追责。Checks an item; a failed check takes one step."""

    supervision_no = _supervision_no()
    verdict = _enum(Verdict, "已落实、未落实", "carried out, or not")
    evidence = _text("核查依据", "what the verdict rests on")
    due_on = fields.Date(
        format="iso",
        load_default=None,
        allow_none=True,
        metadata={"zh": "整改期限；整改通知、通报批评必填", "en": "last day to act; required for the first two steps"},
    )
    sign_off = _optional("已登记的县联席会议编号；通报批评必填", "the joint meeting's number; required for a criticism")


class SignAccountabilityProposal(Schema):
    """签发追究责任建议，须由核查人以外的人具名签发。Signs the proposal to hold to account; not who drafted it."""

    supervision_no = _supervision_no()
    document_no = _text("建议书文号", "number of the document", 100)
    addressee = _text("有管理权限的机关、单位", "the unit in whose power it is", 64)
    consequence = _text("造成的严重后果", "the serious consequence it rests on")


class RecordProposalFeedback(Schema):
    """登记建议采纳情况的书面反馈。Records the written answer to the proposal."""

    supervision_no = _supervision_no()
    adoption = _enum(Adoption, "采纳、部分采纳、未采纳", "adopted, partly, or not")
    reason = _optional("未采纳或部分采纳的理由", "why not, or only partly", LONGEST_TEXT)


class ClearSupervision(Schema):
    """销账：核查已落实的，凭证明销账。Takes an item that was carried out off the ledger."""

    supervision_no = _supervision_no()
    proof = _text("销账依据", "what proves it")
