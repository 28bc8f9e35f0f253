"""Answers that open no review, and cases of units that are no more, as the petitioner sees them."""

from datetime import date

import pytest
from intake_builders import NOW
from intake_fakes import World
from intake_register import DEPARTMENT

from petition_intake.domain.states import State


@pytest.fixture
def case_no(world: World) -> str:
    return world.register().case_no


def test_an_answer_that_opens_no_review_is_shown_without_a_remedy(world: World, case_no: str) -> None:
    world.tell(case_no, "suggestion_answered", unit=DEPARTMENT, answered_at=NOW, round=1)
    assert world.fares(case_no).told_state is State.OPINION_ISSUED
    world.tell(
        case_no, "answer_delivered", unit=DEPARTMENT, delivered_on=date(2026, 4, 2), receipt_no="回执1号", round=1
    )
    progress = world.fares(case_no)
    assert (progress.told_state, progress.remedy) == (State.DELIVERED, None)
    assert progress.documents[-1].receipt_no == "回执1号"


def test_the_successor_of_an_abolished_unit_has_the_case_where_it_stood(world: World, case_no: str) -> None:
    world.tell(case_no, "suggestion_answered", unit=DEPARTMENT, answered_at=NOW, round=1)
    world.tell(case_no, "case_succeeded", unit="dept_housing")
    progress = world.fares(case_no)
    assert (progress.unit, progress.told_state) == ("dept_housing", State.OPINION_ISSUED)
