"""Rows of the three lists for tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from leader_builders import PEOPLE
from supervision_builders import BUREAU, DAY, DUE, HANDLER, LEADERSHIP, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application import three_lists
from petition_supervision.domain.key_village import Village
from petition_supervision.domain.problem import Problem
from petition_supervision.domain.problem_terms import ProblemSource
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.supervision_item import Officer

NOW = DUE + 3 * DAY
"""2026-03-21, 00:00 in Pengyang."""
TODAY = date(2026, 3, 21)
PROMISED = date(2026, 3, 25)
VILLAGE = "640425208202"
HEAD = Officer("P0201", TOWNSHIP)
CLERK = Officer("P0018", BUREAU)
OTHERS = Officer("P0100", HANDLER)
STATION = "joint_office_caomiao"
NUMBER = "WT2026-0001"
Step = Callable[[FakeWork], Problem]


def county() -> FakeWork:
    work = FakeWork(NOW)
    work.people = dict(PEOPLE) | {
        "P0202": Leader("P0202", STATION, frozenset({"handler"})),
        "P0002": Leader("P0002", LEADERSHIP, frozenset({"county_leader"})),
    }
    work.villages.replace({VILLAGE: Village("草庙村", "640425208")})
    work.settings = replace(work.settings)
    return work


def record(
    officer: Officer = HEAD,
    unit: str | None = None,
    village: str | None = VILLAGE,
    grid: str | None = f"{VILLAGE}-01",
    found_on: date = TODAY,
    case_no: str | None = None,
) -> Step:
    source = ProblemSource.BIG_VISIT
    return lambda work: three_lists.record_problem(
        work, officer, unit, source, village, grid, "邻里用水纠纷", "010201", found_on, case_no
    )


def answer(
    leader: str = "P0201",
    station: str = STATION,
    person: str = "P0202",
    due_on: date = PROMISED,
    officer: Officer = HEAD,
) -> Step:
    return lambda work: three_lists.set_problem_responsibility(
        work, officer, NUMBER, leader, station, person, due_on, "上门调解"
    )


def start(officer: Officer = HEAD) -> Step:
    return lambda work: three_lists.start_problem(work, officer, NUMBER)


def appraise(done_on: date = TODAY, officer: Officer = HEAD, score: int = 95) -> Step:
    return lambda work: three_lists.appraise_problem(work, officer, NUMBER, "化解", "已签协议", done_on, score)


def look(work: FakeWork, days: float = 0) -> None:
    """Let the timer look at the dates, so many days after NOW."""
    work.now = NOW + days * DAY
    for number in sorted(work.problems.kept):
        problem = work.problems.require(number)
        problem.look_at_date(work.now, work.units.get())
        work.problems.save(problem)


def kinds(work: FakeWork) -> list[str]:
    return [type(event).__name__ for event in work.problems.published]
