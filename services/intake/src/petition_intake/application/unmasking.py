"""Seeing who a petitioner is: in scope, with a reason, and with an entry that stays (第十八条第四款)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from petition_intake.application.access import open_case
from petition_intake.application.ports import Files, Registers
from petition_intake.domain.errors import NotYourCase, TextRequired
from petition_intake.domain.officer import Officer


class AccessKind(StrEnum):
    """The particulars themselves, or the masked text of a case whose petitioner asked for secrecy."""

    UNMASKED = "unmasked"
    READ = "read"


@dataclass(frozen=True)
class Access:
    """One look: who, of which unit, when, of which case, why. A reading of masked text asks for no reason."""

    case_no: str
    by: str
    unit: str
    at: datetime
    reason: str | None
    kind: AccessKind = AccessKind.UNMASKED


class AccessBook(Protocol):
    """What was looked at; entries are added and never changed."""

    def add(self, access: Access) -> None: ...


class AccessList(Protocol):
    """Reading the entries, newest first."""

    def page(self, case_no: str | None, limit: int, cursor: str | None) -> tuple[list[Access], str | None]: ...


def note_unmasking(
    files: Files, book: AccessBook, registers: Registers, officer: Officer, case_no: str, reason: str, now: datetime
) -> str:
    """Note the look before anything is shown. Refusals as in `open_case`; nobody named => NotYourCase."""
    open_case(files, registers.current(), officer, case_no)
    if officer.person is None:
        raise NotYourCase("case_no", unit=officer.unit)
    if not reason.strip():
        raise TextRequired("reason")
    book.add(Access(case_no, officer.person, officer.unit, now, reason.strip()))
    return case_no


def show_people(files: Files, case_no: str) -> dict[str, Any]:
    """The petitioners as they stated themselves."""
    people = files.people.get(case_no)
    return {"case_no": case_no, "petitioners": [{**vars(person), "role": person.role.value} for person in people]}


def list_accesses(accesses: AccessList, case_no: str | None, limit: int, cursor: str | None) -> dict[str, Any]:
    """A page of looks for the auditor: no word of any petition, and none of an accusation."""
    found, following = accesses.page(case_no, limit, cursor)
    return {"items": [vars(access) for access in found], "next": following}
