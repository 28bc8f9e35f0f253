"""事事有人管，件件有着落: every open case has an owner, a next step and a date, whatever state it is in."""

from datetime import UTC, date, datetime

import pytest
from assignment_world import World, an_acceptance

from petition_assignment.domain.agenda import NO_LIMIT, STAGES, due_at
from petition_assignment.domain.saved_list import MOST_SAVED, SavedList, SavedListsFull, check_room
from petition_assignment.domain.states import CLOSED, State
from petition_assignment.domain.vocabulary import Purpose

SINCE = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
WORLDS = {
    "awaiting routing": lambda: World().opened(),
    "routed": lambda: World().routed(),
    "signed": lambda: World().signed(),
    "objected": lambda: World().objected(),
    **{
        f"accepted on track {track}": lambda track=track: World().accepted(an_acceptance(track=track))
        for track in range(1, 7)
    },
    "a suggestion": lambda: World().accepted(purpose=Purpose.SUGGESTION),
    "in handling": lambda: World().in_handling(),
    "opinion issued": lambda: World().opinion_issued(),
    "delivered": lambda: World().delivered(),
    "completed": lambda: World().completed(),
}


@pytest.mark.parametrize("walk", WORLDS.values(), ids=WORLDS)
def test_an_open_case_has_an_owner_a_next_step_and_a_date(walk):
    case = walk().case
    assert case.open
    assert case.holder and case.stage
    assert case.due_at < NO_LIMIT


@pytest.mark.parametrize("state", State)
def test_the_house_days_stand_in_for_a_date_in_every_open_state_and_in_no_closed_one(state: State):
    found = due_at(state, [], [], SINCE)
    assert found == (NO_LIMIT if state in CLOSED else datetime(2026, 3, 17, 16, 0, tzinfo=UTC))
    assert STAGES[state]


def test_a_promise_comes_before_the_house_days():
    promised = due_at(State.IN_HANDLING, [], [None, date(2026, 5, 6)], SINCE)
    assert promised == datetime(2026, 5, 6, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(("saved", "room"), [(MOST_SAVED - 1, True), (MOST_SAVED, False)])
def test_one_person_saves_only_so_many_lists(saved: int, room: bool):
    if room:
        check_room(saved)
    else:
        with pytest.raises(SavedListsFull):
            check_room(saved)


@pytest.mark.parametrize("shared", [True, False])
def test_a_list_saved_again_stays_shared_or_not(shared: bool):
    old = SavedList("P1", "dept_water", "清单", "overdue", None, 3, shared)
    newer = SavedList("P1", "dept_water", "清单", "my_unit", None, 3)
    assert (old.saved_again(newer).view, old.saved_again(newer).shared) == ("my_unit", shared)
