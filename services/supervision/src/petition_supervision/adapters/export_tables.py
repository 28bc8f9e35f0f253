"""Each list as a table: its headings, and its rows read page by page as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from chassis.pages import MOST
from petition_supervision.adapters import key_village_views, ladder_views, leader_views, mongo_problems, views
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.export_terms import Ledger
from petition_supervision.domain.key_village import VillageState
from petition_supervision.domain.ladder import ItemState
from petition_supervision.domain.leader_terms import LeaderState
from petition_supervision.domain.problem_terms import WhichList
from worksheet import Column

Row = Mapping[str, Any]
Ask = Callable[[int, str | None], Page]

_PROBLEM = {
    "problem_no": "编号",
    "unit": "单位",
    "source": "来源",
    "village_code": "村、社区",
    "grid_code": "网格",
    "matter": "事由",
    "category": "内容分类",
    "found_on": "发现日期",
    "case_no": "信访件编号",
    "state": "状态",
}
_RESPONSIBILITY = {
    "lead_leader": "牵头领导",
    "station": "责任站所",
    "person": "责任人员",
    "due_on": "办结时限",
    "measures": "化解措施",
}
_APPRAISAL = {
    "target": "目标",
    "actual": "实际结果",
    "done_on": "办结日期",
    "in_time": "是否按期",
    "score": "得分",
    "quarter": "季度",
}
HEADINGS: Mapping[Ledger, Mapping[str, str]] = {
    Ledger.PROBLEMS: _PROBLEM,
    Ledger.RESPONSIBILITIES: _PROBLEM | _RESPONSIBILITY,
    Ledger.APPRAISALS: _PROBLEM | _RESPONSIBILITY | _APPRAISAL,
    Ledger.SUPERVISIONS: {
        "supervision_no": "督查编号",
        "trigger": "督办情形",
        "unit": "被督查单位",
        "owner_unit": "督查单位",
        "owner": "督查责任人",
        "case_no": "信访件编号",
        "state": "状态",
        "step": "所处步骤",
        "opened_at": "立项时刻",
        "due_on": "落实期限",
        "cleared_at": "销账时刻",
        "age_days": "在账天数",
    },
    Ledger.HAND_DOWNS: {
        "case_no": "信访件编号",
        "responsible_unit": "责任单位",
        "issuer": "交办单位",
        "issuer_level": "交办层级",
        "document_no": "交办文号",
        "batch_name": "专项名称",
        "feedback_due_on": "反馈期限",
        "state": "状态",
        "result": "结果",
        "reported_at": "上报时刻",
        "late": "是否逾期",
    },
    Ledger.LEADER_CASES: {
        "case_no": "信访件编号",
        "responsible_unit": "责任单位",
        "leader": "包案领导",
        "first_leader": "首任包案领导",
        "top_leader": "主要领导",
        "mark": "标记",
        "mark_since": "起始日期",
        "state": "状态",
        "assigned_at": "包案时刻",
        "complete": "五个一已齐",
        "missing": "五个一所缺",
        "tasks": "任务数",
        "open_tasks": "未完成任务",
        "closed_at": "销号时刻",
    },
    Ledger.KEY_VILLAGES: {
        "village_code": "代码",
        "village": "村、社区",
        "township_code": "乡镇",
        "state": "状态",
        "entry_reason": "列入理由",
        "head": "专班负责人",
        "members": "专班人数",
        "units": "专班单位",
        "named_at": "列入时刻",
        "review_on": "研判日期",
        "review_overdue": "研判逾期",
        "reviews": "研判次数",
        "cases": "信访件数",
        "open_cases": "未办结",
        "released_at": "退出时刻",
    },
}
TITLES: Mapping[Ledger, str] = {
    Ledger.PROBLEMS: "问题清单",
    Ledger.RESPONSIBILITIES: "责任清单",
    Ledger.APPRAISALS: "考核清单",
    Ledger.SUPERVISIONS: "督查任务清单",
    Ledger.HAND_DOWNS: "交办台账",
    Ledger.LEADER_CASES: "包案台账",
    Ledger.KEY_VILLAGES: "重点村台账",
}


def columns(ledger: Ledger) -> Sequence[Column]:
    """The columns of a list, with their headings."""
    return [Column(field, heading) for field, heading in HEADINGS[ledger].items()]


def rows(reader: Reader, ledger: Ledger, unit: str | None, on: date, now: datetime) -> Iterator[Row]:
    """Every row of a list, one page in memory at a time. The three lists are as of the end of `on`."""
    for ask in _lists(reader, ledger, unit, on, now):
        cursor = None
        while True:
            answer = ask(MOST, cursor)
            yield from answer["items"]
            cursor = answer["next"]
            if cursor is None:
                break


def _lists(reader: Reader, ledger: Ledger, unit: str | None, on: date, now: datetime) -> Sequence[Ask]:
    """The lists that together make the ledger, those still open first."""
    if ledger is Ledger.SUPERVISIONS:
        return [_supervisions(reader, state, unit, now) for state in ItemState]
    if ledger is Ledger.HAND_DOWNS:
        return [lambda limit, cursor: views.list_hand_downs(reader, None, unit, now, limit, cursor)]
    if ledger is Ledger.LEADER_CASES:
        return [_led(reader, state) for state in LeaderState]
    if ledger is Ledger.KEY_VILLAGES:
        return [_villages(reader, state, now) for state in VillageState]
    which = WhichList(ledger.value)
    return [lambda limit, cursor: mongo_problems.list_rows(reader, which, unit, on, limit, cursor)]


def _supervisions(reader: Reader, state: ItemState, unit: str | None, now: datetime) -> Ask:
    return lambda limit, cursor: ladder_views.list_items(reader, state, unit, None, None, now, limit, cursor)


def _led(reader: Reader, state: LeaderState) -> Ask:
    return lambda limit, cursor: leader_views.list_led(reader, state, None, None, None, limit, cursor)


def _villages(reader: Reader, state: VillageState, now: datetime) -> Ask:
    return lambda limit, cursor: key_village_views.show_board(reader, state, 0, now, limit, cursor)
