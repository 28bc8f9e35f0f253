"""The commands and queries of the three lists: who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import mongo_problems as kept
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.views import Reader
from petition_supervision.application import three_lists
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import unit_to_list
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.problem import Problem
from petition_supervision.entrypoints import problem_requests as requests
from petition_supervision.entrypoints.acting import by_officer

Data = dict[str, Any]
LEADERS = frozenset({"dispatcher", "bureau_head", "unit_head", "township_leader"})
CLERKS = LEADERS | {"handler", "registrar"}


def _show(problem: Problem) -> Data:
    return {
        "problem_no": problem.problem_no,
        "version": problem.version,
        "unit": problem.unit,
        "state": problem.state.value,
        "due_on": problem.responsibility.due_on.isoformat() if problem.responsibility else None,
        "in_time": problem.appraisal.in_time if problem.appraisal else None,
        "quarter": problem.appraisal.quarter if problem.appraisal else None,
    }


def get_problem(reader: Reader, call: Call, data: Data) -> Data:
    problem = kept.find_problem(reader, data["problem_no"])
    concerned = {problem.unit, problem.responsibility.station if problem.responsibility else None}
    if not read_units(reader).sees_all(call.unit) and call.unit not in concerned:
        raise NotYourUnit("problem_no", own=call.unit, unit=problem.unit)
    return kept.show_problem(problem)


def list_three_lists(reader: Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return kept.list_rows(reader, unit=unit, **data)


def get_three_lists_totals(reader: Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data["unit"])
    totals = kept.totals(reader, unit, data["on"])
    return {"unit": unit, "on": data["on"].isoformat(), **vars(totals), "reconcile": totals.reconcile}


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("record_problem", requests.RecordProblem, by_officer(three_lists.record_problem, _show), CLERKS),
    (
        "set_problem_responsibility",
        requests.SetProblemResponsibility,
        by_officer(three_lists.set_problem_responsibility, _show),
        LEADERS,
    ),
    ("start_problem", requests.StartProblem, by_officer(three_lists.start_problem, _show), CLERKS),
    ("appraise_problem", requests.AppraiseProblem, by_officer(three_lists.appraise_problem, _show), LEADERS),
)

QUERIES: tuple[Query, ...] = (
    Query("get_problem", requests.GetProblem, get_problem, ANYONE),
    Query("list_three_lists", requests.ListThreeLists, list_three_lists, ANYONE),
    Query("get_three_lists_totals", requests.GetThreeListsTotals, get_three_lists_totals, ANYONE),
)
