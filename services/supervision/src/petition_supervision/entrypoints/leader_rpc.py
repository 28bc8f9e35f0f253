"""The commands and queries of leader-led cases: who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import leader_views, views
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application import leading
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import check_case
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.leader_errors import NoLeaderAssigned
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.entrypoints import leader_commands, leader_questions
from petition_supervision.entrypoints.acting import by_officer

Data = dict[str, Any]
IN_CHARGE = frozenset({"dispatcher", "bureau_head", "county_leader"})
OWNERS = IN_CHARGE | {"unit_head", "township_leader", "handler"}


def _standing(case: SupervisedCase) -> Data:
    led = case.leader_case
    assert led is not None, "every command of this table leaves a leader-led case"
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "state": led.state.value,
        "leader": led.leader,
        "top_leader": led.top_leader,
        "members": len(led.members),
        "tasks": len(led.tasks),
        "open_tasks": led.open_tasks,
        "acts": len(led.acts),
    }


def get_leader_case(reader: views.Reader, call: Call, data: Data) -> Data:
    case = views.find_case(reader, data["case_no"])
    led = case.leader_case
    check_case(read_units(reader), call.unit, case.units_concerned | (led.units if led else set()))
    if led is None:
        raise NoLeaderAssigned("case_no")
    return leader_views.show(reader, case, led)


def list_leader_cases(reader: views.Reader, call: Call, data: Data) -> Data:
    if not read_units(reader).sees_all(call.unit):
        raise NotYourUnit("actor", own=call.unit, unit="county_leadership")
    return leader_views.list_led(reader, **data)


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = tuple(
    (name, schema, by_officer(use_case, _standing), roles)
    for name, schema, use_case, roles in (
        ("assign_leader", leader_commands.AssignLeader, leading.assign_leader, IN_CHARGE),
        ("hand_over_leader", leader_commands.HandOverLeader, leading.hand_over_leader, IN_CHARGE),
        ("set_leader_task_force", leader_commands.SetLeaderTaskForce, leading.set_leader_task_force, IN_CHARGE),
        ("add_leader_task", leader_commands.AddLeaderTask, leading.add_leader_task, IN_CHARGE),
        ("finish_leader_task", leader_commands.FinishLeaderTask, leading.finish_leader_task, OWNERS),
        ("record_leader_act", leader_commands.RecordLeaderAct, leading.record_leader_act, IN_CHARGE),
        ("close_leader_case", leader_commands.CloseLeaderCase, leading.close_leader_case, IN_CHARGE),
    )
)

QUERIES: tuple[Query, ...] = (
    Query("get_leader_case", leader_questions.GetLeaderCase, get_leader_case, ANYONE),
    Query("list_leader_cases", leader_questions.ListLeaderCases, list_leader_cases, ANYONE),
)
