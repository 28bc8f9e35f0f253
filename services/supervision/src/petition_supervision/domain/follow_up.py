"""The follow-up (回访) of one closed round: one by one, by another unit, and again after handling again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from petition_supervision.domain.answers import Method, Score
from petition_supervision.domain.errors import (
    AnswerWithoutContact,
    FactOutOfPlace,
    FollowUpAlreadyRecorded,
    ReasonRequired,
    ScoreRequired,
)
from petition_supervision.domain.events import FollowUpDue, FollowUpOverdue, FollowUpRead, FollowUpRecorded
from petition_supervision.domain.follow_up_reading import Reading
from petition_supervision.domain.reading_errors import FollowUpAlreadyRead, NothingToRead, ReaderMadeTheCall
from petition_supervision.domain.unit_tree import UnitTree
from workdays import end_of_day, local_day

FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class Attempt:
    """One try to reach the petitioner. `reason` is the petitioner's own word; it stays in this store."""

    officer: str
    officer_unit: str
    method: Method
    reached: bool
    score: Score | None
    reason: str | None
    promise_kept: bool | None
    at: datetime

    def check(self) -> None:
        """Reached => a score is needed, and a reason when it is `dissatisfied`.

        Not reached => neither score nor reason nor promise can be known.
        """
        if not self.reached:
            for name in ("score", "reason", "promise_kept"):
                if getattr(self, name) is not None:
                    raise AnswerWithoutContact(name)
        elif self.score is None:
            raise ScoreRequired("score")
        elif self.score is Score.DISSATISFIED and not (self.reason or "").strip():
            raise ReasonRequired("reason")


@dataclass
class FollowUp:
    """Pending from the closing of its round until the petitioner was reached; every try is kept."""

    round: int
    unit: str
    since: datetime
    due_at: datetime
    attempts: list[Attempt] = field(default_factory=list)
    overdue_at: datetime | None = None
    reading: Reading | None = None

    @classmethod
    def after(cls, round: int, unit: str, closed_at: datetime, days: int) -> FollowUp:
        """Due at 24:00 of the `days`-th day after the day of closing, in Asia/Shanghai."""
        return cls(round, unit, closed_at, end_of_day(local_day(closed_at) + timedelta(days=days)))

    @property
    def ref(self) -> str:
        """The name of this follow-up within its case."""
        return f"{FOLLOW_UP}#{self.round}"

    @property
    def result(self) -> Attempt | None:
        """The attempt that reached the petitioner."""
        return next((attempt for attempt in self.attempts if attempt.reached), None)

    @property
    def is_pending(self) -> bool:
        return self.result is None

    @property
    def next_at(self) -> datetime | None:
        """When it is told to be overdue; None when it was told, or is no longer pending."""
        return self.due_at if self.is_pending and self.overdue_at is None else None

    def announce(self) -> FollowUpDue:
        return FollowUpDue(self.since, self.unit, self.due_at, self.round)

    def record(self, attempt: Attempt) -> FollowUpRecorded:
        """Keep an attempt. The round was followed up already => refused; an answer is never changed."""
        if not self.is_pending:
            raise FollowUpAlreadyRecorded(round=self.round)
        attempt.check()
        self.attempts.append(attempt)
        return FollowUpRecorded(
            attempt.officer,
            attempt.officer_unit,
            self.unit,
            attempt.method,
            attempt.reached,
            attempt.score,
            attempt.promise_kept,
            attempt.at,
            len(self.attempts),
            self.round,
        )

    @property
    def awaits_reading(self) -> bool:
        """Its result is on record and no county leader has read it yet."""
        return self.result is not None and self.reading is None

    def check_reader(self, reader: str) -> Attempt:
        """The result a leader may read.

        None on record => NothingToRead; read before => FollowUpAlreadyRead; the reader asked the petitioner in any
        attempt => ReaderMadeTheCall.
        """
        if self.result is None:
            raise NothingToRead("round", round=self.round)
        if self.reading is not None:
            raise FollowUpAlreadyRead("round", round=self.round, read_on=local_day(self.reading.at))
        if any(attempt.officer == reader for attempt in self.attempts):
            raise ReaderMadeTheCall("actor")
        return self.result

    def read(self, reading: Reading, ordered_round: int | None) -> FollowUpRead:
        """Keep the reading; whoever calls has asked `check_reader` first."""
        answer = self.check_reader(reading.reader)
        assert answer.score is not None, "a petitioner who was reached has answered"
        self.reading = reading
        return FollowUpRead(
            reading.reader,
            reading.reader_unit,
            self.unit,
            answer.score,
            reading.instruction is not None,
            ordered_round,
            reading.at,
            self.round,
        )

    def overdue(self, now: datetime, units: UnitTree) -> FollowUpOverdue:
        """The bureau owes the follow-up and did not make it in time; told once.

        Recorded, told before, or not due yet => FactOutOfPlace (the sweep was wrong).
        """
        if self.next_at is None or self.next_at > now:
            raise FactOutOfPlace(f"{self.ref}: not to be told overdue at {now}")
        self.overdue_at = now
        bureau = units.bureau
        return FollowUpOverdue(self.since, self.unit, self.due_at, bureau, units.escalation_of(bureau), self.round)
