"""Every figure and every list is answered by an index."""

from __future__ import annotations

from typing import Any

import pytest
from metrics_asking import CATALOGUE, YEAR, YEAR_END
from metrics_story import CAOMIAO
from pymongo.database import Database

from petition_metrics.adapters.element_days import DAYS, FIELD
from petition_metrics.adapters.mongo_selection import order_of, pieces, stages, total_stages
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.selection import select

OF_CASES = [one for one in CATALOGUE.indicators if not one.counted.of_register]


def steps(plan: Any) -> list[str]:
    """The names of all steps of the plan that is carried out."""
    if isinstance(plan, dict):
        own = [plan["stage"]] if isinstance(plan.get("stage"), str) else []
        return own + [step for name, value in plan.items() if name != "rejectedPlans" for step in steps(value)]
    if isinstance(plan, list):
        return [step for value in plan for step in steps(value)]
    return []


def plan_of(store: Database[dict[str, Any]], pipeline: list[dict[str, Any]]) -> list[str]:
    command = {"aggregate": "case_timelines", "pipeline": pipeline, "cursor": {}}
    return steps(store.command("explain", command, verbosity="queryPlanner"))


@pytest.mark.parametrize("unit", [None, CAOMIAO], ids=["county", "one unit"])
def test_no_figure_and_no_list_reads_the_whole_collection(store: Database[dict[str, Any]], unit: str | None) -> None:
    questions = [(one, part) for one in OF_CASES for part in Part if one.measure(part) is not None]
    for indicator, part in questions:
        selection = select(indicator, part, YEAR, unit, YEAR_END)
        listing = [*stages(next(iter(pieces(selection, None)))), {"$sort": dict.fromkeys(order_of(selection), 1)}]
        for pipeline in (total_stages(selection), listing):
            plan = plan_of(store, pipeline)
            assert {"IXSCAN", "COUNT_SCAN"} & set(plan), (indicator.code, part, plan)
            assert "COLLSCAN" not in plan, (indicator.code, part, plan)


OF_ELEMENTS = [one for one in OF_CASES if one.counted.value is not None]


@pytest.mark.parametrize("unit", [None, CAOMIAO], ids=["county", "one unit"])
def test_what_stands_in_lists_is_found_by_its_day(store: Database[dict[str, Any]], unit: str | None) -> None:
    """One index serves them all; without it an update in a transaction takes twice as long."""
    assert {one.counted.value for one in OF_ELEMENTS} == set(DAYS)
    for indicator in OF_ELEMENTS:
        for part in indicator.parts:
            first, *_ = stages(select(indicator, part, YEAR, unit, YEAR_END))
            assert FIELD in {name for one in first["$match"]["$and"] for name in one}, (indicator.code, part)


@pytest.mark.parametrize("code", ["visit_batches", "filings_total", "repeat_rate", "handed_down"])
def test_a_list_of_cases_comes_in_order_from_an_index(store: Database[dict[str, Any]], code: str) -> None:
    selection = select(CATALOGUE.find(code), Part.NUMERATOR, YEAR, None, YEAR_END)
    plan = plan_of(store, [*stages(selection), {"$sort": dict.fromkeys(order_of(selection), 1)}, {"$limit": 51}])
    assert "SORT" not in plan, plan
