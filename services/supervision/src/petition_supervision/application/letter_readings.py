"""Use case of leaders who read letters."""

from __future__ import annotations

from petition_supervision.application.ports import Work
from petition_supervision.domain.letter_reading import LetterReading, read_letter
from petition_supervision.domain.staff_errors import OfficerUnknown
from petition_supervision.domain.supervised_case import SupervisedCase


def record_letter_reading(
    work: Work, case_no: str, leader: str, direction: str
) -> tuple[SupervisedCase, LetterReading]:
    """阅办; nobody of the register => OfficerUnknown, others as in `read_letter`."""
    case = work.cases.require(case_no)
    reader = work.leader(leader)
    if reader is None:
        raise OfficerUnknown("actor", person=leader)
    reading = read_letter(case, reader, direction, work.now)
    work.cases.save(case)
    return case, reading
