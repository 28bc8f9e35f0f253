"""Grading by several workers at once: each quarter is graded once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from supervision_builders import HANDLER, SETTINGS, UNITS

from chassis.unit_of_work import Units
from petition_supervision.adapters.grade_timer import GradeTimer
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.domain.quarters import ends_at
from petition_supervision.domain.unit_grade import Progress

END = ends_at("2026-Q1")


def begin(units: Units) -> None:
    def act(uow):
        work = MongoWork(uow, SETTINGS)
        work.units.replace(UNITS)
        work.grades.set_progress(Progress(END - timedelta(days=30)))

    units.run(act)


def test_of_two_workers_at_a_quarters_end_one_grades_and_the_other_finds_it_done(units: Units) -> None:
    begin(units)
    timer = GradeTimer(SETTINGS)
    assert timer.waiting(units.database, END) == 1
    with ThreadPoolExecutor(2) as both:
        graded = list(both.map(lambda _: timer.run(units, END), range(2)))
    assert sorted(graded) == [0, 4]
    assert timer.waiting(units.database, END) == 0
    assert units.database.outbox.count_documents({"type": "unit_graded.v1"}) == 4
    assert units.database.grades.find_one({"_id": f"{HANDLER}:2026-Q1"})["version"] == 1
