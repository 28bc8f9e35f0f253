"""问题、责任、考核“三张清单”: a problem that was found, its one responsibility row, its appraisal at the end.

No problem is in handling before 牵头领导、责任站所、责任人员、办结时限 are named. On the promised date its unit and
station are reminded; when it has passed, the miss is told once. A case whose responsibility was set stands on the lists
too and follows the case.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from petition_supervision.domain.errors import DueDateNotAhead
from petition_supervision.domain.problem_errors import (
    DoneOutsideHandling,
    FollowsItsCase,
    FoundInTheFuture,
    HandledBefore,
    NotInHandling,
    ResponsibilityMissing,
    ResponsibilityNamedBefore,
)
from petition_supervision.domain.problem_events import (
    ProblemAppraised,
    ProblemDueToday,
    ProblemHandlingStarted,
    ProblemListed,
    ProblemMissed,
    ProblemResponsibilitySet,
)
from petition_supervision.domain.problem_terms import ProblemSource, ProblemState
from petition_supervision.domain.quarters import quarter_of
from petition_supervision.domain.unit_tree import UnitTree
from workdays import end_of_day, local_day

BEST_SCORE = 100
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Answerable:
    """牵头领导、责任站所、责任人员、办结时限, and the measures. `set_by` None: told with the case."""

    lead_leader: str
    station: str
    person: str
    due_on: date
    measures: str | None
    set_on: date
    set_by: str | None


@dataclass(frozen=True)
class Appraisal:
    """What was aimed at, what was reached, whether in time; `score` 0 to 100."""

    target: str | None
    actual: str | None
    done_on: date
    in_time: bool
    score: int | None
    quarter: str
    by: str | None


@dataclass
class Problem:
    """One row of the three lists. `next_at`: when its date is looked at next; `case_no` with `follows_case`: by it."""

    problem_no: str
    unit: str
    source: ProblemSource
    found_on: date
    village_code: str | None = None
    grid_code: str | None = None
    matter: str | None = None
    category: str | None = None
    case_no: str | None = None
    follows_case: bool = False
    state: ProblemState = ProblemState.FOUND
    responsibility: Answerable | None = None
    handling_on: date | None = None
    appraisal: Appraisal | None = None
    reminded: bool = False
    missed_at: datetime | None = None
    next_at: datetime | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def enter(self, by: str | None, now: datetime) -> None:
        """列入问题清单. Found after today => FoundInTheFuture."""
        if self.found_on > local_day(now):
            raise FoundInTheFuture("found_on", date=self.found_on)
        place = (self.village_code, self.grid_code)
        self._record(ProblemListed(self.unit, self.source, *place, self.category, self.found_on, self.case_no, by))

    def name_responsibility(self, answerable: Answerable, now: datetime) -> None:
        """列入责任清单, once. Its date is not after today => DueDateNotAhead."""
        self._must_not_follow()
        if self.responsibility is not None:
            raise ResponsibilityNamedBefore("problem_no", due_on=self.responsibility.due_on)
        if answerable.due_on <= local_day(now):
            raise DueDateNotAhead("due_on", due_on=answerable.due_on, today=local_day(now))
        self.state = ProblemState.ASSIGNED
        self._answer(answerable)

    def start(self, by: str, now: datetime) -> None:
        """进入办理. Not before the four are named => ResponsibilityMissing; not twice => HandledBefore."""
        self._must_not_follow()
        if self.responsibility is None:
            raise ResponsibilityMissing("problem_no")
        if self.state is not ProblemState.ASSIGNED:
            raise HandledBefore("problem_no")
        self._begin(by, now)

    def appraise(self, target: str, actual: str, done_on: date, score: int, by: str, now: datetime) -> None:
        """办结, 列入考核清单. Not in handling => NotInHandling; not since then, or ahead => DoneOutsideHandling."""
        self._must_not_follow()
        if self.state is not ProblemState.HANDLING or self.handling_on is None:
            raise NotInHandling("problem_no")
        if not self.handling_on <= done_on <= local_day(now):
            raise DoneOutsideHandling("done_on", date=done_on, first=self.handling_on)
        self._finish(target, actual, done_on, score, by)

    def follow(self, unit: str, answerable: Answerable, now: datetime) -> None:
        """The case's responsibility was set, or set anew: the row says so and is in handling; once done, no more."""
        if self.state is ProblemState.DONE:
            return
        self.unit = unit
        self._answer(answerable)
        if self.state is not ProblemState.HANDLING:
            self._begin(None, now)

    def finish_with_case(self, done_on: date) -> None:
        """The case's unit reported it as finished."""
        if self.state is ProblemState.HANDLING:
            self._finish(None, None, done_on, None, None)

    def handle_again(self, due_on: date | None, now: datetime) -> None:
        """The bureau returned the case, with a new date: what stood on the appraisal list does not hold."""
        if self.state is not ProblemState.DONE or self.responsibility is None:
            return
        self.appraisal = None
        self._begin(None, now)
        if due_on is not None and due_on != self.responsibility.due_on:
            self._answer(replace(self.responsibility, due_on=due_on, set_by=None))
        else:
            self._look_again()

    def look_at_date(self, now: datetime, units: UnitTree) -> None:
        """What is due at `now`: on the promised date a reminder, after it the miss; each is told once."""
        answerable = self.responsibility
        if answerable is None or self.next_at is None or now < self.next_at:
            return
        due_at = end_of_day(answerable.due_on)
        if now >= due_at:
            self.missed_at, self.next_at = due_at, None
            above = units.escalation_of(self.unit)
            told = (self.unit, answerable.station, answerable.due_on)
            self._record(ProblemMissed(*told, due_at, above, self.case_no))
        else:
            self.reminded, self.next_at = True, due_at
            self._record(ProblemDueToday(self.unit, answerable.station, answerable.due_on, self.case_no))

    def state_on(self, day: date) -> ProblemState | None:
        """How far the problem had come at the end of `day`; None when it was not found yet."""
        if self.found_on > day:
            return None
        if self.appraisal is not None and self.appraisal.done_on <= day:
            return ProblemState.DONE
        if self.handling_on is not None and self.handling_on <= day:
            return ProblemState.HANDLING
        if self.responsibility is not None and self.responsibility.set_on <= day:
            return ProblemState.ASSIGNED
        return ProblemState.FOUND

    def _answer(self, answerable: Answerable) -> None:
        moved = self.responsibility is None or self.responsibility.due_on != answerable.due_on
        # A change keeps the day on which the problem first had somebody to answer for it.
        first = self.responsibility.set_on if self.responsibility else answerable.set_on
        kept = replace(answerable, set_on=first)
        self.responsibility = kept
        named = (kept.lead_leader, kept.station, kept.person, kept.due_on)
        self._record(ProblemResponsibilitySet(self.unit, *named, self.case_no, kept.set_by))
        if moved:
            self.reminded, self.missed_at = False, None
            self._look_again()

    def _begin(self, by: str | None, now: datetime) -> None:
        self.state = ProblemState.HANDLING
        self.handling_on = self.handling_on or local_day(now)
        self._record(ProblemHandlingStarted(self.unit, self.case_no, by, now))

    def _finish(self, target: str | None, actual: str | None, done_on: date, score: int | None, by: str | None) -> None:
        assert self.responsibility is not None, "nothing is in handling without it"
        in_time = done_on <= self.responsibility.due_on
        quarter = quarter_of(done_on)
        self.appraisal = Appraisal(target, actual, done_on, in_time, score, quarter, by)
        self.state, self.next_at = ProblemState.DONE, None
        self._record(ProblemAppraised(self.unit, done_on, in_time, score, quarter, self.case_no, by))

    def _look_again(self) -> None:
        if self.responsibility is None or self.missed_at is not None:
            return
        due_on = self.responsibility.due_on
        self.next_at = end_of_day(due_on) if self.reminded else end_of_day(due_on - _A_DAY)

    def _must_not_follow(self) -> None:
        if self.follows_case:
            raise FollowsItsCase("problem_no", case_no=self.case_no)

    def _record(self, event: Any) -> None:
        self.pending.append(event)
        self.version += 1
