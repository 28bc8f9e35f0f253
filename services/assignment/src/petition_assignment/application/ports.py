"""What the use cases need from outside, as they see it. The adapters provide it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from petition_assignment.domain.case import Case
from petition_assignment.domain.papers import Paper
from petition_assignment.domain.petition import Petition
from petition_assignment.domain.register import Register
from petition_assignment.domain.warden_posts import GridWardensPublished
from workdays import Calendar


class Cases(Protocol):
    """The cases, each with the events it has told; saving one publishes what it told since it was loaded."""

    def require(self, case_no: str) -> Case:
        """The case; an unknown number is refused, and so is a version other than the caller expected."""
        ...

    def save(self, case: Case) -> None: ...

    def with_a_right_due(self, now: datetime, limit: int) -> list[Case]:
        """Cases of which a running right has come to its end."""
        ...

    def of_units(self, units: Sequence[str], limit: int) -> list[Case]:
        """Open cases these units answer for."""
        ...

    def reckoned_otherwise(self, calendar_version: str, limit: int) -> list[Case]:
        """Cases of which a running clock rests on another calendar."""
        ...


class Petitions(Protocol):
    """Intake's facts, as far as this service keeps them."""

    def require(self, case_no: str) -> Petition: ...

    def save(self, petition: Petition) -> None: ...


class Papers(Protocol):
    """The papers of the cases; they are only ever added."""

    def file(self, case: Case, paper: Paper) -> None: ...


class LateFacts(Protocol):
    """Facts another service told that could no longer change a case; kept so that a person can see them."""

    def note(self, case_no: str, fact: str, state: str, at: datetime) -> None: ...


class Registers(Protocol):
    """The county register in force, and the one way to replace it."""

    def current(self) -> Register:
        """The register; none loaded yet => RegisterNotLoaded."""
        ...

    def latest(self) -> tuple[int, str]:
        """Version and digest of the register in force; (0, "") before the first."""
        ...

    def replace(
        self, register: Register, digest: str, published: Any, wardens: Mapping[str, GridWardensPublished]
    ) -> None:
        """Store it, publish it, tell the wardens of each township where they changed, and take its people and
        callers as this service's own directory."""
        ...


@dataclass(frozen=True)
class Desk:
    """Everything one unit of work has at hand."""

    cases: Cases
    petitions: Petitions
    papers: Papers
    late_facts: LateFacts
    registers: Registers
    calendar: Calendar
    now: datetime
