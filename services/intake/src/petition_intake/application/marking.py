"""Setting and withdrawing the marks of a petition."""

from __future__ import annotations

from datetime import datetime

from petition_intake.application.access import open_own_registration
from petition_intake.application.ports import Files, Office
from petition_intake.domain.marks import Mark
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition


def mark_petition(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    mark: Mark,
    reason: str,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """标记, by the unit that registered it or the bureau; refusals as in `Petition.set_mark`."""
    register = office.registers.current()
    petition, progress = open_own_registration(files, register, officer, case_no, expected_version)
    petition.set_mark(mark, reason, register.settings.group_visit_people, officer, now)
    progress.marked(petition)
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition


def withdraw_mark(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    mark: Mark,
    reason: str,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """撤销标记, by the same people; refusals as in `Petition.withdraw_mark`."""
    petition, progress = open_own_registration(files, office.registers.current(), officer, case_no, expected_version)
    petition.withdraw_mark(mark, reason, officer, now)
    progress.marked(petition)
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition
