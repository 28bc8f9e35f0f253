"""Registering a petition: any channel, any purpose, one transaction (《信访工作条例》第二十一条第二款、第二十二条)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from petition_intake.application.ports import Accusations, Files, Office, References
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
    checked = check_filing(files, register, officer, filing, now)
    serial = office.numbers.take(local_day(now), request_id, officer.unit, now) if needs_serial(checked) else None
    return enter(files, office, register, officer, checked, serial, now)


def check_filing(files: Files, register: RegisterCopy, officer: Officer, filing: Filing, now: datetime) -> Filing:
    """The filing as it will be registered; refused when it lacks something or was registered before."""
    checked = filing.checked(register, now)
    checked.skips_a_level(register.level_of(officer.unit))
    for reference in checked.references:
        known: References | Accusations = files.references if needs_serial(checked) else files.accusations
        case_no = known.case_of(reference)
        if case_no is not None:
            raise _already_registered(checked, reference, case_no)
    return checked


def needs_serial(filing: Filing) -> bool:
    """An accusation has no serial of the day: the day's numbers would have a gap where it stands (第三十条)."""
    return filing.purpose is not Purpose.ACCUSATION


def enter(
    files: Files,
    office: Office,
    register: RegisterCopy,
    officer: Officer,
    checked: Filing,
    serial: int | None,
    now: datetime,
) -> Receipt:
    """Write a checked filing down under its serial; without one, into the restricted store."""
    if serial is None:
        return _enter_accusation(files, register, officer, checked, now)
    level = register.level_of(officer.unit)
    skipped = checked.skips_a_level(level)
    keys = [office.identity_keys.of(person) for person in checked.petitioners]
    case_no = case_number(register.county_code, local_day(now), serial)
    petition = Petition.register(case_no, checked, officer, level, skipped, sum(map(bool, keys)), now)
    for reference in checked.references:
        files.references.add(reference, case_no)
    files.people.add(case_no, checked.petitioners, office.identity_keys.of_all(checked.petitioners))
    files.words.add(case_no, office.pair_digests.of_texts([petition.request, petition.facts, petition.reasons]))
    files.progress.save(Progress.begin(petition, register))
    files.petitions.save(petition)
    return Receipt(case_no, petition.version, now, petition.received_at, petition.skip_level)


def _enter_accusation(files: Files, register: RegisterCopy, officer: Officer, filing: Filing, now: datetime) -> Receipt:
    """第三十条: into the restricted store only. No event, no progress, no shared reference, no serial of the day."""
    serial = CONFIDENTIAL_SERIALS[secrets.randbelow(len(CONFIDENTIAL_SERIALS))]
    accusation = Accusation.register(case_number(register.county_code, local_day(now), serial), filing, officer, now)
    files.accusations.save(accusation)
    return Receipt(accusation.case_no, accusation.version, now, accusation.received_at, skip_level=False)


def _already_registered(filing: Filing, reference: str, case_no: str) -> AlreadyRegistered:
    if filing.exchange is not None and reference == filing.exchange.reference:
        return AlreadyRegistered("exchange", reference=filing.exchange.number, case_no=case_no)
    if filing.hand_down is not None and reference == filing.hand_down.reference:
        return AlreadyRegistered("hand_down.document_no", reference=filing.hand_down.document_no, case_no=case_no)
    return AlreadyRegistered("ticket_no", reference=filing.ticket_no, case_no=case_no)
