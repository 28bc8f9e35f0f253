"""The hand-down ledger after a matter was listed: what is asked, who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import Call
from petition_supervision.application import hand_down_work
from petition_supervision.application.ports import Work
from petition_supervision.domain.hand_down_terms import IssuerVerdict, ResolutionMethod
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.entrypoints.acting import by_officer

Data = dict[str, Any]
KEEPERS = frozenset({"dispatcher", "bureau_head"})
LONGEST_TEXT = 2000


def _text(zh: str, en: str, longest: int) -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en})


def _case_no() -> fields.String:
    return _text("信访件编号", "number of the case", 38)


class SetHandDownDetails(Schema):
    """交办台账补记：包案领导、化解方式、交办日期。Who answers for a matter handed down, and how."""

    case_no = _case_no()
    leader = _text("包案领导", "the county leader in charge", 38)
    resolution_method = fields.Enum(
        ResolutionMethod,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "化解方式；不填为不变", "en": "how it is being resolved; unchanged when left out"},
    )
    issued_on = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata={"zh": "交办日期；不填为不变", "en": "day it was handed down; unchanged when left out"},
    )


class RecordIssuerVerdict(Schema):
    """登记交办机关的审核结果：审核认定办结，或者退回重办。Records what the issuer found of the report."""

    case_no = _case_no()
    issuer_verdict = fields.Enum(
        IssuerVerdict,
        by_value=True,
        required=True,
        metadata={"zh": "审核认定办结 confirmed、退回 sent_back", "en": "confirmed or sent back"},
    )
    verdict_on = fields.Date(required=True, format="iso", metadata={"zh": "审核日期", "en": "day of the verdict"})
    feedback_due_on = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata={"zh": "新的反馈期限，退回的必填", "en": "new day for the report; required when sent back"},
    )
    reason = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(1, LONGEST_TEXT),
        metadata={"zh": "退回理由，退回的必填", "en": "why; required when sent back"},
    )


class ReopenHandDown(Schema):
    """出现新的事实，已上报的交办事项重新办理。New facts: a reported matter is open on the ledger again."""

    case_no = _case_no()
    new_facts = _text("新的事实", "the new facts", LONGEST_TEXT)
    feedback_due_on = fields.Date(
        required=True,
        format="iso",
        metadata={"zh": "新的反馈期限，晚于今天", "en": "new day for the report, after today"},
    )


def _standing(case: SupervisedCase) -> Data:
    entry = case.hand_down
    assert entry is not None, "every command of this table is about a matter handed down"
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "state": entry.state.value,
        "leader": entry.leader,
        "feedback_due_on": entry.issued.feedback_due_on.isoformat(),
        "reopened": len(entry.reopenings),
    }


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("set_hand_down_details", SetHandDownDetails, by_officer(hand_down_work.set_hand_down_details, _standing), KEEPERS),
    (
        "record_issuer_verdict",
        RecordIssuerVerdict,
        by_officer(hand_down_work.record_issuer_verdict, _standing),
        KEEPERS,
    ),
    ("reopen_hand_down", ReopenHandDown, by_officer(hand_down_work.reopen_hand_down, _standing), KEEPERS),
)
