"""One ordinary matter, from the window to the figures, and what is refused on its way."""

from __future__ import annotations

import signal
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from chassis.clock import ManualClock, set_manual_clock
from chassis.event import format_instant
from county_year.county import County
from county_year.matters import BUREAU
from county_year.quiet import Quiet
from local_stack.testing.whole_stack import WholeStack
from petition_client import Client, Refused
from workdays import Calendar, end_of_day, local_day

HOUSING_CATEGORY = "010201"
"""宅基地审批: the catalogue gives it to the township the place lies in."""
TOWNSHIP = "township_caomiao"
PORTAL = "citizen_portal"


class Officers:
    """Calls in the name of officers; waits until everybody has heard before the next call."""

    def __init__(self, stack: WholeStack, client_of: Callable[[str], Client], county: County) -> None:
        self._stack = stack
        self._client_of = client_of
        self._county = county
        self.quiet = Quiet(client_of(BUREAU))

    def call(self, unit: str, role: str | None, service: str, method: str, data: dict[str, Any], **more: Any) -> Any:
        actor = self._county.officer(unit, role) if role else None
        answer = self._client_of(unit).call(service, method, data, actor=actor, **more)
        self.quiet.wait()
        return answer

    def person(self, unit: str, role: str) -> str:
        return self._county.officer(unit, role)

    def days_later(self, days: int) -> None:
        """Let time go on, to a working day's same hour."""
        file = self._stack.home / "clock"
        now = ManualClock(file).now() + timedelta(days=days)
        while not Calendar.published().is_working_day(local_day(now)):
            now += timedelta(days=1)
        set_manual_clock(file, now)
        self.quiet.wait()

    def today(self) -> Any:
        return local_day(ManualClock(self._stack.home / "clock").now())


@pytest.fixture(scope="module")
def officers(stack: WholeStack, client_of: Callable[[str], Client], county: County) -> Officers:
    officers = Officers(stack, client_of, county)
    officers.days_later(1)
    return officers


@pytest.fixture(scope="module")
def village(county: County) -> Any:
    township = next(code for code, unit in county.township_units.items() if unit == TOWNSHIP)
    return next(village for village in county.villages if village.township_code == township)


def filing(village: Any, **more: Any) -> dict[str, Any]:
    return {
        "channel": "visit",
        "headcount": 2,
        "representatives": 1,
        "read_back_confirmed": True,
        "purpose": "appeal",
        "category": HOUSING_CATEGORY,
        "place": {"township_code": village.township_code, "village_code": village.code},
        "request": "请求对宅基地申请依法审批并书面答复。",
        "facts": "去年三月提交申请，材料齐全，至今没有结果。",
        "petitioners": [{"name": "海桂花", "phone": "19900000001", "address": f"彭阳县{village.name}三组"}],
        **more,
    }


def refused(code: str, call: Callable[[], Any]) -> Refused:
    with pytest.raises(Refused) as caught:
        call()
    assert caught.value.code == code, caught.value
    assert caught.value.zh and caught.value.en
    return caught.value


def test_a_matter_goes_from_the_window_to_the_figures(officers: Officers, village: Any, stack: WholeStack) -> None:
    key = str(uuid.uuid4())
    receipt = officers.call(BUREAU, "registrar", "intake", "register_petition", filing(village), key=key)
    again = officers.call(BUREAU, "registrar", "intake", "register_petition", filing(village), key=key)
    assert again == receipt, "the same key gives the same answer"
    case = {"case_no": receipt["case_no"]}
    other = filing(village, headcount=3)
    refused(
        "KEY_REUSED",
        lambda: officers.call(BUREAU, "registrar", "intake", "register_petition", other, key=key),
    )

    def route() -> Any:
        return officers.call(BUREAU, "dispatcher", "assignment", "route_case", {**case, "mode": "transfer"})

    refused("FIRST_OR_REPEAT_UNDECIDED", route)
    officers.call(BUREAU, "registrar", "intake", "decide_first_or_repeat", {**case, "decision": "first"})
    assert route()["unit"] == TOWNSHIP, "the catalogue chose the township of the place"

    def by_township(role: str, command: str, /, **data: Any) -> Any:
        return officers.call(TOWNSHIP, role, "assignment", command, {**case, **data})

    refused(
        "NOT_YOUR_CASE",
        lambda: officers.call("dept_water", "signer", "assignment", "sign_for_case", case),
    )
    refused(
        "STALE_VERSION",
        lambda: officers.call(TOWNSHIP, "signer", "assignment", "sign_for_case", case, expected_version=1),
    )
    by_township("signer", "sign_for_case")
    by_township("handler", "accept_case", track=6, notice_no="草庙受理1号")
    accepted_on = officers.today()
    by_township(
        "handler",
        "set_responsibility",
        lead_leader=officers.person(TOWNSHIP, "unit_head"),
        station=TOWNSHIP,
        person=officers.person(TOWNSHIP, "handler"),
        due_on=(accepted_on + timedelta(days=40)).isoformat(),
    )
    officers.days_later(30)
    by_township("unit_head", "extend_case", days=30, reason_code="evidence_needed", reason="需核查。", notice_no="延1")
    seen = officers.call(BUREAU, "dispatcher", "assignment", "get_case", case)
    limit = next(clock for clock in seen["clocks"] if clock["kind"] == "K5")
    lawful = Calendar.published().next_working_day(accepted_on + timedelta(days=89))
    assert limit["due_at"] <= format_instant(end_of_day(lawful)), "60 and 30 days, rolled to a working day"
    officers.days_later(10)
    by_township(
        "handler",
        "issue_opinion",
        request="审批宅基地",
        facts_and_reasons="申请属实，符合一户一宅。",
        opinion="予以批准并发放批准书。",
        legal_basis="《土地管理法》第六十二条",
        outcome="support",
        approved_by=officers.person(TOWNSHIP, "unit_head"),
    )
    by_township(
        "handler", "record_delivery", method="direct", delivered_on=officers.today().isoformat(), receipt_no="回执1"
    )
    by_township("handler", "complete_case", level="township")
    officers.call(BUREAU, "dispatcher", "assignment", "confirm_case", case)
    refused(
        "ILLEGAL_TRANSITION",
        lambda: by_township("handler", "accept_case", track=6, notice_no="再受理"),
    )
    satisfied = {"method": "call", "reached": True, "score": "satisfied", "promise_kept": True}
    officers.call(BUREAU, "follow_up_officer", "supervision", "record_follow_up", {**case, **satisfied})
    ratings = {"bureau_rating": "satisfied", "unit_rating": "satisfied", "query_code": receipt["query_code"]}
    officers.call(PORTAL, None, "intake", "rate_petition", {**case, **ratings})

    tracked = officers.call(PORTAL, None, "intake", "track_petition", {**case, "query_code": receipt["query_code"]})
    assert "海桂花" not in str(tracked), "no name is shown to whoever knows a number and a code"
    heard = officers.call(BUREAU, "dispatcher", "metrics", "get_case_timeline", case)
    kinds = {event["type"] for event in heard["heard"]}
    assert {"petition_registered.v1", "case_confirmed.v1", "follow_up_recorded.v1", "petition_rated.v1"} <= kinds

    for process in ("intake-rpc", "assignment-worker", "metrics-worker"):
        stack.signal(process, signal.SIGKILL)
    found = officers.call(BUREAU, "dispatcher", "assignment", "get_case", case)
    assert found["state"] == "confirmed", "started again, the case is where it was"


def test_a_filing_is_refused_for_what_the_law_asks_of_it(officers: Officers, village: Any) -> None:
    def register(**more: Any) -> Any:
        return officers.call(BUREAU, "registrar", "intake", "register_petition", filing(village, **more))

    six = refused("TOO_MANY_REPRESENTATIVES", lambda: register(headcount=8, representatives=6))
    assert six.field == "representatives"
    assert register(headcount=8, representatives=5)["case_no"]
    nameless = refused("NAME_AND_ADDRESS_REQUIRED", lambda: register(petitioners=[{"address": "彭阳县"}]))
    assert (nameless.field or "").startswith("petitioners")


def test_a_web_petition_reaches_its_unit_within_two_steps_of_an_officer(officers: Officers, village: Any) -> None:
    """网上一键直达: deciding whether it is the first, and sending it; nobody chooses the unit or writes its name."""
    posted = filing(village, channel="web", form="mobile")
    for of_visits in ("headcount", "representatives", "read_back_confirmed"):
        del posted[of_visits]
    receipt = officers.call(PORTAL, "registrar", "intake", "register_petition", posted)
    case = {"case_no": receipt["case_no"]}
    steps = (
        ("registrar", "intake", "decide_first_or_repeat", {"decision": "first"}),
        ("dispatcher", "assignment", "route_case", {"mode": "transfer"}),
    )
    for role, service, command, data in steps:
        officers.call(BUREAU, role, service, command, {**case, **data})
    inbox = officers.call(TOWNSHIP, "signer", "assignment", "list_cases", {"view": "unsigned"})
    assert case["case_no"] in {row["case_no"] for row in inbox["items"]}, "it waits for the township's signature"
    seen = officers.call(TOWNSHIP, "signer", "assignment", "get_case", case)
    assert seen["routing"]["routed_at"] >= receipt["registered_at"]
