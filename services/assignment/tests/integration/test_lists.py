"""Queries on a real store: what stands in which list, page by page, and that an index answers each."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from assignment_store import Store, open_store
from assignment_world import MORNING, World, a_petition, on

from chassis.refusal import Refusal
from petition_assignment.adapters.case_lists import VIEWS
from petition_assignment.adapters.desks import open_desk
from petition_assignment.adapters.mongo_cases import CASES, answered_for_by, reckoned_otherwise, right_due
from petition_assignment.domain.errors import SomeoneElsesCase, UnitUnknown
from petition_assignment.entrypoints.queries import (
    GetCase,
    ListCases,
    get_case,
    list_the_cases,
)

WALKS = {
    "awaiting": lambda world: world.opened(),
    "routed": lambda world: world.routed(),
    "signed": lambda world: world.signed(),
    "objected": lambda world: world.objected(),
    "accepted": lambda world: world.accepted(),
    "handled": lambda world: world.in_handling(),
    "answered": lambda world: world.opinion_issued(),
    "delivered": lambda world: world.delivered(),
    "completed": lambda world: world.completed(),
    "confirmed": lambda world: world.confirmed(),
    "declined": lambda world: world.declined(),
    "withdrawn": lambda world: world.withdrawn(),
}


@pytest.fixture(scope="module")
def filled(servers) -> Iterator[Store]:
    database = servers.new_database()
    with open_store(servers.mongo_uri, database) as opened:
        opened.load()
        for name, walk in WALKS.items():
            keep(opened, name, walk(World()))
        yield opened
    servers.drop_database(database)


@pytest.fixture
def store(filled: Store) -> Store:
    filled.clock.instant = MORNING
    return filled


def keep(store: Store, case_no: str, world: World) -> None:
    """Put the world's case into the store under another number."""
    case, petition = world.case, a_petition(case_no=case_no)
    case.case_no = case_no
    case.pending = [event for _, _, event in world.desk.cases.told]

    def write(uow: Any) -> None:
        desk = open_desk(uow)
        desk.petitions.save(petition)
        desk.cases.save(case)
        for paper in world.papers:
            case.version += 1
            desk.papers.file(case, paper)

    store.units.run(write)


def listed(store: Store, view: str, call=None, **data: Any) -> list[str]:
    call = call or store.call("petition_bureau", "dispatcher", "dispatcher")
    answer = list_the_cases(store.database, call, ListCases().load({"view": view, **data}))
    return [row["case_no"] for row in answer["items"]]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("my_unit", ["awaiting", "completed", "objected"]),
        ("awaiting_routing", ["awaiting"]),
        ("unsigned", ["routed"]),
        ("to_accept", ["signed"]),
        ("objected", ["objected"]),
        ("in_handling", ["delivered", "accepted", "answered", "handled"]),
        ("to_confirm", ["completed"]),
        ("closed", ["withdrawn", "declined", "confirmed"]),
        ("overdue", []),
    ],
)
def test_the_bureau_sees_the_cases_of_all_units_by_due_date(store: Store, view: str, expected: list[str]):
    assert listed(store, view) == expected


def test_a_unit_sees_its_own(store: Store):
    water = store.call("dept_water", "water_head", "unit_head")
    assert listed(store, "my_unit", water) == [
        "routed",
        "signed",
        "delivered",
        "accepted",
        "answered",
        "handled",
    ]
    assert listed(store, "to_confirm", water) == ["completed"]
    assert listed(store, "awaiting_routing", water) == []
    housing = store.call("dept_housing", "housing_head", "unit_head")
    assert all(listed(store, view, housing) == [] for view in VIEWS)


def test_another_units_list_is_refused_and_so_is_an_unknown_unit(store: Store):
    with pytest.raises(SomeoneElsesCase):
        listed(store, "closed", store.call("dept_water", "water_head", "unit_head"), unit="dept_housing")
    with pytest.raises(UnitUnknown):
        listed(store, "closed", unit="dept_moon")


def test_the_bureau_can_look_at_one_unit(store: Store):
    assert listed(store, "unsigned", unit="dept_water") == ["routed"]
    assert listed(store, "unsigned", unit="dept_housing") == []
    assert listed(store, "my_unit", unit="dept_water")[0] == "routed"


@pytest.mark.parametrize(
    ("days", "expected"), [(14, []), (15, ["awaiting", "completed", "objected", "routed", "signed"])]
)
def test_what_is_due_within_some_days(store: Store, days: int, expected: list[str]):
    assert listed(store, "due_within", days=days) == expected


@pytest.mark.parametrize(
    ("instant", "expected"),
    [("2026-03-17", []), ("2026-03-18", ["awaiting", "completed", "objected", "routed", "signed"])],
)
def test_what_is_overdue(store: Store, instant: str, expected: list[str]):
    store.clock.instant = on(instant, "00:00")
    assert listed(store, "overdue") == expected


def test_pages_follow_each_other_without_a_gap(store: Store):
    call = store.call("petition_bureau", "dispatcher", "dispatcher")
    seen, cursor = [], None
    while True:
        data = ListCases().load({"view": "in_handling", "limit": 3, "cursor": cursor})
        answer = list_the_cases(store.database, call, data)
        seen += [row["case_no"] for row in answer["items"]]
        cursor = answer["next"]
        if cursor is None:
            break
    assert seen == listed(store, "in_handling")


def test_a_row_says_what_is_needed_to_choose_it(store: Store):
    call = store.call("petition_bureau", "dispatcher", "dispatcher")
    answer = list_the_cases(store.database, call, ListCases().load({"view": "awaiting_routing"}))
    row = answer["items"][0]
    assert row == {
        "case_no": "awaiting",
        "case_version": 2,
        "state": "awaiting_routing",
        "state_zh": "待转办",
        "unit": None,
        "holder": "petition_bureau",
        "round": 1,
        "bounce_count": 0,
        "received_at": "2026-03-02T01:00:00.000Z",
        "due_at": "2026-03-17T16:00:00.000Z",
        "overdue": False,
        "closed_at": None,
        "channel": "letter",
        "purpose": "appeal",
        "category": "010701",
        "place": {"township_code": "640425208", "village_code": "640425208202", "grid_code": "640425208202-01"},
        "first_or_repeat": None,
    }


def test_a_case_shows_its_clocks_with_their_basis_its_papers_and_what_can_be_done(store: Store):
    shown = get_case(
        store.database,
        store.call("dept_water", "water_head", "unit_head"),
        GetCase().load({"case_no": "answered"}),
    )
    assert (shown["state"], shown["state_zh"], shown["track_zh"]) == ("opinion_issued", "已作出处理意见", "信访程序")
    assert shown["can_do"] == ["extend_case", "record_delivery", "record_notice_delivery"]
    k5 = next(clock for clock in shown["clocks"] if clock["kind"] == "K5")
    assert (k5["article"], k5["running"], k5["late"], k5["due_on"]) == (
        "《信访工作条例》第三十四条",
        True,
        False,
        "2026-05-06",
    )
    assert [paper["kind_zh"] for paper in shown["papers"]] == ["转办单", "受理告知书", "信访处理意见书"]
    assert shown["papers"][2]["text"]["legal_basis"] == "《农村饮水条例》第三条"
    assert shown["handlers"] == [
        {"duty": "lead_leader", "person_id": "water_head", "name": "子", "post": "局长", "promised_on": "2026-04-10"},
        {"duty": "person", "person_id": "water_handler", "name": "寅", "post": "承办员", "promised_on": "2026-04-10"},
    ]
    assert shown["petition"]["category"] == "010701"


def test_a_case_before_handling_has_nobody_to_show_and_a_closed_one_shows_how_it_was_met(store: Store):
    bureau = store.call("petition_bureau", "dispatcher", "dispatcher")
    assert get_case(store.database, bureau, {"case_no": "routed"})["handlers"] == []
    closed = get_case(store.database, bureau, {"case_no": "confirmed"})
    assert [clock["late"] for clock in closed["clocks"]] == [False] * 5
    assert closed["closed_at"] == "2026-03-02T01:00:00.000Z"


def test_a_handler_who_left_the_register_is_still_named_by_id(store: Store):
    water = store.call("dept_water", "water_head", "unit_head")
    there = {"_id": "handled"}
    store.database[CASES].update_one(there, {"$set": {"responsibility.person": "gone"}})
    shown = get_case(store.database, water, {"case_no": "handled"})
    assert shown["handlers"][1]["person_id"] == "gone"
    assert shown["handlers"][1]["name"] is None


def test_a_fact_that_came_too_late_is_shown_beside_the_case(store: Store):
    store.units.run(lambda uow: open_desk(uow).late_facts.note("closed", "x", "y", MORNING))
    store.units.run(lambda uow: open_desk(uow).late_facts.note("confirmed", "petition_withdrawn", "confirmed", MORNING))
    bureau = store.call("petition_bureau", "dispatcher", "dispatcher")
    assert get_case(store.database, bureau, {"case_no": "confirmed"})["late_facts"] == [
        {"fact": "petition_withdrawn", "state": "confirmed", "at": "2026-03-02T01:00:00.000Z"}
    ]


def test_an_unknown_case_and_another_units_case_are_refused(store: Store):
    housing = store.call("dept_housing", "housing_head", "unit_head")
    with pytest.raises(Refusal) as refused:
        get_case(store.database, housing, {"case_no": "nothing"})
    assert refused.value.code == "NOT_FOUND"
    with pytest.raises(SomeoneElsesCase):
        get_case(store.database, housing, {"case_no": "routed"})


def stages(plan: dict[str, Any]) -> set[str]:
    inner = [plan["inputStage"]] if "inputStage" in plan else plan.get("inputStages", [])
    return {plan["stage"]}.union(*(stages(step) for step in inner))


def plan_of(store: Store, filter: dict[str, Any], sort: tuple = ()) -> set[str]:
    found = store.database[CASES].find(filter)
    explained = (found.sort(list(sort)) if sort else found).explain()
    return stages(explained["queryPlanner"]["winningPlan"])


@pytest.mark.parametrize("view", list(VIEWS))
@pytest.mark.parametrize("of_one_unit", [True, False])
def test_an_index_answers_every_list_in_its_order(store: Store, view: str, of_one_unit: bool):
    chosen = VIEWS[view]
    filter = chosen.filter(store.clock.now() + timedelta(days=30), 3)
    if chosen.of_one_unit or of_one_unit:
        filter[chosen.of] = "dept_water"
    found = plan_of(store, filter, chosen.sort)
    assert "IXSCAN" in found
    assert not found & {"COLLSCAN", "SORT"}


def test_an_index_answers_the_timers(store: Store):
    for filter in (right_due(MORNING), reckoned_otherwise("2027-new"), answered_for_by(["dept_water", "dept_old"])):
        assert "COLLSCAN" not in plan_of(store, filter)


@pytest.mark.parametrize(
    ("received_at", "regulation"),
    [
        (on("2022-05-01", "00:00") - timedelta(milliseconds=1), "regulation_2005"),
        (on("2022-05-01", "00:00"), "regulation_2022"),
    ],
)
def test_a_case_is_marked_with_the_regulation_it_was_received_under(store: Store, received_at: Any, regulation: str):
    """《信访工作条例》第五十条: 自2022年5月1日起施行."""
    kept = store.database[CASES].find_one({"_id": "answered"})
    store.database[CASES].update_one({"_id": "answered"}, {"$set": {"received_at": received_at}})
    call = store.call("dept_water", "water_head", "unit_head")
    shown = get_case(store.database, call, GetCase().load({"case_no": "answered"}))
    store.database[CASES].replace_one({"_id": "answered"}, kept)

    assert shown["regulation"] == regulation
    assert "2022年5月1日" in shown["regulation_zh"]
