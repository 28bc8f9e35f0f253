"""Use cases of the county's rhythm: meetings with their decisions, leaders' reception days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import MeetingOnRecord, NotALeader, NotAttendedYet, NotYourUnit
from petition_supervision.domain.meetings import (
    AgendaItem,
    Decision,
    Meeting,
    MeetingKind,
    meeting_number,
    period_of,
)
from petition_supervision.domain.reception import Leader, ReceptionDay, reception_number

LEADERSHIP_KIND = "county_leadership"


@dataclass(frozen=True)
class RecordMeeting:
    """登记会议: what was held, by whom, and what it decided."""

    unit: str
    recorded_by: str
    kind: MeetingKind
    held_on: date
    chair: str
    attendees: list[str]
    agenda: list[AgendaItem]
    minutes: str
    decisions: list[Decision]


def record_meeting(work: Work, asked: RecordMeeting) -> Meeting:
    """The meeting is on record with its decisions open; the same one again => MeetingOnRecord."""
    number = meeting_number(asked.kind, asked.unit, asked.held_on)
    if work.meetings.get(number) is not None:
        raise MeetingOnRecord("held_on", date=asked.held_on, meeting_no=number)
    meeting = Meeting(
        meeting_no=number,
        kind=asked.kind,
        unit=asked.unit,
        held_on=asked.held_on,
        period=period_of(asked.kind, asked.held_on),
        chair=asked.chair,
        attendees=asked.attendees,
        agenda=asked.agenda,
        minutes=asked.minutes,
        decisions=asked.decisions,
        recorded_by=asked.recorded_by,
        recorded_at=work.now,
    )
    meeting.hold(work.units.get(), work.now)
    work.meetings.save(meeting)
    return meeting


def carry_out_decision(work: Work, unit: str, meeting_no: str, number: int, done_on: date, evidence: str) -> Meeting:
    """跟踪问效: the unit that held the meeting notes that a decision was carried out; another unit => NotYourUnit."""
    meeting = work.meetings.require(meeting_no)
    if meeting.unit != unit:
        raise NotYourUnit("meeting_no", own=unit, unit=meeting.unit)
    meeting.carry_out(number, done_on, evidence, work.now)
    work.meetings.save(meeting)
    return meeting


def plan_reception(work: Work, unit: str, on: date, leader: str) -> ReceptionDay:
    """排班: who is to receive visitors at this unit on this day; may be planned anew until somebody has signed in."""
    number = reception_number(unit, on)
    day = work.receptions.get(number) or ReceptionDay(number, unit, on)
    day.plan(_leader(work, "leader", leader), _is_county_hall(work, unit), work.now)
    work.receptions.save(day)
    return day


def attend_reception(work: Work, unit: str, actor: str, on: date) -> ReceptionDay:
    """签到 at one's own unit's room; a county leader at the county's hall."""
    place = _place(work, unit)
    number = reception_number(place, on)
    day = work.receptions.get(number) or ReceptionDay(number, place, on)
    day.attend(_leader(work, "actor", actor), _is_county_hall(work, place), work.now)
    work.receptions.save(day)
    return day


@dataclass(frozen=True)
class CloseReception:
    """签退: how many came, to which cases they belong, and what was done for them."""

    unit: str
    on: date
    batches: int
    persons: int
    case_nos: list[str]
    results: str


def close_reception(work: Work, asked: CloseReception) -> ReceptionDay:
    """The day is closed. A day nobody signed in for => NotAttendedYet."""
    day = work.receptions.get(reception_number(_place(work, asked.unit), asked.on))
    if day is None:
        raise NotAttendedYet("on", date=asked.on)
    day.close(asked.batches, asked.persons, asked.case_nos, asked.results, work.now)
    work.receptions.save(day)
    return day


def _place(work: Work, unit: str) -> str:
    """Where a unit's people receive visitors: the county leaders in the bureau's hall."""
    units = work.units.get()
    return units.bureau if units.kind_of(unit) == LEADERSHIP_KIND else unit


def _is_county_hall(work: Work, place: str) -> bool:
    return place == work.units.get().bureau


def _leader(work: Work, name: str, person: str) -> Leader:
    leader = work.leader(person)
    if leader is None:
        raise NotALeader(name, person=person, unit="—")
    return leader
