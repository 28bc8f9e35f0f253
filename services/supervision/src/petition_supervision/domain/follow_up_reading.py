"""The county leader's reading of one follow-up (县委主要领导亲自审阅回访结果): once, by nobody who had a hand in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_supervision.domain.answers import RehandlingReason
from petition_supervision.domain.reading_errors import InstructionMissing

READING = "follow_up_reading"


@dataclass(frozen=True)
class Reading:
    """Who read a result and when. `note` and `instruction` are the leader's own words; they stay in this store."""

    reader: str
    reader_unit: str
    note: str | None
    instruction: str | None
    at: datetime


@dataclass(frozen=True)
class AgainBy:
    """What an instruction to handle a case again says besides its words: by when, and why."""

    due_on: date
    reason_code: RehandlingReason


def the_words(text: str | None) -> str | None:
    """What was written, or None where it was nothing but blanks."""
    return (text or "").strip() or None


def check_words(reading: Reading, again: AgainBy | None) -> None:
    """A due date without a word of instruction => InstructionMissing."""
    if again is not None and reading.instruction is None:
        raise InstructionMissing("instruction")


def reading_ref(round: int) -> str:
    """The name of a result that lies before the leader, within its case."""
    return f"{READING}#{round}"
