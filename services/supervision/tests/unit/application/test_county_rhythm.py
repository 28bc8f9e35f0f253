"""Meetings and their decisions, reception days, and the gaps in both."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from supervision_builders import BUREAU, DAY, HANDLER, LEADERSHIP, START, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application import county_rhythm as rhythm
from petition_supervision.domain.errors import (
    AlreadyAttended,
    DayIsOver,
    DecisionDueBeforeMeeting,
    DecisionSettled,
    DecisionUnknown,
    HeldInTheFuture,
    MeetingOfOtherUnits,
    MeetingOnRecord,
    NotALeader,
    NotAttendedYet,
    NotTheDay,
    NotYourUnit,
    ReceptionClosed,
    Refused,
    TooManyPeriods,
    UnitUnknown,
)
from petition_supervision.domain.meeting_events import DecisionCarriedOut, MeetingHeld
from petition_supervision.domain.meetings import (
    AgendaItem,
    Decision,
    Gap,
    Meeting,
    MeetingKind,
    ended_periods,
    gaps,
    period_of,
)
from petition_supervision.domain.reception import Leader, days_due, missing_days
from petition_supervision.domain.reception_events import ReceptionAttended, ReceptionClosedUp, ReceptionPlanned
from workdays import Calendar

TODAY = date(2026, 3, 2)
"""The day of START, a Monday."""
COUNTY_LEADER = Leader("P0001", LEADERSHIP, frozenset({"county_leader"}))
STAND_IN = Leader("P0002", LEADERSHIP, frozenset({"county_leader"}))
TOWNSHIP_HEAD = Leader("P0201", TOWNSHIP, frozenset({"unit_head"}))
CLERK = Leader("P0203", TOWNSHIP, frozenset({"registrar"}))


def a_decision(**changes: Any) -> Decision:
    return Decision(**{"number": 1, "text": "限期答复", "owner": HANDLER, "due_on": date(2026, 3, 20), **changes})


def asked(**changes: Any) -> rhythm.RecordMeeting:
    meeting: dict[str, Any] = {
        "unit": BUREAU,
        "recorded_by": "P0018",
        "kind": MeetingKind.COUNTY_JOINT,
        "held_on": TODAY,
        "chair": "县委副书记",
        "attendees": ["信访局", "住建局"],
        "agenda": [AgendaItem.REPORTS_HEARD, AgendaItem.PROBLEMS_RESOLVED],
        "minutes": "听取了二月份工作汇报。",
        "decisions": [a_decision()],
    }
    return rhythm.RecordMeeting(**{**meeting, **changes})


def work_with_people(now: Any = START) -> FakeWork:
    work = FakeWork(now)
    work.people = {leader.person: leader for leader in (COUNTY_LEADER, STAND_IN, TOWNSHIP_HEAD, CLERK)}
    return work


# -- meetings ----------------------------------------------------------------------------------------------------------


def test_a_meeting_is_recorded_with_its_period_and_what_it_decided() -> None:
    work = FakeWork()
    meeting = rhythm.record_meeting(work, asked())
    assert (meeting.meeting_no, meeting.period) == (f"county_joint:{BUREAU}:2026-03-02", "2026-03")
    (held,) = work.meetings.published
    assert held == MeetingHeld(
        "county_joint", BUREAU, TODAY, "2026-03", [AgendaItem.PROBLEMS_RESOLVED, AgendaItem.REPORTS_HEARD], 1
    )


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, HeldInTheFuture),
        ({"kind": MeetingKind.TOWNSHIP_WEEKLY}, MeetingOfOtherUnits),
        ({"unit": TOWNSHIP}, MeetingOfOtherUnits),
        ({"unit": "nobody"}, MeetingOfOtherUnits),
        ({"decisions": [a_decision(owner="nobody")]}, UnitUnknown),
        ({"decisions": [a_decision(due_on=TODAY - timedelta(days=1))]}, DecisionDueBeforeMeeting),
    ],
)
def test_a_meeting_that_cannot_have_been_is_refused(changes: dict[str, Any], refusal: type[Refused]) -> None:
    work = FakeWork()
    with pytest.raises(refusal):
        rhythm.record_meeting(work, asked(**changes))
    assert not work.meetings.kept and not work.meetings.published


@pytest.mark.parametrize("due_on", [TODAY, date(2026, 12, 31)])
def test_a_decision_is_due_on_the_day_of_the_meeting_at_the_earliest(due_on: date) -> None:
    assert rhythm.record_meeting(FakeWork(), asked(decisions=[a_decision(due_on=due_on)])).open_decisions == 1


def test_a_township_holds_its_own_meetings() -> None:
    work = FakeWork()
    for kind, period in (("weekly", "2026-W10"), ("monthly", "2026-03"), ("quarterly", "2026-Q1")):
        changes = {"unit": TOWNSHIP, "kind": MeetingKind(f"township_{kind}"), "decisions": []}
        assert rhythm.record_meeting(work, asked(**changes)).period == period


def test_a_meeting_is_not_recorded_twice() -> None:
    work = FakeWork()
    rhythm.record_meeting(work, asked())
    with pytest.raises(MeetingOnRecord):
        rhythm.record_meeting(work, asked(minutes="另一份纪要"))


def test_a_decision_is_carried_out_once_in_time_or_late() -> None:
    work = FakeWork()
    number = rhythm.record_meeting(work, asked(decisions=[a_decision(), a_decision(number=2)])).meeting_no
    work.now = START + 18 * DAY
    rhythm.carry_out_decision(work, BUREAU, number, 1, date(2026, 3, 20), "已送达答复")
    work.now = START + 30 * DAY
    meeting = rhythm.carry_out_decision(work, BUREAU, number, 2, date(2026, 3, 21), "已送达答复")
    told = [event for event in work.meetings.published if isinstance(event, DecisionCarriedOut)]
    assert [event.in_time for event in told] == [True, False]
    assert meeting.open_decisions == 0
    with pytest.raises(DecisionSettled):
        rhythm.carry_out_decision(work, BUREAU, number, 1, date(2026, 3, 20), "再次")


@pytest.mark.parametrize(
    ("unit", "number", "done_on", "refusal"),
    [
        (HANDLER, 1, TODAY, NotYourUnit),
        (BUREAU, 3, TODAY, DecisionUnknown),
        (BUREAU, 1, TODAY + timedelta(days=1), HeldInTheFuture),
        (BUREAU, 1, TODAY - timedelta(days=1), HeldInTheFuture),
    ],
)
def test_a_decision_that_was_not_carried_out_stays_open(
    unit: str, number: int, done_on: date, refusal: type[Refused]
) -> None:
    work = FakeWork()
    meeting_no = rhythm.record_meeting(work, asked()).meeting_no
    with pytest.raises(refusal):
        rhythm.carry_out_decision(work, unit, meeting_no, number, done_on, "已办")
    kept: Meeting = work.meetings.kept[meeting_no]
    assert kept.open_decisions == 1


@pytest.mark.parametrize(
    ("kind", "day", "period"),
    [
        (MeetingKind.TOWNSHIP_WEEKLY, date(2026, 1, 1), "2026-W01"),
        (MeetingKind.TOWNSHIP_WEEKLY, date(2027, 1, 3), "2026-W53"),
        (MeetingKind.TOWNSHIP_WEEKLY, date(2027, 1, 4), "2027-W01"),
        (MeetingKind.COUNTY_JOINT, date(2026, 12, 31), "2026-12"),
        (MeetingKind.TOWNSHIP_QUARTERLY, date(2026, 3, 31), "2026-Q1"),
        (MeetingKind.TOWNSHIP_QUARTERLY, date(2026, 4, 1), "2026-Q2"),
    ],
)
def test_a_day_belongs_to_one_week_month_and_quarter(kind: MeetingKind, day: date, period: str) -> None:
    assert period_of(kind, day) == period


def test_a_period_is_a_gap_once_it_is_over_and_not_before() -> None:
    def missing(today: date) -> list[Gap]:
        periods = ended_periods(MeetingKind.COUNTY_JOINT, date(2026, 1, 1), date(2026, 3, 31), today)
        return gaps(periods, [BUREAU], {("2026-01", BUREAU)})

    assert missing(date(2026, 2, 28)) == []
    assert missing(date(2026, 3, 1)) == [Gap("2026-02", BUREAU)]
    assert missing(date(2026, 4, 1)) == [Gap("2026-02", BUREAU), Gap("2026-03", BUREAU)]


def test_a_year_asks_for_twelve_county_meetings_and_of_twelve_townships_for_weeks_months_and_quarters() -> None:
    first, last, today = date(2025, 1, 1), date(2025, 12, 31), date(2026, 2, 1)
    number = {kind: len(list(ended_periods(kind, first, last, today))) for kind in MeetingKind}
    assert number[MeetingKind.COUNTY_JOINT] == 12
    # 2025 begins on a Wednesday and ends on one: 53 ISO weeks touch it.
    assert [12 * number[MeetingKind(f"township_{kind}")] for kind in ("weekly", "monthly", "quarterly")] == [
        12 * 53,
        144,
        48,
    ]


@pytest.mark.parametrize("days", [399, 400])
def test_a_view_has_a_longest_length(days: int) -> None:
    first = date(2025, 1, 1)
    last = first + timedelta(days=days)
    if days < 400:
        assert list(ended_periods(MeetingKind.COUNTY_JOINT, first, last, last))
        assert list(days_due(first, last, last, lambda day: True))
    else:
        with pytest.raises(TooManyPeriods):
            list(ended_periods(MeetingKind.COUNTY_JOINT, first, last, last))
        with pytest.raises(TooManyPeriods):
            list(days_due(first, last, last, lambda day: True))


# -- leaders who receive visitors --------------------------------------------------------------------------------------


def test_a_day_is_planned_attended_by_a_stand_in_and_closed() -> None:
    work = work_with_people()
    rhythm.plan_reception(work, BUREAU, TODAY, COUNTY_LEADER.person)
    rhythm.attend_reception(work, LEADERSHIP, STAND_IN.person, TODAY)
    rhythm.close_reception(work, rhythm.CloseReception(BUREAU, TODAY, 3, 5, ["B", "A"], "当场答复两批"))
    assert work.receptions.published == [
        ReceptionPlanned(BUREAU, TODAY, "P0001"),
        ReceptionAttended(BUREAU, TODAY, "P0002", "P0001", True),
        ReceptionClosedUp(BUREAU, TODAY, 3, 5, ["A", "B"]),
    ]


def test_who_was_planned_is_no_stand_in_and_a_plan_may_change_before() -> None:
    work = work_with_people()
    rhythm.plan_reception(work, BUREAU, TODAY, STAND_IN.person)
    rhythm.plan_reception(work, BUREAU, TODAY, COUNTY_LEADER.person)
    rhythm.attend_reception(work, LEADERSHIP, COUNTY_LEADER.person, TODAY)
    assert work.receptions.published[-1] == ReceptionAttended(BUREAU, TODAY, "P0001", "P0001", False)
    with pytest.raises(AlreadyAttended):
        rhythm.plan_reception(work, BUREAU, TODAY, STAND_IN.person)
    with pytest.raises(AlreadyAttended):
        rhythm.attend_reception(work, LEADERSHIP, STAND_IN.person, TODAY)


def test_a_township_receives_in_its_own_room() -> None:
    work = work_with_people()
    day = rhythm.attend_reception(work, TOWNSHIP, TOWNSHIP_HEAD.person, TODAY)
    assert (day.unit, day.attended_by, day.leader) == (TOWNSHIP, "P0201", None)


@pytest.mark.parametrize(
    ("unit", "leader"),
    [(BUREAU, TOWNSHIP_HEAD), (TOWNSHIP, COUNTY_LEADER), (TOWNSHIP, CLERK), (HANDLER, TOWNSHIP_HEAD)],
)
def test_only_a_county_leader_in_the_hall_and_a_units_own_leader_elsewhere(unit: str, leader: Leader) -> None:
    with pytest.raises(NotALeader):
        rhythm.plan_reception(work_with_people(), unit, TODAY, leader.person)


def test_a_person_nobody_knows_receives_nobody() -> None:
    with pytest.raises(NotALeader):
        rhythm.plan_reception(work_with_people(), BUREAU, TODAY, "P9999")


def test_nobody_is_planned_for_a_day_that_is_over() -> None:
    with pytest.raises(DayIsOver):
        rhythm.plan_reception(work_with_people(), BUREAU, TODAY - timedelta(days=1), COUNTY_LEADER.person)
    assert rhythm.plan_reception(work_with_people(), BUREAU, TODAY, COUNTY_LEADER.person).leader == "P0001"


@pytest.mark.parametrize("days", [-1, 1])
def test_one_signs_in_on_the_day_itself(days: int) -> None:
    with pytest.raises(NotTheDay):
        rhythm.attend_reception(work_with_people(), LEADERSHIP, "P0001", TODAY + timedelta(days=days))


def test_a_day_nobody_attended_cannot_be_closed_and_a_closed_one_not_again() -> None:
    work = work_with_people()
    close = rhythm.CloseReception(BUREAU, TODAY, 0, 0, [], "无人来访")
    with pytest.raises(NotAttendedYet):
        rhythm.close_reception(work, close)
    rhythm.plan_reception(work, BUREAU, TODAY, "P0001")
    with pytest.raises(NotAttendedYet):
        rhythm.close_reception(work, close)
    rhythm.attend_reception(work, LEADERSHIP, "P0001", TODAY)
    rhythm.close_reception(work, close)
    with pytest.raises(ReceptionClosed):
        rhythm.close_reception(work, close)


def test_every_day_means_every_working_day_make_up_days_included() -> None:
    is_working_day = Calendar.published().is_working_day
    # Spring Festival 2026: off from 15 to 23 February; 14 and 28 February are Saturdays worked instead.
    days = list(days_due(date(2026, 2, 13), date(2026, 3, 1), date(2026, 3, 2), is_working_day))
    assert days == [date(2026, 2, day) for day in (13, 14, 24, 25, 26, 27, 28)]


def test_a_working_day_is_a_gap_once_it_is_over() -> None:
    def missing(today: date) -> list[tuple[date, str]]:
        days = days_due(date(2026, 3, 2), date(2026, 3, 4), today, lambda day: True)
        return missing_days(days, [TOWNSHIP, BUREAU], {(BUREAU, date(2026, 3, 2))})

    assert missing(date(2026, 3, 2)) == []
    assert missing(date(2026, 3, 3)) == [(date(2026, 3, 2), TOWNSHIP)]
    assert missing(date(2026, 3, 4)) == [
        (date(2026, 3, 2), TOWNSHIP),
        (date(2026, 3, 3), BUREAU),
        (date(2026, 3, 3), TOWNSHIP),
    ]
