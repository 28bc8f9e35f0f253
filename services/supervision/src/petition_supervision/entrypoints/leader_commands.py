"""What the commands of leader-led cases take. An unknown field is refused by the chassis."""

from __future__ import annotations

from enum import Enum
from typing import Any

from marshmallow import Schema, fields, validate

from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.leader_terms import CaseMark, LeaderActKind

LONGEST_TEXT = 2000
LONGEST_MINUTES = 20_000
MOST_MEMBERS = 50


def words(zh: str, en: str, longest: int = LONGEST_TEXT) -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en})


def on_day(zh: str, en: str) -> fields.Date:
    return fields.Date(required=True, format="iso", metadata={"zh": zh, "en": en})


def _enum(kind: type[Enum], zh: str, en: str) -> fields.Enum[Any]:
    return fields.Enum(kind, by_value=True, required=True, metadata={"zh": zh, "en": en})


def _case_no() -> fields.String:
    return words("信访件编号", "number of the case", 38)


class TaskForceMember(Schema):
    """专班的一名成员：工作人员或者网格长、网格员。One of a task force: an officer or a grid's warden."""

    person = words("人员编号", "a person of the register", 38)
    duty = words("职责", "what the person is there for", 200)


def members() -> fields.List[Any]:
    return fields.List(
        fields.Nested(TaskForceMember),
        required=True,
        validate=validate.Length(1, MOST_MEMBERS),
        metadata={"zh": "专班成员", "en": "who is in the task force"},
    )


class AssignLeader(Schema):
    """包案：明确一名县级领导包案化解。A county leader takes the case over."""

    case_no = _case_no()
    leader = words("包案领导（人员编号），须为县级领导", "the leader, a county leader of the register", 38)
    mark = _enum(CaseMark, "重点信访事项、骨头案钉子案", "a key matter, or a hard case")
    mark_since = fields.Date(
        format="iso",
        load_default=None,
        allow_none=True,
        metadata={"zh": "何时起；骨头案、钉子案必填", "en": "since when; required for a hard case"},
    )
    reason = words("包案理由", "why a leader takes it over")


class HandOverLeader(Schema):
    """移交：更换包案领导，登记在案。Another leader answers for the case from now on."""

    case_no = _case_no()
    leader = words("接手的县级领导（人员编号）", "the county leader who takes over", 38)
    reason = words("移交理由", "why it is handed over")


class SetLeaderTaskForce(Schema):
    """建立工作专班，可调整；有未完成任务的成员不能退出。Names the task force of the case."""

    case_no = _case_no()
    members = members()


class AddLeaderTask(Schema):
    """列入任务清单。Puts a task on the case's list."""

    case_no = _case_no()
    text = words("任务", "what is to be done")
    owner = words("责任人（人员编号），包案领导或专班成员", "who does it: the leader or one of the task force", 38)
    due_on = on_day("完成时限，晚于今天", "the last day, after today")


class FinishLeaderTask(Schema):
    """登记任务完成，附依据。Notes that a task was done, with what shows it."""

    case_no = _case_no()
    number = fields.Integer(
        required=True, strict=True, validate=validate.Range(1, 9999), metadata={"zh": "第几项", "en": "which task"}
    )
    done_on = on_day("完成日期，包案之日至今天", "the day it was done, from taking the case over to today")
    evidence = words("完成情况和依据", "what was done and what shows it")


class RecordLeaderAct(Schema):
    """登记包案领导亲自做的：包抓、带案下访、接待、会诊、研究方案、督办落实。What the leader did in person."""

    case_no = _case_no()
    act = _enum(LeaderActKind, "六种：包抓、带案下访、接待、会诊、研究方案、督办落实", "which of the six")
    held_on = on_day("日期，包案之日至今天", "the day, from taking the case over to today")
    place = words("地点", "where", 200)
    minutes = words("纪要", "the minutes", LONGEST_MINUTES)


class CloseLeaderCase(Schema):
    """销号：任务全部完成、五个一齐全、案件办结并回访。Takes the case off the leaders' list."""

    case_no = _case_no()
    result = _enum(ReportResult, "化解、解释说明", "resolved, or explained")
    proof = words("销号依据", "what proves it")
