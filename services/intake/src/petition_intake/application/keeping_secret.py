"""The petitioner's wish for secrecy: taken down, taken back, and every reading of such a case noted for the auditor."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from petition_intake.application import viewing
from petition_intake.application.petitioner_access import check_code, open_at_window_or_by_code
from petition_intake.application.ports import Files, Office, Registers
from petition_intake.application.unmasking import Access, AccessBook, AccessKind
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import PORTAL
from petition_intake.domain.secrecy_errors import LiftedByOfficer, NoSecrecyAsked, SecrecyStands


def ask_for_secrecy(
    files: Files,
    office: Office,
    caller: Officer,
    case_no: str,
    query_code: str | None,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """请求保密, at the window or by the petitioner online. Refusals as in `open_at_window_or_by_code`."""
    found = open_at_window_or_by_code(files, office, caller, case_no, query_code, expected_version, now)
    if found is None:
        raise SecrecyStands("case_no")
    petition, _ = found
    petition.ask_for_secrecy(caller, now)
    files.petitions.save(petition)
    return petition


def lift_secrecy(
    files: Files, office: Office, caller: Officer, case_no: str, query_code: str, now: datetime
) -> Petition:
    """撤回保密请求, by the petitioner through the citizens' entry; an officer, or an agency => LiftedByOfficer."""
    if caller.person is not None or office.registers.current().kind_of(caller.unit) != PORTAL:
        raise LiftedByOfficer("actor")
    check_code(office, case_no, query_code, now)
    petition = files.petitions.get(case_no)
    if petition is None:
        raise NoSecrecyAsked("case_no")
    petition.lift_secrecy(now)
    files.petitions.save(petition)
    return petition


def read_petition(
    files: Files, book: AccessBook, registers: Registers, officer: Officer, case_no: str, now: datetime
) -> dict[str, Any]:
    """As `viewing.get_petition`; a case that is to be kept secret is not shown unless the reading is noted."""
    shown = viewing.get_petition(files, registers, officer, case_no)
    if shown["secrecy_asked"]:
        _note(book, officer, case_no, now)
    return shown


def note_reading_of_words(files: Files, book: AccessBook, officer: Officer, case_no: str, now: datetime) -> None:
    """The same for words about a case that stand with something else: what was said at a table or in a room."""
    petition = files.petitions.get(case_no)
    if petition is not None and petition.secrecy_asked:
        _note(book, officer, case_no, now)


def _note(book: AccessBook, officer: Officer, case_no: str, now: datetime) -> None:
    book.add(Access(case_no, officer.name, officer.unit, now, None, AccessKind.READ))
