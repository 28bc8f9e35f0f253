"""Finding the case a request is about, and whether the one who asks may have it."""

from __future__ import annotations

from petition_intake.application.ports import Files
from petition_intake.domain.errors import CaseUnknown, NotYourCase
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.register import RegisterCopy


def open_case(
    files: Files, register: RegisterCopy, officer: Officer, case_no: str, expected_version: int | None = None
) -> tuple[Petition, Progress]:
    """The petition and its progress.

    Not registered, or an accusation                                     => CaseUnknown
    Neither the bureau, nor the unit that registered it or has it now    => NotYourCase
    Another version than the caller looked at                            => StaleVersion
    """
    petition, progress = files.petitions.get(case_no), files.progress.get(case_no)
    if petition is None or progress is None:
        raise CaseUnknown("case_no", case_no=case_no)
    check_scope(progress, register, officer)
    petition.check_version(expected_version)
    return petition, progress


def check_scope(progress: Progress, register: RegisterCopy, officer: Officer) -> None:
    """The bureau sees every petition, a unit those it registered and those it has."""
    if not register.is_bureau(officer.unit) and officer.unit not in progress.seen_by:
        raise NotYourCase("case_no", unit=officer.unit)


def open_own_registration(
    files: Files, register: RegisterCopy, officer: Officer, case_no: str, expected_version: int | None = None
) -> tuple[Petition, Progress]:
    """As `open_case`, for acts that belong to the window: the unit that registered it, and the bureau for all."""
    petition, progress = open_case(files, register, officer, case_no, expected_version)
    if not register.is_bureau(officer.unit) and officer.unit != petition.registered_by_unit:
        raise NotYourCase("case_no", unit=officer.unit)
    return petition, progress
