"""The supervision ledger in MongoDB: numbers, totals, lists by an index, and two officers at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from supervision_builders import BUREAU, DAY, DUE, HANDLER, SETTINGS, START, TOWNSHIP

from chassis.service import Call
from chassis.unit_of_work import Units
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import facts, supervising
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.ladder import Trigger, Verdict
from petition_supervision.domain.ladder_errors import NotYourSupervision, SupervisionAlreadyOpen
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.entrypoints import ladder_questions, ladder_rpc

OFFICER = Officer("P0018", BUREAU)
CASE_NO = "640425202603020001"


def put_on(units: Units, unit: str = HANDLER, trigger: Trigger = Trigger.OTHER, case_no: str | None = None) -> str:
    def act(uow: Any) -> str:
        work = MongoWork(uow, SETTINGS)
        due_on, reason = date(2026, 4, 1), "群众多次反映"
        item = supervising.open_supervision(work, OFFICER, trigger, unit, case_no, None, due_on, reason)
        return item.supervision_no

    return units.run(act)


def a_call(unit: str = BUREAU) -> Call:
    return Call(unit, unit, None, frozenset(), "", None, START + 5 * DAY, "")


def ask(units: Units, asker: str = BUREAU, **data: Any) -> dict[str, Any]:
    return ladder_rpc.list_supervisions(units.database, a_call(asker), ladder_questions.ListSupervisions().load(data))


def numbers(answer: dict[str, Any]) -> list[str]:
    return [row["supervision_no"] for row in answer["items"]]


def test_of_two_who_put_the_same_matter_on_the_ledger_at_once_one_is_refused(units: Units) -> None:
    def attempt(_: int) -> str:
        try:
            return put_on(units)
        except SupervisionAlreadyOpen:
            return "refused"

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(attempt, range(2))) == ["DB2026-0001", "refused"]
    assert units.database.supervision_items.count_documents({}) == 1


def test_the_ledger_is_listed_page_by_page_and_a_unit_sees_its_own(units: Units) -> None:
    mine = [put_on(units, trigger=trigger) for trigger in (Trigger.OTHER, Trigger.FALSE_REPORT)]
    theirs = put_on(units, TOWNSHIP)

    first = ask(units, limit=2)
    assert numbers(first) + numbers(ask(units, limit=2, cursor=first["next"])) == [*mine, theirs]
    assert numbers(ask(units, HANDLER)) == mine == numbers(ask(units, unit=HANDLER))
    assert {row["age_days"] for row in first["items"]} == {5}
    with pytest.raises(NotYourUnit):
        ask(units, HANDLER, unit=TOWNSHIP)
    with pytest.raises(NotYourSupervision):
        ladder_rpc.get_supervision(units.database, a_call(HANDLER), {"supervision_no": theirs})
    shown = ladder_rpc.get_supervision(units.database, a_call(HANDLER), {"supervision_no": mine[0]})
    assert (shown["unit"], shown["trigger"], shown["step"]) == (HANDLER, "D8", None)


def test_a_units_year_keeps_what_was_cleared_and_the_list_follows_the_steps(units: Units) -> None:
    number = put_on(units)

    def act(uow: Any) -> None:
        work = MongoWork(uow, SETTINGS)
        supervising.reply_to_supervision(work, Officer("P0100", HANDLER), number, "正在办理")
        due_on = date(2026, 5, 1)
        check = (OFFICER, number, Verdict.NOT_CARRIED_OUT, "未落实", due_on, None)
        supervising.check_supervision(work, *check)

    units.run(act)
    assert numbers(ask(units, step="rectification")) == [number] and numbers(ask(units, step="criticism")) == []

    def clear(uow: Any) -> None:
        work = MongoWork(uow, SETTINGS)
        supervising.check_supervision(work, OFFICER, number, Verdict.CARRIED_OUT, "已落实", None, None)
        supervising.clear_supervision(work, OFFICER, number, "照片")

    units.run(clear)
    totals = ladder_rpc.get_supervision_totals(units.database, a_call(), {"unit": HANDLER, "year": 2026})
    assert (totals["opened"], totals["rectification"], totals["criticism"], totals["cleared"]) == (1, 1, 0, 1)
    assert numbers(ask(units)) == [] and numbers(ask(units, state="cleared")) == [number]


def test_a_missed_duty_is_suggested_until_a_person_opens_it_and_nothing_opens_by_itself(
    units: Units, clock: Any
) -> None:
    def miss(uow: Any) -> None:
        work = MongoWork(uow, SETTINGS)
        facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, None))
        started = facts.ClockStarted("K3", "K3", HANDLER, START, DUE, False, "2026", 1, None)
        facts.clock_started(work, CASE_NO, started, START)
        case = work.cases.require(CASE_NO)
        case.fire("K3", DUE, work.units.get())
        work.cases.save(case)

    def suggested() -> list[tuple[str, str, str | None]]:
        data = ladder_questions.ListSuggestedSupervisions().load({})
        found = ladder_rpc.list_suggested_supervisions(units.database, a_call(), data)
        return [(row["case_no"], row["trigger"], row["supervision_no"]) for row in found["items"]]

    units.run(miss)
    assert suggested() == [(CASE_NO, "D3", None)]
    assert units.database.supervision_items.count_documents({}) == 0
    number = put_on(units, trigger=Trigger.PROCEDURE_NOT_KEPT, case_no=CASE_NO)
    assert suggested() == [(CASE_NO, "D3", number)]


@pytest.mark.parametrize("filter", [{}, {"unit": HANDLER}, {"step": "criticism"}, {"case_no": CASE_NO}])
def test_every_list_of_the_ledger_is_read_by_an_index_in_its_order(units: Units, filter: dict[str, str]) -> None:
    found = units.database.supervision_items.find({"state": "open", **filter}, sort=[("opened_at", 1), ("_id", 1)])
    plan = str(found.explain()["queryPlanner"]["winningPlan"])

    assert "IXSCAN" in plan and "'SORT'" not in plan and "COLLSCAN" not in plan
