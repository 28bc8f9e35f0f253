"""The reviewer's list and the reviews beside a case, on a real store: who sees what, and that an index answers."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from assignment_register import a_raw_register
from assignment_review import ReviewWorld, a_publication, with_a_city_above
from assignment_store import Store, open_store
from assignment_world import MORNING, a_petition

from petition_assignment.adapters.desks import open_desk
from petition_assignment.adapters.mongo_cases import CASES
from petition_assignment.adapters.published_opinions import NEWEST_FIRST, PUBLIC, list_published
from petition_assignment.adapters.review_lists import BY_DUE_DATE, waiting
from petition_assignment.domain.errors import SomeoneElsesCase
from petition_assignment.entrypoints.queries import GetCase, get_case
from petition_assignment.entrypoints.review_rpc import ListReviews, list_the_reviews

WALKS = {
    "asked": lambda world: world.requested(),
    "taken-up": lambda world: world.taken_up(),
    "above": lambda world: world.re_review_requested(),
    "heard": lambda world: world.re_review_taken_up().heard_from_tomorrow_on(),
    "declined": lambda world: world.requested().declined_by_the_county("other_procedure"),
    "final": lambda world: world.made_final(),
    "public": lambda world: world.heard_and_decided().do(a_publication(), "city_head"),
    "public-later": lambda world: world.heard_and_decided().pass_days(1).do(a_publication(), "city_head"),
    "nobody-asked": lambda world: world.confirmed(),
}


@pytest.fixture(scope="module")
def filled(servers) -> Iterator[Store]:
    database = servers.new_database()
    with open_store(servers.mongo_uri, database) as opened:
        opened.load(a_raw_register(**with_a_city_above()))
        for name, walk in WALKS.items():
            keep(opened, name, walk(ReviewWorld()))
        yield opened
    servers.drop_database(database)


@pytest.fixture
def store(filled: Store) -> Store:
    filled.clock.instant = MORNING
    return filled


def keep(store: Store, case_no: str, world: ReviewWorld) -> None:
    """Put the world's case into the store under another number."""
    case, petition = world.case, a_petition(case_no=case_no)
    case.case_no = case_no
    case.pending = [event for _, _, event in world.desk.cases.told]

    def write(uow: Any) -> None:
        desk = open_desk(uow)
        desk.petitions.save(petition)
        desk.cases.save(case)

    store.units.run(write)


def listed(store: Store, caller: str, person: str, role: str, **data: Any) -> list[dict[str, Any]]:
    found = list_the_reviews(store.database, store.call(caller, person, role), ListReviews().load(data))
    return found["items"]


def test_a_reviewer_sees_what_waits_for_its_unit_and_what_is_being_heard_last(store: Store):
    rows = listed(store, "city_government", "city_head", "unit_head")
    assert [(row["case_no"], row["level"], row["state"]) for row in rows] == [
        ("above", "re_review", "requested"),
        ("heard", "re_review", "hearing"),
    ]
    assert rows[0]["due_at"] == "2026-04-20T16:00:00.000Z"
    assert rows[1]["due_at"] is None
    assert (rows[0]["level_zh"], rows[0]["answering_unit"], rows[0]["overdue"]) == ("复核", "dept_water", False)


def test_the_bureau_sees_all_or_one_units(store: Store):
    all_units = listed(store, "petition_bureau", "dispatcher", "dispatcher")
    assert [row["case_no"] for row in all_units] == ["asked", "taken-up", "above", "heard"]
    county = listed(store, "petition_bureau", "dispatcher", "dispatcher", unit="county_leadership")
    assert [row["case_no"] for row in county] == ["asked", "taken-up"]


def test_another_unit_sees_its_own_alone(store: Store):
    assert listed(store, "dept_water", "water_head", "unit_head") == []
    with pytest.raises(SomeoneElsesCase):
        listed(store, "dept_water", "water_head", "unit_head", unit="county_leadership")


def test_the_reviewer_reads_the_case_with_its_reviews_and_their_clock(store: Store):
    call = store.call("city_government", "city_head", "unit_head")
    shown = get_case(store.database, call, GetCase().load({"case_no": "above"}))
    first, second = shown["reviews"]
    assert (first["level_zh"], first["state_zh"], first["decision"]["outcome"]) == ("复查", "意见已送达", "upheld")
    assert (second["level_zh"], second["state_zh"], second["decision"]) == ("复核", "已请求，待受理", None)
    assert "barred" not in second and "steps" not in second
    assert [clock["clock_id"] for clock in shown["clocks"] if clock["running"]] == ["K10"]
    assert shown["can_do"] == ["accept_review", "decline_review"]
    assert shown["final"] is None


def test_a_final_case_says_so(store: Store):
    call = store.call("petition_bureau", "dispatcher", "dispatcher")
    shown = get_case(store.database, call, GetCase().load({"case_no": "final"}))
    assert (shown["final"]["reference_no"], shown["final"]["ground"]) == ("固政复核〔2026〕1号", "re_reviewed")


@pytest.mark.parametrize(("unit", "index"), [(None, "reviews"), ("city_government", "reviews_of_unit")])
def test_an_index_answers_the_list(store: Store, unit: str | None, index: str):
    plan = store.database[CASES].find(waiting(unit), sort=list(BY_DUE_DATE)).explain()["queryPlanner"]["winningPlan"]
    stages = []
    while plan:
        stages.append((plan["stage"], plan.get("indexName")))
        plan = plan.get("inputStage")
    assert stages == [("FETCH", None), ("IXSCAN", index)]


def test_anybody_reads_what_is_public_page_by_page_and_no_case_number(store: Store):
    pages, cursor = [], None
    for _ in range(2):
        found = list_published(store.database, 1, cursor)
        pages += found["items"]
        cursor = found["next"]
        assert "public" not in str(base64.urlsafe_b64decode(cursor or b""))
    assert cursor is None and [set(row) for row in pages] == [{"document_no", "unit", "text", "published_at"}] * 2
    assert pages[0]["published_at"] > pages[1]["published_at"]
    plan = store.database[CASES].find(PUBLIC).sort(list(NEWEST_FIRST)).explain()["queryPlanner"]["winningPlan"]
    assert "'indexName': 'published'" in str(plan) and "SORT" not in str(plan)
