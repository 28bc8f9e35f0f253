"""The two processes over the real broker: events in, commands in, events out."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from assignment_journey import LINKED, STEPS, TOLD_ON_THE_WAY, begin, linked, registered, walk
from assignment_processes import Deployment, Listener, wait_until
from assignment_world import on

from petition_client import Client, Refused


@pytest.fixture
def clients(deployment: Deployment) -> Iterator[dict[str, Client]]:
    with ExitStack() as stack:
        callers = ("petition_bureau", "dept_water", "dept_housing", "township_baiyang", "hotline_12345")
        yield {caller: stack.enter_context(deployment.agency(caller)) for caller in callers}


@pytest.fixture
def listener(deployment: Deployment) -> Iterator[Listener]:
    opened = deployment.listen()
    yield opened
    opened.close()


def test_a_case_goes_from_registration_to_confirmation_and_everything_is_told_once(
    deployment: Deployment, clients: dict[str, Client], listener: Listener
):
    begin(deployment, "case-main")
    answer = walk(clients, "case-main")
    assert (answer["state"], answer["state_zh"]) == ("confirmed", "审核认定办结")
    wait_until(lambda: len(listener.about("case-main")) >= len(TOLD_ON_THE_WAY), "all events told")
    assert listener.about("case-main") == TOLD_ON_THE_WAY
    versions = [body["case_version"] for _, body in listener.heard if body.get("case_no") == "case-main"]
    assert versions == list(range(1, len(TOLD_ON_THE_WAY) + 1))


def test_events_that_come_three_times_and_out_of_order_change_nothing_more(
    deployment: Deployment, clients: dict[str, Client], listener: Listener
):
    first, second = registered(deployment, "case-shuffled"), linked(deployment, "case-shuffled")
    deployment.send(second, second, first, second, first, first)
    wait_until(lambda: deployment.applied("intake", "case-shuffled") == 2, "both applied")
    walk(clients, "case-shuffled")
    wait_until(lambda: "case_confirmed.v1" in listener.about("case-shuffled"), "confirmed")
    assert listener.about("case-shuffled") == TOLD_ON_THE_WAY


def test_the_same_key_gives_the_same_answer_and_changes_nothing(deployment: Deployment, clients: dict[str, Client]):
    begin(deployment, "case-key")
    first = walk(clients, "case-key", until="route_case")
    assert walk(clients, "case-key", until="route_case") == first
    caller, person, command, _ = STEPS[0]
    with pytest.raises(Refused) as refused:
        clients[caller].call(
            "assignment", command, {"case_no": "case-key", "mode": "own"}, actor=person, key="case-key-route_case"
        )
    assert refused.value.code == "KEY_REUSED"


REFUSALS = [
    ("dept_housing", "housing_signer", "sign_for_case", {}, "NOT_YOUR_CASE", "case_no"),
    ("dept_water", "water_handler", "sign_for_case", {}, "FORBIDDEN", "actor"),
    ("dept_water", "housing_signer", "sign_for_case", {}, "ACTOR_UNKNOWN", "actor"),
    ("dept_water", None, "sign_for_case", {}, "MISSING_FIELD", "actor"),
    ("dept_water", "water_signer", "sign_for_case", {"surprise": 1}, "UNKNOWN_FIELD", "surprise"),
    ("petition_bureau", "dispatcher", "route_case", {}, "MISSING_FIELD", "mode"),
    ("petition_bureau", "dispatcher", "route_case", {"mode": "throw"}, "BAD_VALUE", "mode"),
    ("petition_bureau", "dispatcher", "route_case", {"mode": "transfer"}, "ALREADY_DONE", "case_no"),
    ("petition_bureau", "dispatcher", "confirm_case", {}, "ILLEGAL_TRANSITION", "case_no"),
    ("dept_water", "water_handler", "accept_case", {"track": "6"}, "WRONG_TYPE", "track"),
    ("dept_water", "water_handler", "accept_case", {"track": 7}, "BAD_VALUE", "track"),
]


@pytest.mark.parametrize(("caller", "person", "command", "data", "code", "field"), REFUSALS)
def test_a_refusal_has_a_code_a_field_and_a_sentence_in_both_languages(
    deployment: Deployment, clients: dict[str, Client], caller, person, command, data, code, field
):
    if deployment.applied("intake", "case-refused") == 0:
        begin(deployment, "case-refused")
    walk(clients, "case-refused", until="route_case")
    with pytest.raises(Refused) as refused:
        clients[caller].call("assignment", command, {"case_no": "case-refused", **data}, actor=person)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert refused.value.zh and refused.value.en


def test_an_unknown_case_and_a_stale_version_are_refused(deployment: Deployment, clients: dict[str, Client]):
    begin(deployment, "case-stale")
    bureau = clients["petition_bureau"]
    with pytest.raises(Refused) as refused:
        bureau.call("assignment", "route_case", {"case_no": "no-case", "mode": "transfer"}, actor="dispatcher")
    assert refused.value.code == "NOT_FOUND"
    with pytest.raises(Refused) as refused:
        bureau.call(
            "assignment",
            "route_case",
            {"case_no": "case-stale", "mode": "transfer"},
            actor="dispatcher",
            expected_version=1,
        )
    assert refused.value.code == "STALE_VERSION"


def test_routing_waits_for_first_or_repeat(deployment: Deployment, clients: dict[str, Client]):
    deployment.send(registered(deployment, "case-undecided"))
    wait_until(lambda: deployment.applied("intake", "case-undecided") == 1, "registered")
    with pytest.raises(Refused) as refused:
        walk(clients, "case-undecided", until="route_case")
    assert refused.value.code == "FIRST_OR_REPEAT_UNDECIDED"
    deployment.send(deployment.event("intake", "petition_linked", "case-undecided", **LINKED))
    wait_until(lambda: deployment.applied("intake", "case-undecided") == 2, "decided")
    key = "case-undecided-again"
    data = {"case_no": "case-undecided", "mode": "transfer"}
    answer = clients["petition_bureau"].call("assignment", "route_case", data, actor="dispatcher", key=key)
    assert answer["unit"] == "dept_water"


def test_queries_answer_officers_and_anybody(deployment: Deployment, clients: dict[str, Client]):
    begin(deployment, "case-asked")
    walk(clients, "case-asked", until="route_case")
    water = clients["dept_water"]
    shown = water.call("assignment", "get_case", {"case_no": "case-asked"}, actor="water_signer")
    assert shown["can_do"] == ["sign_for_case", "raise_objection"]
    assert [clock["article"] for clock in shown["clocks"]][0] == "《信访工作条例》第二十二条"
    listed = water.call("assignment", "list_cases", {"view": "unsigned"}, actor="water_signer")
    assert "case-asked" in [row["case_no"] for row in listed["items"]]
    hotline = clients["hotline_12345"]
    assert hotline.call("assignment", "list_units", {"kind": "bureau"})["items"][0]["code"] == "petition_bureau"
    assert hotline.call("assignment", "resolve_place", {"text": "草庙村"})["items"][0]["code"] == "640425208202"
    suggested = hotline.call("assignment", "suggest_unit", {"category": "010702", "place": "640425208202"})
    assert (suggested["unit"], suggested["rule_id"]) == ("township_caomiao", "R2")
    with pytest.raises(Refused) as refused:
        hotline.call("assignment", "get_case", {"case_no": "case-asked"})
    assert refused.value.code == "MISSING_FIELD"


def test_a_dissatisfied_petitioners_case_opens_its_second_round(
    deployment: Deployment, clients: dict[str, Client], listener: Listener
):
    begin(deployment, "case-round")
    walk(clients, "case-round")
    order = {"ordered_by": "leader1", "unit": "dept_water", "due_on": "2026-04-30", "round": 2, "reason_code": "other"}
    deployment.send(deployment.event("supervision", "rehandling_ordered", "case-round", **order))

    def of_the_second_round() -> list[dict[str, Any]]:
        told = [body for name, body in listener.hear() if name == "clock_started.v1"]
        return [body for body in told if body["case_no"] == "case-round" and body["round"] == 2]

    (started,) = wait_until(of_the_second_round, "the clock of the second round")
    assert (started["clock_id"], started["due_at"]) == ("REHANDLING", "2026-04-30T16:00:00.000Z")
    assert "round_opened.v1" in listener.about("case-round")


def test_settled_on_the_spot_and_withdrawn_cases_are_closed(deployment: Deployment, listener: Listener):
    begin(deployment, "case-spot")
    begin(deployment, "case-withdrawn")
    settled = {"settled_at": "2026-03-02T02:00:00.000Z", "level": "county", "settled_by": "dispatcher", "headcount": 3}
    deployment.send(
        deployment.event("intake", "petition_settled_on_spot", "case-spot", **settled),
        deployment.event("intake", "petition_withdrawn", "case-withdrawn", withdrawn_at="2026-03-02T02:00:00.000Z"),
        deployment.event("intake", "petition_withdrawn", "case-spot", withdrawn_at="2026-03-02T03:00:00.000Z"),
    )
    wait_until(lambda: deployment.applied("intake", "case-spot") == 4, "the late fact applied")
    wait_until(lambda: "case_closed_withdrawn.v1" in listener.about("case-withdrawn"), "withdrawn")
    wait_until(lambda: "case_closed_on_spot.v1" in listener.about("case-spot"), "settled")
    assert "case_closed_withdrawn.v1" not in listener.about("case-spot")
    assert deployment.store["late_facts"].count_documents({"case_no": "case-spot"}) == 1


def test_a_reclassified_petition_is_routed_by_what_it_really_is(deployment: Deployment, clients: dict[str, Client]):
    begin(deployment, "case-corrected")
    place = {"township_code": "640425208", "village_code": None, "grid_code": None}
    corrected = {"purpose": "appeal", "category": "010702", "place": place, "reason_code": "wrong_category"}
    deployment.send(deployment.event("intake", "petition_reclassified", "case-corrected", **corrected))
    wait_until(lambda: deployment.applied("intake", "case-corrected") == 3, "corrected")
    assert walk(clients, "case-corrected", until="route_case")["unit"] == "township_caomiao"


def test_what_was_filed_at_a_township_window_is_at_once_that_townships(
    deployment: Deployment, clients: dict[str, Client]
):
    begin(deployment, "case-window", registered_by_unit="township_baiyang", registered_level="township")
    data = {"case_no": "case-window", "track": 6, "notice_no": "白受字1号"}
    answer = clients["township_baiyang"].call("assignment", "accept_case", data, actor="baiyang_handler")
    assert (answer["state"], answer["unit"]) == ("accepted", "township_baiyang")


def test_the_objection_window_ends_by_the_clock_alone(
    deployment: Deployment, clients: dict[str, Client], listener: Listener
):
    begin(deployment, "case-lapse")
    walk(clients, "case-lapse", until="sign_for_case")
    deployment.set_clock(on("2026-03-10", "00:00"))

    def lapsed() -> list[dict]:
        stopped = [body for name, body in listener.hear() if name == "clock_stopped.v1"]
        return [body for body in stopped if body["case_no"] == "case-lapse" and body["reason_code"] == "lapsed"]

    (told,) = wait_until(lapsed, "the lapse")
    assert (told["clock_id"], told["stopped_at"], told["met"]) == ("K4", "2026-03-09T16:00:00.000Z", True)


def test_a_message_nobody_can_read_is_set_aside_and_holds_up_nothing(
    deployment: Deployment, clients: dict[str, Client]
):
    bad = registered(deployment, "case-bad")
    bad.data.pop("category")
    deployment.send(bad)
    begin(deployment, "case-good")
    wait_until(lambda: deployment.store["parked_events"].count_documents({}) == 1, "one parked message")
    assert walk(clients, "case-good", until="route_case")["unit"] == "dept_water"


def test_a_killed_worker_loses_nothing_and_a_second_one_doubles_nothing(
    deployment: Deployment, clients: dict[str, Client], listener: Listener
):
    numbers = [f"case-crash-{number}" for number in range(30)]
    deployment.start_ready("worker")
    victim = next(one for one in deployment.running[1:] if one.process.poll() is None)
    deployment.send(*(registered(deployment, number) for number in numbers))
    victim.kill()
    deployment.running.remove(victim)
    deployment.send(*(linked(deployment, number) for number in numbers))
    for number in numbers:
        wait_until(lambda number=number: deployment.applied("intake", number) == 2, f"{number} applied")
    expected = {(number, version) for number in numbers for version in (1, 2)}

    def everything_was_told() -> bool:
        return {(body.get("case_no"), body.get("case_version")) for _, body in listener.hear()} >= expected

    # A killed relay may tell an event again, with the same number: delivery is at least once, effects exactly once.
    wait_until(everything_was_told, "everything told")
    assert deployment.store["outbox"].count_documents({"subject": {"$in": numbers}}) == len(expected)
