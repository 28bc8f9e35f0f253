"""The three lists in MongoDB: totals and pages say the same on every day, and a date is looked at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from problem_builders import NOW, STATION
from supervision_builders import DAY, HANDLER, SETTINGS, TOWNSHIP

from chassis.unit_of_work import Units
from petition_supervision.adapters.collections import PROBLEMS
from petition_supervision.adapters.mongo_problems import list_rows, totals
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.adapters.problem_timer import ProblemTimer
from petition_supervision.domain.problem import Answerable, Problem
from petition_supervision.domain.problem_terms import ProblemSource, WhichList
from petition_supervision.domain.problem_totals import tally

FIRST = date(2026, 3, 21)


def fill(units: Units) -> list[Problem]:
    """Twelve problems of two units, found on following days, each a step further than the one before."""
    kept: list[Problem] = []

    def act(uow: Any) -> None:
        work = MongoWork(uow, SETTINGS)
        for number in range(12):
            now = NOW + number * DAY
            day = FIRST + timedelta(days=number)
            unit = TOWNSHIP if number % 2 else HANDLER
            problem = Problem(f"WT2026-{number:04}", unit, ProblemSource.BIG_VISIT, day, matter="水费")
            problem.enter("P0201", now)
            if number % 4 > 0:
                due_on = day + timedelta(days=2)
                answerable = Answerable("P0201", STATION, "P0202", due_on, "调解", day, "P0201")
                problem.name_responsibility(answerable, now)
            if number % 4 > 1:
                problem.start("P0201", now)
            if number % 4 > 2:
                done_on = day + timedelta(days=number % 3 + 1)
                problem.appraise("化解", "已化解", done_on, 90, "P0201", now + 5 * DAY)
            work.problems.save(problem)
            kept.append(problem)

    units.run(act)
    return kept


def pages(units: Units, which: WhichList, unit: str | None, on: date) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    cursor = None
    while True:
        answer = list_rows(units.database, which, unit, on, 2, cursor)
        rows += answer["items"]
        cursor = answer["next"]
        if cursor is None:
            return rows


@pytest.mark.parametrize("unit", [None, TOWNSHIP, HANDLER, "dept_tax"])
def test_totals_and_pages_say_what_the_problems_say_on_every_day(units: Units, unit: str | None) -> None:
    kept = [problem for problem in fill(units) if unit in (None, problem.unit)]
    for days in (-1, 0, 3, 6, 11, 30):
        on = FIRST + timedelta(days=days)
        counted = totals(units.database, unit, on)
        assert counted == tally(kept, on)
        assert counted.reconcile
        rows = {which: pages(units, which, unit, on) for which in WhichList}
        assert [len(rows[which]) for which in WhichList] == [
            counted.problems,
            counted.responsibilities,
            counted.appraisals,
        ]
        assert [row["state"] for row in rows[WhichList.PROBLEMS]].count("found") == counted.found


def test_of_two_workers_one_tells_that_the_date_has_come(units: Units, clock: Any) -> None:
    fill(units)
    timer = ProblemTimer(SETTINGS)
    now = NOW + 60 * DAY
    clock.instant = now
    assert timer.waiting(units.database, now) == 6
    with ThreadPoolExecutor(2) as both:
        told = list(both.map(lambda _: timer.run(units, now), range(2)))
    assert sorted(told) == [0, 6]
    assert timer.run(units, now) == timer.waiting(units.database, now) == 0
    assert units.database.outbox.count_documents({"type": "problem_missed.v1"}) == 6


def test_the_lists_and_the_dates_are_found_by_an_index(units: Units) -> None:
    fill(units)
    asked = (
        {"next_at": {"$lte": NOW}},
        {"found_on": {"$lte": "2026-04-01"}},
        {"unit": TOWNSHIP, "responsibility.set_on": {"$lte": "2026-04-01"}},
        {"unit": TOWNSHIP, "appraisal.done_on": {"$lte": "2026-04-01"}},
    )
    for wanted in asked:
        plan = units.database[PROBLEMS].find(wanted).explain()["queryPlanner"]["winningPlan"]
        assert "COLLSCAN" not in str(plan), wanted
