"""Review and re-review over the real broker, from the petitioner's request to the end and beyond."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from assignment_journey import begin, walk
from assignment_processes import Deployment, Listener, wait_until
from assignment_world import on

from petition_client import Client, Refused

COUNTY, CITY, BUREAU = "county_leadership", "city_government", "petition_bureau"


@pytest.fixture
def clients(deployment: Deployment) -> Iterator[dict[str, Client]]:
    with ExitStack() as stack:
        callers = (BUREAU, "dept_water", COUNTY, CITY)
        yield {caller: stack.enter_context(deployment.agency(caller)) for caller in callers}


@pytest.fixture
def listener(deployment: Deployment) -> Iterator[Listener]:
    opened = deployment.listen()
    yield opened
    opened.close()


class Path:
    """One case, and short ways to go on with it."""

    def __init__(self, deployment: Deployment, clients: dict[str, Client], case_no: str) -> None:
        self.deployment, self.clients, self.case_no = deployment, clients, case_no
        begin(deployment, case_no)
        walk(clients, case_no)

    def ask(self, level: str, at: str, number: int) -> None:
        told = {"level": level, "requested_at": at, "late_reason_given": False, "round": 1}
        self.deployment.send(self.deployment.event("intake", "review_requested", self.case_no, **told))
        wait_until(lambda: self.deployment.applied("intake", self.case_no) == number, "the request applied")

    def do(self, caller: str, person: str, command: str, **data: Any) -> dict[str, Any]:
        return self.clients[caller].call("assignment", command, {"case_no": self.case_no, **data}, actor=person)

    def seen_by(self, caller: str, person: str) -> dict[str, Any]:
        return self.clients[caller].call("assignment", "get_case", {"case_no": self.case_no}, actor=person)


DECISION = {"reasons": "事实清楚", "legal_basis": "《信访工作条例》"}


def test_a_matter_goes_through_review_and_re_review_to_its_end_and_is_reopened_on_new_facts(
    deployment: Deployment, clients: dict[str, Client], listener: Listener
):
    path = Path(deployment, clients, "case-reviewed")
    wait_until(lambda: "case_confirmed.v1" in listener.about("case-reviewed"), "confirmed")
    mark = len(listener.about("case-reviewed"))

    path.ask("review", "2026-03-02T01:00:00.000Z", 3)
    waiting = clients[COUNTY].call("assignment", "list_reviews", {"unit": COUNTY}, actor="leader1")["items"]
    assert "case-reviewed" in [row["case_no"] for row in waiting]
    path.do(COUNTY, "leader1", "accept_review", notice_no="复查受1号")
    path.do(COUNTY, "leader1", "decide_review", outcome="upheld", document_no="复查1号", **DECISION)
    handed_over = {"method": "direct", "delivered_on": "2026-03-02", "receipt_no": "回执2号"}
    path.do(COUNTY, "leader2", "deliver_review", **handed_over)

    path.ask("re_review", "2026-03-02T01:00:00.000Z", 4)
    path.do(CITY, "city_handler", "accept_review", notice_no="复核受1号")
    with pytest.raises(Refused) as refused:
        path.do(CITY, "city_handler", "open_hearing")
    assert (refused.value.code, refused.value.field) == ("REVIEW_HEARING_NOT_CALLED", "case_no")
    called = {"hearing_on": "2026-03-10", "place": "市信访局听证室", "participants": "信访人某某"}
    path.do(CITY, "city_handler", "call_review_hearing", notice_no="听通1号", **called)
    deployment.set_clock(on("2026-03-10"))
    path.do(CITY, "city_handler", "open_hearing")
    with pytest.raises(Refused) as refused:
        path.do(CITY, "city_head", "decide_review", outcome="upheld", document_no="复核1号", **DECISION)
    assert refused.value.code == "ILLEGAL_TRANSITION"
    deployment.set_clock(on("2026-03-12"))
    path.do(CITY, "city_handler", "close_hearing", record_no="笔录1号", summary="双方陈述完毕")
    shown = path.seen_by(CITY, "city_head")
    assert {clock["clock_id"]: clock["due_on"] for clock in shown["clocks"]}["K10"] == "2026-04-07"
    path.do(CITY, "city_head", "decide_review", outcome="upheld", document_no="复核1号", **DECISION)
    path.do(CITY, "city_head", "deliver_review", **{**handed_over, "delivered_on": "2026-03-12"})
    assert path.seen_by(BUREAU, "dispatcher")["final"]["reference_no"] == "复核1号"

    data = {"new_facts": "新的验收记录", "comparison": "原处理时没有", "due_on": "2026-05-06"}
    answer = path.do(BUREAU, "dispatcher", "reopen_on_new_facts", **data)
    assert (answer["state"], answer["round"]) == ("in_handling", 2)

    wait_until(lambda: "case_reopened.v1" in listener.about("case-reviewed"), "reopened")
    wait_until(lambda: listener.about("case-reviewed")[-1] == "clock_started.v1", "the clock of the new round")
    assert listener.about("case-reviewed")[mark:] == [
        "clock_stopped.v1",
        "clock_started.v1",
        "review_accepted.v1",
        "review_decided.v1",
        "review_delivered.v1",
        "clock_stopped.v1",
        "clock_started.v1",
        "clock_stopped.v1",
        "clock_started.v1",
        "review_accepted.v1",
        "review_hearing_called.v1",
        "hearing_opened.v1",
        "clock_paused.v1",
        "hearing_closed.v1",
        "clock_resumed.v1",
        "review_decided.v1",
        "clock_stopped.v1",
        "review_delivered.v1",
        "case_finalised.v1",
        "case_reopened.v1",
        "round_opened.v1",
        "clock_started.v1",
    ]
    written = str([body for _, body in listener.heard if body.get("case_no") == "case-reviewed"])
    assert not [
        words
        for words in ("事实清楚", "信访人某某", "双方陈述完毕", "新的验收记录", "原处理时没有")
        if words in written
    ]


def test_an_opinion_ordered_anew_is_given_anew_with_another_outcome(deployment: Deployment, clients: dict[str, Client]):
    path = Path(deployment, clients, "case-anew")
    path.ask("review", "2026-03-02T01:00:00.000Z", 3)
    with pytest.raises(Refused) as refused:
        path.do(COUNTY, "auditor", "accept_review", notice_no="复查受2号")
    assert refused.value.code == "FORBIDDEN"
    path.do(COUNTY, "leader1", "accept_review", notice_no="复查受2号")
    with pytest.raises(Refused) as refused:
        path.do(COUNTY, "leader1", "decide_review", outcome="ordered_anew", document_no="复查2号", **DECISION)
    assert (refused.value.code, refused.value.field) == ("REDO_DATE_REQUIRED", "due_on")
    anew = {"outcome": "ordered_anew", "document_no": "复查2号", "due_on": "2026-04-15", **DECISION}
    assert path.do(COUNTY, "leader1", "decide_review", **anew)["round"] == 2
    opinion = {"request": "要求通水", "facts_and_reasons": "a", "opinion": "b", "legal_basis": "c"}
    opinion |= {"approved_by": "water_head"}
    with pytest.raises(Refused) as refused:
        path.do("dept_water", "water_handler", "issue_opinion", outcome="support", **opinion)
    assert (refused.value.code, refused.value.field) == ("SAME_OUTCOME_AGAIN", "outcome")
    answer = path.do("dept_water", "water_handler", "issue_opinion", outcome="explain", **opinion)
    assert (answer["state"], answer["round"]) == ("opinion_issued", 2)
