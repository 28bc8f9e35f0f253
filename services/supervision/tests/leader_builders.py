"""Leader-led cases for tests: the county's people, and one case taken as far as a test needs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, LEADERSHIP, TOWNSHIP, a_case
from supervision_fakes import FakeWork

from petition_supervision.application import leading
from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.leader_terms import CaseMark, LeaderActKind
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer

NOW = DUE + 3 * DAY
"""2026-03-21, 00:00 in Pengyang."""
TODAY = date(2026, 3, 21)
AHEAD = date(2026, 4, 1)
CLERK = Officer("P0018", BUREAU)
HANDLING = Officer("P0100", HANDLER)
STRANGER = Officer("P0300", "dept_tax")
PEOPLE = {
    "P0001": Leader("P0001", LEADERSHIP, frozenset({"county_leader", "main_leader"})),
    "P0003": Leader("P0003", LEADERSHIP, frozenset({"county_leader"})),
    "P0100": Leader("P0100", HANDLER, frozenset({"handler"})),
    "P0201": Leader("P0201", TOWNSHIP, frozenset({"unit_head"})),
}
FORCE = [{"person": "P0100", "duty": "主办"}, {"person": "P0201", "duty": "属地"}]
Step = Callable[[FakeWork], SupervisedCase]


def county() -> FakeWork:
    """A county with one registered case that no leader has taken over."""
    work = FakeWork(NOW)
    work.people = dict(PEOPLE)
    case = a_case()
    case.pending.clear()
    work.cases.save(case)
    return work


def assign(
    leader: str = "P0001", mark: CaseMark = CaseMark.KEY_MATTER, since: date | None = None, officer: Officer = CLERK
) -> Step:
    return lambda work: leading.assign_leader(work, officer, CASE_NO, leader, mark, since, "多年未解决")


def hand_over(to: str = "P0003") -> Step:
    return lambda work: leading.hand_over_leader(work, CLERK, CASE_NO, to, "分工调整")


def set_force(members: list[dict[str, str]] | None = None) -> Step:
    named = FORCE if members is None else members
    return lambda work: leading.set_leader_task_force(work, CLERK, CASE_NO, named)


def add_task(owner: str = "P0100", due_on: date = AHEAD) -> Step:
    return lambda work: leading.add_leader_task(work, CLERK, CASE_NO, "核查补偿标准", owner, due_on)


def finish_task(number: int = 1, done_on: date = TODAY, officer: Officer = HANDLING) -> Step:
    return lambda work: leading.finish_leader_task(work, officer, CASE_NO, number, done_on, "核查报告")


def record_act(act: LeaderActKind = LeaderActKind.WENT_DOWN, held_on: date = TODAY) -> Step:
    return lambda work: leading.record_leader_act(work, CLERK, CASE_NO, act, held_on, "草庙乡", "当面听取诉求")


def close(result: ReportResult = ReportResult.RESOLVED) -> Step:
    return lambda work: leading.close_leader_case(work, CLERK, CASE_NO, result, "息诉罢访协议")


def fact(change: Callable[[SupervisedCase], object]) -> Step:
    """Something another service told, or a follow-up, on the way to the end."""

    def step(work: FakeWork) -> SupervisedCase:
        case = work.cases.require(CASE_NO)
        change(case)
        case.pending.clear()
        work.cases.save(case)
        return case

    return step


def done(work: FakeWork, *steps: Step) -> SupervisedCase:
    for step in steps:
        step(work)
    return work.cases.require(CASE_NO)
