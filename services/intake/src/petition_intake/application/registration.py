"""Registering a petition: any channel, any purpose, one transaction (《信访工作条例》第二十一条第二款、第二十二条)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from petition_intake.application.ports import Files, Office
from petition_intake.domain.accusation import Accusation
from petition_intake.domain.errors import AlreadyRegistered
from petition_intake.domain.filing import Filing, Purpose
from petition_intake.domain.numbering import CONFIDENTIAL_SERIALS, case_number
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.register import RegisterCopy
from workdays import local_day


@dataclass(frozen=True)
class Receipt:
    """登记回执: what the window hands over. The query code is added when it is printed and stored nowhere."""

    case_no: str
    version: int
    registered_at: datetime
    received_at: datetime
    skip_level: bool


def register_petition(
    files: Files, office: Office, officer: Officer, filing: Filing, request_id: str, now: datetime
) -> Receipt:
    """Register a filing and give it its number.

    Everything is checked before a number is taken, so that a refused request leaves no gap. The same document handed
    down twice, or the same hotline ticket, => AlreadyRegistered naming the petition it is.
    """
    register = office.registers.current()
    checked = filing.checked(register, now)
    if checked.purpose is Purpose.ACCUSATION:
        return _register_accusation(files, register, officer, checked, now)
    level = register.level_of(officer.unit)
    skipped = checked.skips_a_level(level)
    _check_reference(checked, files.references.case_of(checked.reference) if checked.reference else None)
    keys = [office.identity_keys.of(person) for person in checked.petitioners]
    day = local_day(now)
    serial = office.numbers.take(day, request_id, officer.unit, now)
    case_no = case_number(register.county_code, day, serial)
    petition = Petition.register(case_no, checked, officer, level, skipped, sum(map(bool, keys)), now)
    if checked.reference:
        files.references.add(checked.reference, case_no)
    files.people.add(case_no, checked.petitioners, office.identity_keys.of_all(checked.petitioners))
    files.progress.save(Progress.begin(petition, register))
    files.petitions.save(petition)
    return Receipt(case_no, petition.version, now, petition.received_at, petition.skip_level)


def _register_accusation(
    files: Files, register: RegisterCopy, officer: Officer, filing: Filing, now: datetime
) -> Receipt:
    """第三十条: into the restricted store only. No event, no progress, no shared reference, no serial of the day."""
    if filing.reference:
        _check_reference(filing, files.accusations.case_of(filing.reference))
    serial = CONFIDENTIAL_SERIALS[secrets.randbelow(len(CONFIDENTIAL_SERIALS))]
    accusation = Accusation.register(case_number(register.county_code, local_day(now), serial), filing, officer, now)
    files.accusations.save(accusation)
    return Receipt(accusation.case_no, accusation.version, now, accusation.received_at, skip_level=False)


def _check_reference(filing: Filing, case_no: str | None) -> None:
    if case_no is not None:
        number = filing.hand_down.document_no if filing.hand_down else filing.ticket_no
        field = "hand_down.document_no" if filing.hand_down else "ticket_no"
        raise AlreadyRegistered(field, reference=number, case_no=case_no)
