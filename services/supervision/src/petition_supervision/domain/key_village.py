"""Key villages (信访事项突出的重点村): named with a reason, a task force and a day of review, released with evidence.

The county keeps twelve (对12个信访事项突出的重点村，成立工作专班，集中力量督办化解); how many is a setting. When a
village enters or leaves is not said by any text, so a person decides and the reason is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from petition_supervision.domain.errors import DueDateNotAhead
from petition_supervision.domain.key_village_errors import (
    HeadNotALeader,
    KeyVillageAlready,
    NotAKeyVillage,
    VillageNotReviewed,
)
from petition_supervision.domain.key_village_events import KeyVillageNamed, KeyVillageReleased, KeyVillageReviewed
from petition_supervision.domain.leader_case import Member
from petition_supervision.domain.leader_steps import check_members
from petition_supervision.domain.leader_terms import COUNTY_LEADER
from petition_supervision.domain.reception import LEADERS_OF_A_UNIT, Leader
from workdays import local_day


class VillageState(StrEnum):
    """In the list, or out of it again."""

    NAMED = "on_the_list"
    RELEASED = "off_the_list"


@dataclass(frozen=True)
class Village:
    """One village of the register."""

    name: str
    township_code: str


@dataclass(frozen=True)
class VillageCases:
    """How many petitions are about a village, and how many of them are not finished."""

    cases: int
    open_cases: int


@dataclass(frozen=True)
class Review:
    """研判: what was found, and when the next one is due."""

    review_on: date
    findings: str
    next_review_on: date
    late: bool
    cases: int
    open_cases: int
    by: str
    at: datetime


@dataclass(frozen=True)
class Release:
    """Why the village left the list."""

    evidence: str
    by: str
    at: datetime


@dataclass
class Tenure:
    """One time on the list, from naming to release."""

    entry_reason: str
    head: str
    members: list[Member]
    review_on: date
    named_by: str
    named_at: datetime
    reviews: list[Review] = field(default_factory=list)
    release: Release | None = None

    @property
    def units(self) -> set[str]:
        """The units of the task force."""
        return {member.unit for member in self.members}


@dataclass
class KeyVillage:
    """A village that is or was on the list; `tenures` in order, the last one is the present one."""

    village_code: str
    township_code: str
    state: VillageState = VillageState.RELEASED
    named_at: datetime | None = None
    tenures: list[Tenure] = field(default_factory=list)
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @property
    def tenure(self) -> Tenure:
        """The present tenure; not on the list => NotAKeyVillage."""
        if self.state is not VillageState.NAMED:
            raise NotAKeyVillage("village_code")
        return self.tenures[-1]

    def name(
        self, entry_reason: str, head: Leader, members: Sequence[Member], review_on: date, by: str, now: datetime
    ) -> None:
        """列入, with a task force. On the list already => KeyVillageAlready; a review not ahead => DueDateNotAhead."""
        if self.state is VillageState.NAMED:
            raise KeyVillageAlready("village_code", named_on=local_day(self.tenure.named_at))
        check_members(members)
        _must_be_ahead("review_on", review_on, now)
        self.tenures.append(Tenure(entry_reason, head.person, list(members), review_on, by, now))
        self.state, self.named_at = VillageState.NAMED, now
        units = sorted(self.tenure.units)
        self._record(KeyVillageNamed(head.person, len(members), units, review_on, by, now))

    def review(self, findings: str, next_review_on: date, counted: VillageCases, by: str, now: datetime) -> None:
        """研判 by the task force, on the day set or another one; the next day is set at the same time."""
        tenure = self.tenure
        _must_be_ahead("next_review_on", next_review_on, now)
        due, late = tenure.review_on, local_day(now) > tenure.review_on
        numbers = (counted.cases, counted.open_cases)
        tenure.reviews.append(Review(due, findings, next_review_on, late, *numbers, by, now))
        tenure.review_on = next_review_on
        self._record(KeyVillageReviewed(due, late, next_review_on, *numbers, by, now))

    def release(self, evidence: str, counted: VillageCases, by: str, now: datetime) -> None:
        """退出, with evidence; not reviewed since it was named => VillageNotReviewed."""
        tenure = self.tenure
        if not tenure.reviews:
            raise VillageNotReviewed("village_code")
        tenure.release = Release(evidence, by, now)
        self.state = VillageState.RELEASED
        self._record(KeyVillageReleased(tenure.named_at, counted.cases, counted.open_cases, by, now))

    def _record(self, event: Any) -> None:
        self.pending.append(event)
        self.version += 1


def task_force_head(person: str, known: Leader | None) -> Leader:
    """A county leader or the leader of a unit; anybody else => HeadNotALeader."""
    if known is None or not known.roles & (LEADERS_OF_A_UNIT | {COUNTY_LEADER}):
        raise HeadNotALeader("head", person=person)
    return known


def _must_be_ahead(name: str, day: date, now: datetime) -> None:
    if day <= local_day(now):
        raise DueDateNotAhead(name, due_on=day, today=local_day(now))
