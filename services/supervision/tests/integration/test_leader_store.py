"""Leader-led cases and key villages in MongoDB: lists by an index, and two officers at the last place at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from leader_builders import CLERK
from supervision_builders import CASE_NO, SETTINGS, START, a_case

from chassis.directory import COLLECTION as DIRECTORY
from chassis.unit_of_work import Units
from petition_supervision.adapters.collections import CASES, FILINGS, KEY_VILLAGES, WARDENS
from petition_supervision.adapters.leader_views import list_led
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import facts, key_villages, leading
from petition_supervision.domain.key_village import Village, VillageCases
from petition_supervision.domain.key_village_errors import KeyVillagesFull
from petition_supervision.domain.leader_terms import CaseMark, LeaderState

ONE_PLACE = replace(SETTINGS, key_villages=1)
VILLAGES = ("640425208001", "640425208002")


@pytest.fixture(autouse=True)
def known(units: Units) -> None:
    """The county's people and villages."""
    people = {"P0001": ("county_leader", "main_leader"), "P0003": ("county_leader",)}

    def act(uow: Any) -> None:
        rows = {id: {"unit": "county_leadership", "roles": list(roles)} for id, roles in people.items()}
        uow.put(DIRECTORY, {"_id": DIRECTORY, "version": 1, "callers": {}, "people": rows})
        work = MongoWork(uow, SETTINGS)
        work.villages.replace({code: Village("草庙村", "640425208") for code in VILLAGES})

    units.run(act)


def lead(units: Units, number: int, leader: str, mark: CaseMark) -> None:
    def act(uow: Any) -> None:
        work = MongoWork(uow, SETTINGS)
        case = a_case()
        case.case_no = f"{CASE_NO}{number}"
        work.cases.save(case)
        leading.assign_leader(work, CLERK, case.case_no, leader, mark, date(2026, 1, 1), "多年未决")

    units.run(act)


def test_a_warden_is_found_by_an_index_until_the_township_names_another(units: Units) -> None:
    def told(*wardens: str) -> list[str | None]:
        units.run(lambda uow: MongoWork(uow, SETTINGS).wardens.replace("640425208", wardens))
        return units.run(lambda uow: [MongoWork(uow, SETTINGS).wardens.township_of(one) for one in ("W1", "W2")])

    assert told("W1") == ["640425208", None]
    assert told("W2") == [None, "640425208"]
    found = units.database[WARDENS].find({"wardens": "W1"}, sort=[("_id", 1)])
    plan = str(found.explain()["queryPlanner"]["winningPlan"])
    assert "IXSCAN" in plan and "'SORT'" not in plan and "COLLSCAN" not in plan


def test_leader_led_cases_are_listed_by_each_of_their_marks_and_by_an_index(units: Units) -> None:
    lead(units, 1, "P0001", CaseMark.KEY_MATTER)
    lead(units, 2, "P0003", CaseMark.HARD_CASE)
    lead(units, 3, "P0003", CaseMark.KEY_MATTER)

    def listed(**wanted: Any) -> list[str]:
        asked = {"leader": None, "top_leader": None, "mark": None, "cursor": None, "limit": 50, **wanted}
        answer = list_led(units.database, LeaderState.OPEN, **asked)
        return [row["case_no"].removeprefix(CASE_NO) for row in answer["items"]]

    assert listed() == ["1", "2", "3"]
    assert listed(leader="P0003") == ["2", "3"]
    assert (listed(top_leader=True), listed(top_leader=False)) == (["1"], ["2", "3"])
    assert listed(mark=CaseMark.HARD_CASE) == ["2"]
    first = list_led(units.database, LeaderState.OPEN, None, None, None, 2, None)
    assert listed(cursor=first["next"]) == ["3"]
    for wanted in ({}, {"leader_case.leader": "P0003"}, {"leader_case.top_leader": True}):
        found = units.database[CASES].find({"leader_case.state": "open", **wanted}).sort("leader_case.assigned_at", 1)
        assert "COLLSCAN" not in str(found.explain()["queryPlanner"]["winningPlan"])
    found = units.database[FILINGS].find({"village_code": VILLAGES[0]}).sort("received_on", -1)
    assert "COLLSCAN" not in str(found.explain()["queryPlanner"]["winningPlan"])


def test_of_two_who_take_the_last_place_at_once_one_is_refused(units: Units) -> None:
    def name(village_code: str) -> str:
        def act(uow: Any) -> str:
            members = [{"person": "P0001", "duty": "牵头"}]
            work, on = MongoWork(uow, ONE_PLACE), date(2026, 6, 1)
            return key_villages.name_key_village(work, CLERK, village_code, "突出", "P0001", members, on).village_code

        try:
            return units.run(act)
        except KeyVillagesFull:
            return "refused"

    with ThreadPoolExecutor(2) as both:
        named = sorted(both.map(name, VILLAGES))
    assert named[1] == "refused" and named[0] in VILLAGES
    assert units.database[KEY_VILLAGES].count_documents({}) == 1


def test_the_cases_of_a_village_are_counted_with_those_not_finished(units: Units) -> None:
    def act(uow: Any) -> VillageCases:
        work = MongoWork(uow, SETTINGS)
        for number in range(3):
            filed = facts.Filed(START, "county", "appeal", False, "640425208", VILLAGES[0])
            facts.filed(work, f"{CASE_NO}{number}", filed)
        facts.settled_on_spot(work, f"{CASE_NO}0", None, START)
        facts.routed(work, f"{CASE_NO}1", "dept_housing", "transfer", START)
        uow.flush()
        return work.key_villages.count(VILLAGES[0])

    assert units.run(act) == VillageCases(3, 2)
