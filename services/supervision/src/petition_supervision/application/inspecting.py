"""Use cases of inspections (专项督查) and of the inspectors who carry them out."""

from __future__ import annotations

from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.inspection_errors import InspectorRoleMissing, NotAnInspector
from petition_supervision.domain.inspection_terms import Finding, InspectionAct, InspectionPlan
from petition_supervision.domain.inspector import Inspector, Term
from workdays import local_day


def appoint_inspector(work: Work, person: str, term: Term) -> Inspector:
    """任命; refusals as in `Inspector.appoint`. Nobody of the register => InspectorRoleMissing."""
    known = work.leader(person)
    if known is None:
        raise InspectorRoleMissing("person", person=person)
    inspector = work.inspectors.get(person) or Inspector(person, known.unit)
    inspector.appoint(known, term)
    work.inspectors.save(inspector)
    return inspector


def relieve_inspector(work: Work, person: str, relieved_on: date, reason: str) -> Inspector:
    """免去; refusals as in `Inspector.relieve`."""
    inspector = work.inspectors.require(person)
    inspector.relieve(relieved_on, reason)
    work.inspectors.save(inspector)
    return inspector


def open_inspection(work: Work, plan: InspectionPlan, opened_by: str) -> Inspection:
    """部署; a unit that is not on the register => UnitUnknown, nobody's term on the first day => NotAnInspector."""
    units = work.units.get()
    for unit in plan.units:
        if units.kind_of(unit) is None:
            raise UnitUnknown("units", unit=unit)
    unit_of = {person: _check_appointed(work, person, plan.first_day, "inspectors") for person in plan.inspectors}
    one = Inspection.open(work.inspections.next_number(work.now), plan, unit_of, opened_by, work.now)
    work.inspections.save(one)
    return one


def record_inspection_act(work: Work, inspection_no: str, act: InspectionAct) -> Inspection:
    """督查; only within a term, on the day of the act => NotAnInspector otherwise."""
    _check_appointed(work, act.inspector, act.done_on)
    one = work.inspections.require(inspection_no)
    one.inspect(act, work.now)
    work.inspections.save(one)
    return one


def feed_back_finding(
    work: Work, inspection_no: str, inspector: str, unit: str, problem: str, important: bool, due_on: date
) -> Finding:
    """反馈问题; refusals as in `Inspection.feed_back`, and NotAnInspector."""
    _check_appointed(work, inspector, local_day(work.now))
    one = work.inspections.require(inspection_no)
    finding = one.feed_back(unit, problem, important, due_on, inspector, work.now)
    work.inspections.save(one)
    return finding


def answer_finding(work: Work, inspection_no: str, unit: str, number: int, text: str) -> Finding:
    """整改答复; refusals as in `Inspection.answer`."""
    one = work.inspections.require(inspection_no)
    finding = one.answer(number, unit, text, work.now)
    work.inspections.save(one)
    return finding


def check_finding(
    work: Work,
    inspection_no: str,
    inspector: str,
    number: int,
    put_right: bool,
    evidence: str,
    new_due_on: date | None,
) -> Finding:
    """核查; refusals as in `Inspection.check`, and NotAnInspector."""
    _check_appointed(work, inspector, local_day(work.now))
    one = work.inspections.require(inspection_no)
    finding = one.check(number, put_right, evidence, new_due_on, inspector, work.now)
    work.inspections.save(one)
    return finding


def report_inspection_up(
    work: Work, inspection_no: str, reported_by: str, reported_on: date, document_no: str
) -> Inspection:
    """向本级党委和政府报告; refusals as in `Inspection.report_up`."""
    one = work.inspections.require(inspection_no)
    one.report_up(reported_on, document_no, reported_by, work.now)
    work.inspections.save(one)
    return one


def conclude_inspection(work: Work, inspection_no: str, concluded_by: str, report: str) -> Inspection:
    """结束; refusals as in `Inspection.conclude`."""
    one = work.inspections.require(inspection_no)
    one.conclude(report, concluded_by, work.now)
    work.inspections.save(one)
    return one


def _check_appointed(work: Work, person: str, day: date, field: str = "actor") -> str:
    """The unit of somebody who holds a term on that day; anybody else => NotAnInspector."""
    known = work.inspectors.get(person)
    if known is None or not known.holds_on(day):
        raise NotAnInspector(field, person=person, day=day)
    return known.unit
