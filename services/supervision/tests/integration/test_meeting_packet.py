"""The packet of a meeting on a real store: each figure is as large as the list it names, and an index counts it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from supervision_builders import BUREAU, DAY, HANDLER, SETTINGS, START, TOWNSHIP, UNITS
from urgent_builders import HOUR, mark

from chassis.service import Call
from chassis.unit_of_work import UnitOfWork, Units
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.ladder import Trigger
from petition_supervision.domain.supervision_item import SupervisionItem
from petition_supervision.domain.urgent_matter import KIND
from petition_supervision.entrypoints.rpc import QUERIES
from workdays import local_day

TODAY = local_day(START)
ASK = {query.name: query for query in QUERIES}


def ask(units: Units, asking: str, name: str, **data: Any) -> dict[str, Any]:
    call = Call(asking, asking, None, frozenset(), "key", None, START, "test")
    return ASK[name].handle(units.database, call, ASK[name].schema().load(data))


@pytest.fixture
def busy(units: Units) -> Units:
    """Three filings in two months, a missed report, an open item."""

    def fill(uow: UnitOfWork) -> None:
        work = MongoWork(uow, SETTINGS)
        for number, (unit, on) in enumerate(
            ((TOWNSHIP, TODAY), (HANDLER, TODAY), (HANDLER, TODAY - timedelta(days=TODAY.day)))
        ):
            quarter = f"{on.year}-Q{(on.month + 2) // 3}"
            work.filings.filed(f"6404252026030200{number:02}", {"quarter": quarter, "received_on": on.isoformat()})
            work.filings.routed(f"6404252026030200{number:02}", unit)
        matter = mark()(work)
        matter.fire(KIND, matter.clocks[KIND].due_at - HOUR, UNITS)
        matter.fire(KIND, matter.clocks[KIND].due_at, UNITS)
        work.urgent_matters.save(matter)
        due_on = local_day(START + DAY)
        work.items.save(
            SupervisionItem.open(
                "DB2026-0001", Trigger.EVASION_OR_DELAY, HANDLER, None, BUREAU, None, "P0018", due_on, START
            )
        )

    units.run(fill)
    return units


def test_each_figure_is_as_large_as_the_list_it_names(busy: Units) -> None:
    packet = ask(busy, BUREAU, "get_meeting_packet", kind="county_joint", day=TODAY.isoformat())
    figures = {row["figure"]: row for row in packet["figures"]}

    assert (figures["filings"]["now"], figures["filings"]["before"]) == (2, 1)
    assert (figures["missed"]["now"], figures["still_undone"]["now"], figures["items_open"]["now"]) == (1, 1, 1)
    for row in figures.values():
        if row["listed_by"] is not None:
            listed = ask(busy, BUREAU, row["listed_by"]["method"], **row["listed_by"]["data"])
            assert len(listed["items"]) == row["now"], row["figure"]
    assert len(packet["overdue"]) == 1
    assert "挂账督办1件" in packet["text_zh"]


def test_a_unit_has_its_own_matters_before_it_and_nobody_elses(busy: Units) -> None:
    own = ask(busy, TOWNSHIP, "get_meeting_packet", kind="township_monthly", day=TODAY.isoformat())
    assert (own["unit"], own["figures"][0]["now"]) == (TOWNSHIP, 1)
    assert [row["now"] for row in own["figures"] if row["figure"] == "items_open"] == [0]
    with pytest.raises(NotYourUnit):
        ask(busy, TOWNSHIP, "get_meeting_packet", kind="township_monthly", unit=HANDLER, day=TODAY.isoformat())


@pytest.mark.parametrize("unit", [None, TOWNSHIP])
def test_every_count_of_a_packet_is_made_by_an_index(busy: Units, unit: str | None) -> None:
    of_unit = {} if unit is None else {"unit": unit}
    handled = {} if unit is None else {"responsible_unit": unit}
    days = {"$gte": "2026-03-01", "$lte": "2026-03-31"}
    for name, wanted in (
        ("filings", {"quarter": {"$in": ["2026-Q1"]}, **of_unit, "received_on": days}),
        ("missed", {**of_unit, "missed_at": {"$gte": START, "$lt": START + DAY}}),
        ("missed", {"stopped_at": None, **of_unit}),
        ("supervision_items", {"state": "open", **of_unit}),
        ("urgings", {"state": "open", **of_unit}),
        ("cases", {"hand_down.state": "open", **handled}),
        ("due", {"what": "follow_up_reading", **of_unit, "kind": "dissatisfied"}),
        ("meetings", {"kind": "county_joint", **of_unit}),
    ):
        plan = str(busy.database[name].find(wanted).explain()["queryPlanner"]["winningPlan"])
        assert "COLLSCAN" not in plan, name


def test_a_meeting_of_the_next_month_sees_what_was_missed_then_as_the_month_before(busy: Units) -> None:
    after = date(TODAY.year, TODAY.month, 1) + timedelta(days=32)
    packet = ask(busy, BUREAU, "get_meeting_packet", kind="county_joint", day=after.isoformat())
    assert (packet["figures"][1]["now"], packet["figures"][1]["before"]) == (0, 1)
