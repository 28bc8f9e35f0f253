"""One clock under watch: told by its owner, reminded of here, and noted when it runs out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from petition_supervision.domain.answers import LiftReason
from petition_supervision.domain.clock_kinds import Nature, nature_of
from petition_supervision.domain.errors import FactOutOfPlace
from petition_supervision.domain.events import DeadlineApproaching, DeadlineMissed, DeadlineMissLifted
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.steps import CRITICISE, URGE, Step, days_left, first_after, step_to_take, steps_to
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.urging_days import unheeded_at, urge_at
from workdays import local_day


class ClockState(StrEnum):
    """`running` includes a missed duty that is still to be done; `lapsed` is a right that was not used."""

    RUNNING = "running"
    PAUSED = "paused"
    LAPSED = "lapsed"
    STOPPED = "stopped"


@dataclass
class WatchedClock:
    """`due_at` is the first instant that is too late. `next_step` and `next_at` are None when nothing is to come.

    `remind_days`, `urge_after` and `criticise_after` (working days) are those in force when the clock started; a later
    change of the setting does not touch it. `urging_no`: the notice that urges its unit. `about`: which document or
    part, where several clocks of a kind run.
    """

    clock_id: str
    kind: str
    unit: str
    round: int
    nature: Nature
    started_at: datetime
    due_at: datetime
    provisional: bool
    calendar_version: str | None
    remind_days: list[int]
    state: ClockState = ClockState.RUNNING
    next_step: str | None = None
    next_at: datetime | None = None
    missed_at: datetime | None = None
    stopped_at: datetime | None = None
    stop_reason: str | None = None
    urge_after: int = 1
    criticise_after: int = 5
    urging_no: str | None = None
    about: str | None = None
    remind_hours: list[int] = field(default_factory=list)

    @classmethod
    def start(
        cls,
        clock_id: str,
        kind: str,
        unit: str,
        round: int,
        started_at: datetime,
        due_at: datetime,
        told_at: datetime,
        settings: SupervisionSettings,
        provisional: bool = False,
        calendar_version: str | None = None,
        nature: str | None = None,
    ) -> WatchedClock:
        """A clock as its owner tells of it at `told_at`, with the reminders in force now.

        Steps that lie before `told_at` are skipped: a clock may start in the past (a letter registered late).
        """
        clock = cls(
            clock_id,
            kind,
            unit,
            round,
            nature_of(kind, nature),
            started_at,
            due_at,
            provisional,
            calendar_version,
            list(settings.remind_days_for(kind)),
            urge_after=settings.urge_after_working_days,
            criticise_after=settings.criticise_after_working_days,
            remind_hours=list(settings.remind_hours_for(kind)),
        )
        clock._note(first_after(clock._steps(), told_at))
        return clock

    def take_step(self, now: datetime, units: UnitTree) -> DeadlineApproaching | DeadlineMissed | None:
        """Take the step that is due, note the next one, and return what is to be told.

        A reminder       => `deadline_approaching`.
        The end of a duty  => `deadline_missed`.
        The end of a right => nothing to tell: it lapses, and that is no breach.
        Nothing to come, not before a later instant, or missed before => FactOutOfPlace (the sweep was wrong).
        """
        if self.next_at is None or self.next_step is None or self.next_at > now or self.missed_at is not None:
            raise FactOutOfPlace(f"{self.clock_id}: not due at {now}, next is {self.next_step} at {self.next_at}")
        step = step_to_take(self._steps(), self.next_step, now)
        if not step.is_end:
            self._note(first_after(self._steps(), step.at))
            return self._approaching(now, units)
        if self.nature is Nature.DUTY:
            return self._miss(now, units)
        self.state = ClockState.LAPSED
        self._note(None)
        return None

    def settle(self, at: datetime, reason: LiftReason, units: UnitTree) -> DeadlineMissed | DeadlineMissLifted | None:
        """The owner says the clock came to rest at `at`; what is to be told about its due instant, if anything.

        Too late, and not noted as missed (no sweep between)  => missed, now.
        In time, but noted as missed (the word came late)     => the miss is lifted, for `reason`.
        So the outcome rests on when the act was done, never on who was faster.
        """
        too_late = self.nature is Nature.DUTY and at >= self.due_at
        if too_late and self.missed_at is None:
            return self._miss(at, units)
        if self.missed_at is not None and not too_late:
            return self._lift(reason)
        return None

    def move(
        self, due_at: datetime, moved_at: datetime, provisional: bool, calendar_version: str | None
    ) -> DeadlineMissLifted | None:
        """The owner set another due instant; a paused or lapsed clock runs again.

        Reminders before the new instant start anew, those already behind `moved_at` are skipped.
        Noted as missed, and the new instant is ahead => the miss is lifted.
        Noted as missed, and the new instant is past too => the miss stands and is not told again.
        """
        self._must_not_be_stopped("moved")
        told = self._lift(LiftReason.DUE_DATE_MOVED) if self.missed_at is not None and due_at > moved_at else None
        self.due_at = due_at
        self.provisional = provisional
        self.calendar_version = calendar_version
        self.state = ClockState.RUNNING
        if self.missed_at is None:
            self._note(first_after(self._steps(), moved_at))
        return told

    def pause(self) -> None:
        """The owner suspended the clock (a hearing, 《信访工作条例》第三十六条); resumed or moved, it runs again.

        A miss stands, and so does what follows it: it waits for the clock to run again.
        """
        self._must_not_be_stopped("paused")
        self.state = ClockState.PAUSED
        if self.missed_at is None:
            self._note(None)

    def stop(self, at: datetime, reason: str | None) -> None:
        self._must_not_be_stopped("stopped")
        self.state = ClockState.STOPPED
        self.stopped_at = at
        self.stop_reason = reason
        self._note(None)

    def hand_over(self, successor: str) -> None:
        """第二十四条: another unit carries on what this one had to do; it was not urged yet, so it is urged anew."""
        self._must_not_be_stopped("handed over")
        self.unit = successor
        if self.urging_no is not None:
            self.urging_no = None
            self._note(Step(URGE, urge_at(self.due_at, self.urge_after)))

    def urge(self, urging_no: str, now: datetime) -> None:
        """A notice to its unit goes out; what follows is noted. Not due => FactOutOfPlace (the sweep was wrong)."""
        self._must_be_due(URGE, now)
        self.urging_no = urging_no
        self._note(Step(CRITICISE, unheeded_at(local_day(now), self.criticise_after)))

    def leave_unheeded(self, now: datetime) -> str:
        """The notice was of no use; its number. Nothing more will come. Not due => FactOutOfPlace."""
        self._must_be_due(CRITICISE, now)
        self._note(None)
        assert self.urging_no is not None, "it follows a notice"
        return self.urging_no

    def _must_be_due(self, step: str, now: datetime) -> None:
        if self.next_step != step or self.next_at is None or self.next_at > now:
            raise FactOutOfPlace(f"{self.clock_id}: {step} is not due at {now}, next is {self.next_step}")

    def _approaching(self, now: datetime, units: UnitTree) -> DeadlineApproaching:
        return DeadlineApproaching(
            self.clock_id,
            self.kind,
            self.unit,
            self.due_at,
            days_left(self.due_at, now),
            units.escalation_of(self.unit),
            self.provisional,
            self.round,
        )

    def _miss(self, at: datetime, units: UnitTree) -> DeadlineMissed:
        self.missed_at = at
        urged = units.may_be_urged(self.unit)
        self._note(Step(URGE, urge_at(self.due_at, self.urge_after)) if urged else None)
        return DeadlineMissed(
            self.clock_id,
            self.kind,
            self.unit,
            self.due_at,
            units.escalation_of(self.unit),
            self.provisional,
            self.round,
        )

    def _lift(self, reason: LiftReason) -> DeadlineMissLifted:
        self.missed_at = self.urging_no = None
        return DeadlineMissLifted(self.clock_id, self.kind, self.unit, self.due_at, reason, self.round)

    def _must_not_be_stopped(self, verb: str) -> None:
        if self.state is ClockState.STOPPED:
            raise FactOutOfPlace(f"{self.clock_id} was stopped at {self.stopped_at} and cannot be {verb}")

    def _steps(self) -> list[Step]:
        return steps_to(self.due_at, self.remind_days, self.nature, self.remind_hours)

    def _note(self, step: Step | None) -> None:
        self.next_step = step.name if step else None
        self.next_at = step.at if step else None
