"""Urging (催办) and the criticism that may follow: what is asked, who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import mongo_urgings as kept
from petition_supervision.adapters import views
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application import urging as urgings
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import check_urging, unit_to_list
from petition_supervision.domain.urging import CriticismState, Urging, UrgingState
from petition_supervision.entrypoints.acting import officer_of
from petition_supervision.entrypoints.ladder_rpc import SIGNERS, UNIT_OFFICERS
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]
LONGEST_TEXT = 2000


def _text(zh: str, en: str, longest: int = LONGEST_TEXT) -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en})


def _urging_no() -> fields.String:
    return _text("催办编号", "number of the notice", 38)


class AnswerUrging(Schema):
    """被催办单位书面回复催办通知书。The urged unit answers the notice in writing."""

    urging_no = _urging_no()
    text = _text("办理情况", "what it does about it")


class IssueCriticism(Schema):
    """签发通报批评：催办后满规定工作日仍未办理的，经县联席会议研究。Criticises a unit that an urging did not move."""

    urging_no = _urging_no()
    document_no = _text("通报文号", "number of the document", 100)
    sign_off = _text("已登记的县联席会议编号", "number of the county's joint meeting on record", 100)
    due_on = fields.Date(
        required=True, format="iso", metadata={"zh": "办理期限，晚于今天", "en": "last day to act, after today"}
    )


class WaiveCriticism(Schema):
    """决定不予通报批评，须写明理由。Decides against the criticism, with the reason."""

    urging_no = _urging_no()
    reason = _text("理由", "why")


class GetUrging(Schema):
    """查一份催办通知书及其回复、通报。One notice with its answer and what followed."""

    urging_no = _urging_no()


class ListUrgings(Paged):
    """催办清单，发出最早的在前。Notices that urge units, the oldest first."""

    state = fields.Enum(
        UrgingState,
        by_value=True,
        load_default=UrgingState.OPEN,
        metadata={
            "zh": "未回复 open、已回复 answered、已办理 done_late、已撤回 withdrawn；不填为未回复",
            "en": "unanswered, answered, done or taken back; unanswered when left out",
        },
    )
    criticism = fields.Enum(
        CriticismState,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={
            "zh": "按通报批评列：建议 suggested、已签发 issued、不予通报 waived、失效 lapsed；填写时不看 state",
            "en": "those whose criticism is suggested, issued, waived or lapsed, whatever their state",
        },
    )
    unit = fields.String(
        load_default=None,
        allow_none=True,
        metadata={"zh": "被催办单位；非信访局、县领导只能查本单位", "en": "urged unit; other units see their own only"},
    )
    copied = fields.Boolean(
        load_default=False,
        truthy={True},
        falsy={False},
        metadata={"zh": "抄送该单位的；不填为发给该单位的", "en": "those copied to the unit, not those to it"},
    )


def answer_urging(work: Work, call: Call, data: Data) -> Data:
    return _standing(urgings.answer_urging(work, officer_of(call), **data))


def issue_criticism(work: Work, call: Call, data: Data) -> Data:
    return _standing(urgings.issue_criticism(work, officer_of(call), **data))


def waive_criticism(work: Work, call: Call, data: Data) -> Data:
    return _standing(urgings.waive_criticism(work, officer_of(call), **data))


def get_urging(reader: views.Reader, call: Call, data: Data) -> Data:
    urging = kept.find_urging(reader, data["urging_no"])
    check_urging(read_units(reader), call.unit, urging)
    return kept.show_urging(urging)


def list_urgings(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return kept.list_urgings(reader, unit=unit, **data)


def _standing(urging: Urging) -> Data:
    return {
        "urging_no": urging.urging_no,
        "version": urging.version,
        "state": urging.state.value,
        "criticism_state": urging.criticism_state.value if urging.criticism_state else None,
    }


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("answer_urging", AnswerUrging, answer_urging, UNIT_OFFICERS),
    ("issue_criticism", IssueCriticism, issue_criticism, SIGNERS),
    ("waive_criticism", WaiveCriticism, waive_criticism, SIGNERS),
)

QUERIES: tuple[Query, ...] = (
    Query("get_urging", GetUrging, get_urging, ANYONE),
    Query("list_urgings", ListUrgings, list_urgings, ANYONE),
)
