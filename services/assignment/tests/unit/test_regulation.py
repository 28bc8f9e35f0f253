"""《信访工作条例》第五十条: in force since 2022-05-01; both sides of that day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from assignment_world import World, on
from hypothesis import given
from hypothesis import strategies as st

from petition_assignment.domain.agenda import NO_LIMIT
from petition_assignment.domain.clocks import LIMITS
from petition_assignment.domain.regulation import (
    IN_FORCE_SINCE,
    OF_THE_REGULATION_IN_FORCE,
    REGULATION_ZH,
    Regulation,
    regulation_of,
    runs_for,
)

LAST_MOMENT_BEFORE = on("2022-05-01", "00:00") - timedelta(milliseconds=1)
FIRST_MOMENT = on("2022-05-01", "00:00")


@pytest.mark.parametrize(
    ("received_at", "regulation"),
    [(LAST_MOMENT_BEFORE, Regulation.OF_2005), (FIRST_MOMENT, Regulation.OF_2022)],
)
def test_the_county_s_day_of_receipt_decides(received_at, regulation) -> None:
    assert regulation_of(received_at) is regulation
    assert str(IN_FORCE_SINCE.year) in REGULATION_ZH[regulation]


@pytest.mark.parametrize(("received_at", "kinds"), [(LAST_MOMENT_BEFORE, []), (FIRST_MOMENT, ["K1"])])
def test_a_matter_is_registered_on_either_side_and_its_limits_run_on_one(received_at, kinds) -> None:
    world = World().opened(received_at=received_at)
    assert [clock.kind for clock in world.case.clocks] == kinds
    assert world.case.due_at < NO_LIMIT


@pytest.mark.parametrize(
    ("received_at", "kinds"),
    [(LAST_MOMENT_BEFORE, {"K4", "K7"}), (FIRST_MOMENT, {"K1", "K3", "K4", "K5", "K7"})],
)
def test_it_goes_all_the_way_and_only_what_an_act_of_today_begins_runs_for_an_old_one(received_at, kinds) -> None:
    world = World().delivered(received_at=received_at)
    assert {clock.kind for clock in world.case.clocks} == kinds


@given(st.datetimes().map(lambda moment: moment.replace(tzinfo=FIRST_MOMENT.tzinfo)), st.sampled_from(sorted(LIMITS)))
def test_a_limit_of_the_regulation_runs_exactly_for_what_was_received_since(received_at, kind) -> None:
    since = regulation_of(received_at) is Regulation.OF_2022
    assert runs_for(kind, received_at) is (since or kind not in OF_THE_REGULATION_IN_FORCE)
