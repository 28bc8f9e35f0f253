"""Who may put materials into a petition's folder, and who may see what is in it.

Officers as far as they may see the petition; the petitioner with the query code, and then what came the same way; of an
accusation those alone who may open it, and whoever registered it may add what came with it (第三十条).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_intake.application.access import open_case
from petition_intake.application.material_shelves import Shelf, Shelves
from petition_intake.application.petitioner_access import check_code
from petition_intake.application.ports import Files, Office
from petition_intake.domain.accusation import READERS
from petition_intake.domain.errors import CaseUnknown, QueryCodeRequired
from petition_intake.domain.material import LOOK_HOLDS
from petition_intake.domain.material_errors import CaseOfficersOnly
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import PORTAL

CASE_OFFICES = READERS | {
    "registrar",
    "dispatcher",
    "bureau_head",
    "signer",
    "handler",
    "unit_head",
    "follow_up_officer",
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


@dataclass(frozen=True)
class Access:
    """A shelf that is open to the one who asks."""

    shelf: Shelf
    of_accusation: bool
    by_petitioner: bool


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
    open_case(room.files, room.office.registers.current(), asking.officer, case_no)
    return Access(room.shelves.petitions, of_accusation=False, by_petitioner=False)


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
