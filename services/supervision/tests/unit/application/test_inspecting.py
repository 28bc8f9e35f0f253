"""Only inspectors in office carry an inspection out (《信访工作条例》第十六条)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from inspection_builders import FIRST, SECOND, a_plan, a_term, a_work, an_act, at, day
from supervision_builders import HANDLER

from petition_supervision.application import inspecting
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.inspection_terms import FindingState


def refusal(act: Callable[[], object]) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code, refused.value.field


def test_an_inspection_names_units_of_the_register_and_inspectors_in_office() -> None:
    work = a_work()
    unknown = a_plan(units=("dept_unknown",))
    assert refusal(lambda: inspecting.open_inspection(work, unknown, "P0009")) == ("UNIT_UNKNOWN", "units")
    without = a_plan(inspectors=(FIRST, "P0018"))
    assert refusal(lambda: inspecting.open_inspection(work, without, "P0009")) == ("NOT_AN_INSPECTOR", "inspectors")
    past = a_plan(first_day=day(101), last_day=day(120))
    assert refusal(lambda: inspecting.open_inspection(work, past, "P0009")) == ("NOT_AN_INSPECTOR", "inspectors")
    last = a_plan(first_day=day(100), last_day=day(120))
    assert inspecting.open_inspection(work, last, "P0009").inspection_no == "ZD2026-0001"


def test_an_inspector_whose_term_is_over_does_nothing_more() -> None:
    work = a_work()
    number = inspecting.open_inspection(work, a_plan(), "P0009").inspection_no
    inspecting.relieve_inspector(work, FIRST, day(2), "调离。")
    work.now = at(3)
    over = ("NOT_AN_INSPECTOR", "actor")
    assert refusal(lambda: inspecting.record_inspection_act(work, number, an_act(done_on=day(2)))) == over
    inspecting.record_inspection_act(work, number, an_act(done_on=day(1)))
    give = (HANDLER, "超期。", True, day(30))
    assert refusal(lambda: inspecting.feed_back_finding(work, number, FIRST, *give)) == over
    assert inspecting.feed_back_finding(work, number, SECOND, *give).number == 1
    inspecting.answer_finding(work, number, HANDLER, 1, "已整改。")
    assert refusal(lambda: inspecting.check_finding(work, number, FIRST, 1, True, "a", None)) == over
    assert inspecting.check_finding(work, number, SECOND, 1, True, "a", None).state is FindingState.PUT_RIGHT
    inspecting.report_inspection_up(work, number, "P0009", day(3), "彭信报〔2026〕3号")
    assert not inspecting.conclude_inspection(work, number, "P0009", "结束。").is_open
    told = [type(event).__name__ for event in work.inspections.published]
    assert told == [
        "InspectionOpened",
        "InspectionActRecorded",
        "FindingFedBack",
        "RectificationAnswered",
        "RectificationChecked",
        "InspectionReportedUp",
        "InspectionConcluded",
    ]


def test_nobody_of_the_register_is_appointed() -> None:
    work = a_work()
    missing = ("INSPECTOR_ROLE_MISSING", "person")
    assert refusal(lambda: inspecting.appoint_inspector(work, "P9999", a_term())) == missing
    assert refusal(lambda: inspecting.appoint_inspector(work, "P0018", a_term())) == missing
    assert [type(event).__name__ for event in work.inspectors.published] == ["InspectorAppointed"] * 2
