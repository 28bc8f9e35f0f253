"""The tables of commands and queries: who may ask, what they take, which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import ANYONE, Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters import views
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import duties
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import check_case, unit_to_list
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.entrypoints import (
    appraisal_rpc,
    campaign_rpc,
    commands,
    export_rpc,
    grade_rpc,
    hand_down_rpc,
    incident_rpc,
    inspection_rpc,
    joint_meeting_rpc,
    key_village_rpc,
    ladder_rpc,
    leader_rpc,
    letter_rpc,
    old_case_rpc,
    paper_rpc,
    problem_rpc,
    proposal_rpc,
    questions,
    reading_rpc,
    rhythm_rpc,
    staff_rpc,
    suggestion_rpc,
    urgent_rpc,
    urging_rpc,
)

Data = dict[str, Any]
FOLLOW_UP_OFFICER = "follow_up_officer"


def record_follow_up(work: Work, call: Call, data: Data) -> Data:
    command = duties.RecordFollowUp(officer=_officer(call), officer_unit=call.unit, **data)
    case, follow_up = duties.record_follow_up(work, command)
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "round": follow_up.round,
        "attempt": len(follow_up.attempts),
        "pending": follow_up.is_pending,
    }


def order_rehandling(work: Work, call: Call, data: Data) -> Data:
    case = duties.order_rehandling(work, duties.OrderRehandling(ordered_by=_officer(call), **data))
    order = case.orders[-1]
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "round": order.round,
        "unit": order.unit,
        "due_on": order.due_on.isoformat(),
    }


def report_hand_down(work: Work, call: Call, data: Data) -> Data:
    case = duties.report_hand_down(work, duties.ReportHandDown(reported_by=_officer(call), **data))
    assert case.hand_down is not None, "it was just reported"
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "document_no": case.hand_down.issued.document_no,
        "late": case.hand_down.is_late(work.now),
    }


def _officer(call: Call) -> str:
    assert call.actor is not None, "a command with roles always names its officer"
    return call.actor


def get_supervised_case(reader: views.Reader, call: Call, data: Data) -> Data:
    units = read_units(reader)
    case = views.find_case(reader, data["case_no"])
    check_case(units, call.unit, case.units_concerned)
    return views.show_case(case, call.now, with_reasons=units.sees_all(call.unit))


def list_due_clocks(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return views.list_due_clocks(reader, unit=unit, **data)


def list_missed(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return views.list_missed(reader, unit=unit, **data)


def list_follow_ups_due(reader: views.Reader, call: Call, data: Data) -> Data:
    """A follow-up officer of any unit sees all: the officer's work lies in other units' cases."""
    unit = data.pop("unit")
    if FOLLOW_UP_OFFICER not in call.roles:
        unit = unit_to_list(read_units(reader), call.unit, unit)
    return views.list_follow_ups_due(reader, unit=unit, **data)


def list_hand_downs(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return views.list_hand_downs(reader, unit=unit, now=call.now, **data)


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("record_follow_up", commands.RecordFollowUp, record_follow_up, frozenset({FOLLOW_UP_OFFICER})),
    (
        "order_rehandling",
        commands.OrderRehandling,
        order_rehandling,
        frozenset({"dispatcher", "bureau_head", "county_leader"}),
    ),
    ("report_hand_down", commands.ReportHandDown, report_hand_down, frozenset({"dispatcher", "bureau_head"})),
    *reading_rpc.COMMANDS,
    *ladder_rpc.COMMANDS,
    *campaign_rpc.COMMANDS,
    *leader_rpc.COMMANDS,
    *key_village_rpc.COMMANDS,
    *problem_rpc.COMMANDS,
    *export_rpc.COMMANDS,
    *proposal_rpc.COMMANDS,
    *urging_rpc.COMMANDS,
    *suggestion_rpc.COMMANDS,
    *urgent_rpc.COMMANDS,
    *hand_down_rpc.COMMANDS,
    *old_case_rpc.COMMANDS,
    *incident_rpc.COMMANDS,
    *inspection_rpc.COMMANDS,
    *appraisal_rpc.COMMANDS,
    *staff_rpc.COMMANDS,
    *joint_meeting_rpc.COMMANDS,
    *letter_rpc.COMMANDS,
)

QUERIES: tuple[Query, ...] = (
    Query("get_supervised_case", questions.GetSupervisedCase, get_supervised_case, ANYONE),
    Query("list_due_clocks", questions.ListDueClocks, list_due_clocks, ANYONE),
    Query("list_missed", questions.ListMissed, list_missed, ANYONE),
    Query("list_follow_ups_due", questions.ListFollowUpsDue, list_follow_ups_due, ANYONE),
    Query("list_hand_downs", questions.ListHandDowns, list_hand_downs, ANYONE),
    *rhythm_rpc.QUERIES,
    *ladder_rpc.QUERIES,
    *campaign_rpc.QUERIES,
    *leader_rpc.QUERIES,
    *problem_rpc.QUERIES,
    *paper_rpc.QUERIES,
    *proposal_rpc.QUERIES,
    *urging_rpc.QUERIES,
    *suggestion_rpc.QUERIES,
    *reading_rpc.QUERIES,
    *urgent_rpc.QUERIES,
    *old_case_rpc.QUERIES,
    *incident_rpc.QUERIES,
    *inspection_rpc.QUERIES,
    *appraisal_rpc.QUERIES,
    *staff_rpc.QUERIES,
    *joint_meeting_rpc.QUERIES,
)


def commands_with(settings: SupervisionSettings) -> tuple[Command, ...]:
    """Every command with its handler, bound to the settings in force."""

    def bound(handle: Callable[[Work, Call, Data], Data]) -> Callable[[UnitOfWork, Call, Data], Data]:
        return lambda uow, call, data: handle(MongoWork(uow, settings, call), call, data)

    table = (*COMMANDS, *rhythm_rpc.COMMANDS, *grade_rpc.COMMANDS)
    return tuple(Command(name, schema, bound(handle), roles) for name, schema, handle, roles in table)
