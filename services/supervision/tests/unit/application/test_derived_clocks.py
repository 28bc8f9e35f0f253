"""Clocks nobody tells of: begun and ended by what is told anyway, missed like any other, gone without a trace else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, HANDLER, START, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application import duties, facts
from petition_supervision.application import handling_facts as handling
from petition_supervision.domain.answers import Method, Score
from petition_supervision.domain.clock_kinds import KINDS, Nature
from petition_supervision.domain.derived_clocks import CARRY_OUT, DERIVED, PART, PERFORMANCE, SIGNING
from petition_supervision.domain.events import DeadlineApproaching, DeadlineMissed
from petition_supervision.domain.ladder import SUGGESTED_BY_CLOCK
from petition_supervision.domain.urging import UrgingState

MOMENT = timedelta(milliseconds=1)
Told = Callable[[FakeWork], None]


def midnight(day: str) -> datetime:
    """24:00 of the day in Pengyang."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(hours=16)


SIGN_BY = midnight("2026-03-04")
"""Two working days after Monday 2 March."""
CARRIED_OUT_BY = midnight("2026-05-06")
"""Sixty days after 2 March is 1 May: it rolls over the holidays to Wednesday the 6th."""
BY = date(2026, 3, 31)
"""The date of an agreement, and of a part."""


def at(work: FakeWork, now: datetime) -> FakeWork:
    work.now = now
    while work.sweep():
        pass
    return work


def routed(mode: str = "transfer") -> FakeWork:
    work = FakeWork()
    facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, None))
    facts.routed(work, CASE_NO, HANDLER, mode, START)
    return work


def handled() -> FakeWork:
    work = routed("own")
    facts.accepted(work, CASE_NO, HANDLER, START)
    return work


def supported(outcome: str = "support") -> FakeWork:
    work = handled()
    handling.opinion_issued(work, CASE_NO, 1, outcome, START)
    facts.opinion_delivered(work, CASE_NO, 1, date(2026, 3, 2), START)
    facts.completed(work, CASE_NO)
    return work


def agreed(perform_by: date | None = BY) -> FakeWork:
    work = handled()
    handling.agreement_recorded(work, CASE_NO, HANDLER, "协议1号", perform_by, START)
    facts.completed(work, CASE_NO)
    return work


def parted() -> FakeWork:
    work = handled()
    handling.co_handler_invited(work, CASE_NO, TOWNSHIP, 1, BY, START)
    return work


def missed(work: FakeWork) -> list[tuple[str, str]]:
    return [(event.kind, event.unit) for event in work.events(DeadlineMissed)]


@pytest.mark.parametrize(
    ("begun", "limit", "told"),
    [
        (routed, SIGN_BY, (SIGNING, HANDLER)),
        (supported, CARRIED_OUT_BY, (CARRY_OUT, HANDLER)),
        (agreed, midnight("2026-03-31"), (PERFORMANCE, HANDLER)),
        (parted, midnight("2026-03-31"), (PART, TOWNSHIP)),
    ],
)
def test_it_is_missed_at_the_end_of_its_last_day_and_not_before(
    begun: Callable[[], FakeWork], limit: datetime, told: tuple[str, str]
) -> None:
    assert missed(at(begun(), limit - MOMENT)) == []
    work = at(begun(), limit)

    assert missed(work) == [told]
    at(work, limit + 9 * DAY)
    assert [(one.kind, one.unit) for one in work.urgings.kept.values()] == [told]


def signs(work: FakeWork) -> None:
    handling.signed_for(work, CASE_NO, work.now)


def objects(work: FakeWork) -> None:
    handling.objection_raised(work, CASE_NO, HANDLER, work.now)


def accepts(work: FakeWork) -> None:
    facts.accepted(work, CASE_NO, HANDLER, work.now)
    facts.completed(work, CASE_NO)


def settles(work: FakeWork) -> None:
    facts.settled_on_spot(work, CASE_NO, BUREAU, work.now)


def withdraws(work: FakeWork) -> None:
    facts.withdrawn(work, CASE_NO, work.now)


def carries_out(work: FakeWork) -> None:
    handling.execution_recorded(work, CASE_NO, HANDLER, True, work.now)


def keeps_the_promise(work: FakeWork) -> None:
    facts.confirmed(work, CASE_NO, 1, HANDLER, work.now)
    answer = duties.RecordFollowUp(CASE_NO, "P0019", BUREAU, Method.CALL, True, Score.SATISFIED, None, True)
    duties.record_follow_up(work, answer)


def is_returned(work: FakeWork) -> None:
    facts.returned(work, CASE_NO, 1, "other", work.now)
    facts.completed(work, CASE_NO)


def begins_anew(work: FakeWork) -> None:
    facts.round_opened(work, CASE_NO, 2, HANDLER, work.now)
    facts.completed(work, CASE_NO)


def performs(work: FakeWork) -> None:
    handling.performance_recorded(work, CASE_NO, HANDLER, "协议1号", True, work.now)


def answers(work: FakeWork) -> None:
    handling.part_over(work, CASE_NO, 1, work.now)


ENDS: list[tuple[Callable[[], FakeWork], Told]] = [
    *((routed, told) for told in (signs, objects, accepts, settles, withdraws)),
    *((supported, told) for told in (carries_out, keeps_the_promise, is_returned, begins_anew, withdraws)),
    *((agreed, told) for told in (performs, withdraws)),
    *((parted, told) for told in (answers, withdraws)),
]


@pytest.mark.parametrize(("begun", "told"), ENDS)
def test_done_in_time_it_tells_nothing_and_leaves_no_trace(begun: Callable[[], FakeWork], told: Told) -> None:
    work = begun()
    work.now = START + DAY
    told(work)

    assert not [one for one in work.cases.kept[CASE_NO].clocks.values() if one.kind in DERIVED]
    assert work.events(DeadlineApproaching) == work.events(DeadlineMissed) == []
    assert work.urgings.kept == {} and work.suggestions.kept == {}


@pytest.mark.parametrize(("begun", "told"), ENDS)
def test_done_late_it_stays_missed_and_the_notice_about_it_ends(begun: Callable[[], FakeWork], told: Told) -> None:
    work = at(begun(), CARRIED_OUT_BY + DAY)
    told(work)

    (clock,) = [one for one in work.cases.kept[CASE_NO].clocks.values() if one.kind in DERIVED]
    assert (clock.missed_at, clock.stopped_at) == (CARRIED_OUT_BY + DAY, work.now)
    (notice,) = [one for one in work.urgings.kept.values() if one.clock_id == clock.clock_id]
    assert notice.state is UrgingState.DONE


@pytest.mark.parametrize(("mode", "watched"), [("transfer", True), ("assign", True), ("own", False), ("", False)])
def test_what_is_kept_at_the_own_window_needs_no_signature(mode: str, watched: bool) -> None:
    assert (SIGNING in routed(mode).cases.kept[CASE_NO].clocks) is watched


def test_a_case_routed_again_waits_for_the_next_unit_only() -> None:
    work = routed()
    facts.routed(work, CASE_NO, TOWNSHIP, "transfer", START + DAY)

    assert missed(at(work, SIGN_BY)) == []
    assert missed(at(work, SIGN_BY + DAY)) == [(SIGNING, TOWNSHIP)]


@pytest.mark.parametrize("outcome", ["explain", "not_support"])
def test_only_what_is_supported_is_carried_out(outcome: str) -> None:
    assert missed(at(supported(outcome), CARRIED_OUT_BY + 99 * DAY)) == []


def test_an_opinion_that_a_review_changed_to_support_is_carried_out_from_then_on() -> None:
    work = supported("not_support")
    handling.review_decided(work, CASE_NO, "changed", "support", START)

    assert missed(at(work, CARRIED_OUT_BY)) == [(CARRY_OUT, HANDLER)]


def test_nobody_is_asked_to_carry_out_what_no_unit_has() -> None:
    work = FakeWork()
    handling.review_decided(work, CASE_NO, "changed", "support", START)

    assert work.cases.kept[CASE_NO].clocks == {}


def test_an_agreement_without_a_date_is_not_watched() -> None:
    assert missed(at(agreed(None), START + 99 * DAY)) == []


def test_of_two_agreements_the_one_that_was_performed_ends() -> None:
    work = agreed()
    handling.agreement_recorded(work, CASE_NO, HANDLER, "协议2号", BY, START)
    performs(work)

    (left,) = [one for one in work.cases.kept[CASE_NO].clocks.values() if one.kind == PERFORMANCE]
    assert left.about == "协议2号"


@pytest.mark.parametrize(("begun", "days"), [(supported, [10, 1]), (agreed, [5, 1]), (parted, [5, 1]), (routed, [])])
def test_reminders_go_out_before_the_date_and_none_before_a_signature(
    begun: Callable[[], FakeWork], days: list[int]
) -> None:
    work = begun()
    for _ in range(70):
        at(work, work.now + DAY)

    assert [event.days_left for event in work.events(DeadlineApproaching)] == days


def test_a_part_that_is_answered_before_its_reminder_is_not_reminded_of() -> None:
    work = parted()
    answers(work)
    at(work, midnight("2026-03-31"))

    assert work.events(DeadlineApproaching) == []


def test_the_kinds_have_their_names_and_their_triggers() -> None:
    assert all(KINDS[kind].nature is Nature.DUTY for kind in DERIVED)
    assert [SUGGESTED_BY_CLOCK[kind].value for kind in DERIVED] == ["D3", "D5", "D5", "D1"]


def test_a_missed_date_of_an_opinion_or_an_agreement_suggests_that_it_is_not_followed() -> None:
    for begun, cause in ((supported, "opinion_not_carried_out"), (agreed, "agreement_not_performed")):
        work = at(begun(), CARRIED_OUT_BY)
        assert [(one.trigger.value, one.cause.value) for one in work.suggestions.kept.values()] == [("D5", cause)]


# -- 第二十四条: succession ----------------------------------------------------------------------------------------

HEIR = "dept_natural_resources"


def clock(kind: str, unit: str = HANDLER) -> facts.ClockStarted:
    return facts.ClockStarted(kind, kind, unit, START, midnight("2026-03-17"), False, "2026", 1, None)


def test_what_runs_follows_the_successor_and_what_is_over_stays() -> None:
    work = parted()
    for kind, unit in (("K5", HANDLER), ("K3", HANDLER), ("K11", BUREAU)):
        facts.clock_started(work, CASE_NO, clock(kind, unit), START)
    facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K3", START, "done"))
    facts.succeeded(work, CASE_NO, HEIR, HANDLER)

    case = work.cases.kept[CASE_NO]
    assert {name: one.unit for name, one in case.clocks.items()} == {
        "K5": HEIR,
        "K3": HANDLER,
        "K11": BUREAU,
        PART: TOWNSHIP,
    }
    assert case.responsible_unit == HEIR
    assert missed(at(work, midnight("2026-03-17"))) == [("K11", BUREAU), ("K5", HEIR)]


def test_a_notice_to_the_predecessor_is_taken_back_and_the_successor_is_urged() -> None:
    work = handled()
    facts.clock_started(work, CASE_NO, clock("K5"), START)
    at(work, midnight("2026-03-18"))
    facts.succeeded(work, CASE_NO, HEIR, HANDLER)
    at(work, midnight("2026-03-19"))

    assert [(one.unit, one.state) for one in work.urgings.kept.values()] == [
        (HANDLER, UrgingState.WITHDRAWN),
        (HEIR, UrgingState.OPEN),
    ]
    assert len(missed(work)) == 1


def test_a_case_that_another_unit_has_by_now_keeps_it() -> None:
    work = routed()
    facts.succeeded(work, CASE_NO, HEIR, TOWNSHIP)

    assert work.cases.kept[CASE_NO].responsible_unit == HANDLER


def test_a_part_that_is_handed_on_is_watched_for_the_successor() -> None:
    work = parted()
    handling.part_handed_on(work, CASE_NO, HEIR, TOWNSHIP, 1)

    assert missed(at(work, midnight("2026-03-31"))) == [(PART, HEIR)]
