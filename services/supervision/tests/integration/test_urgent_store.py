"""Urgent matters and incidents in the real store: what is kept comes back, and every question has its index."""

from __future__ import annotations

import pytest
from supervision_builders import SETTINGS, UNITS
from urgent_builders import ALL_TOLD, HOUR, NUMBER, mark, measure

from chassis.unit_of_work import Units
from petition_supervision.adapters import ladder_views, views
from petition_supervision.adapters.mongo_urgent import find_urgent_matter
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.domain.urgent_matter import KIND, UP_CLOCK


def test_a_matter_and_its_clocks_are_kept_and_leave_the_agenda_when_all_were_told(units: Units) -> None:
    def do(*steps):
        def act(uow):
            work = MongoWork(uow, SETTINGS)
            work.units.replace(UNITS)
            for step in steps:
                step(work)

        units.run(act)

    do(mark())
    assert sorted(row["ref"] for row in units.database.due.find({"urgent_no": NUMBER})) == [KIND, UP_CLOCK]
    do(*ALL_TOLD, measure())
    matter = find_urgent_matter(units.database, NUMBER)
    assert matter.not_told == [] and len(matter.notices) == 6
    assert units.database.due.count_documents({"urgent_no": NUMBER}) == 0


def test_a_missed_report_stands_in_the_lists_and_is_suggested_for_supervision_without_a_case(units: Units) -> None:
    def act(uow):
        work = MongoWork(uow, SETTINGS)
        work.units.replace(UNITS)
        matter = mark()(work)
        matter.fire(KIND, matter.clocks[KIND].due_at - HOUR, UNITS)
        matter.fire(KIND, matter.clocks[KIND].due_at, UNITS)
        work.urgent_matters.save(matter)

    units.run(act)
    (missed,) = views.list_missed(units.database, None, "K12", 10, None)["items"]
    (suggested,) = ladder_views.list_suggested(units.database, None, 10, None)["items"]
    assert (missed["urgent_no"], missed["case_no"], missed["clock_id"]) == (NUMBER, None, KIND)
    assert (suggested["urgent_no"], suggested["case_no"], suggested["trigger"]) == (NUMBER, None, "D3")


@pytest.mark.parametrize(
    ("wanted", "sort"),
    [
        ({"state": "open"}, [("marked_at", -1), ("_id", -1)]),
        ({"state": "open", "unit": "township_caomiao"}, [("marked_at", -1), ("_id", -1)]),
        ({"case_no": "640425202603020001", "state": "open"}, None),
    ],
)
def test_every_question_has_its_index(units: Units, wanted, sort) -> None:
    found = units.database.urgent_matters.find(wanted, sort=sort)
    plan = str(found.explain()["queryPlanner"]["winningPlan"])

    assert "IXSCAN" in plan and "'SORT'" not in plan and "COLLSCAN" not in plan


def test_the_incidents_of_some_days_come_from_an_index_in_their_order(units: Units) -> None:
    wanted = {"occurred_on": {"$gte": "2026-01-01", "$lte": "2026-12-31"}}
    found = units.database.incidents.find(wanted, sort=[("occurred_on", -1), ("_id", -1)])
    plan = str(found.explain()["queryPlanner"]["winningPlan"])

    assert "IXSCAN" in plan and "'SORT'" not in plan and "COLLSCAN" not in plan
