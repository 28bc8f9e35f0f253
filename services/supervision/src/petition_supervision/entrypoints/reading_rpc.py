"""The county leader's reading of follow-ups: what the command and the list take, and who answers them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import Call, Query
from petition_supervision.adapters import views
from petition_supervision.application import leader_reading
from petition_supervision.application.ports import Work
from petition_supervision.domain.answers import RehandlingReason, Score
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]
LONGEST_WORDS = 1000
READERS = frozenset({"county_leader"})
WHO_PREPARES = frozenset({"county_leader", "bureau_head", "dispatcher"})


def _words(zh: str, en: str) -> fields.String:
    return fields.String(
        load_default=None, allow_none=True, validate=validate.Length(max=LONGEST_WORDS), metadata={"zh": zh, "en": en}
    )


class ReadFollowUp(Schema):
    """审阅回访结果：县委主要领导逐件审阅，一轮一次。A county leader reads the answer, once a round."""

    case_no = fields.String(
        required=True,
        validate=validate.Length(min=1, max=38),
        metadata={"zh": "信访件编号", "en": "number of the case"},
    )
    round = fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(min=1),
        metadata={"zh": "审阅第几轮的回访结果", "en": "the round whose result is read"},
    )
    note = _words(
        "审阅意见，只存本系统，不给承办单位看", "the leader's note; not published, not shown to the handling unit"
    )
    instruction = _words(
        "批示；不满意的即责成重新办理，须同时定时限",
        "the instruction; on a dissatisfied answer it orders the case again and needs a due date",
    )
    due_on = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata={"zh": "重新办理的办结时限，晚于今天，最长60日", "en": "the last day, at most 60 days ahead"},
    )
    reason_code = fields.Enum(
        RehandlingReason,
        by_value=True,
        load_default=RehandlingReason.PETITIONER_DISSATISFIED,
        metadata={"zh": "责成重新办理的原因", "en": "why it has to be handled again"},
    )


class ListFollowUpsToRead(Paged):
    """待审阅的回访结果，登记早的在前。Follow-up results no leader has read yet, the oldest first."""

    score = fields.Enum(
        Score,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "只列某种评价", "en": "only results with this answer"},
    )
    unit = fields.String(
        load_default=None, allow_none=True, metadata={"zh": "承办单位代码", "en": "the unit that handled the round"}
    )


def read_follow_up(work: Work, call: Call, data: Data) -> Data:
    assert call.actor is not None, "a command with roles always names its officer"
    command = leader_reading.ReadFollowUp(reader=call.actor, reader_unit=call.unit, **data)
    case, follow_up = leader_reading.read_follow_up(work, command)
    ordered = case.orders[-1] if command.due_on else None
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "round": follow_up.round,
        "ordered_round": ordered.round if ordered else None,
        "unit": follow_up.unit,
        "due_on": ordered.due_on.isoformat() if ordered else None,
    }


def list_follow_ups_to_read(reader: views.Reader, call: Call, data: Data) -> Data:
    score = data.pop("score")
    return views.list_follow_ups_to_read(reader, score=score.value if score else None, **data)


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("read_follow_up", ReadFollowUp, read_follow_up, READERS),
)

QUERIES: tuple[Query, ...] = (
    Query("list_follow_ups_to_read", ListFollowUpsToRead, list_follow_ups_to_read, WHO_PREPARES),
)
