"""合并办理: what becomes of a case is told to the petitions joined to it, which were promised one answer for both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_intake.application.ports import Files
from petition_intake.domain.joined_answer import ANSWERS, UNANSWERED, why_parted
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import RegisterCopy
from petition_intake.domain.wording import Wording


def follow_joined(
    files: Files, register: RegisterCopy, event: tuple[str, str], case_no: str, told: Mapping[str, Any], at: datetime
) -> None:
    """An answer to the case is told to each petition joined to it; a case that ends without one parts them from it."""
    if event in ANSWERS:
        tell_joined(files, register, case_no, ANSWERS[event], told.get("unit"), at)
    elif event in UNANSWERED:
        _part_joined(files, register, case_no, at)


def tell_joined(
    files: Files, register: RegisterCopy, case_no: str, answer: Wording, unit: str | None, at: datetime
) -> None:
    """Each petition joined to the case, and each joined to one of those, was answered with it."""
    for progress in files.progress.joined_to(case_no):
        progress.joined_answered(answer, unit, register, at)
        files.progress.save(progress)
        tell_joined(files, register, progress.case_no, answer, unit, at)


def _part_joined(files: Files, register: RegisterCopy, case_no: str, at: datetime) -> None:
    """Back to be routed, each as a case of its own: nobody has answered its matter."""
    for progress in files.progress.joined_to(case_no):
        petition = files.petitions.get(progress.case_no)
        assert petition is not None, "a progress is that of a petition"
        unit = petition.registered_by_unit
        petition.withdraw_disposition(why_parted(case_no), Officer(unit, None), at)
        progress.withdraw_disposition(at, unit, register)
        files.progress.save(progress)
        files.petitions.save(petition)
