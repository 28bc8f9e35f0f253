"""Leaders who receive visitors in person (《信访工作条例》第十八条第二款).

Every working day one county leader sits in the bureau's hall, and one leader of each township and department in its
reception room (每天1名县级领导、乡镇部门每天1名领导干部坐班接访). A day is planned, attended by the leader or a
stand-in, and closed with what came of it. A working day that is over and that nobody attended is a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from petition_supervision.domain.errors import (
    AlreadyAttended,
    DayIsOver,
    NotALeader,
    NotAttendedYet,
    NotTheDay,
    ReceptionClosed,
    TooManyPeriods,
)
from petition_supervision.domain.meetings import LONGEST_VIEW_DAYS
from petition_supervision.domain.reception_events import ReceptionAttended, ReceptionClosedUp, ReceptionPlanned
from workdays import local_day

COUNTY_LEADER = "county_leader"
LEADERS_OF_A_UNIT = frozenset({"unit_head", "township_leader", "bureau_head"})


@dataclass(frozen=True)
class Leader:
    """A person of the register: unit and offices."""

    person: str
    unit: str
    roles: frozenset[str]


@dataclass
class ReceptionDay:
    """One day at one place: the bureau's hall, or a unit's reception room."""

    reception_no: str
    unit: str
    on: date
    leader: str | None = None
    attended_by: str | None = None
    attended_at: datetime | None = None
    left_at: datetime | None = None
    batches: int | None = None
    persons: int | None = None
    case_nos: list[str] = field(default_factory=list)
    results: str | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def plan(self, leader: Leader, in_county_hall: bool, now: datetime) -> None:
        """排班.

        A day that is over => DayIsOver. Attended already => AlreadyAttended. No leader of this place => NotALeader.
        """
        if self.on < local_day(now):
            raise DayIsOver("on", date=self.on)
        if self.attended_at is not None:
            raise AlreadyAttended("on", date=self.on)
        check_leader("leader", leader, self.unit, in_county_hall)
        self.leader = leader.person
        self._record(ReceptionPlanned(self.unit, self.on, leader.person))

    def attend(self, leader: Leader, in_county_hall: bool, now: datetime) -> None:
        """签到, on the day itself. Somebody else than planned is a stand-in, and so is whoever comes without a plan."""
        if self.on != local_day(now):
            raise NotTheDay("on", date=self.on, today=local_day(now))
        if self.attended_at is not None:
            raise AlreadyAttended("on", date=self.on)
        check_leader("actor", leader, self.unit, in_county_hall)
        self.attended_by, self.attended_at = leader.person, now
        self._record(ReceptionAttended(self.unit, self.on, leader.person, self.leader, leader.person != self.leader))

    def close(self, batches: int, persons: int, case_nos: list[str], results: str, now: datetime) -> None:
        """签退, with the visitors received. Nobody came in => NotAttendedYet; closed before => ReceptionClosed."""
        if self.attended_at is None:
            raise NotAttendedYet("on", date=self.on)
        if self.left_at is not None:
            raise ReceptionClosed("on", date=self.on)
        self.left_at, self.batches, self.persons = now, batches, persons
        self.case_nos, self.results = case_nos, results
        self._record(ReceptionClosedUp(self.unit, self.on, batches, persons, sorted(case_nos)))

    def _record(self, event: Any) -> None:
        self.pending.append(event)
        self.version += 1


def check_leader(name: str, leader: Leader, unit: str, in_county_hall: bool) -> None:
    """In the county's hall a county leader, elsewhere a leader of that unit; anybody else => NotALeader."""
    fits = COUNTY_LEADER in leader.roles if in_county_hall else leader.unit == unit and leader.roles & LEADERS_OF_A_UNIT
    if not fits:
        raise NotALeader(name, person=leader.person, unit=unit)


def reception_number(unit: str, on: date) -> str:
    """One reception day a place and day."""
    return f"{unit}:{on.isoformat()}"


def days_due(first: date, last: date, today: date, is_working_day: Callable[[date], bool]) -> Iterator[date]:
    """The working days of `first`..`last` that are over; a longer view than LONGEST_VIEW_DAYS => TooManyPeriods."""
    if (last - first).days >= LONGEST_VIEW_DAYS:
        raise TooManyPeriods("last_day", days=LONGEST_VIEW_DAYS)
    day = first
    while day <= last and day < today:
        if is_working_day(day):
            yield day
        day += timedelta(days=1)


def missing_days(
    days: Iterable[date], units: Iterable[str], attended: Iterable[tuple[str, date]]
) -> list[tuple[date, str]]:
    """Every (day, unit) that nobody attended, by day and unit."""
    kept, names = set(attended), sorted(units)
    return [(day, unit) for day in days for unit in names if (unit, day) not in kept]
