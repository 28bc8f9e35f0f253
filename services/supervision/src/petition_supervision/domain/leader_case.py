"""领导包案 by the 五个一: one case, one leader, one task force, one task list, responsibility to the end.

《信访工作条例》第十八条第二款 (leaders take cases over: 包案化解), and the county's own 五个一. The leader answers for
the case until it is off the list (销号); another one takes it only by a hand-over that is on record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.leader_errors import (
    LeaderCaseIsClosed,
    MarkSinceAhead,
    MarkSinceRequired,
    NotACountyLeader,
    TaskUnknown,
)
from petition_supervision.domain.leader_terms import (
    COUNTY_LEADER,
    MAIN_LEADER,
    CaseMark,
    LeaderActKind,
    LeaderState,
    Piece,
)
from petition_supervision.domain.reception import Leader
from workdays import local_day


@dataclass(frozen=True)
class Member:
    """One of a task force: person, unit as the register had it, and what they are there for."""

    person: str
    unit: str
    duty: str


@dataclass(frozen=True)
class Task:
    """One task of the list; done when it bears a day and what shows it."""

    number: int
    text: str
    owner: str
    unit: str
    due_on: date
    done_on: date | None = None
    evidence: str | None = None
    done_by: str | None = None


@dataclass(frozen=True)
class HandOver:
    """One leader after another, and why."""

    from_leader: str
    to_leader: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class LeaderAct:
    """What the leader in charge did in person."""

    act: LeaderActKind
    leader: str
    held_on: date
    place: str
    minutes: str
    by: str
    at: datetime


@dataclass(frozen=True)
class LeaderClosing:
    """How the case left the list."""

    result: ReportResult
    proof: str
    by: str
    at: datetime


@dataclass
class LeaderCase:
    """`first_leader` took the case over; `leader` answers for it now."""

    first_leader: str
    leader: str
    top_leader: bool
    mark: CaseMark
    mark_since: date | None
    reason: str
    assigned_by: str
    assigned_at: datetime
    state: LeaderState = LeaderState.OPEN
    members: list[Member] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    hand_overs: list[HandOver] = field(default_factory=list)
    acts: list[LeaderAct] = field(default_factory=list)
    closing: LeaderClosing | None = None

    @property
    def open_tasks(self) -> list[int]:
        return [task.number for task in self.tasks if task.done_on is None]

    @property
    def units(self) -> set[str]:
        """The units of the task force."""
        return {member.unit for member in self.members}

    def task(self, number: int) -> Task:
        """The task; none of this number => TaskUnknown."""
        found = next((one for one in self.tasks if one.number == number), None)
        if found is None:
            raise TaskUnknown("number", number=number)
        return found

    def must_be_open(self) -> None:
        if self.closing is not None:
            raise LeaderCaseIsClosed("case_no", closed_on=local_day(self.closing.at))

    def missing(self, leader_in_office: bool) -> list[Piece]:
        """Which of the five are not there.

        The fifth, 责任一抓到底, is broken while the leader no longer is one of the county's and nobody took over.
        """
        there = {
            Piece.ONE_CASE: True,
            Piece.ONE_LEADER: True,
            Piece.ONE_TASK_FORCE: bool(self.members),
            Piece.ONE_TASK_LIST: bool(self.tasks),
            Piece.TO_THE_END: leader_in_office,
        }
        return [piece for piece, is_there in there.items() if not is_there]


def county_leader(name: str, person: str, known: Leader | None) -> Leader:
    """The county leader of this number; anybody else => NotACountyLeader."""
    if known is None or COUNTY_LEADER not in known.roles:
        raise NotACountyLeader(name, person=person)
    return known


def is_in_office(known: Leader | None) -> bool:
    """Whether the register still has this person as a county leader."""
    return known is not None and COUNTY_LEADER in known.roles


def is_top(leader: Leader) -> bool:
    """县委、县政府主要领导: whoever holds that office in the register."""
    return MAIN_LEADER in leader.roles


def check_mark(mark: CaseMark, since: date | None, now: datetime) -> None:
    """A hard case says since when it is one, a day that has come => else MarkSinceRequired, MarkSinceAhead."""
    if since is None and mark is CaseMark.HARD_CASE:
        raise MarkSinceRequired("mark_since")
    if since is not None and since > local_day(now):
        raise MarkSinceAhead("mark_since", date=since)
