"""检举控告 (《信访工作条例》第三十条): registered like any petition, then kept apart from all of them.

It has a number and a query code. It is in no event, list, count, suggestion or statistic; whoever is accused, and
their unit, never learns that it exists.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from petition_intake.domain.accusation_errors import AlreadyPassedOn
from petition_intake.domain.accusation_transfer import Transfer
from petition_intake.domain.channels import Channel
from petition_intake.domain.filing import Accused, Filing, HandDown
from petition_intake.domain.officer import Officer
from petition_intake.domain.people import Petitioner
from petition_intake.domain.register import Place

READERS: frozenset[str] = frozenset({"bureau_head", "accusation_officer"})
"""Offices that may open one: the head of the bureau, and whoever the register names for it (检举控告专人)."""


@dataclass(frozen=True)
class Reading:
    """One look at it: who, when, why."""

    by: str
    unit: str
    at: datetime
    reason: str


@dataclass
class Accusation:
    """Everything about one accusation, the accuser included, in one place."""

    case_no: str
    channel: Channel
    category: str
    place: Place
    received_at: datetime
    registered_at: datetime
    registered_by_unit: str
    registered_by: str
    headcount: int
    anonymous: bool
    request: str
    facts: str
    reasons: str
    accused: Accused
    petitioners: list[Petitioner] = field(default_factory=list)
    hand_down: HandDown | None = None
    reference: str | None = None
    readings: list[Reading] = field(default_factory=list)
    transfer: Transfer | None = None
    version: int = 1

    @classmethod
    def register(cls, case_no: str, filing: Filing, officer: Officer, now: datetime) -> Accusation:
        assert filing.received_at is not None, "a checked filing has its time of receipt"
        return cls(
            case_no=case_no,
            channel=filing.channel,
            category=filing.category,
            place=filing.place,
            received_at=filing.received_at,
            registered_at=now,
            registered_by_unit=officer.unit,
            registered_by=officer.name,
            headcount=filing.people_count,
            anonymous=filing.anonymous,
            request=filing.request.strip(),
            facts=filing.facts.strip(),
            reasons=filing.reasons.strip(),
            accused=filing.accused or Accused(),
            petitioners=list(filing.petitioners),
            hand_down=filing.hand_down,
            reference=next(iter(filing.references), None),
        )

    def may_be_read_by(self, officer: Officer) -> bool:
        """A named person in one of the offices, neither accused nor of the unit that is accused (第三十条第三款)."""
        return (
            officer.person is not None
            and bool(READERS & officer.roles)
            and officer.unit != self.accused.unit
            and officer.person != self.accused.person
        )

    def may_be_added_to_by(self, officer: Officer) -> bool:
        """Whoever may read it, and the officer who registered it, who has in hand what came with it."""
        return self.may_be_read_by(officer) or officer.person == self.registered_by

    def was_opened_by(self, officer: Officer, since: datetime) -> bool:
        """Whoever may read it, and noted a look with its reason at `since` or later."""
        return self.may_be_read_by(officer) and any(
            look.by == officer.person and look.at >= since for look in self.readings
        )

    def pass_on(self, transfer: Transfer) -> None:
        """Record its transfer to the discipline body, once."""
        if self.transfer is not None:
            raise AlreadyPassedOn("case_no")
        self.transfer = transfer.checked(self.received_at, self.accused.unit)
        self.version += 1

    def read_by(self, officer: Officer, reason: str, now: datetime) -> None:
        """Note that it was read; the notes are never removed."""
        self.readings.append(Reading(officer.name, officer.unit, now, reason))
        self.version += 1
