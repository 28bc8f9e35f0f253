"""Fakes of the ports, kept to the same promises as the real parts by the suite in `integration/files_suite`."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from intake_builders import NOW, REGISTRAR, a_web_filing
from intake_register import register

from petition_intake.application.access import open_case
from petition_intake.application.following import follow
from petition_intake.application.ports import (
    Accusations,
    Archive,
    Files,
    Numbers,
    Office,
    PeopleFile,
    Petitions,
    ProgressFile,
    References,
    Registers,
    TriesBook,
    WordIndex,
    Words,
    Written,
)
from petition_intake.application.registration import Receipt, register_petition
from petition_intake.domain.accusation import Accusation
from petition_intake.domain.filing import Filing
from petition_intake.domain.numbering import NumberSlip
from petition_intake.domain.officer import Officer
from petition_intake.domain.people import IdentityKeys, Petitioner
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.query_code import TRIES_WINDOW, QueryCodes, WrongTries
from petition_intake.domain.register import RegisterCopy
from petition_intake.domain.repeats import Matter
from petition_intake.domain.word_pairs import PairDigests


class FakeRegisters(Registers):
    def __init__(self, copy_in_force: RegisterCopy) -> None:
        self.in_force = copy_in_force

    def current(self) -> RegisterCopy:
        return self.in_force


class FakeNumbers(Numbers):
    def __init__(self) -> None:
        self.counters: dict[date, int] = {}
        self.taken: dict[tuple[date, str], NumberSlip] = {}

    def take(self, day: date, request_id: str, unit: str, now: datetime) -> int:
        if (day, request_id) not in self.taken:
            self.counters[day] = self.counters.get(day, 0) + 1
            self.taken[day, request_id] = NumberSlip(self.counters[day], request_id, unit, now)
        return self.taken[day, request_id].serial

    def take_several(self, day: date, request_ids: Sequence[str], unit: str, now: datetime) -> list[int]:
        return [self.take(day, request_id, unit, now) for request_id in request_ids]

    def last(self, day: date) -> int:
        return self.counters.get(day, 0)

    def slips(self, day: date) -> list[NumberSlip]:
        return [slip for (taken_on, _), slip in self.taken.items() if taken_on == day]


class FakeTriesBook(TriesBook):
    def __init__(self) -> None:
        self.wrong: dict[str, WrongTries] = {}

    def of(self, case_no: str) -> WrongTries | None:
        return self.wrong.get(case_no)

    def add(self, case_no: str, now: datetime) -> None:
        kept = self.wrong.get(case_no)
        over = kept is None or kept.opened_at + TRIES_WINDOW <= now
        self.wrong[case_no] = WrongTries(now, 1) if over or kept is None else replace(kept, count=kept.count + 1)


class FakePetitions(Petitions):
    def __init__(self) -> None:
        self.stored: dict[str, Petition] = {}
        self.told: list[tuple[str, int, object]] = []

    def get(self, case_no: str) -> Petition | None:
        return copy.deepcopy(self.stored.get(case_no))

    def save(self, petition: Petition) -> None:
        first = petition.version - len(petition.pending) + 1
        self.told += [(petition.case_no, number, event) for number, event in enumerate(petition.pending, first)]
        petition.pending = []
        self.stored[petition.case_no] = copy.deepcopy(petition)


class FakePeople(PeopleFile):
    def __init__(self) -> None:
        self.stored: dict[str, tuple[Petitioner, ...]] = {}
        self.keys: dict[str, tuple[str, ...]] = {}

    def get(self, case_no: str) -> tuple[Petitioner, ...]:
        return self.stored.get(case_no, ())

    def add(self, case_no: str, people: Sequence[Petitioner], keys: Sequence[str]) -> None:
        self.stored[case_no], self.keys[case_no] = tuple(people), tuple(keys)


class FakeProgress(ProgressFile):
    def __init__(self) -> None:
        self.stored: dict[str, Progress] = {}

    def get(self, case_no: str) -> Progress | None:
        return copy.deepcopy(self.stored.get(case_no))

    def save(self, progress: Progress) -> None:
        self.stored[progress.case_no] = copy.deepcopy(progress)

    def joined_to(self, case_no: str) -> list[Progress]:
        return [copy.deepcopy(one) for _, one in sorted(self.stored.items()) if one.joined_to == case_no]


class FakeReferences(References):
    def __init__(self) -> None:
        self.stored: dict[str, str] = {}

    def case_of(self, reference: str) -> str | None:
        return self.stored.get(reference)

    def look_up(self, references: Sequence[str]) -> None:
        """Everything is at hand."""

    def add(self, reference: str, case_no: str) -> None:
        self.stored[reference] = case_no


class FakeAccusations(Accusations):
    def __init__(self) -> None:
        self.stored: dict[str, Accusation] = {}

    def get(self, case_no: str) -> Accusation | None:
        return copy.deepcopy(self.stored.get(case_no))

    def case_of(self, reference: str) -> str | None:
        return next((a.case_no for a in self.stored.values() if a.reference == reference), None)

    def save(self, accusation: Accusation) -> None:
        self.stored[accusation.case_no] = copy.deepcopy(accusation)


class FakeWords(Words, WordIndex):
    def __init__(self) -> None:
        self.stored: dict[str, list[int]] = {}

    def add(self, case_no: str, digests: Sequence[int]) -> None:
        self.stored[case_no] = list(digests)

    def candidates(self, digests: Sequence[int], before: str | None, most: int) -> list[str]:
        having = (case_no for case_no, pairs in self.stored.items() if set(digests) <= set(pairs))
        return sorted((one for one in having if before is None or one < before), reverse=True)[:most]


class FakeArchive(Archive):
    def __init__(self, petitions: FakePetitions, people: FakePeople, progress: FakeProgress) -> None:
        self._petitions, self._people, self._progress = petitions, people, progress
        self.last_wanted: dict[str, Any] = {}

    def matter(self, case_no: str) -> Matter | None:
        kept = self._petitions.stored.get(case_no)
        return None if kept is None else self._matter(kept)

    def matters_to_compare(self, matter: Matter) -> list[Matter]:
        others = [self._matter(p) for p in self._petitions.stored.values() if p.case_no != matter.case_no]
        found = [
            other
            for other in others
            if other.received_at <= matter.received_at
            and (
                set(other.keys) & set(matter.keys)
                or (
                    other.category[:4] == matter.category[:4]
                    and other.place.township_code == matter.place.township_code
                )
            )
        ]
        return sorted(found, key=lambda other: (other.received_at, other.case_no), reverse=True)

    def page(self, wanted: dict[str, Any], limit: int, cursor: str | None) -> tuple[list[Progress], str | None]:
        self.last_wanted = wanted
        rows = sorted(self._progress.stored.values(), key=lambda row: (row.received_at, row.case_no), reverse=True)
        rows = [row for row in rows if _wanted(row, wanted)]
        start = int(cursor or 0)
        following = str(start + limit) if start + limit < len(rows) else None
        return rows[start : start + limit], following

    def visible(self, case_numbers: Sequence[str], unit: str | None) -> dict[str, Progress]:
        rows = (self._progress.stored[case_no] for case_no in case_numbers)
        return {row.case_no: row for row in rows if unit is None or unit in row.seen_by}

    def texts(self, case_numbers: Sequence[str]) -> dict[str, Written]:
        kept = (self._petitions.stored[case_no] for case_no in case_numbers)
        return {
            one.case_no: Written((one.request, one.facts, one.reasons), self._people.get(one.case_no))
            for one in kept
            if not one.secrecy_asked
        }

    def serials_used(self, county: str, day: date) -> set[int]:
        start = f"{county}{day:%Y%m%d}"
        return {int(number[14:]) for number in self._progress.stored if number.startswith(start)}

    def _matter(self, petition: Petition) -> Matter:
        return Matter(
            petition.case_no,
            petition.received_at,
            petition.registered_by_unit,
            petition.category,
            petition.place,
            petition.request + petition.facts,
            self._people.keys.get(petition.case_no, ()),
        )


def _wanted(row: Progress, wanted: dict[str, Any]) -> bool:
    tests = {
        "received_from": lambda value: row.received_at >= value,
        "received_to": lambda value: row.received_at < value,
        "seen_by": lambda value: value in row.seen_by,
        "marks": lambda value: value in row.marks,
    }
    return all(tests[name](value) if name in tests else getattr(row, name) == value for name, value in wanted.items())


class World:
    """An office, its files and its archive, and short ways to do in them what tests start from."""

    def __init__(self) -> None:
        self.petitions, self.people, self.progress = FakePetitions(), FakePeople(), FakeProgress()
        self.references, self.accusations, self.words = FakeReferences(), FakeAccusations(), FakeWords()
        self.registers, self.numbers, self.tries = FakeRegisters(register()), FakeNumbers(), FakeTriesBook()
        self.files = Files(self.petitions, self.people, self.progress, self.references, self.accusations, self.words)
        keys = IdentityKeys(b"i" * 32), QueryCodes(b"q" * 32), PairDigests(b"w" * 32)
        self.office = Office(self.registers, self.numbers, self.tries, *keys)
        self.archive = FakeArchive(self.petitions, self.people, self.progress)

    def register(
        self, filing: Filing | None = None, officer: Officer = REGISTRAR, key: str | None = None, at: datetime = NOW
    ) -> Receipt:
        """Register a filing; each with a request of its own unless a key is given."""
        request = key or f"request-{len(self.numbers.taken) + len(self.accusations.stored)}"
        return register_petition(self.files, self.office, officer, filing or a_web_filing(), request, at)

    def petition(self, case_no: str) -> Petition:
        return open_case(self.files, self.registers.current(), REGISTRAR, case_no)[0]

    def fares(self, case_no: str) -> Progress:
        return open_case(self.files, self.registers.current(), REGISTRAR, case_no)[1]

    def tell(self, case_no: str, event_type: str, at: datetime = NOW, source: str = "assignment", **told: Any) -> None:
        """Another service tells something about a case."""
        follow(self.files, self.registers, source, event_type + ".v1", case_no, told, at)

    def code(self, case_no: str) -> str:
        return self.office.query_codes.of(case_no)

    def events(self, case_no: str) -> list[object]:
        return [event for subject, _, event in self.petitions.told if subject == case_no]
