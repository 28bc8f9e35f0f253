"""What one person answers for, that no case is an orphan, and lists saved and shared, on a real store."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from assignment_store import Store, open_store
from assignment_world import World, a_petition, a_responsibility

from petition_assignment.adapters.desks import open_desk
from petition_assignment.adapters.mongo_cases import CASES
from petition_assignment.domain.agenda import NO_LIMIT
from petition_assignment.domain.errors import SomeoneElsesCase
from petition_assignment.domain.saved_list import MOST_SAVED, SavedListsFull, SavedListUnknown
from petition_assignment.entrypoints import list_rpc

WALKS: dict[str, Callable[[World], World]] = {
    "awaiting": lambda world: world.opened(),
    "signed": lambda world: world.signed(),
    "objected": lambda world: world.objected(),
    "accepted": lambda world: world.accepted(),
    "kept": lambda world: world.accepted().do(
        a_responsibility(station="water_station", person="keeper"), "water_handler"
    ),
    "completed": lambda world: world.completed(),
    "confirmed": lambda world: world.confirmed(),
}


@pytest.fixture
def store(servers) -> Iterator[Store]:
    with open_store(servers.mongo_uri, servers.new_database()) as opened:
        opened.load()
        for case_no, walk in WALKS.items():
            keep(opened, case_no, walk(World()))
        yield opened


def keep(store: Store, case_no: str, world: World) -> None:
    case = world.case
    case.case_no = case_no
    case.pending = [event for _, _, event in world.desk.cases.told]

    def write(uow: Any) -> None:
        desk = open_desk(uow)
        desk.petitions.save(a_petition(case_no=case_no))
        desk.cases.save(case)

    store.units.run(write)


def ask(store: Store, query: Any, schema: Any, person: str = "dispatcher", unit: str = "petition_bureau", **data: Any):
    return query(store.database, store.call(unit, person, "handler"), schema().load(data))


def orphans(store: Store) -> dict[str, list[str]]:
    found = ask(store, list_rpc.list_the_orphans, list_rpc.ListOrphans)
    return {row["case_no"]: row["missing"] for row in found["items"]}


def test_no_open_case_is_without_owner_next_step_or_date_and_one_that_were_would_be_shown(store: Store) -> None:
    assert orphans(store) == {}
    for case_no, field, lacking in (("signed", "holder", ""), ("accepted", "stage", ""), ("kept", "due_at", NO_LIMIT)):
        store.database[CASES].update_one({"_id": case_no}, {"$set": {field: lacking}})
    store.database[CASES].update_one({"_id": "confirmed"}, {"$set": {"holder": ""}})
    assert orphans(store) == {"signed": ["owner"], "accepted": ["next_step"], "kept": ["due_date"]}
    with pytest.raises(SomeoneElsesCase):
        ask(store, list_rpc.list_the_orphans, list_rpc.ListOrphans, "water_head", "dept_water")


def test_a_person_sees_the_open_cases_they_answer_for(store: Store) -> None:
    mine = ask(store, list_rpc.list_mine_of, list_rpc.ListMine, "keeper", "water_station")
    assert [row["case_no"] for row in mine["items"]] == ["kept"]
    assert mine["items"][0]["due_at"] is not None
    assert ask(store, list_rpc.list_mine_of, list_rpc.ListMine, "housing_head", "dept_housing")["items"] == []


def give(store: Store, command: Any, schema: Any, person: str, unit: str, **data: Any) -> Any:
    call = store.call(unit, person, "handler")
    return store.units.run(lambda uow: command(uow, call, schema().load(data)))


def saved(store: Store, person: str, unit: str) -> list[tuple[str, str]]:
    found = ask(store, list_rpc.list_saved, list_rpc.ListSaved, person, unit)
    return [(row["owner"], row["name"]) for row in found["items"]]


def test_a_saved_list_is_ones_own_until_it_is_shared_with_the_unit(store: Store) -> None:
    question = {"name": "本周到期", "view": "due_within", "days": 7}
    give(store, list_rpc.save_list, list_rpc.SaveList, "water_head", "dept_water", **question)
    assert saved(store, "water_head", "dept_water") == [("water_head", "本周到期")]
    assert saved(store, "water_handler", "dept_water") == []
    shown = give(
        store, list_rpc.share_list, list_rpc.ShareList, "water_head", "dept_water", name="本周到期", shared=True
    )
    assert shown["data"] == {"view": "due_within", "unit": None, "days": 7}
    assert saved(store, "water_handler", "dept_water") == [("water_head", "本周到期")]
    assert saved(store, "housing_head", "dept_housing") == []
    again = give(
        store, list_rpc.save_list, list_rpc.SaveList, "water_head", "dept_water", name="本周到期", view="overdue"
    )
    assert (again["shared"], again["data"]["view"]) == (True, "overdue")
    give(store, list_rpc.share_list, list_rpc.ShareList, "water_head", "dept_water", name="本周到期", shared=False)
    assert saved(store, "water_handler", "dept_water") == []


def test_only_ones_own_list_can_be_shared_and_there_is_an_end_to_saving(store: Store) -> None:
    for nth in range(MOST_SAVED):
        data = {"name": f"清单{nth}", "view": "my_unit"}
        give(store, list_rpc.save_list, list_rpc.SaveList, "water_head", "dept_water", **data)
    with pytest.raises(SavedListsFull):
        give(store, list_rpc.save_list, list_rpc.SaveList, "water_head", "dept_water", name="再一个", view="my_unit")
    give(store, list_rpc.save_list, list_rpc.SaveList, "water_head", "dept_water", name="清单0", view="overdue")
    with pytest.raises(SavedListUnknown):
        give(store, list_rpc.share_list, list_rpc.ShareList, "water_handler", "dept_water", name="清单0", shared=True)


def test_each_list_is_answered_by_an_index(store: Store) -> None:
    questions = [
        (CASES, {"open": True, "responsibility.person": "keeper"}, "due_at"),
        (CASES, {"$or": [{"open": True, "holder": ""}, {"open": True, "stage": ""}]}, "due_at"),
        ("saved_lists", {"$or": [{"owner": "a"}, {"unit": "b", "shared": True}]}, "name"),
    ]
    for collection, filter, first in questions:
        plan = store.database[collection].find(filter).sort([(first, 1), ("_id", 1)]).explain()
        assert "COLLSCAN" not in str(plan["queryPlanner"]["winningPlan"]), filter
