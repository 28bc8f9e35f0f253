"""Inspections, yearly appraisals, measures, staff moves and honours are listed by an index, in its order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from supervision_builders import BUREAU, SETTINGS, START

from chassis.service import Call
from chassis.unit_of_work import Units
from petition_supervision.adapters.collections import APPRAISALS, HONOURS, INSPECTIONS, MEASURES, STAFF_MOVES
from petition_supervision.adapters.staff_views import moves_counted
from petition_supervision.domain.measure_events import MeasureKind
from petition_supervision.domain.staff_terms import StaffFigure
from petition_supervision.entrypoints import appraisal_rpc


@pytest.mark.parametrize("is_open", [True, {"$in": [True, False]}])
@pytest.mark.parametrize("unit", [{}, {"plan.units": "u"}])
def test_every_list_of_inspections_has_its_index(units: Units, is_open: Any, unit: dict[str, str]) -> None:
    _by_an_index(units, INSPECTIONS, {"is_open": is_open, **unit}, ("opened_at", -1))


@pytest.mark.parametrize("seen", [{}, {"$or": [{"unit": "u"}, {"state": "published"}]}, {"state": "published"}])
def test_a_years_appraisals_have_their_index(units: Units, seen: dict[str, Any]) -> None:
    _by_an_index(units, APPRAISALS, {"year": 2025, **seen}, ("unit", 1))


@pytest.mark.parametrize("unit", [{}, {"unit": "u"}])
def test_every_list_of_measures_has_its_index(units: Units, unit: dict[str, str]) -> None:
    _by_an_index(units, MEASURES, {"kind": MeasureKind.INTERVIEW.value, "in_force": True, **unit}, ("imposed_on", -1))


@pytest.mark.parametrize("figure", StaffFigure)
def test_the_moves_behind_every_figure_have_their_index(units: Units, figure: StaffFigure) -> None:
    _by_an_index(units, STAFF_MOVES, moves_counted(figure, 2020), ("moved_on", 1))


def test_honours_have_their_index(units: Units) -> None:
    _by_an_index(units, HONOURS, {"year": {"$gte": 2017}}, ("year", 1))


@pytest.mark.parametrize(("days", "missing"), [(30, True), (300, False)])
def test_what_is_missing_follows_the_settings_the_service_started_with(units: Units, days: int, missing: bool) -> None:
    (query,) = appraisal_rpc.queries_with(replace(SETTINGS, appraisal_due_days=days))
    call = Call(BUREAU, BUREAU, None, frozenset(), "", None, START, "")

    assert bool(query.handle(units.database, call, {"year": 2025, "limit": 50, "cursor": None})["items"]) is missing


def _by_an_index(units: Units, collection: str, wanted: dict[str, Any], order: tuple[str, int]) -> None:
    found = units.database[collection].find(wanted, sort=[order, ("_id", 1)])
    plan = str(found.explain()["queryPlanner"]["winningPlan"])

    assert "IXSCAN" in plan and "'SORT'" not in plan and "COLLSCAN" not in plan
