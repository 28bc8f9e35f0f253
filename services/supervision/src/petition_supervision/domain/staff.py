"""信访干部: moves, honours, and who heads each township's joint office (乡镇信访联席会议办公室、综治中心主任)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from petition_supervision.domain import staff_errors as errors
from petition_supervision.domain.staff_events import (
    HonourRecorded,
    OfficeHeadLeft,
    OfficeHeadRecorded,
    OfficeStandsVacant,
    StaffMoveRecorded,
)
from petition_supervision.domain.staff_terms import HonourLevel, MoveKind, StaffGroup
from workdays import local_day


@dataclass
class StaffMove:
    """One move of one officer: from which post to which, on which day."""

    move_no: str
    person: str
    kind: MoveKind
    group: StaffGroup
    unit: str
    old_post: str
    new_post: str
    moved_on: date
    recorded_by: str = ""
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def record(self, now: datetime) -> None:
        """A day to come => StaffDayToCome."""
        if self.moved_on > local_day(now):
            raise errors.StaffDayToCome("moved_on", given=self.moved_on)
        self.pending.append(StaffMoveRecorded(self.kind, self.group, self.unit, self.moved_on))
        self.version += 1


@dataclass
class Honour:
    """最美信访干部、优秀信访工作者: an award of one officer in one year."""

    honour_no: str
    person: str
    award: str
    year: int
    level: HonourLevel
    unit: str
    recorded_by: str = ""
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def record(self, now: datetime) -> None:
        """A year to come => StaffDayToCome."""
        if self.year > local_day(now).year:
            raise errors.StaffDayToCome("year", given=self.year)
        self.pending.append(HonourRecorded(self.year, self.level, self.unit))
        self.version += 1


@dataclass(frozen=True)
class HeadTerm:
    """`until` None: still in office."""

    person: str
    since: date
    until: date | None = None


@dataclass
class JointOffice:
    """The heads of one joint office, the latest last. Without one it is vacant (缺员).

    `vacant_since`: the day the last one left, or the day on which an office without any first stood in the register.
    """

    office: str
    terms: list[HeadTerm] = field(default_factory=list)
    headed: bool = False
    vacant_since: date | None = None
    vacancy_told: bool = False
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def take(self, person: str, since: date, now: datetime) -> None:
        """任职.

        Headed already => OfficeHasHead. A day to come => StaffDayToCome. Within the last term => HeadTermsOverlap.
        """
        if self.headed:
            raise errors.OfficeHasHead("unit", unit=self.office)
        if since > local_day(now):
            raise errors.StaffDayToCome("since", given=since)
        last = self.terms[-1].until if self.terms else None
        if last is not None and since <= last:
            raise errors.HeadTermsOverlap("since", given=since, unit=self.office, since=self.terms[-1].since)
        self.terms.append(HeadTerm(person, since))
        self.headed, self.vacant_since, self.vacancy_told = True, None, False
        self._record(OfficeHeadRecorded(self.office, since))

    def leave(self, until: date, now: datetime) -> None:
        """离任. Vacant => OfficeVacant. A day to come => StaffDayToCome. Before the term began => HeadTermsOverlap."""
        if not self.headed:
            raise errors.OfficeVacant("unit", unit=self.office)
        if until > local_day(now):
            raise errors.StaffDayToCome("until", given=until)
        term = self.terms[-1]
        if until < term.since:
            raise errors.HeadTermsOverlap("until", given=until, unit=self.office, since=term.since)
        self.terms[-1] = HeadTerm(term.person, term.since, until)
        self.headed, self.vacant_since = False, until
        self._record(OfficeHeadLeft(self.office, until))

    def watch(self, today: date) -> None:
        """From now on a vacancy nobody knows the beginning of is counted from today."""
        if not self.headed and self.vacant_since is None:
            self.vacant_since = self.terms[-1].until if self.terms else today

    def long_vacant(self, today: date, days: int) -> bool:
        """Whether it has been vacant for so many days, and nobody was told."""
        return self.vacant_since is not None and not self.vacancy_told and today - self.vacant_since >= timedelta(days)

    def tell_vacancy(self) -> None:
        """缺员提示, once a vacancy."""
        assert self.vacant_since is not None, "somebody saw that it is vacant"
        self.vacancy_told = True
        self._record(OfficeStandsVacant(self.office, self.vacant_since))

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def move_number(person: str, kind: MoveKind, on: date) -> str:
    """One move of a kind a person and day: recorded twice it is refused."""
    return f"{person}:{kind.value}:{on.isoformat()}"


def honour_number(person: str, year: int, award: str) -> str:
    """One award a person and year."""
    return f"{person}:{year}:{award}"
