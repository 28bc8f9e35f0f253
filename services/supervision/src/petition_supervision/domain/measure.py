"""A measure of the joint meeting (《信访工作条例》第三十九条第三款): imposed, answered, lifted with proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from petition_supervision.domain import measure_errors as errors
from petition_supervision.domain.measure_events import MeasureAnswered, MeasureImposed, MeasureKind, MeasureLifted
from petition_supervision.domain.meetings import Meeting, MeetingKind
from workdays import local_day


@dataclass(frozen=True)
class Imposing:
    """What the joint meeting decided: against whom, why, from and until when."""

    kind: MeasureKind
    unit: str
    cause: str
    imposed_on: date
    due_on: date | None
    supervision_no: str | None = None


@dataclass
class Measure:
    """`in_force` until it is lifted; a circular (通报) is complete once it is out."""

    measure_no: str
    kind: MeasureKind
    unit: str
    cause: str
    meeting_no: str
    imposed_on: date
    due_on: date | None
    supervision_no: str | None
    imposed_by: str
    in_force: bool
    answer: str | None = None
    answered_on: date | None = None
    proof: str | None = None
    lifted_by: str | None = None
    lifted_on: date | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def impose(
        cls, measure_no: str, what: Imposing, meeting_no: str, meeting: Meeting | None, by: str, now: datetime
    ) -> Measure:
        """采取措施.

        No county joint meeting => NotAJointMeeting. Before it, or to come => MeasureOutOfTime. A day where none
        belongs, none where one does, or one not ahead => MeasureDayNeeded.
        """
        if meeting is None or meeting.kind is not MeetingKind.COUNTY_JOINT:
            raise errors.NotAJointMeeting("meeting_no", meeting_no=meeting_no)
        today = local_day(now)
        if not meeting.held_on <= what.imposed_on <= today:
            raise errors.MeasureOutOfTime("imposed_on", given=what.imposed_on, held=meeting.held_on)
        circular = what.kind is MeasureKind.CIRCULAR
        if circular is (what.due_on is not None) or (what.due_on is not None and what.due_on <= today):
            raise errors.MeasureDayNeeded("due_on")
        one = cls(
            measure_no,
            what.kind,
            what.unit,
            what.cause,
            meeting_no,
            what.imposed_on,
            what.due_on,
            what.supervision_no,
            by,
            in_force=not circular,
        )
        one._record(MeasureImposed(what.kind, what.unit, meeting_no, what.imposed_on, what.due_on))
        return one

    def is_late(self, today: date) -> bool:
        """In force, past its day, and not answered."""
        return self.in_force and self.answer is None and self.due_on is not None and today > self.due_on

    def give_answer(self, unit: str, text: str, now: datetime) -> None:
        """书面答复 by the unit. Another => NotYourMeasure; ended => MeasureEnded; twice => MeasureAnsweredBefore."""
        if unit != self.unit:
            raise errors.NotYourMeasure("measure_no", unit=self.unit)
        self._check_in_force()
        if self.answer is not None:
            raise errors.MeasureAnsweredBefore("measure_no")
        late = self.is_late(local_day(now))
        self.answer, self.answered_on = text, local_day(now)
        self._record(MeasureAnswered(self.kind, self.unit, late))

    def lift(self, proof: str, by: str, now: datetime) -> None:
        """解除（摘牌）, with its proof. Ended => MeasureEnded; no answer => MeasureNotAnswered."""
        self._check_in_force()
        if self.answer is None:
            raise errors.MeasureNotAnswered("measure_no")
        self.in_force, self.proof, self.lifted_by, self.lifted_on = False, proof, by, local_day(now)
        self._record(MeasureLifted(self.kind, self.unit, local_day(now)))

    def _check_in_force(self) -> None:
        if not self.in_force:
            raise errors.MeasureEnded("measure_no")

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1
