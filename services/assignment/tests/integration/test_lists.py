"""Queries on a real store: what stands in which list, page by page, and that an index answers each."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from assignment_register import MEDIATORS, WARDENS, a_raw_register
from assignment_store import Store, open_store
from assignment_world import MORNING, World, a_petition, on

from chassis.refusal import Refusal
from petition_assignment.adapters.case_lists import VIEWS
from petition_assignment.adapters.desks import open_desk
from petition_assignment.adapters.mongo_cases import CASES, answered_for_by, reckoned_otherwise, right_due
from petition_assignment.domain.errors import Refused, SomeoneElsesCase, UnitUnknown
from petition_assignment.entrypoints.mediator_questions import MEDIATOR_QUERIES, ListMediators, list_mediators
from petition_assignment.entrypoints.queries import (
    STAFF,
    GetCase,
    GetOfficerCard,
    GetPublicGuide,
    ListCases,
    ListCountyRules,
    ListUnits,
    ResolvePlace,
    SuggestUnit,
    get_case,
    get_officer_card,
    get_public_guide,
    list_county_rules,
    list_the_cases,
    list_units,
    resolve_place,
    suggest_unit,
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


def test_what_the_county_decided_for_itself_can_be_read_by_anybody_page_by_page(store: Store):
    anybody = store.call("citizen_portal", None)
    first = list_county_rules(store.database, anybody, ListCountyRules().load({"limit": 1}))
    rest = list_county_rules(store.database, anybody, ListCountyRules().load({"cursor": first["next"]}))
    assert [(row["setting"], row["zh"]) for row in (*first["items"], *rest["items"])] == [
        ("mechanism_label", "党建引领基层社会治理“1+1+3”工作机制"),
        ("rating_window_days", "信访人可在30日内评价"),
    ]
    assert rest["next"] is None


def test_how_to_file_and_how_to_follow_can_be_read_by_anybody(store: Store):
    anybody = store.call("citizen_portal", None)
    guide = get_public_guide(store.database, anybody, GetPublicGuide().load({}))
    assert (guide["county"], [entry["way_zh"] for entry in guide["items"]]) == ("彭阳县", ["来信", "查询和评价"])
    assert (guide["items"][0]["hours_zh"], guide["items"][0]["en"]) == ("随时", "By letter.")


def test_the_card_of_an_officer_can_be_read_by_anybody(store: Store):
    anybody = store.call("citizen_portal", None)
    card = get_officer_card(store.database, anybody, GetOfficerCard().load({"person": "water_handler"}))
    assert (card["name"], card["post"], card["unit"]) == ("寅", "承办员", "dept_water")
    assert {"role": "handler", "zh": "承办人"} in card["duties"]
    with pytest.raises(Refusal) as refused:
        get_officer_card(store.database, anybody, GetOfficerCard().load({"person": "nobody"}))
    assert (refused.value.code, refused.value.field) == ("NOT_FOUND", "person")


def test_the_card_of_a_warden_can_be_read_by_anybody(store: Store):
    store.load(a_raw_register(wardens=WARDENS))
    anybody = store.call("citizen_portal", None)
    cards = [get_officer_card(store.database, anybody, GetOfficerCard().load({"person": one})) for one in ("W1", "W2")]
    assert [(card["name"], card["post"], card["unit"]) for card in cards] == [
        ("牛", "大网格长", "township_baiyang"),
        ("羊", "网格员", "township_baiyang"),
    ]
    assert cards[1]["duties"] == [{"role": "small_grid", "zh": "周沟村二组"}]


def test_the_mediators_for_a_case_come_best_first_and_in_pages(store: Store):
    store.load(a_raw_register(mediators=MEDIATORS))
    officer = store.call("dept_water", "water_handler")

    def asked(**data: Any) -> dict[str, Any]:
        return list_mediators(store.database, officer, ListMediators().load(data))

    of_the_case = {"category": "010701", "township": "640425100"}
    first = asked(**of_the_case, limit=2)
    rest = asked(**of_the_case, limit=2, cursor=first["next"])
    assert [row["mediator_id"] for row in first["items"] + rest["items"]] == ["M5", "M2", "M1"]
    assert rest["next"] is None
    assert first["items"][0] == {
        "mediator_id": "M5",
        "name": "调戊",
        "kind": "elder",
        "kind_zh": "老干部、“五老”调解员",
        "township_code": "640425100",
        "unit": "township_baiyang",
        "unit_name": "白阳镇人民政府",
        "categories": ["0107"],
        "listed_on": "2026-01-01",
        "delisted_on": None,
    }
    assert [row["mediator_id"] for row in asked(kind="judicial")["items"]] == ["M4"]
    for field, unknown, code in (("township", "640425999", "PLACE_UNKNOWN"), ("category", "99", "CATEGORY_UNKNOWN")):
        with pytest.raises(Refused) as refused:
            asked(**{field: unknown})
        assert (refused.value.code, refused.value.field) == (code, field)
    assert all(query.roles == STAFF for query in MEDIATOR_QUERIES), "named officers alone"


def test_the_register_can_be_asked_by_anybody(store: Store):
    anybody = store.call("hotline_12345", None)
    units = list_units(store.database, anybody, ListUnits().load({"kind": "township"}))
    assert [unit["code"] for unit in units["items"]] == ["township_baiyang", "township_caomiao"]
    places = resolve_place(store.database, anybody, ResolvePlace().load({"text": "周沟村二组"}))
    assert places["items"][0]["place"] == {
        "township_code": "640425100",
        "village_code": "640425100200",
        "grid_code": "640425100200-02",
    }
    suggested = suggest_unit(store.database, anybody, SuggestUnit().load({"category": "010702", "place": "640425208"}))
    assert (suggested["unit"], suggested["rule_id"], suggested["basis"]) == ("township_caomiao", "R2", "属地管理")


def test_the_units_come_in_pages_too(store: Store):
    anybody = store.call("hotline_12345", None)
    seen, cursor = [], None
    while True:
        page = list_units(store.database, anybody, ListUnits().load({"limit": 4, "cursor": cursor}))
        seen += [unit["code"] for unit in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 10
    for strange in ("!", "bm9uZQ=="):
        with pytest.raises(Refusal) as refused:
            list_units(store.database, anybody, ListUnits().load({"cursor": strange}))
        assert refused.value.field == "cursor"


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
