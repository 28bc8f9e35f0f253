"""Notices that urge units in MongoDB: issued by the sweep with numbers of their own, listed by an index."""

from __future__ import annotations

from typing import Any

import pytest
from supervision_builders import BUREAU, DAY, DUE, HANDLER, LEADERSHIP, SETTINGS, START, TOWNSHIP

from chassis.service import Call
from chassis.unit_of_work import Units
from petition_supervision.adapters.due_timer import DueTimer
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import duties, facts, handling_facts
from petition_supervision.domain.answers import Method, Score
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.urging_errors import NotYourUrging
from petition_supervision.entrypoints import urging_rpc

CASES = ("640425202603020001", "640425202603020002")


def a_call(unit: str = BUREAU) -> Call:
    return Call(unit, unit, None, frozenset(), "", None, START, "")


def ask(units: Units, asker: str = BUREAU, **data: Any) -> list[dict[str, Any]]:
    return urging_rpc.list_urgings(units.database, a_call(asker), urging_rpc.ListUrgings().load(data))["items"]


def test_the_sweep_numbers_its_notices_and_a_unit_finds_its_own(units: Units, clock: Any) -> None:
    def start(uow: Any) -> None:
        for case_no, unit in zip(CASES, (HANDLER, TOWNSHIP), strict=True):
            started = facts.ClockStarted("K5", "K5", unit, START, DUE, False, "2026", 1, None)
            facts.clock_started(MongoWork(uow, SETTINGS), case_no, started, START)

    units.run(start)
    timer = DueTimer(SETTINGS)
    for clock.instant in (DUE, DUE + DAY, DUE + 30 * DAY):
        while timer.run(units, clock.instant):
            pass

    assert units.database.supervision_totals.find_one({"_id": f"{HANDLER}:2026"})["urged"] == 1
    rows = ask(units, criticism="suggested")
    assert sorted(row["urging_no"] for row in rows) == ["CB2026-0001", "CB2026-0002"]
    assert [row["unit"] for row in ask(units, HANDLER)] == [HANDLER]
    assert [len(ask(units, one, copied=True)) for one in (HANDLER, TOWNSHIP)] == [0, 0]
    assert len(ask(units, LEADERSHIP, unit=LEADERSHIP, copied=True)) == 2
    (mine,) = ask(units, HANDLER)
    data = {"urging_no": mine["urging_no"]}
    assert urging_rpc.get_urging(units.database, a_call(LEADERSHIP), data)["copied_to"] == LEADERSHIP
    with pytest.raises(NotYourUrging):
        urging_rpc.get_urging(units.database, a_call(TOWNSHIP), data)
    with pytest.raises(NotYourUnit):
        ask(units, TOWNSHIP, unit=HANDLER)


def test_an_officers_expected_version_is_that_of_the_case_and_not_of_the_notice_that_ends_with_it(
    units: Units, clock: Any
) -> None:
    case_no = CASES[0]

    def support(uow: Any) -> None:
        work = MongoWork(uow, SETTINGS)
        facts.registered(work, case_no, facts.Registered(BUREAU, START, False, None))
        facts.accepted(work, case_no, HANDLER, START)
        handling_facts.opinion_issued(work, case_no, 1, "support", START)
        facts.opinion_delivered(work, case_no, 1, None, START)
        facts.confirmed(work, case_no, 1, HANDLER, START)

    units.run(support)
    for clock.instant in (START + 70 * DAY, START + 75 * DAY):
        while DueTimer(SETTINGS).run(units, clock.instant):
            pass
    version = units.database.cases.find_one({"_id": case_no})["version"]
    expecting = Call(BUREAU, BUREAU, "P0019", frozenset(), "k", version, clock.instant, "")
    answer = duties.RecordFollowUp(case_no, "P0019", BUREAU, Method.CALL, True, Score.SATISFIED, None, True)
    units.run(lambda uow: duties.record_follow_up(MongoWork(uow, SETTINGS, expecting), answer))

    assert [row["urging_no"] for row in ask(units, state="done_late")] == ["CB2026-0001"]


@pytest.mark.parametrize("first", ["state", "criticism_state"])
@pytest.mark.parametrize("unit", [{}, {"unit": HANDLER}, {"copied_to": HANDLER}])
def test_every_list_of_notices_is_read_by_an_index_in_its_order(units: Units, first: str, unit: dict[str, str]) -> None:
    found = units.database.urgings.find({first: "open", **unit}, sort=[("issued_at", 1), ("_id", 1)])
    plan = str(found.explain()["queryPlanner"]["winningPlan"])

    assert "IXSCAN" in plan and "'SORT'" not in plan and "COLLSCAN" not in plan
