"""The words of leader-led cases: why a leader takes one over, what the leader does in person, what has to be there."""

from __future__ import annotations

from enum import StrEnum

COUNTY_LEADER = "county_leader"
MAIN_LEADER = "main_leader"
"""The office of the two first leaders of county committee and county government (县委、县政府主要领导)."""


class CaseMark(StrEnum):
    """重点信访事项; 骨头案、钉子案."""

    KEY_MATTER = "key_matter"
    HARD_CASE = "hard_case"


class LeaderState(StrEnum):
    """A leader answers for the case, or it is off the leaders' list (销号)."""

    OPEN = "open"
    CLOSED = "closed"


class LeaderActKind(StrEnum):
    """包抓、带案下访、接待群众、牵头会诊、研究方案、督办落实."""

    TOOK_CHARGE = "took_charge"
    WENT_DOWN = "went_down"
    RECEIVED_VISITOR = "received_visitor"
    CONSULTED = "consulted"
    STUDIED_PLAN = "studied_plan"
    SAW_THROUGH = "saw_through"


class Piece(StrEnum):
    """五个一: 一个信访案件、一名包案领导、一个工作专班、一张任务清单、责任一抓到底."""

    ONE_CASE = "one_case"
    ONE_LEADER = "one_leader"
    ONE_TASK_FORCE = "one_task_force"
    ONE_TASK_LIST = "one_task_list"
    TO_THE_END = "to_the_end"
