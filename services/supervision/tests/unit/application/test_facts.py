"""Facts of other services reach the case they are about, whichever comes first."""

from __future__ import annotations

from datetime import date

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, ISSUED, START
from supervision_fakes import FakeWork

from petition_supervision.application import facts
from petition_supervision.domain.errors import FactOutOfPlace
from petition_supervision.domain.events import DeadlineMissed, FollowUpDue, HandDownListed
from petition_supervision.domain.unit_tree import Unit
from petition_supervision.domain.watched_clock import ClockState

REGISTERED = facts.Registered(BUREAU, START, False, None)
K3 = facts.ClockStarted("K3", "K3", HANDLER, START, DUE, False, "2026", 1, None)


def test_the_first_fact_of_any_service_opens_the_case() -> None:
    work = FakeWork()

    facts.clock_started(work, CASE_NO, K3, START)
    facts.registered(work, CASE_NO, REGISTERED)

    case = work.cases.kept[CASE_NO]
    assert list(case.clocks) == ["K3"]
    assert case.registration is not None and case.registration.unit == BUREAU


def test_a_matter_handed_down_is_listed_and_watched() -> None:
    work = FakeWork()

    facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, ISSUED))

    assert [event.feedback_due_on for event in work.events(HandDownListed)] == [date(2026, 5, 31)]
    assert f"{CASE_NO}:K11-report" in work.cases.due


def test_the_main_path_ends_in_a_pending_follow_up_of_the_unit_that_handled_it() -> None:
    work = FakeWork()
    facts.registered(work, CASE_NO, REGISTERED)
    facts.routed(work, CASE_NO, HANDLER, "transfer", START)
    facts.accepted(work, CASE_NO, HANDLER, START)
    facts.opinion_delivered(work, CASE_NO, 1, None, START)
    facts.returned(work, CASE_NO, 1, None, START)
    facts.opinion_delivered(work, CASE_NO, 1, None, START)

    facts.confirmed(work, CASE_NO, 1, None, DUE)

    assert [(event.unit, event.round) for event in work.events(FollowUpDue)] == [(HANDLER, 1)]
    assert work.cases.kept[CASE_NO].delivered_rounds == [1]


def test_the_unit_named_in_the_confirmation_handled_the_case() -> None:
    work = FakeWork()
    facts.registered(work, CASE_NO, REGISTERED)

    facts.confirmed(work, CASE_NO, 1, "dept_water", DUE)

    assert work.events(FollowUpDue)[0].unit == "dept_water"


def test_a_matter_settled_on_the_spot_is_to_be_followed_up() -> None:
    work = FakeWork()
    facts.registered(work, CASE_NO, REGISTERED)

    facts.settled_on_spot(work, CASE_NO, None, DUE)

    assert work.events(FollowUpDue)[0].unit == BUREAU


def test_a_withdrawn_petition_and_a_further_round_are_noted() -> None:
    work = FakeWork()
    facts.withdrawn(work, CASE_NO, DUE)
    facts.round_opened(work, CASE_NO, 2, HANDLER, START)

    assert work.cases.kept[CASE_NO].withdrawn_at == DUE
    assert work.cases.kept[CASE_NO].round == 2


def test_a_clock_is_watched_moved_paused_and_stopped_as_its_owner_tells() -> None:
    work = FakeWork()
    facts.clock_started(work, CASE_NO, K3, START)

    facts.clock_moved(work, CASE_NO, facts.ClockMoved("K3", DUE + 30 * DAY, True, "2027"), START)
    assert work.cases.due[f"{CASE_NO}:K3"].next_at == DUE + 20 * DAY
    facts.clock_paused(work, CASE_NO, facts.ClockPaused("K3", START + DAY))
    assert work.cases.due == {}
    facts.clock_moved(work, CASE_NO, facts.ClockMoved("K3", DUE + 31 * DAY, False, "2027"), START + 2 * DAY)
    facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K3", START + 3 * DAY, "accepted"))
    assert work.cases.kept[CASE_NO].clocks["K3"].state is ClockState.STOPPED
    assert work.events(DeadlineMissed) == []


def test_a_clock_told_of_late_is_not_reminded_of_what_lies_behind() -> None:
    work = FakeWork()

    facts.clock_started(work, CASE_NO, K3, told_at=DUE - 2 * DAY)

    assert work.cases.due[f"{CASE_NO}:K3"].step == "remind_1"


def test_a_fact_out_of_place_changes_nothing() -> None:
    work = FakeWork()
    facts.clock_started(work, CASE_NO, K3, START)

    with pytest.raises(FactOutOfPlace):
        facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K9", START, None))
    assert list(work.cases.kept[CASE_NO].clocks) == ["K3"]


def test_a_new_register_replaces_the_units() -> None:
    work = FakeWork()

    facts.register_published(work, {"dept_tax": Unit("department", "city_tax")})

    assert work.units.get().escalation_of("dept_tax") == "city_tax"
