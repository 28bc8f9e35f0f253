"""The three colours over the real bus and store: counted from events, graded when the quarter is over, explained."""

from __future__ import annotations

from typing import Any

import pytest
from supervision_builders import BUREAU, DAY, HANDLER, START, TOWNSHIP
from supervision_neighbours import Neighbours, instant

from petition_client import Refused


def file(around: Neighbours, case_no: str, unit: str | None, **changes: Any) -> None:
    filing = {
        "registered_by_unit": BUREAU,
        "registered_at": instant(around.now),
        "received_at": instant(around.now),
        "registered_level": "county",
        "purpose": "appeal",
        "skip_level": False,
        "anonymous": False,
        "place": {"township_code": "640425208"},
        "hand_down": None,
    }
    around.tell("intake", "petition_registered.v1", case_no, **{**filing, **changes})
    if unit is not None:
        around.tell("assignment", "case_routed.v1", case_no, unit=unit)


def colour(around: Neighbours, unit: str) -> tuple[str, int, int, int, bool]:
    grade = around.call("get_unit_grade", BUREAU, {"unit": unit, "quarter": "2026-Q1"}, actor="P0018")
    assert len(grade["items"]) == grade["filings"] + grade["skip_level_visits"] + grade["elsewhere"]
    return grade["colour"], grade["filings"], grade["skip_level_visits"], grade["elsewhere"], grade["final"]


def test_units_are_graded_when_the_quarter_is_over_and_for_good_when_late_changes_are_in(around: Neighbours) -> None:
    for number in range(3):
        file(around, f"64042520260302000{number}", HANDLER)
    file(around, "640425202603020003", None)
    file(around, "640425202603020004", "dept_tax", skip_level=True, registered_level="city")
    file(around, "640425202603020005", "dept_government_office", registered_level="township")
    file(around, "640425202603020006", "dept_government_office", purpose="suggestion")
    around.settle()
    # Before the quarter is over its colour so far is shown, and nobody is graded.
    assert colour(around, HANDLER) == ("red", 3, 0, 0, False)
    assert around.call("list_unit_grades", BUREAU, {"quarter": "2026-Q1"}, actor="P0018")["items"] == []

    around.at(START + 33 * DAY)
    around.settle()
    assert colour(around, TOWNSHIP) == ("orange", 1, 0, 0, False)
    assert colour(around, "dept_tax") == ("red", 0, 1, 0, False)
    assert colour(around, "dept_government_office") == ("yellow", 0, 0, 1, False)
    listed = around.call("list_unit_grades", BUREAU, {"quarter": "2026-Q1"}, actor="P0018")["items"]
    assert [row["unit"] for row in listed] == sorted(row["unit"] for row in listed) and len(listed) == 4

    supervised = around.call("list_supervisions", BUREAU, {}, actor="P0018")["items"]
    assert sorted(row["unit"] for row in supervised) == ["dept_housing", "dept_tax"]

    # The township has read its reminder; the housing department hands one of its three on, and is orange for good.
    around.call("acknowledge_reminder", TOWNSHIP, {"quarter": "2026-Q1"}, actor="P0201", key="read")
    around.tell("assignment", "case_routed.v1", "640425202603020000", unit="dept_tax")
    around.settle()
    # What was counted stays listed as it was counted until the quarter is graded again.
    assert colour(around, HANDLER) == ("red", 3, 0, 0, False)
    around.at(START + 60 * DAY)
    around.settle()
    assert colour(around, HANDLER) == ("orange", 2, 0, 0, True)
    assert colour(around, "dept_tax") == ("red", 1, 1, 0, True)
    told = [event["data"] for event in around.heard(f"{HANDLER}:2026-Q1")]
    assert [(one["colour"], one["final"], one["changed"]) for one in told] == [
        ("red", False, False),
        ("orange", True, True),
    ]
    assert [event["type"] for event in around.heard(f"{TOWNSHIP}:2026-Q1")] == [
        "unit_graded.v1",
        "reminder_acknowledged.v1",
        "unit_graded.v1",
    ]


def test_a_unit_sees_its_own_colour_and_no_other(around: Neighbours) -> None:
    asked = {"unit": HANDLER, "quarter": "2026-Q1"}
    with pytest.raises(Refused) as refused:
        around.call("get_unit_grade", TOWNSHIP, asked, actor="P0201")
    assert refused.value.code == "NOT_YOUR_UNIT"
    assert around.call("get_unit_grade", HANDLER, asked, actor="P0100")["colour"] == "yellow"
    with pytest.raises(Refused) as refused:
        around.call("get_unit_grade", HANDLER, {**asked, "quarter": "2026-Q5"}, actor="P0100")
    assert refused.value.field == "quarter"
