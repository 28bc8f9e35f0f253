"""Commands and queries of inspections (专项督查) and inspectors (信访督查专员)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import inspection_views as kept
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.views import Reader
from petition_supervision.application import inspecting
from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.inspection_terms import Finding, InspectionAct, InspectionPlan
from petition_supervision.domain.inspector import INSPECTOR, Inspector, Term
from petition_supervision.entrypoints import inspection_requests as requests
from workdays import local_day

Data = dict[str, Any]
HEADS = frozenset({"bureau_head", "county_leader"})
INSPECTORS = frozenset({INSPECTOR})
OF_THE_UNIT = frozenset({"unit_head", "township_leader", "signer", "handler"})


def appoint_inspector(work: Work, call: Call, data: Data) -> Data:
    person = data.pop("person")
    term = Term(appointed_by=call.actor or "", appointed_at=work.now, **data)
    return _appointed(inspecting.appoint_inspector(work, person, term))


def relieve_inspector(work: Work, call: Call, data: Data) -> Data:
    return _appointed(inspecting.relieve_inspector(work, **data))


def open_inspection(work: Work, call: Call, data: Data) -> Data:
    data["text"] = data.pop("plan")
    for name in ("units", "matters", "case_nos", "inspectors"):
        data[name] = tuple(dict.fromkeys(data[name]))
    return _standing(inspecting.open_inspection(work, InspectionPlan(**data), call.actor or ""))


def record_inspection_act(work: Work, call: Call, data: Data) -> Data:
    inspection_no = data.pop("inspection_no")
    act = InspectionAct(inspector=call.actor or "", **data)
    return _standing(inspecting.record_inspection_act(work, inspection_no, act))


def feed_back_finding(work: Work, call: Call, data: Data) -> Data:
    return _found(data["inspection_no"], inspecting.feed_back_finding(work, inspector=call.actor or "", **data))


def answer_finding(work: Work, call: Call, data: Data) -> Data:
    return _found(data["inspection_no"], inspecting.answer_finding(work, unit=call.unit, **data))


def check_finding(work: Work, call: Call, data: Data) -> Data:
    return _found(data["inspection_no"], inspecting.check_finding(work, inspector=call.actor or "", **data))


def report_inspection_up(work: Work, call: Call, data: Data) -> Data:
    return _standing(inspecting.report_inspection_up(work, reported_by=call.actor or "", **data))


def conclude_inspection(work: Work, call: Call, data: Data) -> Data:
    return _standing(inspecting.conclude_inspection(work, concluded_by=call.actor or "", **data))


def _appointed(inspector: Inspector) -> Data:
    until = inspector.until.isoformat() if inspector.until else None
    return {"inspector_id": inspector.inspector_id, "version": inspector.version, "until": until}


def _standing(one: Inspection) -> Data:
    return {
        "inspection_no": one.inspection_no,
        "version": one.version,
        "findings_standing": len(one.standing),
        "is_open": one.is_open,
    }


def _found(inspection_no: str, finding: Finding) -> Data:
    return {
        "inspection_no": inspection_no,
        "number": finding.number,
        "state": finding.state.value,
        "due_on": finding.due_on.isoformat(),
    }


def get_inspection(reader: Reader, call: Call, data: Data) -> Data:
    """The bureau, the county's leaders and its inspectors read all of it, an inspected unit what concerns it."""
    units, one = read_units(reader), kept.find_inspection(reader, data["inspection_no"])
    if units.sees_all(call.unit) or call.actor in one.plan.inspectors:
        return kept.show_inspection(one, local_day(call.now))
    if call.unit not in one.plan.units:
        raise NotYourUnit("inspection_no", own=call.unit, unit="、".join(one.plan.units))
    return kept.show_inspection(one, local_day(call.now), call.unit)


def list_inspections(reader: Reader, call: Call, data: Data) -> Data:
    """A unit's list has the inspections it is inspected in."""
    unit = None if read_units(reader).sees_all(call.unit) else call.unit
    return kept.list_inspections(reader, unit=unit, today=local_day(call.now), **data)


def list_inspectors(reader: Reader, call: Call, data: Data) -> Data:
    return kept.list_inspectors(reader, today=local_day(call.now), **data)


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("appoint_inspector", requests.AppointInspector, appoint_inspector, HEADS),
    ("relieve_inspector", requests.RelieveInspector, relieve_inspector, HEADS),
    ("open_inspection", requests.OpenInspection, open_inspection, HEADS),
    ("record_inspection_act", requests.RecordInspectionAct, record_inspection_act, INSPECTORS),
    ("feed_back_finding", requests.FeedBackFinding, feed_back_finding, INSPECTORS),
    ("answer_finding", requests.AnswerFinding, answer_finding, OF_THE_UNIT),
    ("check_finding", requests.CheckFinding, check_finding, INSPECTORS),
    ("report_inspection_up", requests.ReportInspectionUp, report_inspection_up, HEADS),
    ("conclude_inspection", requests.ConcludeInspection, conclude_inspection, HEADS),
)

QUERIES: tuple[Query, ...] = (
    Query("get_inspection", requests.GetInspection, get_inspection, ANYONE),
    Query("list_inspections", requests.ListInspections, list_inspections, ANYONE),
    Query("list_inspectors", requests.ListInspectors, list_inspectors, ANYONE),
)
