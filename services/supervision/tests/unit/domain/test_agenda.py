"""What a case puts on the agenda follows from the case alone."""

from __future__ import annotations

from supervision_builders import (
    CASE_NO,
    DAY,
    DUE,
    HANDLER,
    ISSUED,
    START,
    UNITS,
    a_case,
    a_clock,
    an_attempt,
    closed,
    handled,
)

from petition_supervision.domain.agenda import DueEntry, MissedRow, due_entries, missed_rows

K3 = f"{CASE_NO}:K3"


def test_a_running_clock_is_on_the_agenda_with_its_next_step() -> None:
    case = a_case()
    case.start_clock(a_clock())

    assert due_entries(case) == {
        K3: DueEntry(K3, "clock", CASE_NO, "K3", "K3", HANDLER, 1, DUE, False, None, "remind_10", DUE - 10 * DAY)
    }
    assert missed_rows(case) == {}


def test_a_missed_clock_stays_on_the_agenda_to_be_urged_and_has_a_row() -> None:
    case = a_case()
    case.start_clock(a_clock())
    case.fire("K3", DUE, UNITS)

    assert (due_entries(case)[K3].step, due_entries(case)[K3].missed_at) == ("urge", DUE)
    assert missed_rows(case) == {K3: MissedRow(K3, CASE_NO, "K3", "K3", HANDLER, 1, DUE, False, DUE, None)}


def test_a_miss_that_was_made_good_keeps_its_row_and_leaves_the_agenda() -> None:
    case = a_case()
    case.start_clock(a_clock())
    case.stop_clock("K3", DUE + DAY, "accepted", UNITS)

    assert due_entries(case) == {}
    assert missed_rows(case)[K3].stopped_at == DUE + DAY


def test_paused_lapsed_and_stopped_clocks_are_off_the_agenda() -> None:
    case = a_case()
    for clock_id in ("K3", "K5", "K7"):
        case.start_clock(a_clock(clock_id, clock_id))
    case.pause_clock("K3", START + DAY, UNITS)
    case.stop_clock("K5", START + DAY, None, UNITS)
    case.fire("K7", DUE, UNITS)

    assert due_entries(case) == {}


def test_a_pending_follow_up_is_on_the_agenda_until_it_is_recorded() -> None:
    case = closed(handled(a_case(ISSUED)))
    (follow_up,) = [entry for entry in due_entries(case).values() if entry.what == "follow_up"]

    assert (follow_up.ref, follow_up.unit, follow_up.step) == ("follow_up#1", HANDLER, "overdue")
    assert follow_up.next_at == follow_up.due_at
    case.fire("follow_up#1", follow_up.due_at, UNITS)
    told_overdue = due_entries(case)[follow_up.id]
    assert (told_overdue.step, told_overdue.next_at, told_overdue.missed_at) == (None, None, follow_up.due_at)
    case.record_follow_up(an_attempt())
    assert follow_up.id not in due_entries(case)
