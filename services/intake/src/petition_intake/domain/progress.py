"""How a petition fares, put together from what three services tell about it, for the petitioner and for lists.

Order between services is never assumed: assignment alone says where the case stands, intake alone that it was settled
on the spot or withdrawn, supervision adds steps. So the same events in any mixture give the same progress.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from petition_intake.domain.codes_told import CLOCKS
from petition_intake.domain.disposition import BEFORE_ROUTING, GROUND_WORDING, Disposition
from petition_intake.domain.disposition_way import way_of
from petition_intake.domain.filing import Purpose
from petition_intake.domain.handler_card import HandlerCard
from petition_intake.domain.marks import in_force
from petition_intake.domain.notices import Notice, NoticeKind, word
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import Place, RegisterCopy
from petition_intake.domain.review_course import ReviewCourse
from petition_intake.domain.states import State
from petition_intake.domain.steps import Step, StepKind
from petition_intake.domain.wording import Wording
from workdays import local_day

MOMENT = timedelta(milliseconds=1)


@dataclass(frozen=True)
class RunningClock:
    """A date somebody owes something by; `due_at` is the first instant that is too late."""

    clock_id: str
    kind: str
    unit: str
    due_at: datetime
    provisional: bool
    paused: bool = False

    @property
    def last_day(self) -> date:
        return local_day(self.due_at - MOMENT)


@dataclass(frozen=True)
class Document:
    """A paper a unit issued, by its number; the text itself is handed over by the unit."""

    kind: str
    at: datetime
    unit: str
    round: int
    number: str | None = None
    outcome: str | None = None
    delivered_on: date | None = None
    receipt_no: str | None = None
    remedy_until: date | None = None


@dataclass
class Progress:
    """`state` follows from the rest and is kept for lists, like `seen_by`: the units that may look at it now."""

    case_no: str
    channel: str
    purpose: Purpose
    category: str
    place: Place
    registered_by_unit: str
    received_at: datetime
    registered_at: datetime
    notices_owed: bool
    state: State = State.REGISTERED
    told_state: State | None = None
    before_objection: State | None = None
    settled_at: datetime | None = None
    withdrawn: bool = False
    disposed: State | None = None
    router: str | None = None
    unit: str | None = None
    round: int = 1
    closed_at: datetime | None = None
    seen_by: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    clocks: list[RunningClock] = field(default_factory=list)
    reviews: list[ReviewCourse] = field(default_factory=list)
    final_no: str | None = None
    form: str | None = None
    handler: HandlerCard | None = None
    marks: list[str] = field(default_factory=list)
    joined_to: str | None = None
    version: int = 1

    @classmethod
    def begin(cls, petition: Petition, register: RegisterCopy) -> Progress:
        """The progress of a petition just registered, with its receipt."""
        progress = cls(
            case_no=petition.case_no,
            channel=petition.channel.value,
            purpose=petition.purpose,
            category=petition.category,
            place=petition.place,
            registered_by_unit=petition.registered_by_unit,
            received_at=petition.received_at,
            registered_at=petition.registered_at,
            notices_owed=not petition.nobody_to_notify,
            seen_by=[petition.registered_by_unit],
            form=petition.form and petition.form.value,
        )
        progress.step(petition.registered_at, StepKind.REGISTERED, petition.registered_by_unit)
        progress.tell(
            NoticeKind.REGISTRATION_RECEIPT,
            petition.registered_at,
            petition.registered_by_unit,
            {
                "registered_on": local_day(petition.registered_at),
                "case_no": petition.case_no,
                "unit": _named(register, petition.registered_by_unit),
            },
        )
        return progress

    # -- adding ----------------------------------------------------------------------------------------------------

    def step(
        self, at: datetime, kind: StepKind, unit: str | None, round: int | None = None, **details: str | None
    ) -> None:
        stated = {name: value for name, value in details.items() if value is not None}
        self.steps.append(Step(at, kind, unit, round or self.round, stated))

    def tell(
        self,
        kind: NoticeKind,
        at: datetime,
        unit: str,
        values: dict[str, object],
        document_no: str | None = None,
        until: date | None = None,
    ) -> Notice:
        """Record a notice, worded in the moment it is made."""
        zh, en = word(kind, {"at_day": local_day(at), **values})
        number = f"{self.case_no}-{len(self.notices) + 1:02d}"
        notice = Notice(number, kind, at, unit, self.round, self.notices_owed, zh, en, document_no, until)
        self.notices.append(notice)
        return notice

    def stand(self, told: State, unit: str | None = None) -> None:
        """Where assignment says the case stands, and which unit has it."""
        self.told_state = told
        if unit is not None:
            self.unit = unit
        self.settle_state()

    def settle_state(self) -> None:
        """Work out `state` and `seen_by`.

        Withdrawn counts for good. Settled on the spot counts until the case is opened for a further round. A
        disposition counts as long as assignment has not routed the case; one that came too late is no more, and the
        case is a case of its own.
        """
        if self.withdrawn:
            self.state = State.WITHDRAWN
        elif self.settled_at is not None and self.round == 1:
            self.state = State.SETTLED_ON_SPOT
        elif self.disposed is not None and self.told_state in (None, *BEFORE_ROUTING):
            self.state = self.disposed
        else:
            if self.disposed is not None:
                self.disposed = self.closed_at = self.joined_to = None
            self.state = self.told_state or State.REGISTERED
        reviewers = {course.unit for course in self.reviews if course.unit}
        self.seen_by = sorted({self.registered_by_unit, *([self.unit] if self.unit else []), *reviewers})
        self.version += 1

    # -- what intake itself did ------------------------------------------------------------------------------------

    def linked(self, petition: Petition) -> None:
        assert petition.link is not None
        self.step(
            petition.link.decided_at,
            StepKind.LINKED,
            self.registered_by_unit,
            decision=petition.link.decision.value,
            repeat_of=petition.link.repeat_of,
        )
        self.version += 1

    def reclassified(self, petition: Petition) -> None:
        self.purpose, self.category, self.place = petition.purpose, petition.category, petition.place
        change = petition.reclassified[-1]
        self.step(change.at, StepKind.RECLASSIFIED, self.registered_by_unit, reason=change.reason.value)
        self.version += 1

    def settled_on_spot(self, petition: Petition, rate_until: date) -> None:
        settled = petition.settlement
        assert settled is not None
        self.settled_at = self.closed_at = settled.settled_at
        self.step(settled.settled_at, StepKind.SETTLED_ON_SPOT, settled.settled_by_unit, level=settled.level.value)
        self.tell(
            NoticeKind.SETTLED_ON_SPOT,
            settled.settled_at,
            settled.settled_by_unit,
            {"rate_until": rate_until},
            until=rate_until,
        )
        self.settle_state()

    def withdraw(self, at: datetime, unit: str) -> None:
        self.withdrawn = True
        self.step(at, StepKind.WITHDRAWN, unit)
        self.tell(NoticeKind.WITHDRAWN, at, unit, {})
        self.settle_state()

    def dispose(self, decided: Disposition, register: RegisterCopy) -> None:
        """The petition is not sent on; the notice says why and where to instead."""
        at, unit = decided.decided_at, decided.decided_by_unit
        self.disposed = State(decided.outcome.value)
        self.step(at, StepKind.DISPOSED, unit, ground=decided.ground.value)
        self.tell(
            NoticeKind(decided.outcome.value),
            at,
            unit,
            {
                "unit": _named(register, unit),
                "ground": GROUND_WORDING[decided.ground],
                "way": way_of(decided, register),
            },
        )
        self.closed_at = at
        self.joined_to = decided.joined_to
        self.settle_state()

    def withdraw_disposition(self, at: datetime, unit: str, register: RegisterCopy) -> None:
        """Back to be routed."""
        self.disposed = self.closed_at = self.joined_to = None
        self.step(at, StepKind.DISPOSITION_WITHDRAWN, unit)
        self.tell(NoticeKind.DISPOSITION_WITHDRAWN, at, unit, {"unit": _named(register, unit)})
        self.settle_state()

    def joined_answered(self, answer: Wording, unit: str | None, register: RegisterCopy, at: datetime) -> None:
        """The case this one is handled with was answered, and so was this one."""
        assert self.joined_to is not None
        unit = unit or self.registered_by_unit
        self.step(at, StepKind.JOINED_ANSWERED, unit)
        values: dict[str, object] = {"unit": _named(register, unit), "other": self.joined_to, "answer": answer}
        self.tell(NoticeKind.JOINED_ANSWERED, at, unit, values)
        self.version += 1

    def marked(self, petition: Petition) -> None:
        """The marks that stand, kept for lists; the petitioner's own page shows none."""
        self.marks = [mark.value for mark in in_force(petition.marks)]
        self.version += 1

    def rated(self, at: datetime) -> None:
        """That a rating was given; what it says is nobody's business here."""
        self.step(at, StepKind.RATED, None)
        self.version += 1

    def review_requested(self, course: ReviewCourse, unit: str | None) -> None:
        """第三十五条、第三十六条: that it was asked for; why is nobody's business here."""
        self.reviews.append(course)
        self.step(course.requested_at, StepKind.REVIEW_REQUESTED, unit, course.round, review_level=course.level.value)
        self.version += 1

    # -- clocks ----------------------------------------------------------------------------------------------------

    def clock_started(self, clock: RunningClock) -> None:
        self.clocks = [kept for kept in self.clocks if kept.clock_id != clock.clock_id] + [clock]
        self.version += 1

    def clock_moved(self, clock_id: str, due_at: datetime, provisional: bool) -> None:
        self._change_clock(clock_id, due_at=due_at, provisional=provisional, paused=False)

    def clock_paused(self, clock_id: str) -> None:
        self._change_clock(clock_id, paused=True)

    def clock_stopped(self, clock_id: str) -> None:
        self.clocks = [kept for kept in self.clocks if kept.clock_id != clock_id]
        self.version += 1

    def _change_clock(self, clock_id: str, **changes: object) -> None:
        self.clocks = [
            replace(clock, **changes) if clock.clock_id == clock_id else clock  # type: ignore[arg-type]
            for clock in self.clocks
        ]
        self.version += 1

    @property
    def next_due(self) -> RunningClock | None:
        """The next date on which somebody owes the petitioner something."""
        owed = [clock for clock in self.clocks if clock.kind in CLOCKS and not clock.paused]
        return min(owed, key=lambda clock: (clock.due_at, clock.clock_id), default=None)

    @property
    def steps_in_order(self) -> list[Step]:
        """By time, and steps of one moment in the order in which such steps are taken, however they were learned of."""
        order = list(StepKind)
        return sorted(self.steps, key=lambda step: (step.at, order.index(step.kind)))

    @property
    def handler_now(self) -> HandlerCard | None:
        """Who handles it; nobody yet after it went to another unit or into another round."""
        card = self.handler
        return card if card is not None and (card.unit, card.round) == (self.unit, self.round) else None

    @property
    def finished_on(self) -> date | None:
        """The day on which this round was reported finished for the first time."""
        days = [
            local_day(step.at) for step in self.steps if step.kind is StepKind.COMPLETED and step.round == self.round
        ]
        return min(days, default=None)

    @property
    def remedy(self) -> Document | None:
        """The last opinion delivered that leaves a time to ask for a review (第三十五条)."""
        return next((paper for paper in reversed(self.documents) if paper.remedy_until is not None), None)


def _named(register: RegisterCopy, unit: str) -> Wording:
    return Wording(register.unit_name(unit), unit)
