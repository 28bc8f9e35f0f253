"""Suggestions in MongoDB: listed by an index; cases stored before there were any are read as they are."""

from __future__ import annotations

import pytest
from supervision_builders import CASE_NO, HANDLER, SETTINGS, START

from chassis.unit_of_work import Units
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import facts, handling_facts


@pytest.mark.parametrize("wanted", [{}, {"unit": HANDLER}, {"trigger": "D4"}, {"unit": HANDLER, "trigger": "D4"}])
def test_every_list_of_suggestions_is_read_by_an_index_in_its_order(units: Units, wanted: dict[str, str]) -> None:
    found = units.database.suggestions.find({"state": "open", **wanted}, sort=[("suggested_at", 1), ("_id", 1)])
    plan = str(found.explain()["queryPlanner"]["winningPlan"])

    assert "IXSCAN" in plan and "'SORT'" not in plan and "COLLSCAN" not in plan


def test_a_case_stored_before_its_conduct_was_kept_is_read_and_goes_on(units: Units) -> None:
    units.run(lambda uow: facts.accepted(MongoWork(uow, SETTINGS), CASE_NO, HANDLER, START))
    units.database.cases.update_one({"_id": CASE_NO}, {"$unset": {"conduct": ""}})
    for _ in range(2):
        units.run(lambda uow: handling_facts.objection_raised(MongoWork(uow, SETTINGS), CASE_NO, HANDLER, uow.now))

    assert [row["_id"] for row in units.database.suggestions.find()] == [f"{CASE_NO}:D4:objected_twice"]
