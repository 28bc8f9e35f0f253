"""No officer is shown what a petitioner gave, before or after it counts (《信访工作条例》; no pressure on ratings)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from intake_builders import CITIZEN, DAY, HANDLER, NOW, REGISTRAR
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT
from window_fakes import FakeVisits

from petition_intake.application import window_service
from petition_intake.application.petitioner_access import rate_petition
from petition_intake.application.repeat_search import suggest_repeats
from petition_intake.application.viewing import ListFilter, get_petition, list_petitions
from petition_intake.application.window_service import Finished
from petition_intake.domain.officer import Officer
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.window_visit import Card

ANY_RATING = {level.value for level in RatingLevel}
CARD = Card("接访员", "接待来访", NOW.date())


def finished(world: World) -> str:
    case_no = world.register().case_no
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    world.tell(case_no, "case_confirmed", confirmed_at=NOW)
    return case_no


def said_to(world: World, officer: Officer, case_no: str) -> list[Any]:
    shown: list[Any] = [
        get_petition(world.files, world.registers, officer, case_no),
        list_petitions(world.archive, world.registers, officer, ListFilter(), 50, None),
    ]
    if officer is REGISTRAR:
        shown.append(suggest_repeats(world.files, world.archive, world.registers, officer, case_no))
    return shown


def gives_away(shown: Any) -> bool:
    """Whether a level of satisfaction stands anywhere in it, as a value."""
    text = json.dumps(shown, default=str)
    return any(f'"{level}"' in text for level in ANY_RATING)


@pytest.mark.parametrize("officer", [REGISTRAR, HANDLER])
@pytest.mark.parametrize("bureau", list(RatingLevel))
def test_no_officer_sees_which_rating_was_given(world: World, officer: Officer, bureau: RatingLevel) -> None:
    case_no = finished(world)
    before = said_to(world, officer, case_no)
    assert before[0]["rounds_rated"] == []

    code = world.code(case_no)
    rate_petition(world.files, world.office, CITIZEN, case_no, code, bureau, RatingLevel.DISSATISFIED, NOW + DAY)

    after = said_to(world, officer, case_no)
    assert after[0]["rounds_rated"] == [1]
    assert not gives_away(before)
    assert not gives_away(after)


@pytest.mark.parametrize("given", list(RatingLevel))
def test_a_list_of_window_visits_says_that_one_was_rated_and_not_how(world: World, given: RatingLevel) -> None:
    visits, case_no = FakeVisits(), world.register().case_no
    visit_no = window_service.record_arrival(visits, REGISTRAR, "1", False, NOW).visit_no
    window_service.call_visitor(visits, REGISTRAR, visit_no, NOW + timedelta(minutes=5))
    window_service.finish_visit(
        visits,
        world.files,
        world.registers,
        REGISTRAR,
        visit_no,
        Finished(case_no, [], None, CARD, None),
        NOW + timedelta(hours=1),
    )

    def listed() -> dict[str, Any]:
        found = window_service.list_window_visits(visits, world.registers, REGISTRAR, None, None, None, None, 50, None)
        return found["items"][0]

    assert listed()["rated"] is False
    window_service.rate_window(
        visits, world.office, CITIZEN, case_no, world.code(case_no), visit_no, given, None, NOW + DAY
    )
    assert listed()["rated"] is True
    assert not gives_away(listed())
