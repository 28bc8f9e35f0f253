"""“三亮”: the petitioner sees who has the matter in hand, by when it was promised, and whether that was kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from intake_builders import DAY, NOW
from intake_fakes import World
from intake_register import DEPARTMENT, TOWNSHIP

from petition_intake.application.tracking import track_petition
from workdays import local_day

PROMISED = date(2026, 3, 20)
CARD = {"unit": DEPARTMENT, "station": DEPARTMENT, "person": "P0200", "due_on": PROMISED}


def shown(world: World, case_no: str) -> Any:
    return track_petition(world.files, world.office, case_no, world.code(case_no), NOW)["handler"]


def in_hand(world: World) -> str:
    case_no = world.register().case_no
    world.tell(case_no, "case_routed", unit=DEPARTMENT, mode="transfer", routed_at=NOW)
    assert shown(world, case_no) is None
    world.tell(case_no, "responsibility_set", **CARD)
    return case_no


def test_the_card_shows_unit_station_staff_number_and_the_promised_day(world: World) -> None:
    card = shown(world, in_hand(world))

    assert (card["unit"]["code"], card["station"]["zh"]) == (DEPARTMENT, "彭阳县住房和城乡建设局")
    assert (card["person"], card["promised_on"], card["kept"]) == ("P0200", PROMISED, None)


@pytest.mark.parametrize(("late", "kept"), [(timedelta(0), True), (DAY, False)])
def test_a_promise_is_kept_to_the_end_of_its_day(world: World, late: timedelta, kept: bool) -> None:
    case_no = in_hand(world)
    finished_at = datetime.fromisoformat("2026-03-20T23:30:00+08:00") + late
    assert (local_day(finished_at) == PROMISED) is kept
    world.tell(case_no, "case_completed", unit=DEPARTMENT, level="county", completed_at=finished_at)

    assert shown(world, case_no)["kept"] is kept


def test_at_another_unit_nobody_has_it_in_hand_yet(world: World) -> None:
    case_no = in_hand(world)
    world.tell(case_no, "case_routed", unit=TOWNSHIP, mode="transfer", routed_at=NOW)

    assert shown(world, case_no) is None


def test_in_another_round_the_promise_of_the_last_one_is_over(world: World) -> None:
    case_no = in_hand(world)
    world.tell(case_no, "round_opened", unit=DEPARTMENT, round=2, due_on=date(2026, 5, 1))

    assert shown(world, case_no) is None
