"""Inspectors and inspections for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from supervision_builders import BUREAU, HANDLER, START
from supervision_fakes import FakeWork

from petition_supervision.application import inspecting
from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.inspection_terms import InspectionAct, InspectionForm, InspectionPlan, Organiser
from petition_supervision.domain.inspector import Term
from petition_supervision.domain.reception import Leader
from workdays import local_day

TODAY = local_day(START)
FIRST, SECOND = "P0011", "P0017"
PLAN = InspectionPlan(
    Organiser.PETITION_BUREAU,
    "信访工作责任制落实情况",
    (HANDLER,),
    ("按期答复情况",),
    ("640425202603020001",),
    "查阅案卷、走访信访人。",
    (FIRST, SECOND),
    TODAY,
    TODAY + timedelta(days=29),
)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def at(number: int) -> datetime:
    return START + timedelta(days=number)


def a_term(first: int = -10, last: int = 100) -> Term:
    return Term(day(first), day(last), "彭信联〔2026〕1号", "P0009", START)


def a_plan(**changes: Any) -> InspectionPlan:
    return replace(PLAN, **changes)


def an_act(**changes: Any) -> InspectionAct:
    return replace(InspectionAct(InspectionForm.RECORDS_CONSULTED, HANDLER, TODAY, FIRST, "查阅案卷12件。"), **changes)


def opened(**changes: Any) -> Inspection:
    return Inspection.open("ZD2026-0001", a_plan(**changes), {FIRST: BUREAU, SECOND: BUREAU}, "P0009", START)


def inspected() -> Inspection:
    one = opened()
    one.inspect(an_act(), START)
    return one


def found(important: bool = True) -> Inspection:
    one = inspected()
    one.feed_back(HANDLER, "三件信访事项超期答复。", important, day(30), FIRST, at(1))
    return one


def answered(important: bool = True) -> Inspection:
    one = found(important)
    one.answer(1, HANDLER, "已全部答复并建立台账。", at(10))
    return one


def put_right(important: bool = True) -> Inspection:
    one = answered(important)
    one.check(1, True, "抽查三件均已答复。", None, SECOND, at(11))
    return one


def reported() -> Inspection:
    one = put_right()
    one.report_up(day(12), "彭信报〔2026〕3号", "P0009", at(12))
    return one


def concluded() -> Inspection:
    one = reported()
    one.conclude("总体较好。", "P0009", at(40))
    return one


def a_work() -> FakeWork:
    """Two inspectors in office, one officer without that office."""
    work = FakeWork()
    for person in (FIRST, SECOND):
        work.people[person] = Leader(person, BUREAU, frozenset({"inspector"}))
        inspecting.appoint_inspector(work, person, a_term())
    work.people["P0018"] = Leader("P0018", BUREAU, frozenset({"dispatcher"}))
    return work
