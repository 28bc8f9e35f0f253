"""A report to the level above and a called hearing, as the petitioner follows them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from intake_builders import DAY, NOW
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.domain.notices import NoticeKind
from petition_intake.domain.states import State
from petition_intake.domain.step_details import details_of
from petition_intake.domain.steps import StepKind
from petition_intake.domain.wording import Wording

LEADERSHIP = "county_leadership"


def _at(day: int) -> Any:
    return NOW + day * DAY


@pytest.fixture
def case_no(world: World) -> str:
    return world.register().case_no


def test_a_report_upward_is_followed_without_its_reasons(world: World, case_no: str) -> None:
    """第二十二条第一款第一项: who decides is told, what was proposed and why is not."""
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    reported = {"decider": LEADERSHIP, "ground": "major", "proposed_unit": DEPARTMENT, "document_no": "报1号"}
    world.tell(case_no, "case_reported_for_decision", reported_at=_at(1), reported_by="P0015", round=1, **reported)
    withdrawn = {"document_no": "报1号", "withdrawn_by": "P0015", "withdrawn_at": _at(2)}
    world.tell(case_no, "report_for_decision_withdrawn", **withdrawn)
    world.tell(case_no, "case_reported_for_decision", reported_at=_at(3), reported_by="P0015", round=1, **reported)
    decided = {"decider": LEADERSHIP, "unit": DEPARTMENT, "document_no": "批1号", "as_proposed": True}
    world.tell(case_no, "reported_case_decided", decided_by="P0001", decided_at=_at(4), **decided)
    world.tell(case_no, "case_routed", mode="assign", unit=DEPARTMENT, routed_at=_at(4))

    progress = world.fares(case_no)
    assert [(step.kind, step.unit, step.details) for step in progress.steps_in_order[1:]] == [
        (StepKind.REPORTED_FOR_DECISION, LEADERSHIP, {}),
        (StepKind.REPORT_WITHDRAWN, BUREAU, {}),
        (StepKind.REPORTED_FOR_DECISION, LEADERSHIP, {}),
        (StepKind.REPORT_DECIDED, LEADERSHIP, {}),
        (StepKind.ROUTED, DEPARTMENT, {"mode": "assign"}),
    ]
    assert (progress.state, progress.unit) == (State.ROUTED, DEPARTMENT)


@pytest.mark.parametrize("kind", ["handling_hearing_called", "review_hearing_called"])
def test_the_day_of_a_hearing_is_shown_and_told_by_a_notice(world: World, case_no: str, kind: str) -> None:
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=_at(1))
    before = world.fares(case_no).state
    called = {"notice_no": "听通1号", "hearing_on": date(2026, 4, 8), "called_by": "P0200", "called_at": _at(9)}
    world.tell(case_no, kind, unit=DEPARTMENT, round=1, **called)

    progress = world.fares(case_no)
    step = progress.steps_in_order[-1]
    assert (step.kind, step.unit, step.at, progress.state) == (StepKind.HEARING_CALLED, DEPARTMENT, _at(9), before)
    assert details_of(step) == [Wording("听证日期 2026-04-08", "to be held on 2026-04-08")]
    notice = progress.notices[-1]
    assert (notice.kind, notice.document_no, notice.until) == (NoticeKind.HEARING_CALLED, "听通1号", date(2026, 4, 8))
    assert "2026-04-08" in notice.zh and "听通1号" in notice.zh and "2026-04-08" in notice.en
