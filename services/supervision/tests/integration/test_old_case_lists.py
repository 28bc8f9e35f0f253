"""The list of old cases and the filters of the ledger are read by an index, in its order."""

from __future__ import annotations

import pytest

from chassis.unit_of_work import Units

LEDGER = {"hand_down.state": "open"}
OLD = {"old_case.state": "open"}


@pytest.mark.parametrize(
    "filter", [{}, {"old_case.unit": "u"}, {"old_case.leader": "P0001"}, {"old_case.ground": "on_hand_down_list"}]
)
def test_the_list_of_old_cases_has_its_index(units: Units, filter: dict[str, str]) -> None:
    _by_an_index(units, {**OLD, **filter}, "old_case.listed_at")


@pytest.mark.parametrize(
    "filter",
    [
        {"hand_down.issued.issuer_level": "region"},
        {"hand_down.issued.batch_name": "a"},
        {"hand_down.leader": "P0001"},
        {"hand_down.issued.feedback_due_on": {"$lt": "2026-07-01"}},
    ],
)
def test_the_filters_of_the_ledger_have_its_index(units: Units, filter: dict[str, object]) -> None:
    _by_an_index(units, {**LEDGER, **filter}, "hand_down.issued.feedback_due_on")


def _by_an_index(units: Units, wanted: dict[str, object], order: str) -> None:
    found = units.database.cases.find(wanted, sort=[(order, 1), ("_id", 1)])
    plan = str(found.explain()["queryPlanner"]["winningPlan"])

    assert "IXSCAN" in plan and "'SORT'" not in plan and "COLLSCAN" not in plan
