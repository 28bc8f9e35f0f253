"""The register, as officers and other systems ask for it, on a real store."""

from collections.abc import Iterator
from typing import Any

import pytest
from assignment_register import MEDIATORS, WARDENS, a_raw_register
from assignment_store import Store, open_store
from assignment_world import MORNING

from chassis.refusal import Refusal
from petition_assignment.domain.errors import Refused
from petition_assignment.entrypoints.mediator_questions import MEDIATOR_QUERIES, ListMediators, list_mediators
from petition_assignment.entrypoints.queries import (
    STAFF,
    GetOfficerCard,
    GetPublicGuide,
    ListCategories,
    ListCountyRules,
    ListUnits,
    ResolvePlace,
    SuggestUnit,
    get_officer_card,
    get_public_guide,
    list_categories,
    list_county_rules,
    list_units,
    resolve_place,
    suggest_unit,
)


@pytest.fixture(scope="module")
def filled(servers) -> Iterator[Store]:
    database = servers.new_database()
    with open_store(servers.mongo_uri, database) as opened:
        opened.load()
        yield opened
    servers.drop_database(database)


@pytest.fixture
def store(filled: Store) -> Store:
    filled.clock.instant = MORNING
    return filled


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


def test_categories_are_found_by_code_or_by_a_word_of_any_level(store: Store):
    anybody = store.call("citizen_portal", None)

    def found(**asked: Any) -> list[str]:
        page = list_categories(store.database, anybody, ListCategories().load(asked))
        return [one["code"] for one in page["items"]]

    every = found()
    assert every == sorted(every) and every
    by_code = [code for code in every if code.startswith(every[0][:4])]
    assert found(text=every[0][:4]) == by_code
    named = list_categories(store.database, anybody, ListCategories().load({"limit": 1}))["items"][0]
    for level in ("level1", "level2", "level3"):
        assert named["code"] in found(text=named[level])
    assert found(text="没有这一类") == []


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
