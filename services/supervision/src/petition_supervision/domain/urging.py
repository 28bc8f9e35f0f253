"""催办: a unit that let a duty's limit pass is urged in writing, and criticised if that is of no use.

The day after the limit => 催办通知书 to the unit, copied to the unit above it. A reminder to a unit decides about
nobody, so the system issues it. One notice and then five working days without the act => a criticism (通报批评) is
suggested; a named person issues it on the word of a joint meeting, or decides against it (《信访工作条例》第三十九条、
第四十条: 信访部门应当及时督办).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from petition_supervision.domain.errors import DueDateNotAhead, FactOutOfPlace
from petition_supervision.domain.ladder_errors import SignOffRequired
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.urging_errors import (
    CriticismNotSuggested,
    CriticismOfOwnUnit,
    NotTheUrgedUnit,
    UrgingAnsweredBefore,
    UrgingIsOver,
)
from petition_supervision.domain.urging_events import (
    CriticismIssued,
    CriticismSuggested,
    CriticismWaived,
    UrgingAnswered,
    UrgingEnd,
    UrgingEnded,
    UrgingIssued,
)
from petition_supervision.domain.watched_clock import WatchedClock
from workdays import local_day


class UrgingState(StrEnum):
    """Whether the notice waits for an answer, has one, or is over."""

    OPEN = "open"
    ANSWERED = "answered"
    DONE = "done_late"
    WITHDRAWN = "withdrawn"


class CriticismState(StrEnum):
    """Where the criticism stands; `lapsed`: the act was done before anybody decided."""

    SUGGESTED = "suggested"
    ISSUED = "issued"
    WAIVED = "waived"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class UrgingAnswer:
    """What the unit wrote."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Criticism:
    """The criticism as it was issued. `sign_off`: the number of the joint meeting behind it."""

    document_no: str
    sign_off: str
    due_on: date
    by: str
    at: datetime


@dataclass(frozen=True)
class Waiver:
    """Why nobody is criticised."""

    reason: str
    by: str
    at: datetime


@dataclass
class Urging:
    """`version` counts the events told about the notice. `issuer` is the bureau, in whose name it goes out."""

    urging_no: str
    case_no: str
    clock_id: str
    kind: str
    unit: str
    copied_to: str
    issuer: str
    round: int
    due_at: datetime
    issued_at: datetime
    state: UrgingState = UrgingState.OPEN
    answer: UrgingAnswer | None = None
    ended_at: datetime | None = None
    criticism_state: CriticismState | None = None
    criticism_suggested_at: datetime | None = None
    criticism: Criticism | None = None
    waiver: Waiver | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def issue(
        cls, urging_no: str, case_no: str, clock: WatchedClock, copied_to: str, issuer: str, now: datetime
    ) -> Urging:
        """A notice about a duty that was missed and is still to be done."""
        urging = cls(
            urging_no,
            case_no,
            clock.clock_id,
            clock.kind,
            clock.unit,
            copied_to,
            issuer,
            clock.round,
            clock.due_at,
            now,
        )
        urging.record(
            UrgingIssued(case_no, clock.clock_id, clock.kind, clock.unit, copied_to, clock.due_at, now, clock.round)
        )
        return urging

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None

    def give_answer(self, officer: Officer, text: str, now: datetime) -> None:
        """The urged unit answers once. Another unit => NotTheUrgedUnit; twice => UrgingAnsweredBefore."""
        self._must_not_be_over()
        if officer.unit != self.unit:
            raise NotTheUrgedUnit("urging_no", unit=self.unit)
        if self.answer is not None:
            raise UrgingAnsweredBefore("urging_no")
        self.answer = UrgingAnswer(text, officer.person, now)
        self.state = UrgingState.ANSWERED
        self.record(UrgingAnswered(self.case_no, self.unit, officer.person, now))

    def end(self, end: UrgingEnd, at: datetime) -> None:
        """What was urged was done, or the miss no longer holds; over before => FactOutOfPlace."""
        if self.is_over:
            raise FactOutOfPlace(f"{self.urging_no} was over at {self.ended_at}")
        self.ended_at = at
        self.state = UrgingState(end.value)
        if self.criticism_state is CriticismState.SUGGESTED:
            self.criticism_state = CriticismState.LAPSED
        self.record(UrgingEnded(self.case_no, self.unit, end, at))

    def suggest_criticism(self, now: datetime) -> None:
        """The working days after the notice are over, answered or not; the answer is no act. Told once."""
        if self.is_over or self.criticism_state is not None:
            raise FactOutOfPlace(f"{self.urging_no}: no criticism is to be suggested at {now}")
        self.criticism_state, self.criticism_suggested_at = CriticismState.SUGGESTED, now
        self.record(CriticismSuggested(self.case_no, self.unit, self.clock_id, self.kind, self.issued_at, now))

    def criticise(self, officer: Officer, document_no: str, sign_off: str, due_on: date, now: datetime) -> Criticism:
        """通报批评: by a named person of another unit, with the joint meeting's number and a day ahead.

        Not suggested, or decided before => CriticismNotSuggested; the day not after today => DueDateNotAhead.
        """
        self._must_be_to_decide(officer)
        if not sign_off:
            raise SignOffRequired("sign_off")
        if due_on <= local_day(now):
            raise DueDateNotAhead("due_on", due_on=due_on, today=local_day(now))
        self.criticism = Criticism(document_no, sign_off, due_on, officer.person, now)
        self.criticism_state = CriticismState.ISSUED
        self.record(CriticismIssued(self.case_no, self.unit, document_no, sign_off, due_on, officer.person, now))
        return self.criticism

    def waive_criticism(self, officer: Officer, reason: str, now: datetime) -> None:
        """A named person decides against the criticism, and says why."""
        self._must_be_to_decide(officer)
        self.waiver = Waiver(reason, officer.person, now)
        self.criticism_state = CriticismState.WAIVED
        self.record(CriticismWaived(self.case_no, self.unit, officer.person, now))

    def record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1

    def _must_be_to_decide(self, officer: Officer) -> None:
        self._must_not_be_over()
        if officer.unit == self.unit:
            raise CriticismOfOwnUnit("actor", unit=self.unit)
        if self.criticism_state is not CriticismState.SUGGESTED:
            raise CriticismNotSuggested("urging_no")

    def _must_not_be_over(self) -> None:
        if self.ended_at is not None:
            raise UrgingIsOver("urging_no", ended_on=local_day(self.ended_at))
