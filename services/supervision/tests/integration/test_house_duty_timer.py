"""Two workers find the same vacancy and the same year: each is told of once, and found by an index."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from supervision_builders import DAY, SETTINGS, START

from chassis.unit_of_work import Units
from petition_supervision.adapters.house_duty_timer import HouseDutyTimer
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application.house_duties import watch


def test_of_two_workers_one_tells_of_a_vacancy_and_of_a_year(units: Units, clock: Any) -> None:
    units.run(lambda uow: watch(MongoWork(uow, SETTINGS)))
    timer = HouseDutyTimer(SETTINGS)
    assert (timer.waiting(units.database, START + 29 * DAY), timer.waiting(units.database, START + 30 * DAY)) == (0, 1)

    clock.instant = START + 500 * DAY
    assert timer.waiting(units.database, clock.instant) == 2
    with ThreadPoolExecutor(2) as both:
        assert sum(both.map(lambda _: timer.run(units, clock.instant), range(2))) == 2
    assert (timer.waiting(units.database, clock.instant), timer.run(units, clock.instant)) == (0, 0)
    told = sorted(row["type"] for row in units.database.outbox.find())
    assert told == ["appraisals_missed.v1", "office_stands_vacant.v1"]


def test_what_is_due_is_read_by_an_index(units: Units) -> None:
    for name, wanted in (
        ("joint_offices", {"vacancy_told": False, "vacant_since": {"$lte": "2026-03-31"}}),
        ("appraisal_years", {"over": False, "due_on": {"$lt": "2026-03-31"}}),
    ):
        plan = str(units.database[name].find(wanted).explain()["queryPlanner"]["winningPlan"])
        assert "IXSCAN" in plan and "COLLSCAN" not in plan
