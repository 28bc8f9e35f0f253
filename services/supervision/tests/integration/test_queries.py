"""What the queries answer, to whom, and that every list is read by an index, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from supervision_builders import (
    BUREAU,
    DAY,
    DUE,
    HANDLER,
    INSPECTION,
    ISSUED,
    LEADERSHIP,
    SETTINGS,
    START,
    an_attempt,
)

from chassis.refusal import Refusal
from chassis.service import Call
from chassis.unit_of_work import Units
from petition_supervision.adapters.due_timer import DueTimer
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import facts
from petition_supervision.domain.answers import ReportResult, Score
from petition_supervision.domain.errors import NotYourCase, NotYourUnit
from petition_supervision.entrypoints import questions, rpc

WATER = "dept_water"
OPEN, FINISHED, REPORTED = "640425202603020001", "640425202603020002", "640425202603020003"
LISTS: dict[str, tuple[Callable[..., Any], type]] = {
    "list_due_clocks": (rpc.list_due_clocks, questions.ListDueClocks),
    "list_missed": (rpc.list_missed, questions.ListMissed),
    "list_follow_ups_due": (rpc.list_follow_ups_due, questions.ListFollowUpsDue),
    "list_hand_downs": (rpc.list_hand_downs, questions.ListHandDowns),
}


def a_call(unit: str = BUREAU, roles: frozenset[str] = frozenset(), now: datetime = DUE + 2 * DAY) -> Call:
    return Call(unit, unit, "P0001", roles, "", None, now, "")


def ask(units: Units, name: str, call: Call | None = None, **data: Any) -> dict[str, Any]:
    handle, schema = LISTS[name]
    return handle(units.database, call or a_call(), schema().load(data))


def case_nos(answer: dict[str, Any]) -> list[str]:
    return [item["case_no"] for item in answer["items"]]


def started(clock_id: str, unit: str = HANDLER, due_at: datetime = DUE, kind: str | None = None) -> facts.ClockStarted:
    return facts.ClockStarted(clock_id, kind or clock_id, unit, START, due_at, False, "2026", 1, None)


@pytest.fixture
def county(units: Units, clock: Any) -> Iterator[Units]:
    """One case open and overdue, one finished and to be followed up, one reported upwards."""

    def fill(uow: Any) -> None:
        work = MongoWork(uow, SETTINGS)
        for case_no, issued in ((OPEN, None), (FINISHED, ISSUED), (REPORTED, ISSUED)):
            facts.registered(work, case_no, facts.Registered(BUREAU, START, False, issued))
        facts.clock_started(work, OPEN, started("K3"), START)
        facts.clock_started(work, OPEN, started("K5", due_at=DUE + 45 * DAY), START)
        facts.clock_started(work, FINISHED, started("K7", "petitioner", DUE + 30 * DAY), START)
        for case_no, unit in ((FINISHED, HANDLER), (REPORTED, WATER)):
            facts.accepted(work, case_no, unit, START)
            facts.opinion_delivered(work, case_no, 1, None, START)
            facts.confirmed(work, case_no, 1, unit, DUE)
        case = work.cases.require(REPORTED)
        case.record_follow_up(an_attempt(Score.SATISFIED, reason="办得好"))
        case.report_hand_down(ReportResult.RESOLVED, "P0018", DUE + DAY, work.units.get())
        work.cases.save(case)

    units.run(fill)
    clock.instant = DUE
    DueTimer(SETTINGS).run(units, DUE)
    yield units


def test_running_clocks_come_by_due_instant_the_overdue_first(county: Units) -> None:
    items = ask(county, "list_due_clocks")["items"]

    assert [(item["case_no"], item["clock_id"]) for item in items] == [
        (OPEN, "K3"),
        (FINISHED, "K7"),
        (OPEN, "K5"),
        (FINISHED, "K11-report"),
    ]
    assert items[0]["missed_at"] == "2026-03-17T16:00:00.000Z"
    assert items[0]["next_step"] == "urge"
    assert (items[2]["next_step"], items[2]["kind_zh"]) == ("remind_10", "办结")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"kind": "K5"}, ["K5"]),
        ({"unit": HANDLER}, ["K3", "K5"]),
        ({"unit": HANDLER, "kind": "K3"}, ["K3"]),
        ({"before": "2026-03-17T16:00:00Z"}, []),
        ({"before": "2026-03-17T16:00:00.001Z"}, ["K3"]),
        ({"before": "2026-03-18T00:00:00.001+08:00"}, ["K3"]),
        ({"unit": WATER}, []),
    ],
)
def test_running_clocks_can_be_narrowed(county: Units, data: dict[str, str], expected: list[str]) -> None:
    assert [item["clock_id"] for item in ask(county, "list_due_clocks", **data)["items"]] == expected


def test_a_miss_is_listed_with_its_kind(county: Units) -> None:
    (item,) = ask(county, "list_missed")["items"]

    assert (item["case_no"], item["kind"], item["unit"], item["stopped_at"]) == (OPEN, "K3", HANDLER, None)
    assert ask(county, "list_missed", kind="K5")["items"] == []


def test_pending_follow_ups_are_listed_until_they_are_recorded(county: Units) -> None:
    (item,) = ask(county, "list_follow_ups_due")["items"]

    assert (item["case_no"], item["unit"], item["overdue_at"]) == (FINISHED, HANDLER, None)
    assert ask(county, "list_follow_ups_due", before="2026-03-20T00:00:00Z")["items"] == []


def test_the_ledger_says_what_is_missing_and_what_was_reported(county: Units) -> None:
    (open_entry,) = ask(county, "list_hand_downs", state="open")["items"]
    (reported,) = ask(county, "list_hand_downs", state="reported")["items"]

    assert (open_entry["case_no"], open_entry["late"]) == (FINISHED, False)
    assert open_entry["missing"] == ["FOLLOW_UP_MISSING"]
    assert (reported["case_no"], reported["missing"], reported["result"]) == (REPORTED, [], "resolved")
    assert reported["feedback_due_on"] == "2026-05-31"
    assert case_nos(ask(county, "list_hand_downs")) == [FINISHED, REPORTED]
    later = a_call(now=DUE + 90 * DAY)
    assert [item["late"] for item in ask(county, "list_hand_downs", later)["items"]] == [True, False]


@pytest.mark.parametrize(
    ("name", "own", "others"),
    [
        ("list_due_clocks", [OPEN, OPEN], []),
        ("list_missed", [OPEN], []),
        ("list_follow_ups_due", [FINISHED], []),
        ("list_hand_downs", [FINISHED], [REPORTED]),
    ],
)
def test_a_unit_sees_its_own_and_the_leadership_everything(
    county: Units, name: str, own: list[str], others: list[str]
) -> None:
    everything = case_nos(ask(county, name))

    assert case_nos(ask(county, name, a_call(LEADERSHIP))) == everything
    assert case_nos(ask(county, name, a_call(HANDLER))) == own
    assert case_nos(ask(county, name, a_call(WATER))) == others
    with pytest.raises(NotYourUnit):
        ask(county, name, a_call(WATER), unit=HANDLER)


def test_a_follow_up_officer_of_any_unit_sees_what_is_to_be_followed_up(county: Units) -> None:
    officer = a_call(INSPECTION, frozenset({"follow_up_officer"}))

    assert case_nos(ask(county, "list_follow_ups_due", officer)) == [FINISHED]
    with pytest.raises(NotYourUnit):
        ask(county, "list_follow_ups_due", a_call(INSPECTION), unit=HANDLER)


def get(units: Units, case_no: str, call: Call) -> dict[str, Any]:
    return rpc.get_supervised_case(units.database, call, {"case_no": case_no})


def test_one_case_is_shown_in_full_to_whom_it_concerns(county: Units) -> None:
    shown = get(county, REPORTED, a_call(WATER))

    assert shown["case_version"] == 4
    assert shown["handlers"] == [WATER]
    assert shown["hand_down"]["state"] == "reported"
    assert [(clock["clock_id"], clock["state"]) for clock in shown["clocks"]] == [
        ("K11-report", "stopped"),
        ("SHARE", "lapsed"),
    ]
    with pytest.raises(NotYourCase):
        get(county, REPORTED, a_call(HANDLER))
    with pytest.raises(Refusal) as refused:
        get(county, "640425209901010001", a_call())
    assert refused.value.code == "NOT_FOUND"


def test_the_petitioners_words_are_not_shown_to_the_unit_that_handled_the_case(county: Units) -> None:
    (for_bureau,) = get(county, REPORTED, a_call())["follow_ups"]
    (for_unit,) = get(county, REPORTED, a_call(WATER))["follow_ups"]

    assert for_bureau["attempts"][0]["reason"] == "办得好"
    assert "reason" not in for_unit["attempts"][0]
    assert for_unit["attempts"][0]["score"] == "satisfied"


def test_a_follow_up_that_is_late_says_so(county: Units) -> None:
    def late(now: datetime) -> bool:
        return get(county, FINISHED, a_call(now=now))["follow_ups"][0]["late"]

    # Closed in the first moment of the 18th, so due at the end of 2 April: 16 days after that moment.
    assert late(DUE + 16 * DAY - timedelta(milliseconds=1)) is False
    assert late(DUE + 16 * DAY) is True
    assert get(county, OPEN, a_call())["hand_down"] is None


def test_a_case_known_only_by_a_clock_can_be_shown(units: Units) -> None:
    new_kind = started("K3", kind="K99")
    units.run(lambda uow: facts.clock_started(MongoWork(uow, SETTINGS), OPEN, new_kind, START))

    shown = get(units, OPEN, a_call(HANDLER))

    assert (shown["registered_by_unit"], shown["clocks"][0]["kind_zh"]) == (None, None)


def test_pages_follow_each_other_without_gap_or_repeat(units: Units) -> None:
    def fill(uow: Any) -> None:
        for number in range(25):
            facts.clock_started(MongoWork(uow, SETTINGS), f"{OPEN}-{number:02}", started("K3"), START)

    units.run(fill)
    seen: list[str] = []
    cursor = None
    while True:
        answer = ask(units, "list_due_clocks", limit=10, cursor=cursor)
        seen += case_nos(answer)
        cursor = answer["next"]
        if cursor is None:
            break

    assert seen == [f"{OPEN}-{number:02}" for number in range(25)]
    with pytest.raises(Refusal):
        ask(units, "list_due_clocks", cursor="not-a-cursor")


@pytest.mark.parametrize("name", list(LISTS))
@pytest.mark.parametrize("unit", [None, HANDLER])
@pytest.mark.parametrize("extra", [{}, {"kind": "K3"}, {"before": "2027-01-01T00:00:00Z"}, {"state": "open"}])
def test_no_list_reads_a_whole_collection_or_sorts_in_memory(
    county: Units, name: str, unit: str | None, extra: dict[str, str]
) -> None:
    if set(extra) - set(LISTS[name][1]().fields):
        extra = {}
    county.database.command("profile", 2)

    ask(county, name, unit=unit, **extra)

    county.database.command("profile", 0)
    reads = [row for row in county.database["system.profile"].find({"op": "query"}) if ".units" not in row["ns"]]
    assert reads
    assert all("IXSCAN" in row["planSummary"] and not row.get("hasSortStage") for row in reads)
