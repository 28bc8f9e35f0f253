"""Use case of the county's leader: read what petitioners answered, and order again what left them dissatisfied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.answers import RehandlingReason
from petition_supervision.domain.follow_up import FollowUp
from petition_supervision.domain.follow_up_reading import AgainBy, Reading, the_words
from petition_supervision.domain.supervised_case import SupervisedCase


@dataclass(frozen=True)
class ReadFollowUp:
    """审阅回访结果: which round, what the leader noted, and what the leader wants done by when."""

    case_no: str
    round: int
    reader: str
    reader_unit: str
    note: str | None = None
    instruction: str | None = None
    due_on: date | None = None
    reason_code: RehandlingReason = RehandlingReason.PETITIONER_DISSATISFIED


def read_follow_up(work: Work, command: ReadFollowUp) -> tuple[SupervisedCase, FollowUp]:
    """Keep the reading; an instruction with a due date orders the case again, as `order_rehandling` does.

    Refusals: NothingToRead, FollowUpAlreadyRead, ReaderMadeTheCall, ReaderOfHandlingUnit, InstructionMissing,
    InstructionNeedsDueDate, RoundGoneBy, and those of `order_rehandling`.
    """
    case = work.cases.require(command.case_no)
    reading = Reading(
        reader=command.reader,
        reader_unit=command.reader_unit,
        note=the_words(command.note),
        instruction=the_words(command.instruction),
        at=work.now,
    )
    again = AgainBy(command.due_on, command.reason_code) if command.due_on else None
    follow_up = case.read_follow_up(command.round, reading, again, work.settings)
    work.cases.save(case)
    return case, follow_up
