"""Deciding that a registered petition is not sent on, and taking such a decision back (第十九条至第二十三条)."""

from __future__ import annotations

from datetime import date, datetime

from petition_intake.application.access import open_own_registration
from petition_intake.application.following_joined import tell_joined
from petition_intake.application.ports import Files, Office
from petition_intake.domain.disposition import Asked, Reference, checked
from petition_intake.domain.disposition_errors import RefersToUnknown
from petition_intake.domain.joined_answer import DISPOSED
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition


def dispose_petition(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    asked: Asked,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """A named person decides, for the unit that registered it or the bureau; a ground that does not fit is refused.

    `refers_to` is not on file => RefersToUnknown. A unit that is not on the register => UnitUnknown.
    """
    register = office.registers.current()
    petition, progress = open_own_registration(files, register, officer, case_no, expected_version)
    if asked.unit is not None:
        register.check_unit(asked.unit, "unit")
    reference = None if asked.refers_to is None else _reference(files, asked.refers_to)
    sound = checked(
        asked,
        case_no,
        petition.channel,
        petition.skip_level,
        reference,
        register.may_use_superior_rule(officer.unit),
        officer.unit,
        register.settings.end_when_review_not_requested,
        petition.link.repeat_of if petition.link else None,
    )
    progress.dispose(petition.dispose(sound, reference, officer, progress.state, now), register)
    files.progress.save(progress)
    files.petitions.save(petition)
    tell_joined(files, register, case_no, DISPOSED, officer.unit, now)
    return petition


def withdraw_disposition(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    reason: str,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """A wrong disposition no longer stands; the petition goes back to be routed."""
    register = office.registers.current()
    petition, progress = open_own_registration(files, register, officer, case_no, expected_version)
    petition.withdraw_disposition(reason, officer, now)
    progress.withdraw_disposition(now, officer.unit, register)
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition


def record_passing_receipt(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    receipt_no: str,
    received_on: date,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """移送回执 of a petition passed on to the courts, the procuratorate or the 政法 bodies (第二十二条)."""
    petition, _ = open_own_registration(files, office.registers.current(), officer, case_no, expected_version)
    petition.record_passing_receipt(receipt_no, received_on, officer, now)
    files.petitions.save(petition)
    return petition


def _reference(files: Files, case_no: str) -> Reference:
    progress = files.progress.get(case_no)
    if progress is None:
        raise RefersToUnknown("refers_to", case_no=case_no)
    return Reference(case_no, progress.state, progress.unit or progress.registered_by_unit, progress.final_no)
