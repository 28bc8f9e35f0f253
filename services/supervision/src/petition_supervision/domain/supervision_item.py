"""One entry of the supervision ledger (督查任务清单) with its ladder: rectify, criticise, hold to account.

《信访工作条例》第三十九条、第四十条, and the county's own 一次提出整改、二次通报批评、三次严肃问责. The ladder is
the item's: clearing it (销账) ends it, and another item of the same unit starts at the foot of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from petition_supervision.domain.errors import DueDateNotAhead, FactOutOfPlace
from petition_supervision.domain.ladder import (
    Adoption,
    ItemState,
    LadderStep,
    Trigger,
    Verdict,
    step_after,
    suggested_trigger,
)
from petition_supervision.domain.ladder_errors import (
    AdoptionReasonRequired,
    CheckMissing,
    DrafterMayNotSign,
    LadderAtItsEnd,
    LastStepAwaited,
    NoProposalToAnswer,
    NoProposalToSign,
    NotOfThisStep,
    NotTheSupervisedUnit,
    OwnUnitSupervised,
    SignOffRequired,
    StepDueDateRequired,
    SupervisionIsCleared,
    SupervisionReasonRequired,
)
from petition_supervision.domain.ladder_events import (
    AccountabilitySigned,
    LadderStepTaken,
    ProposalFeedbackMissed,
    ProposalFeedbackRecorded,
    SupervisionChecked,
    SupervisionCleared,
    SupervisionOpened,
    SupervisionReplied,
)
from workdays import end_of_day, local_day


@dataclass(frozen=True)
class Officer:
    """Who acts, and for which unit."""

    person: str
    unit: str


@dataclass(frozen=True)
class Reply:
    """What the supervised unit answered, and at which step."""

    step: LadderStep | None
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Check:
    """What a check found, and what that rests on."""

    verdict: Verdict
    evidence: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Step:
    """A step that was taken."""

    step: LadderStep
    due_on: date | None
    sign_off: str | None
    by: str
    at: datetime


@dataclass(frozen=True)
class Signature:
    """The proposal to hold to account as it was signed."""

    document_no: str
    addressee: str
    consequence: str
    by: str
    at: datetime
    feedback_due_on: date


@dataclass(frozen=True)
class Feedback:
    """What the addressee answered to the proposal."""

    adoption: Adoption
    reason: str | None
    by: str
    at: datetime
    late: bool


@dataclass(frozen=True)
class Clearing:
    """Why the item is off the ledger."""

    proof: str
    by: str
    at: datetime


@dataclass
class SupervisionItem:
    """`version` counts the events told about the item. `due_on`: by when the unit has to act now;
    `first_due_on`: as it was when the item was opened.
    """

    supervision_no: str
    trigger: Trigger
    unit: str
    owner_unit: str
    owner: str | None
    opened_by: str | None
    opened_at: datetime
    due_on: date | None
    case_no: str | None = None
    state: ItemState = ItemState.OPEN
    step: LadderStep | None = None
    replies: list[Reply] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    signature: Signature | None = None
    feedback: Feedback | None = None
    feedback_missed_at: datetime | None = None
    clearing: Clearing | None = None
    first_due_on: date | None = None
    reason: str | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def open(
        cls,
        supervision_no: str,
        trigger: Trigger,
        unit: str,
        case_no: str | None,
        owner_unit: str,
        owner: str | None,
        opened_by: str | None,
        due_on: date,
        now: datetime,
        reason: str | None = None,
    ) -> SupervisionItem:
        """A new entry; its day not after today => DueDateNotAhead. D8 without words => SupervisionReasonRequired."""
        if trigger is Trigger.OTHER and not (reason or "").strip():
            raise SupervisionReasonRequired("reason")
        _must_be_ahead(due_on, now)
        item = cls(supervision_no, trigger, unit, owner_unit, owner, opened_by, now, due_on, case_no)
        item.first_due_on, item.reason = due_on, reason
        item.record(SupervisionOpened(case_no, trigger, unit, owner_unit, owner, opened_by, now, due_on))
        return item

    def reply(self, officer: Officer, text: str, now: datetime) -> Reply:
        """The supervised unit says what it did; it may say so several times."""
        self._must_be_open()
        if officer.unit != self.unit:
            raise NotTheSupervisedUnit("supervision_no", unit=self.unit)
        reply = Reply(self.step, text, officer.person, now)
        self.replies.append(reply)
        self.record(SupervisionReplied(self.case_no, self.unit, officer.person, now))
        return reply

    def check(
        self,
        officer: Officer,
        verdict: Verdict,
        evidence: str,
        due_on: date | None,
        sign_off: str | None,
        now: datetime,
    ) -> LadderStep | None:
        """跟踪问效. Not carried out => exactly the next step, which is returned; carried out => none.

        A step needs the unit's reply to the one before it, or the end of that one's day.
        """
        self._must_be_open()
        self._must_be_another_unit(officer)
        step = None if verdict is Verdict.CARRIED_OUT else self._next_step(now)
        self._check_paper(step, due_on, sign_off, now)
        self.checks.append(Check(verdict, evidence, officer.person, now))
        self.record(SupervisionChecked(self.case_no, self.unit, verdict, officer.person, now))
        if step is not None:
            self.step, self.due_on = step, due_on
            self.steps.append(Step(step, due_on, sign_off, officer.person, now))
            self.record(LadderStepTaken(self.case_no, self.unit, step, due_on, sign_off, officer.person, now))
        return step

    def sign(
        self, officer: Officer, document_no: str, addressee: str, consequence: str, answer_by: date, now: datetime
    ) -> Signature:
        """A named person signs the proposal (《信访工作条例》第四十条: 向有管理权限的机关、单位提出追究责任的建议).

        The third step makes a draft only. Who drafted it may not sign it. The addressee answers by `answer_by`.
        """
        self._must_be_open()
        self._must_be_another_unit(officer)
        if self.step is not LadderStep.ACCOUNTABILITY or self.signature is not None:
            raise NoProposalToSign()
        drafted_by = self.steps[-1].by
        if officer.person == drafted_by:
            raise DrafterMayNotSign("actor", drafted_by=drafted_by)
        self.signature = Signature(document_no, addressee, consequence, officer.person, now, answer_by)
        self.record(
            AccountabilitySigned(self.case_no, self.unit, document_no, addressee, officer.person, now, answer_by)
        )
        return self.signature

    def answer_proposal(self, officer: Officer, adoption: Adoption, reason: str | None, now: datetime) -> Feedback:
        """The written answer (书面反馈采纳情况) came; also after the item was cleared. It is recorded once.

        By somebody else than the supervised unit, like every other word on its item => OwnUnitSupervised.
        """
        self._must_be_another_unit(officer)
        if self.signature is None or self.feedback is not None:
            raise NoProposalToAnswer()
        if adoption is not Adoption.ADOPTED and not reason:
            raise AdoptionReasonRequired("reason")
        late = now >= end_of_day(self.signature.feedback_due_on)
        self.feedback = Feedback(adoption, reason, officer.person, now, late)
        paper = self.signature
        self.record(
            ProposalFeedbackRecorded(
                self.case_no, self.unit, paper.document_no, paper.addressee, adoption, officer.person, now, late
            )
        )
        return self.feedback

    def awaits_feedback_since(self, now: datetime) -> bool:
        """Its signed proposal is unanswered, the day for the answer is over, and that was not told yet (K13)."""
        if self.signature is None or self.feedback is not None or self.feedback_missed_at is not None:
            return False
        return now >= end_of_day(self.signature.feedback_due_on)

    def miss_feedback(self, now: datetime) -> None:
        """The written answer did not come (《信访工作条例》第四十条: 有关机关、单位应当书面反馈采纳情况); told once.

        Answered, told before, or its day not over => FactOutOfPlace (the sweep was wrong). An answer may still come.
        """
        paper = self.signature
        if paper is None or not self.awaits_feedback_since(now):
            raise FactOutOfPlace(f"{self.supervision_no}: no answer is missing at {now}")
        self.feedback_missed_at = now
        self.record(
            ProposalFeedbackMissed(
                self.case_no,
                self.unit,
                paper.document_no,
                paper.addressee,
                paper.feedback_due_on,
                now,
                suggested_trigger("K13"),
            )
        )

    def clear(self, officer: Officer, proof: str, now: datetime) -> None:
        """销账: the last check found it carried out, and there is proof. What the unit was told stays in its totals.

        A draft nobody has signed goes with the item: it was a draft only.
        """
        self._must_be_open()
        self._must_be_another_unit(officer)
        if not self.checks or self.checks[-1].verdict is not Verdict.CARRIED_OUT:
            raise CheckMissing()
        self.state = ItemState.CLEARED
        self.clearing = Clearing(proof, officer.person, now)
        self.record(SupervisionCleared(self.case_no, self.unit, self.step, officer.person, now))

    def age_days(self, now: datetime) -> int:
        """How many days the item has been on the ledger, or was."""
        end = self.clearing.at if self.clearing else now
        return (local_day(end) - local_day(self.opened_at)).days

    def record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1

    def _must_be_open(self) -> None:
        if self.clearing is not None:
            raise SupervisionIsCleared("supervision_no", cleared_on=local_day(self.clearing.at))

    def _must_be_another_unit(self, officer: Officer) -> None:
        if officer.unit == self.unit:
            raise OwnUnitSupervised("actor", unit=self.unit)

    def _next_step(self, now: datetime) -> LadderStep:
        step = step_after(self.step)
        if step is None:
            raise LadderAtItsEnd()
        replied = bool(self.replies) and self.replies[-1].step == self.step
        if not replied and self.due_on is not None and now < end_of_day(self.due_on):
            raise LastStepAwaited(due_on=self.due_on)
        return step

    def _check_paper(self, step: LadderStep | None, due_on: date | None, sign_off: str | None, now: datetime) -> None:
        """Each step has its own paper: a day for the first two, the joint meeting's sign-off for the second."""
        if step in (LadderStep.RECTIFICATION, LadderStep.CRITICISM):
            if due_on is None:
                raise StepDueDateRequired("due_on")
            _must_be_ahead(due_on, now)
        elif due_on is not None:
            raise NotOfThisStep("due_on")
        if step is LadderStep.CRITICISM:
            if not sign_off:
                raise SignOffRequired("sign_off")
        elif sign_off is not None:
            raise NotOfThisStep("sign_off")


def _must_be_ahead(due_on: date, now: datetime) -> None:
    if due_on <= local_day(now):
        raise DueDateNotAhead("due_on", due_on=due_on, today=local_day(now))
