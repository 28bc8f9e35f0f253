"""Who may put materials into a petition's folder, and who may see what is in it.

Officers as far as they may see the petition; the petitioner with the query code, and then what came the same way; of an
accusation those alone who may open it, and whoever registered it may add what came with it (第三十条). Material of a
follow-up is kept and read by follow-up officers alone, and never in the unit that handles the case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from petition_intake.application.access import open_case
from petition_intake.application.material_shelves import Shelf, Shelves
from petition_intake.application.petitioner_access import check_code
from petition_intake.application.ports import Files, Office
from petition_intake.domain.accusation import READERS
from petition_intake.domain.errors import CaseUnknown, QueryCodeRequired
from petition_intake.domain.material import LOOK_HOLDS, Declared
from petition_intake.domain.material_errors import CaseOfficersOnly
from petition_intake.domain.material_words import MaterialKind
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import PORTAL

FOLLOW_UP_OFFICER = "follow_up_officer"
CASE_OFFICES = READERS | {
    "registrar",
    "dispatcher",
    "bureau_head",
    "signer",
    "handler",
    "unit_head",
    FOLLOW_UP_OFFICER,
}


@dataclass(frozen=True)
class Room:
    """What an act on materials finds in place."""

    files: Files
    shelves: Shelves
    office: Office


@dataclass(frozen=True)
class Asking:
    """Who asks, with which code, when."""

    officer: Officer
    query_code: str | None
    now: datetime


class HandedIn(Protocol):
    """An entry, an upload or a material: what it is and from which side it came."""

    @property
    def declared(self) -> Declared: ...

    @property
    def by_petitioner(self) -> bool: ...


@dataclass(frozen=True)
class Access:
    """A shelf that is open to the one who asks; `follows_up`: for follow-up material, too."""

    shelf: Shelf
    of_accusation: bool
    by_petitioner: bool
    follows_up: bool = False

    def shows(self, one: HandedIn) -> bool:
        """To the petitioner the petitioner's own; to officers all, follow-up material to those who follow up."""
        if self.by_petitioner:
            return one.by_petitioner
        return self.may_keep(one.declared.kind)

    def takes_parts_of(self, one: HandedIn) -> bool:
        """A side goes on with what it began itself."""
        return one.by_petitioner == self.by_petitioner and self.shows(one)

    def may_keep(self, kind: MaterialKind) -> bool:
        return kind is not MaterialKind.FOLLOW_UP_MATERIAL or self.follows_up


def open_to_add(room: Room, asking: Asking, case_no: str) -> Access:
    """Refusals: CaseOfficersOnly; by officers as in `open_case`; by the petitioner QueryCodeRequired, and as in
    `check_code`. An accusation is unknown to all but its readers and the officer who registered it.
    """
    if asking.officer.person is None:
        return _by_code(room, asking, case_no)
    _check_office(asking.officer)
    accusation = room.files.accusations.get(case_no)
    if accusation is not None and accusation.may_be_added_to_by(asking.officer):
        return Access(room.shelves.accusations, of_accusation=True, by_petitioner=False)
    return _of_petition(room, asking, case_no)


def open_to_see(room: Room, asking: Asking, case_no: str) -> Access:
    """As `open_to_add`; an accusation is known to those alone who opened it within the hour, with the reason noted."""
    if asking.officer.person is None:
        return _by_code(room, asking, case_no)
    _check_office(asking.officer)
    accusation = room.files.accusations.get(case_no)
    if accusation is not None and accusation.was_opened_by(asking.officer, asking.now - LOOK_HOLDS):
        return Access(room.shelves.accusations, of_accusation=True, by_petitioner=False)
    return _of_petition(room, asking, case_no)


def _check_office(officer: Officer) -> None:
    if not CASE_OFFICES & officer.roles:
        raise CaseOfficersOnly("actor")


def _of_petition(room: Room, asking: Asking, case_no: str) -> Access:
    officer = asking.officer
    _, progress = open_case(room.files, room.office.registers.current(), officer, case_no)
    handled_by = progress.unit or progress.registered_by_unit
    follows_up = FOLLOW_UP_OFFICER in officer.roles and officer.unit != handled_by
    return Access(room.shelves.petitions, of_accusation=False, by_petitioner=False, follows_up=follows_up)


def _by_code(room: Room, asking: Asking, case_no: str) -> Access:
    """The petitioner's own door, for the accuser as well."""
    if room.office.registers.current().kind_of(asking.officer.unit) != PORTAL:
        raise CaseOfficersOnly("actor")
    if asking.query_code is None:
        raise QueryCodeRequired("query_code")
    check_code(room.office, case_no, asking.query_code, asking.now)
    if room.files.petitions.get(case_no) is not None:
        return Access(room.shelves.petitions, of_accusation=False, by_petitioner=True)
    if room.files.accusations.get(case_no) is not None:
        return Access(room.shelves.accusations, of_accusation=True, by_petitioner=True)
    raise CaseUnknown("case_no", case_no=case_no)
