"""Meetings the county has promised itself, and what they decided.

The county's joint meeting every month (县信访工作联席会议); in each township a meeting every week, an analysis every
month and an appraisal every quarter (周例会、月研判、季考核). A period without its meeting is a gap: it shows, and
nobody fills it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from petition_supervision.domain.errors import (
    DecisionDueBeforeMeeting,
    DecisionSettled,
    DecisionUnknown,
    HeldInTheFuture,
    MeetingOfOtherUnits,
    TooManyPeriods,
    UnitUnknown,
)
from petition_supervision.domain.meeting_events import DecisionCarriedOut, MeetingHeld
from petition_supervision.domain.quarters import quarter_of
from petition_supervision.domain.unit_tree import BUREAU_KIND, UnitTree
from workdays import local_day

LONGEST_VIEW_DAYS = 400


class MeetingKind(StrEnum):
    """Which promise a meeting keeps."""

    COUNTY_JOINT = "county_joint"
    TOWNSHIP_WEEKLY = "township_weekly"
    TOWNSHIP_MONTHLY = "township_monthly"
    TOWNSHIP_QUARTERLY = "township_quarterly"


class AgendaItem(StrEnum):
    """听取工作汇报、分析研判形势、研究解决突出信访问题、考核."""

    REPORTS_HEARD = "reports_heard"
    SITUATION_ANALYSED = "situation_analysed"
    PROBLEMS_RESOLVED = "problems_resolved"
    APPRAISAL = "appraisal"


HELD_BY: dict[MeetingKind, str] = {
    MeetingKind.COUNTY_JOINT: BUREAU_KIND,
    MeetingKind.TOWNSHIP_WEEKLY: "township",
    MeetingKind.TOWNSHIP_MONTHLY: "township",
    MeetingKind.TOWNSHIP_QUARTERLY: "township",
}
"""The kind of unit that holds a meeting: the bureau is the office of the county's joint meeting (第十三条)."""


@dataclass
class Decision:
    """One decision: who must do what by when, and when it was done."""

    number: int
    text: str
    owner: str
    due_on: date
    case_no: str | None = None
    done_on: date | None = None
    evidence: str | None = None


@dataclass
class Meeting:
    """One meeting as it was held. Its texts stay in this service's store."""

    meeting_no: str
    kind: MeetingKind
    unit: str
    held_on: date
    period: str
    chair: str
    attendees: list[str]
    agenda: list[AgendaItem]
    minutes: str
    decisions: list[Decision]
    recorded_by: str
    recorded_at: datetime
    open_decisions: int = 0
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def hold(self, units: UnitTree, now: datetime) -> None:
        """Enter the meeting.

        Not held yet                               => HeldInTheFuture.
        A kind of meeting this unit does not hold  => MeetingOfOtherUnits.
        A decision for a unit nobody knows         => UnitUnknown.
        A decision due before the meeting          => DecisionDueBeforeMeeting.
        """
        if self.held_on > local_day(now):
            raise HeldInTheFuture("held_on", date=self.held_on)
        if units.kind_of(self.unit) != HELD_BY[self.kind]:
            raise MeetingOfOtherUnits("kind", unit=self.unit, kind=self.kind.value)
        for decision in self.decisions:
            if units.kind_of(decision.owner) is None:
                raise UnitUnknown("decisions", unit=decision.owner)
            if decision.due_on < self.held_on:
                raise DecisionDueBeforeMeeting("decisions", date=decision.due_on, held=self.held_on)
        self.open_decisions = len(self.decisions)
        self._record(
            MeetingHeld(self.kind, self.unit, self.held_on, self.period, sorted(self.agenda), len(self.decisions))
        )

    def carry_out(self, number: int, done_on: date, evidence: str, now: datetime) -> Decision:
        """跟踪问效: a decision was carried out. Unknown => DecisionUnknown; done before => DecisionSettled."""
        decision = next((one for one in self.decisions if one.number == number), None)
        if decision is None:
            raise DecisionUnknown("number", number=number)
        if decision.done_on is not None:
            raise DecisionSettled("number", number=number)
        if not self.held_on <= done_on <= local_day(now):
            raise HeldInTheFuture("done_on", date=done_on)
        decision.done_on, decision.evidence = done_on, evidence
        self.open_decisions -= 1
        in_time = done_on <= decision.due_on
        self._record(DecisionCarriedOut(number, decision.owner, decision.due_on, done_on, in_time, decision.case_no))
        return decision

    def _record(self, event: Any) -> None:
        self.pending.append(event)
        self.version += 1


@dataclass(frozen=True)
class Gap:
    """A period that is over and in which a unit did not hold its meeting."""

    period: str
    unit: str


def meeting_number(kind: MeetingKind, unit: str, held_on: date) -> str:
    """One meeting of a kind a day in a unit; a second one is taken into the minutes of the first."""
    return f"{kind.value}:{unit}:{held_on.isoformat()}"


def period_of(kind: MeetingKind, day: date) -> str:
    """`2026-W12`, `2026-03`, `2026-Q1`: ISO week, calendar month, calendar quarter."""
    if kind is MeetingKind.TOWNSHIP_WEEKLY:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    if kind is MeetingKind.TOWNSHIP_QUARTERLY:
        return quarter_of(day)
    return f"{day.year}-{day.month:02d}"


def ended_periods(kind: MeetingKind, first: date, last: date, today: date) -> Iterator[str]:
    """The periods of which a day lies in `first`..`last` and which are over before `today`, oldest first.

    A longer view than LONGEST_VIEW_DAYS => TooManyPeriods.
    """
    if (last - first).days >= LONGEST_VIEW_DAYS:
        raise TooManyPeriods("last_day", days=LONGEST_VIEW_DAYS)
    current, day = period_of(kind, today), first
    seen = None
    while day <= last:
        period = period_of(kind, day)
        if period == current or day > today:
            return
        if period != seen:
            yield period
            seen = period
        day += timedelta(days=1)


def gaps(periods: Iterable[str], units: Iterable[str], held: Iterable[tuple[str, str]]) -> list[Gap]:
    """Every (period, unit) in which nothing was held, by period and unit."""
    kept, names = set(held), sorted(units)
    return [Gap(period, unit) for period in periods for unit in names if (period, unit) not in kept]
