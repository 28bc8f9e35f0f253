"""The ports in memory. They keep what the real adapters promise: numbered events, append-only papers."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

from petition_assignment.application.ports import Desk
from petition_assignment.domain.case import Case
from petition_assignment.domain.errors import RegisterNotLoaded
from petition_assignment.domain.papers import Paper
from petition_assignment.domain.petition import Petition
from petition_assignment.domain.register import Register
from petition_assignment.domain.register_making import RegisterPublished
from petition_assignment.domain.warden_posts import GridWardensPublished
from workdays import Calendar


class FakeCases:
    """`told` is everything ever published, as (case number, sequence, event)."""

    def __init__(self) -> None:
        self.kept: dict[str, Case] = {}
        self.told: list[tuple[str, int, object]] = []

    def require(self, case_no: str) -> Case:
        return deepcopy(self.kept[case_no])

    def save(self, case: Case) -> None:
        pending, case.pending = case.pending, []
        for sequence, event in enumerate(pending, case.version - len(pending) + 1):
            self.told.append((case.case_no, sequence, event))
        self.kept[case.case_no] = deepcopy(case)

    def with_a_right_due(self, now: datetime, limit: int) -> list[Case]:
        return self._first(limit, (c for c in self.kept.values() if c.lapses_at is not None and c.lapses_at <= now))

    def of_units(self, units: Sequence[str], limit: int) -> list[Case]:
        concerned = (c for c in self.kept.values() if c.open and {c.answerable, *c.part_holders} & set(units))
        return self._first(limit, concerned)

    def reckoned_otherwise(self, calendar_version: str, limit: int) -> list[Case]:
        return self._first(limit, (c for c in self.kept.values() if set(c.reckoned_with) - {calendar_version}))

    def _first(self, limit: int, cases: Iterable[Case]) -> list[Case]:
        return [deepcopy(case) for case in cases][:limit]


class FakePetitions:
    def __init__(self) -> None:
        self.kept: dict[str, Petition] = {}

    def require(self, case_no: str) -> Petition:
        return deepcopy(self.kept[case_no])

    def save(self, petition: Petition) -> None:
        self.kept[petition.case_no] = deepcopy(petition)


class FakePapers:
    def __init__(self) -> None:
        self.filed: list[tuple[str, Paper]] = []

    def file(self, case: Case, paper: Paper) -> None:
        self.filed.append((case.case_no, paper))


class FakeLateFacts:
    def __init__(self) -> None:
        self.noted: list[tuple[str, str, str]] = []

    def note(self, case_no: str, fact: str, state: str, at: datetime) -> None:
        self.noted.append((case_no, fact, state))


class FakeRegisters:
    def __init__(self, register: Register | None = None) -> None:
        self.register = register
        self.digest = ""
        self.published: list[RegisterPublished] = []
        self.wardens: dict[str, GridWardensPublished] = {}

    def current(self) -> Register:
        if self.register is None:
            raise RegisterNotLoaded
        return self.register

    def latest(self) -> tuple[int, str]:
        return (self.register.version, self.digest) if self.register else (0, "")

    def replace(
        self,
        register: Register,
        digest: str,
        published: RegisterPublished,
        wardens: Mapping[str, GridWardensPublished],
    ) -> None:
        self.register, self.digest, self.wardens = register, digest, dict(wardens)
        self.published.append(published)


def a_desk(register: Register | None, now: datetime) -> Desk:
    return Desk(
        cases=FakeCases(),
        petitions=FakePetitions(),
        papers=FakePapers(),
        late_facts=FakeLateFacts(),
        registers=FakeRegisters(register),
        calendar=Calendar.published(),
        now=now,
    )


def at(desk: Desk, now: datetime) -> Desk:
    return replace(desk, now=now)
